use std::collections::BTreeMap;

use dijia_core::{DevelopmentLevel, Service};

use crate::column::Column;
use crate::fault::{Fault, Faults, fault};
use crate::folder::Folder;
use crate::table::{Columns, Table};
use crate::text::trimmed;

/// A level of development as a document states it: by a name, by the services, or both.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Development {
    pub(crate) name: Option<String>,
    /// The bits of the services; none where the document names the level and does not say which services it means.
    pub(crate) services: Option<u32>,
}

/// The names of levels that `developments.csv` explains.
#[derive(Clone, Debug, Default)]
pub(crate) struct Developments(BTreeMap<String, Option<u32>>);

impl Developments {
    pub(crate) fn read(folder: &Folder, faults: &Faults) -> Self {
        let mut levels = Self::default();
        let columns = Columns::of(&[Column::Name, Column::Services], &[]);
        let Some(table) = Table::read_if_there(folder, "developments.csv", &columns, faults) else { return levels };
        for row in table.rows() {
            let cell = row.cell(Column::Name);
            let Some(name) = cell.name(faults) else { continue };
            let services = row.filled(Column::Services).and_then(|cell| cell.parsed(faults, services)).flatten();
            if levels.0.insert(name.to_owned(), services).is_some() {
                faults.add(cell.at, fault!("{name} is there twice", "{name}出现两次"));
            }
        }
        levels
    }

    /// Every name that the edition explains.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Option<u32>)> {
        self.0.iter().map(|(name, services)| (name.as_str(), *services))
    }

    /// Reads what a document says of a level: `六通一平（通路、供电 …）`, the services alone, or a name alone, which means
    /// what `developments.csv` says, or is a name and nothing more.
    pub(crate) fn parse(&self, text: &str) -> Result<Development, Fault> {
        let text = trimmed(text).trim_end_matches(['。', '；', ';']);
        if let Some(level) = outside_and_inside(text) {
            return self.parse(&level);
        }
        let (name, list) = split(text);
        let known = self.0.get(name).copied();
        match (list, known) {
            (Some(list), known) => {
                let services = services(list)?;
                // A set that an edition cannot hold is what the document calls it.
                if services.is_none() {
                    return Ok(Development { name: Some(text.to_owned()), services });
                }
                if known.is_some_and(|known| known != services) {
                    return Err(fault!(
                        "{name} is a set of other services in developments.csv",
                        "{name}在developments.csv中是另一组基础设施",
                    ));
                }
                Ok(Development { name: Some(name.to_owned()), services })
            }
            (None, Some(services)) => Ok(Development { name: Some(name.to_owned()), services }),
            (None, None) if is_name(name) => Ok(Development { name: Some(name.to_owned()), services: None }),
            (None, None) => Ok(match services(text)? {
                None => Development { name: Some(text.to_owned()), services: None },
                services => Development { name: None, services },
            }),
        }
    }
}

/// What is said of the outside of a site and of its inside, each by a name and its services, as one level: 宗地外“六通”(通路、…)，宗地内“场平”
/// is “六通一平” of those services and 场地平整.
fn outside_and_inside(text: &str) -> Option<String> {
    const OUTSIDE: [&str; 4] = ["宗地红线外", "宗地外", "红线外", "场外"];
    const INSIDE: [&str; 4] = ["宗地红线内", "宗地内", "红线内", "场内"];
    const LEVEL: [&str; 8] = ["场平", "“场平”", "\"场平\"", "“一平”", "一平", "场地平整", "土地平整", "“场地平整”"];

    let outside = OUTSIDE.iter().find_map(|word| text.strip_prefix(word))?;
    let (outside, inside) = INSIDE.iter().find_map(|word| outside.split_once(word))?;
    // What stands in brackets behind it says more of it.
    let inside = without_brackets(inside);
    let inside = reached(trimmed(&inside).trim_matches(['。', '；', ';', '：', ':']));
    if !LEVEL.contains(&inside) {
        return None;
    }
    let outside = outside.trim_matches(|c: char| c.is_whitespace() || "，,、；;：:".contains(c));
    let outside =
        reached(["以及", "及", "和", "与"].iter().find_map(|and| outside.strip_suffix(and)).unwrap_or(outside));
    let (name, list) = split(outside);
    match list {
        Some(list) if is_name(name) && name.ends_with('通') => Some(format!("{name}一平（{list}、场地平整）")),
        Some(_) => None,
        None if is_name(name) => Some(format!("{name}一平")),
        None => Some(format!("{outside}、场地平整")),
    }
}

/// A level without the words that say that it is reached.
fn reached(text: &str) -> &str {
    ["均达到", "达到", "具备", "实现"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text)
}

/// The name, without quotation marks, and what stands in brackets or behind a colon after it.
fn split(text: &str) -> (&str, Option<&str>) {
    let marks = ['“', '”', '"', '「', '」', '\'', '‘', '’'];
    let bare = |name: &str| -> usize {
        name.len() - name.trim_end_matches(|c: char| marks.contains(&c) || c.is_whitespace()).len()
    };
    for (open, close) in [('（', '）'), ('(', ')')] {
        if let Some((name, rest)) = text.split_once(open)
            && !name.contains(['、', '，', ','])
            && let Some(list) = rest.strip_suffix(close)
        {
            let end = name.len() - bare(name);
            return (name[..end].trim_start_matches(marks), Some(list));
        }
    }
    match text.split_once(['：', ':']) {
        Some((name, list)) => (name[..name.len() - bare(name)].trim_start_matches(marks), Some(list)),
        None => (text.trim_matches(marks), None),
    }
}

/// Whether it is what the trade names a level: a numeral and 通, and 一平 or not.
fn is_name(text: &str) -> bool {
    let rest = text.strip_prefix(['一', '二', '两', '三', '四', '五', '六', '七', '八', '九']);
    rest.is_some_and(|rest| matches!(rest, "通" | "通一平"))
}

/// Reads a list of services as notices print it; none where one of them is no service that an edition could hold.
fn services(text: &str) -> Result<Option<u32>, Fault> {
    if matches!(text, "none" | "无") {
        return Ok(Some(0));
    }
    let mut level = DevelopmentLevel::NONE;
    let mut is_complete = true;
    let mut list = without_brackets(text);
    for and in ["以及", "，红线内", "和", "及", "与"] {
        list = list.replace(and, "、");
    }
    for item in list.split(['+', ',', '，', '、', ';', '；', '。']).map(trimmed).filter(|item| !item.is_empty()) {
        const BEFORE: [&str; 10] =
            ["包括", "宗地红线外", "宗地红线内", "红线外", "红线内", "宗地外", "宗地内", "即", "含", "指"];

        let item = reached(item);
        let item = BEFORE.iter().find_map(|before| item.strip_prefix(before)).unwrap_or(item);
        if FURTHER.contains(&item.strip_prefix('通').unwrap_or(item)) {
            is_complete = false;
            continue;
        }
        let service = one_service(item)?;
        if level.contains(service) {
            let (english, chinese) = (service.english(), service.chinese());
            return Err(fault!("{item:?}: {english} is named twice", "{item:?}：{chinese}出现两次"));
        }
        level = level.with(service);
    }
    Ok(is_complete.then(|| level.bits().into()))
}

/// Reads one service.
pub(crate) fn one_service(text: &str) -> Result<Service, Fault> {
    let item = trimmed(text);
    service(item).ok_or_else(|| {
        let all = Service::ALL.map(Service::chinese).join("、");
        fault!("{item:?} is none of the services {all}", "{item:?}不是基础设施：{all}")
    })
}

/// What notices count among the services beyond those that [`Service`] has.
const FURTHER: [&str; 8] = ["排污", "污水", "雨水", "有线电视", "宽带", "邮", "中水", "排污水"];

/// What stands in brackets behind a service says more of it.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Reads a service in any of the words that notices have for it.
fn service(item: &str) -> Option<Service> {
    if let Ok(service) = item.parse() {
        return Some(service);
    }
    Some(match item {
        "道路" | "路" | "通道路" => Service::Road,
        "电" | "电力" | "通电力" | "通供电" => Service::Power,
        "讯" | "电讯" | "通电讯" | "通信" | "电信" | "通电信" => Service::Telecom,
        "上水" | "通上水" | "给水" | "通给水" | "通供水" | "自来水" | "水" => Service::WaterSupply,
        "下水" | "通下水" | "通排水" => Service::Drainage,
        "气" | "燃气" | "通燃气" | "供燃气" | "煤气" | "通煤气" | "天然气" | "通天然气" => {
            Service::Gas
        }
        "热" | "热力" | "通热力" | "暖" | "暖气" | "通暖" | "通暖气" | "供暖" | "通供暖" => {
            Service::Heating
        }
        "平" | "场平" | "土地平整" | "场地平" | "宗地平整" | "地面平整" | "一平" => {
            Service::Levelling
        }
        _ => return None,
    })
}
