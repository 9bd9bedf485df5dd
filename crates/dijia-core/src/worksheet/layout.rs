/// The form of a worksheet (版式). All have the same content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Layout {
    /// 宽表, the default: a table of text, a step a line, its columns aligned where a Chinese character is two columns wide.
    #[default]
    Wide = 0,
    /// 窄表: text of at most 80 columns, which a page of A4 holds; a step is a line of its figure, and below it the computation
    /// and the source. Long lines go on, indented, after a space, after the operator of a formula, or between Chinese characters, and
    /// no number is broken.
    Narrow = 1,
    /// Markdown as GitHub defines it, with a table of the steps. What it would read as markup is escaped, so that every text is
    /// shown as it is.
    Markdown = 2,
    /// A `<table>` of HTML with a caption, as a fragment of a page: header cells have a scope, numbers are aligned to the right, and
    /// every text is escaped.
    Html = 3,
}
