/// What stands behind the name of a grade in Chinese: 级, where the name does not say it itself: `Ⅲ级`, `限制级`, `一等`.
pub(crate) fn behind_grade(name: &str) -> &'static str {
    if name.ends_with(['级', '等']) { "" } else { "级" }
}
