use core::fmt::{self, Write as _};

use crate::words::text::{columns, write_spaces};

/// The columns of a page of A4, where a Chinese character is two wide.
const PAGE: usize = 80;
/// The most characters that are kept together, with those that have no width.
const MOST_TOGETHER: usize = 128;

/// Writes text as lines of a page, the first of which has begun; the others are indented as far.
///
/// A line is broken at spaces, which it then loses; after an operator and not before it, as GB 3102.11 has it; and between Chinese
/// characters, where punctuation allows. What is longer than a line is broken where that ends.
pub(crate) struct Wrapped<'f, 'g> {
    f: &'f mut fmt::Formatter<'g>,
    indent: usize,
    /// Where the next character goes; `indent` where nothing stands on the line yet.
    column: usize,
    /// The spaces between what stands on the line and the word.
    before: usize,
    /// What is kept together and not written yet.
    word: [char; MOST_TOGETHER],
    length: usize,
    width: usize,
    /// The spaces behind the word.
    after: usize,
    /// What follows those and is an operator if a space follows it in its turn.
    operator: Option<char>,
}

impl<'f, 'g> Wrapped<'f, 'g> {
    pub(crate) const fn new(f: &'f mut fmt::Formatter<'g>, indent: usize) -> Self {
        Self {
            f,
            indent,
            column: indent,
            before: 0,
            word: ['\0'; MOST_TOGETHER],
            length: 0,
            width: 0,
            after: 0,
            operator: None,
        }
    }

    /// Writes what is left, and ends the line.
    pub(crate) fn end(mut self) -> fmt::Result {
        if let Some(operator) = self.operator.take() {
            self.join(operator)?;
        }
        self.flush()?;
        self.f.write_str("\n")
    }

    fn push(&mut self, c: char) -> fmt::Result {
        if c == ' ' {
            match self.operator.take() {
                Some(operator) => {
                    self.join(operator)?;
                    self.after = 1;
                }
                None => self.after += 1,
            }
            return Ok(());
        }
        if let Some(sign) = self.operator.take() {
            // The sign of a number, or the beginning of a word.
            self.begin(sign)?;
        } else if self.after > 0 || self.length == 0 {
            if is_operator(c) {
                self.operator = Some(c);
                return Ok(());
            }
            return self.begin(c);
        }
        let last = self.length.checked_sub(1).and_then(|last| self.word.get(last));
        if last.is_some_and(|&last| may_break(last, c)) {
            self.flush()?;
        }
        self.append(c)
    }

    /// Begins another word behind the spaces.
    fn begin(&mut self, c: char) -> fmt::Result {
        self.flush()?;
        self.before = core::mem::take(&mut self.after);
        self.append(c)
    }

    /// Keeps the operator with the word before it, if a line holds both.
    fn join(&mut self, operator: char) -> fmt::Result {
        let (width, length) = (self.width + self.after + 1, self.length + self.after + 1);
        if self.length == 0 || width > self.room() || length > MOST_TOGETHER {
            return self.begin(operator);
        }
        for _ in 0..core::mem::take(&mut self.after) {
            self.append(' ')?;
        }
        self.append(operator)
    }

    fn append(&mut self, c: char) -> fmt::Result {
        if self.width + columns(c) > self.room() || self.length == MOST_TOGETHER {
            self.flush()?;
        }
        if let Some(place) = self.word.get_mut(self.length) {
            *place = c;
            self.length += 1;
            self.width += columns(c);
        }
        Ok(())
    }

    const fn room(&self) -> usize {
        PAGE.saturating_sub(self.indent)
    }

    /// Writes the word, on the next line if this one has no room for it.
    fn flush(&mut self) -> fmt::Result {
        if self.length == 0 {
            return Ok(());
        }
        if self.column > self.indent {
            if self.column + self.before + self.width > PAGE {
                self.f.write_str("\n")?;
                write_spaces(self.f, self.indent)?;
                self.column = self.indent;
            } else {
                write_spaces(self.f, self.before)?;
                self.column += self.before;
            }
        }
        self.word.iter().take(self.length).try_for_each(|&c| self.f.write_char(c))?;
        self.column += self.width;
        (self.before, self.length, self.width) = (0, 0, 0);
        Ok(())
    }
}

impl fmt::Write for Wrapped<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|c| self.push(if c.is_control() { ' ' } else { c }))
    }
}

const fn is_operator(c: char) -> bool {
    matches!(c, '×' | '÷' | '+' | '-' | '=' | '→')
}

/// Whether a line may end between the characters.
fn may_break(left: char, right: char) -> bool {
    let is_digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    let is_in_number = is_digit(right) && (is_digit(left) || matches!(left, '.' | '．'));
    let is_chinese = columns(left) == 2 || columns(right) == 2;
    // What stands behind every computation would leave one character on a line of its own.
    let is_in_source = matches!((left, right), ('推', '算') | ('给', '定'));
    is_chinese && columns(right) > 0 && !begins_no_line(right) && !ends_no_line(left) && !is_in_number && !is_in_source
}

const fn begins_no_line(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | '%'
            | '…'
            | '”'
            | '’'
            | '、'
            | '。'
            | '，'
            | '．'
            | '；'
            | '：'
            | '！'
            | '？'
            | '％'
            | '）'
            | '］'
            | '｝'
            | '〕'
            | '】'
            | '》'
            | '〉'
            | '」'
            | '』'
    )
}

const fn ends_no_line(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '“' | '‘' | '（' | '［' | '｛' | '〔' | '【' | '《' | '〈' | '「' | '『')
}
