//! What the tests of spellings share.

/// What may stand before and after.
pub const SURROUNDINGS: [(&str, &str); 9] = [
    ("", ""),
    (" ", ""),
    ("", "\u{3000}"),
    ("\t\u{3000} ", " \r\n"),
    ("\u{b}", "\u{c}"),
    ("\u{feff}", "\u{a0}"),
    ("\u{a0}", "\u{feff}"),
    ("\u{200b}\u{200c}\u{200d}\u{2060}", "\u{202f}\u{2007}"),
    ("\u{2007}\u{202f}", "\u{2060}\u{200d}\u{200c}\u{200b}"),
];
