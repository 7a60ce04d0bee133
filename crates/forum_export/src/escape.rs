//! Words written so that Markdown takes them as they are.

/// Words within a line or several; line ends stay.
pub(crate) fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (index, line) in text.split('\n').enumerate() {
        // Four spaces at its beginning would make code of a line. The first one
        // may go on behind other words.
        let words = line.trim_start_matches([' ', '\t']);
        if index > 0 {
            out.push('\n');
        } else if words.len() < line.len() {
            out.push(' ');
        }
        line_of_words(words, &mut out);
    }
    out
}

fn line_of_words(line: &str, out: &mut String) {
    let digits = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_numbered = digits.len() < line.len() && digits.starts_with(['.', ')']);
    let number = line.len() - digits.len();
    for (at, letter) in line.char_indices() {
        let begins = at == 0 && matches!(letter, '#' | '-' | '+' | '=' | '|');
        let counts = is_numbered && at == number;
        let always =
            matches!(letter, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '&' | '|');
        if begins || counts || always {
            out.push('\\');
        }
        out.push(letter);
    }
}

/// What stands for letters of HTML in a text, put back: the five that forums
/// write, and numbers.
pub(crate) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let entity = from.find(';').filter(|end| *end <= 10).and_then(|end| from.get(1..end));
        match entity.and_then(letter) {
            Some(letter) => {
                out.push(letter);
                let length = entity.map_or(0, str::len) + 2;
                rest = from.get(length..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

fn letter(entity: &str) -> Option<char> {
    Some(match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        number => {
            let number = number.strip_prefix('#')?;
            let value = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(value).filter(|letter| *letter != '\0')?
        }
    })
}
