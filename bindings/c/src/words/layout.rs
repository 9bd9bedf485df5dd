//! Layouts of worksheets.

use dijia::Layout;

use crate::failure::Result;
use crate::words::enumeration::element;

/// The layout of a worksheet, all of which have the same content: one of `DIJIA_LAYOUT_WIDE`, `DIJIA_LAYOUT_NARROW`,
/// `DIJIA_LAYOUT_MARKDOWN`, `DIJIA_LAYOUT_HTML`.
pub type dijia_layout = u32;

/// A table of text, a step a line, its columns aligned where a Chinese character is two columns wide.
pub const DIJIA_LAYOUT_WIDE: dijia_layout = 0;
/// Text of at most 80 columns, which a page of A4 holds; long lines go on, indented.
pub const DIJIA_LAYOUT_NARROW: dijia_layout = 1;
/// Markdown as GitHub defines it; what would be markup in a name is escaped.
pub const DIJIA_LAYOUT_MARKDOWN: dijia_layout = 2;
/// A `<table>` of HTML with a caption; every text in it is escaped.
pub const DIJIA_LAYOUT_HTML: dijia_layout = 3;

const _: () = assert!(DIJIA_LAYOUT_NARROW == Layout::Narrow as u32);
const _: () = assert!(DIJIA_LAYOUT_MARKDOWN == Layout::Markdown as u32);
const _: () = assert!(DIJIA_LAYOUT_HTML == Layout::Html as u32);

pub fn read_layout(layout: dijia_layout) -> Result<Layout> {
    element(&[Layout::Wide, Layout::Narrow, Layout::Markdown, Layout::Html], 0, "dijia_layout", layout)
}
