//! Small changes of C++ source, token by token. It knows no grammar: what does not compile is no mutant.

/// A part of the text that becomes another.
#[derive(Debug, PartialEq, Eq)]
pub struct Edit {
    pub from: usize,
    pub to: usize,
    pub becomes: String,
}

#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    at: usize,
}

impl Token<'_> {
    const fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// What an operator becomes, where spaces are around it.
const OPERATORS: [(&str, &str); 13] = [
    ("==", "!="),
    ("!=", "=="),
    ("<", "<="),
    (">", ">="),
    ("<=", "<"),
    (">=", ">"),
    ("&&", "||"),
    ("||", "&&"),
    ("+", "-"),
    ("-", "+"),
    ("*", "+"),
    ("|", "&"),
    ("&", "|"),
];
/// What begins no statement that could be left out.
const KEPT: [&str; 16] = [
    "return",
    "using",
    "static",
    "friend",
    "class",
    "struct",
    "enum",
    "template",
    "constexpr",
    "explicit",
    "inline",
    "public",
    "private",
    "const",
    "auto",
    "typename",
];

/// Every change of the text.
pub fn edits(text: &str) -> Vec<Edit> {
    let tokens = tokens(text);
    let mut edits = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let before = |name: &dyn Fn(&str) -> bool| {
            tokens[..index].iter().rev().map(|other| other.text).find(|other| name(other) && *other != token.text)
        };
        let edit = |becomes: &str| Edit { from: token.at, to: token.end(), becomes: becomes.to_owned() };
        let previous = index.checked_sub(1).map_or("", |index| tokens[index].text);
        let next = tokens.get(index + 1).map_or("", |token| token.text);
        let is_spaced = text[..token.at].ends_with([' ', '\n']) && text[token.end()..].starts_with([' ', '\n']);
        if let Some((_, becomes)) = OPERATORS.iter().find(|(operator, _)| *operator == token.text && is_spaced) {
            edits.push(edit(becomes));
        }
        match token.text {
            "!" => edits.push(edit("")),
            "true" => edits.push(edit("false")),
            "false" => edits.push(edit("true")),
            "?" => edits.extend(choice(text, &tokens, index)),
            "," => edits.extend(swapped(text, &tokens, index)),
            ";" => edits.extend(statement(&tokens, index)),
            number if number.bytes().all(|byte| byte.is_ascii_digit()) && previous != "<" => {
                edits.extend(number.parse::<u64>().map(|number| edit(&(number + 1).to_string())));
            }
            // Another constant, or another field of the struct, that was named before.
            name if name.starts_with("DIJIA_") && next != "(" => {
                edits.extend(before(&|other| other.starts_with("DIJIA_")).map(edit));
            }
            _ if previous == "." && index > 1 && tokens[index - 2].text.ends_with("raw_") => {
                let fields = tokens[..index].windows(3).rev();
                let other = fields.map(|three| (three[0].text, three[1].text, three[2].text));
                let other = other.filter(|(raw, dot, _)| raw.ends_with("raw_") && *dot == ".").map(|(.., field)| field);
                edits.extend(other.into_iter().find(|field| *field != token.text).map(edit));
            }
            _ => {}
        }
    }
    edits
}

/// `a ? b : c` with b and c in each other's place.
fn choice(text: &str, tokens: &[Token<'_>], index: usize) -> Option<Edit> {
    let colon = at_depth(tokens, index + 1, &[":"])?;
    let end = at_depth(tokens, colon + 1, &[";", ",", ")", "}"])?;
    let first = text[tokens[index].end()..tokens[colon].at].trim();
    let second = text[tokens[colon].end()..tokens[end].at].trim();
    Some(Edit { from: tokens[index].end(), to: tokens[end].at, becomes: format!(" {second} : {first}") })
}

/// The arguments on both sides of a comma in each other's place.
fn swapped(text: &str, tokens: &[Token<'_>], index: usize) -> Option<Edit> {
    let mut depth = 0_usize;
    let begin = tokens[..index].iter().rposition(|token| {
        match token.text {
            ")" | "]" | "}" => depth += 1,
            "(" | "[" | "{" | "," if depth == 0 => return true,
            "(" | "[" | "{" => depth -= 1,
            _ => {}
        }
        false
    })?;
    let end = at_depth(tokens, index + 1, &[",", ")", "}"])?;
    let (from, to) = (tokens[begin].end(), tokens[end].at);
    let (first, second) = (text[from..tokens[index].at].trim(), text[tokens[index].end()..to].trim());
    // The order of enumerators that say their number means nothing.
    (first != second && !first.contains([';', '='])).then(|| Edit { from, to, becomes: format!("{second}, {first}") })
}

/// The statement that ends there left out.
fn statement(tokens: &[Token<'_>], index: usize) -> Option<Edit> {
    let is_border = |token: &Token<'_>| matches!(token.text, ";" | "{" | "}" | ":");
    let begin = tokens[..index].iter().rposition(is_border)? + 1;
    let first = tokens[begin..index].first()?;
    let is_kept = KEPT.contains(&first.text) || index - begin < 2;
    (!is_kept).then(|| Edit { from: first.at, to: tokens[index].end(), becomes: ";".into() })
}

/// The next of these tokens that is in no brackets of its own.
fn at_depth(tokens: &[Token<'_>], from: usize, wanted: &[&str]) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(from) {
        if depth == 0 && wanted.contains(&token.text) {
            return Some(index);
        }
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

/// The tokens, without comments and lines for the preprocessor.
fn tokens(text: &str) -> Vec<Token<'_>> {
    const LONG: [&str; 11] = ["==", "!=", "<=", ">=", "&&", "||", "::", "->", "++", "--", "..."];

    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let to_line_end = rest.find('\n').unwrap_or(rest.len());
        let word = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let length = if rest.starts_with("//") || c == '#' {
            at += to_line_end;
            continue;
        } else if c == '"' {
            2 + rest[1..].find('"').unwrap_or(0)
        } else if word > 0 {
            word
        } else if let Some(long) = LONG.iter().find(|long| rest.starts_with(**long)) {
            long.len()
        } else {
            c.len_utf8()
        };
        if !c.is_whitespace() {
            tokens.push(Token { text: &rest[..length], at });
        }
        at += length;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(text: &str) -> Vec<String> {
        let apply = |edit: Edit| format!("{}{}{}", &text[..edit.from], edit.becomes, &text[edit.to..]);
        edits(text).into_iter().map(apply).collect()
    }

    #[test]
    fn operators_numbers_and_truth() {
        assert_eq!(changed("return a == 1;"), ["return a != 1;", "return a == 2;"]);
        assert_eq!(
            changed("return !(true || x<y>());"),
            ["return (true || x<y>());", "return !(false || x<y>());", "return !(true && x<y>());"]
        );
    }

    #[test]
    fn choices_arguments_and_statements() {
        assert_eq!(changed("return a ? f(b) : c;"), ["return a ? c : f(b);"]);
        assert_eq!(changed("return f(a, g(b));"), ["return f(g(b), a);"]);
        assert_eq!(changed("{ a.b(); // c == d\n return e; }"), ["{ ; // c == d\n return e; }"]);
    }

    #[test]
    fn constants_and_fields_become_those_before() {
        assert_eq!(changed("DIJIA_A DIJIA_B"), ["DIJIA_A DIJIA_A"]);
        assert_eq!(changed("return raw_.a + raw_.b"), ["return raw_.a - raw_.b", "return raw_.a + raw_.a"]);
    }
}
