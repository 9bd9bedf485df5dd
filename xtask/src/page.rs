//! The programs that pages of documentation show, and what they say that those print.

use crate::failure::{Failure, Outcome};

/// A block of code, fenced.
struct Block<'a> {
    language: &'a str,
    text: &'a str,
    /// Where it begins.
    line: usize,
}

/// A whole program of a page, and the output that the next block of the page shows.
#[derive(Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    pub program: &'a str,
    pub output: &'a str,
    pub line: usize,
}

/// The last line of an output of which the page shows the beginning.
const MORE: &str = "…\n";

impl Shown<'_> {
    /// Whether the program printed what the page shows.
    pub fn agrees(&self, printed: &str) -> bool {
        match self.output.strip_suffix(MORE) {
            Some(beginning) => printed.len() > beginning.len() && printed.starts_with(beginning),
            None => printed == self.output,
        }
    }
}

/// The programs of the page in that language, each a block with a `main` that a block of output follows.
pub fn programs<'a>(page: &'a str, language: &str) -> Outcome<Vec<Shown<'a>>> {
    let blocks = blocks(page);
    let is_program = |block: &Block<'_>| block.language == language && block.text.contains("main(");
    let shown = blocks.iter().enumerate().filter(|(_, block)| is_program(block)).map(|(index, block)| {
        let output = blocks.get(index + 1).filter(|next| next.language == "text").ok_or_else(|| {
            Failure::new(format!("line {}: no block of text shows what this program prints", block.line))
        })?;
        Ok(Shown { program: block.text, output: output.text, line: block.line })
    });
    shown.collect()
}

/// The texts of the blocks in that language, in their order.
pub fn texts<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    blocks(page).into_iter().filter(|block| block.language == language).map(|block| block.text).collect()
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    const FENCE: &str = "```";

    let mut blocks = Vec::new();
    let mut rest = page;
    let mut line = 1;
    while let Some((first, after)) = rest.split_once('\n') {
        rest = after;
        line += 1;
        let Some(language) = first.strip_prefix(FENCE) else { continue };
        let mut length = 0;
        for text in after.split_inclusive('\n') {
            if text.trim_end() == FENCE {
                break;
            }
            length += text.len();
        }
        let (text, after) = after.split_at(length);
        blocks.push(Block { language: language.trim(), text, line });
        line += text.lines().count() + 1;
        rest = after.split_once('\n').map_or("", |(_, after)| after);
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# A page\n\n```c\nint main(void) {}\n```\n\nprints\n\n```text\none\ntwo\n```\n\n```sh\nmain()\n```\n\n\
                        ```cpp\nint x;\n```\n";

    #[test]
    fn a_program_and_what_it_prints() {
        let shown = Shown { program: "int main(void) {}\n", output: "one\ntwo\n", line: 4 };
        assert_eq!(programs(PAGE, "c").unwrap(), [shown]);
        assert_eq!(programs(PAGE, "cpp").unwrap(), []);
        assert_eq!((texts(PAGE, "cpp"), texts(PAGE, "sh")), (vec!["int x;\n"], vec!["main()\n"]));
    }

    #[test]
    fn a_program_without_its_output_is_an_error() {
        let failure = programs("```c\nint main(void) {}\n```\n\n```sh\nls\n```\n", "c").unwrap_err();
        assert_eq!(failure.what, "line 2: no block of text shows what this program prints");
    }

    #[test]
    fn outputs_agree_whole_or_in_their_beginning() {
        let whole = Shown { program: "", output: "one\n", line: 1 };
        assert!(whole.agrees("one\n") && !whole.agrees("one\ntwo\n") && !whole.agrees("on"));
        let beginning = Shown { program: "", output: "one\n…\n", line: 1 };
        assert!(beginning.agrees("one\ntwo\n") && !beginning.agrees("one\n") && !beginning.agrees("two\n"));
    }
}
