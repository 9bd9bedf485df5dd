//! Tables as they are laid out in print: a title above, notes below, headings of several lines, cells that stand for several
//! rows, grades in columns and what is said of them in rows, a long table in parts side by side. Each becomes rows under one
//! heading, and every cell keeps its place.

use dijia_core::{parse_date, parse_decimal};

use crate::heading::Parts;
use crate::interval;
use crate::sheet::{Line, Placed, Sheet};
use crate::text::{is_nothing, narrowed};

/// A table under one heading.
#[derive(Debug, Default)]
pub(crate) struct Laid {
    pub(crate) headings: Vec<Parts>,
    pub(crate) header_line: u64,
    pub(crate) rows: Sheet,
    /// How many parts it has side by side.
    pub(crate) parts: usize,
    /// A cell beyond the last of the headings that are rows now.
    pub(crate) beyond: Option<Placed>,
    /// How many rows are printed.
    pub(crate) printed_rows: usize,
    pub(crate) title: Title,
}

/// What the lines above a table say of its figures.
#[derive(Debug, Default)]
pub(crate) struct Title {
    /// The unit, as `万元/亩` of `单位：万元/亩`.
    pub(crate) unit: Option<Placed>,
    /// That they are of floor.
    pub(crate) of_floor: Option<Placed>,
}

/// How a table is laid out.
#[derive(Clone, Copy)]
pub(crate) enum Layout<'a> {
    /// One that is written for the edition: a heading, and rows.
    Written,
    /// One as a document prints it.
    Printed,
    /// The same, where grades may stand in columns and what is said of them in rows.
    Either(Words<'a>),
    /// The same, where what is usually the first column may be a line, and so may each of the others; a long table has several
    /// such lines one below the other.
    Bands(Bands<'a>),
}

/// How the words of a table are told.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    /// Whether a cell is a grade.
    pub(crate) is_grade: &'a dyn Fn(&str) -> bool,
    /// Whether a cell is a land use.
    pub(crate) is_land_use: &'a dyn Fn(&str) -> bool,
    /// Whether a cell says what the figures beside it are: 元/㎡, 万元/亩, 容积率.
    pub(crate) is_quantity: &'a dyn Fn(&str) -> bool,
    /// The heading of a column of grades.
    pub(crate) grade: &'static str,
}

/// How the lines of a table in bands are told.
#[derive(Clone, Copy)]
pub(crate) struct Bands<'a> {
    /// Whether a cell is the name of what is usually the first column.
    pub(crate) is_key: &'a dyn Fn(&str) -> bool,
    /// Whether it is that of a column of figures.
    pub(crate) is_value: &'a dyn Fn(&str) -> bool,
}

/// Lays out a table that is written as one: a heading, and rows.
pub(crate) fn plain(mut sheet: Sheet) -> Laid {
    let rows = sheet.split_off(sheet.len().min(1));
    let header = sheet.pop().unwrap_or_default();
    let header_line = if header.cells.is_empty() { 1 } else { header.line };
    let headings = header.cells.into_iter().map(Parts::one).collect();
    Laid { headings, header_line, printed_rows: rows.len(), rows, parts: 1, beyond: None, title: Title::default() }
}

/// Lays out a printed table.
pub(crate) fn laid(mut sheet: Sheet, layout: Layout<'_>) -> Laid {
    let title = without_titles(&mut sheet);
    without_notes(&mut sheet);
    let other = match layout {
        Layout::Written | Layout::Printed => None,
        Layout::Either(words) => turned(&sheet, &words),
        Layout::Bands(bands) => banded(&sheet, &bands),
    };
    let laid = other.unwrap_or_else(|| {
        let count = heading_lines(&sheet);
        let rows = sheet.split_off(count);
        let headings = joined(&sheet);
        let header_line = sheet.first().map_or(1, |line| line.line);
        unfolded(Laid {
            headings,
            header_line,
            printed_rows: rows.len(),
            rows,
            parts: 1,
            beyond: None,
            title: Title::default(),
        })
    });
    Laid { title, ..laid }
}

/// A table in parts side by side under the same headings, as 容积率, 修正系数, 容积率, 修正系数, with its parts one below the other.
fn unfolded(mut laid: Laid) -> Laid {
    let texts: Vec<String> = laid.headings.iter().map(Parts::text).collect();
    let all = texts.len();
    let is_period = |&width: &usize| {
        all.is_multiple_of(width)
            && !texts[0].is_empty()
            && (width..all).all(|place| texts[place] == texts[place - width])
    };
    let Some(width) = (2..all).find(is_period) else { return laid };
    let numbered: Vec<(Line, u16)> = laid.rows.into_iter().zip(1..).collect();
    laid.parts = all / width;
    laid.rows = Sheet::new();
    for part in 0..laid.parts {
        for (line, row) in &numbered {
            // One of another length cannot be parted, and is told of.
            if line.cells.len() < all || line.width() > all {
                laid.rows.extend(Some(line.clone()).filter(|_| part == 0));
                continue;
            }
            let cells = line.cells.iter().skip(part * width).take(width);
            let cells = cells.map(|cell| Placed { row: Some(*row), ..cell.clone() }).collect();
            let line = Line { line: line.line, cells };
            laid.rows.extend(Some(line).filter(|line| line.width() > 0));
        }
    }
    laid.headings.truncate(width);
    laid
}

/// Takes away the lines above the heading, which have one cell; what they say of the figures is kept.
fn without_titles(sheet: &mut Sheet) -> Title {
    let is_wide = |line: &&Line| line.width() > 1;
    let titles = sheet.iter().take_while(|line| line.only().is_some()).count();
    if !sheet.get(titles..).is_some_and(|rest| rest.iter().any(|line| is_wide(&line))) {
        return Title::default();
    }
    let mut title = Title::default();
    for line in sheet.drain(..titles) {
        let Some(cell) = line.only() else { continue };
        let narrow = narrowed(&cell.text);
        if let Some((before, said)) = narrow.split_once("单位") {
            let said = said.trim_matches([':', ' ']);
            // (单位:元/㎡) is in brackets as a whole.
            let said = said.strip_suffix(')').filter(|_| before.ends_with('(')).unwrap_or(said);
            let said = said.strip_suffix("(下同)").unwrap_or(said);
            title.unit = Some(Placed { text: said.trim().to_owned(), ..cell.clone() });
        }
        if cell.text.contains("楼面") {
            title.of_floor = Some(cell.clone());
        }
    }
    title
}

/// Takes away the notes below the table: the last lines of one cell each, from the first that reads as a note does.
fn without_notes(sheet: &mut Sheet) {
    let last = sheet.iter().rposition(|line| line.only().is_none()).map_or(0, |last| last + 1);
    let is_note = |line: &Line| line.only().is_some_and(|cell| is_note(&cell.text));
    if let Some(first) = sheet[last..].iter().position(is_note).filter(|_| last > 1) {
        sheet.truncate(last + first);
    }
}

/// Whether a text begins as a note does, or as an item of a list, or announces one, or is a sentence.
fn is_note(text: &str) -> bool {
    const WORDS: [&str; 7] = ["注", "备注", "附注", "说明", "使用说明", "※", "*"];

    let bare = text.trim_start_matches(['（', '(', '【', '[']);
    let item = bare.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let is_item = item.len() < bare.len() && item.starts_with(['、', '.', '．', '）', ')']) && item.chars().count() > 4;
    is_item || WORDS.iter().any(|word| bare.starts_with(word)) || text.ends_with(['：', ':', '。', '；', ';'])
}

/// How many lines the heading has: those below the first that leave the first column empty and hold words alone.
fn heading_lines(sheet: &Sheet) -> usize {
    let is_word = |text: &str| !is_nothing(text) && parse_decimal(&narrowed(text)).is_err();
    let goes_on = |line: &&Line| {
        let mut filled = line.cells.iter().filter(|cell| !cell.text.is_empty()).peekable();
        line.text(0).is_empty() && filled.peek().is_some() && filled.all(|cell| is_word(&cell.text))
    };
    let further = sheet.get(1..).unwrap_or_default().iter().take_while(goes_on).count();
    // A table of words alone has no line that is surely one of its rows: its heading is one line.
    if sheet.len() > 1 + further { sheet.len().min(1 + further) } else { sheet.len().min(1) }
}

/// The headings of lines that stand one above the other. A cell that is empty belongs to the one at its left, as merged cells do.
fn joined(lines: &[Line]) -> Vec<Parts> {
    let width = lines.iter().map(Line::width).max().unwrap_or(0);
    let mut above: Vec<Option<Placed>> = vec![None; lines.len()];
    let mut headings = Vec::new();
    for place in 0..width {
        let mut parts = Parts::default();
        for (depth, line) in lines.iter().enumerate() {
            let cell = line.cells.get(place).filter(|cell| !cell.text.is_empty());
            let has_below = lines[depth + 1..].iter().any(|below| !below.text(place).is_empty());
            match cell {
                Some(cell) => {
                    parts.push(cell.clone());
                    above[depth] = Some(cell.clone());
                    // What is further down at the left is of another group.
                    above[depth + 1..].fill(None);
                }
                None if has_below => {
                    if let Some(cell) = &above[depth] {
                        parts.push(cell.clone());
                    }
                }
                None => {}
            }
        }
        if parts.is_empty() {
            let (line, column) = (lines.first().map_or(1, |line| line.line), place + 1);
            parts = Parts::one(Placed { line, column, ..Placed::default() });
        }
        headings.push(parts);
    }
    headings
}

/// A table whose columns are grades, and whose rows say what their figures are, as rows of grades. Below each grade there may be
/// columns of its own, as 基准地价 and 波动幅度.
fn turned(sheet: &Sheet, words: &Words<'_>) -> Option<Laid> {
    let count = heading_lines(sheet);
    let (header, lines) = sheet.split_at(count);
    let headed = joined(header);
    let grade = |place: usize| headed[place].first().filter(|cell| (words.is_grade)(&cell.text));
    let first = (1..headed.len()).find(|&first| (first..headed.len()).all(|place| grade(place).is_some()))?;
    let quantities = || lines.iter().map(|line| line.text(first - 1)).filter(|text| !text.is_empty());
    if quantities().next().is_none() || !quantities().all(|text| (words.is_quantity)(text)) {
        return None;
    }
    let places: Vec<usize> = (first..headed.len()).collect();
    let of_grades: Vec<&[usize]> = places
        .chunk_by(|&one, &next| match (grade(one), grade(next)) {
            (Some(one), Some(next)) => (one.line, one.column) == (next.line, next.column),
            _ => false,
        })
        .collect();
    // Below every grade the same.
    let below = |group: &[usize]| group.iter().map(|&place| headed[place].below().text()).collect::<Vec<_>>();
    if !of_grades.windows(2).all(|pair| below(pair[0]) == below(pair[1])) {
        return None;
    }
    let (at, group) = (header.first()?.cells.first()?, of_grades.first()?);
    let mut headings = vec![Parts::one(Placed { text: words.grade.to_owned(), ..at.clone() })];
    let mut above: Vec<Option<Placed>> = vec![None; first - 1];
    for line in lines {
        let mut parts = Parts::default();
        for (place, above) in above.iter_mut().enumerate() {
            if let Some(cell) = line.cells.get(place).filter(|cell| !cell.text.is_empty()) {
                *above = Some(cell.clone());
            }
            if let Some(cell) = above {
                parts.push(cell.clone());
            }
        }
        let missing = || Placed { line: line.line, column: first, ..Placed::default() };
        parts.push(line.cells.get(first - 1).cloned().unwrap_or_else(missing));
        headings.extend(group.iter().map(|&place| parts.clone().with(headed[place].below())));
    }
    let rows = of_grades.iter().filter_map(|group| {
        let grade = grade(*group.first()?)?.clone();
        let figures = lines.iter().zip(1_u16..).flat_map(|(line, row)| {
            group.iter().map(move |&place| {
                let missing = || Placed { line: line.line, column: place + 1, ..Placed::default() };
                Placed { row: Some(row), ..line.cells.get(place).cloned().unwrap_or_else(missing) }
            })
        });
        Some(Line { line: grade.line, cells: [grade].into_iter().chain(figures).collect() })
    });
    let header_line = header.first().map_or(1, |line| line.line);
    let is_beyond = |line: &&Line| line.width() > headed.len();
    let beyond = lines.iter().find(is_beyond).and_then(|line| line.cells.get(line.width() - 1));
    Some(Laid {
        headings,
        header_line,
        rows: rows.collect(),
        printed_rows: lines.len(),
        parts: 1,
        beyond: beyond.cloned(),
        title: Title::default(),
    })
}

/// A table whose rows are columns, in bands one below the other, each headed by its name: 容积率, 1, 1.1 … above 修正系数, 0.845, 0.867 ….
fn banded(sheet: &Sheet, bands: &Bands<'_>) -> Option<Laid> {
    let Bands { is_key, is_value } = bands;
    let first = sheet.first().filter(|line| is_key(line.text(0)))?;
    // Names of columns stand beside the key where the table is not in bands.
    let is_figure = |cell: &&Placed| interval::parse(&cell.text).is_some() || parse_figure(&cell.text);
    let mut beside = first.cells.iter().skip(1).filter(|cell| !cell.text.is_empty()).peekable();
    beside.peek()?;
    if !beside.all(|cell| is_figure(&cell)) && !sheet.get(1).is_some_and(|line| is_value(line.text(0))) {
        return None;
    }
    let numbered: Vec<(&Line, u16)> = sheet.iter().zip(1..).collect();
    let mut headings: Vec<Parts> = Vec::new();
    let mut rows = Sheet::new();
    for band in numbered.chunk_by(|_, (line, _)| !is_key(line.text(0))) {
        let names = band.iter().map(|(line, _)| Parts::one(line.cells.first().cloned().unwrap_or_default()));
        if headings.is_empty() {
            headings = names.collect();
        } else if headings.len() != band.len() || !headings.iter().zip(names).all(|(a, b)| a.text() == b.text()) {
            return None;
        }
        let width = band.iter().map(|(line, _)| line.width()).max().unwrap_or(0);
        for place in 1..width {
            let cell = |&(line, row): &(&Line, u16)| {
                let missing = || Placed { line: line.line, column: place + 1, ..Placed::default() };
                Placed { row: Some(row), ..line.cells.get(place).cloned().unwrap_or_else(missing) }
            };
            let line = Line { line: band[0].0.line, cells: band.iter().map(cell).collect() };
            // A band that is shorter ends before the others do.
            rows.extend(Some(line).filter(|line| line.width() > 0));
        }
    }
    Some(Laid {
        headings,
        header_line: first.line,
        rows,
        printed_rows: sheet.len(),
        parts: 1,
        beyond: None,
        title: Title::default(),
    })
}

/// Whether it is a number, or one of years.
fn parse_figure(text: &str) -> bool {
    let narrow = narrowed(text);
    parse_decimal(narrow.strip_suffix('年').unwrap_or(&narrow)).is_ok() || parse_date(&narrow).is_ok()
}
