//! The words of a text with what tells of their place in it.

use std::ops::Range;

/// A word as it stands in the text.
#[derive(Debug, Clone)]
pub struct Token {
    pub span: Range<usize>,
    /// The word in lower case, without what is not seen.
    pub lower: String,
    pub shape: Shape,
    /// Whether a sentence, a line or a quotation begins with it, so that a
    /// capital says nothing.
    pub is_first: bool,
    /// Whether one space alone parts it from the word before.
    pub is_next: bool,
    /// The character right before it.
    pub before: Option<char>,
    /// The character right after it.
    pub after: Option<char>,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// *matti*
    Small,
    /// *Matti*
    Capital,
    /// *MATTI*
    AllCapitals,
    /// *K* or *K.*
    Initial,
    /// *WhatsApp*, *123*
    Other,
}

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "esim", "mm", "ns", "nk", "t", "terv", "ts", "p", "puh",
    "bl", "t.ex", "t.o.m", "hr", "fr", "ym", "tri", "kh", "rva", "nti", "hra", "sr", "jr", "n",
];

/// The words of a text, in order: letters, with hyphens, apostrophes and
/// colons between them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if !letter.is_alphanumeric() {
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = letters.peek().copied() {
            let after = text.get(at + next.len_utf8()..).and_then(|rest| rest.chars().next());
            let joins = matches!(next, '-' | '‐' | '\u{2011}' | '\'' | '’' | ':')
                && after.is_some_and(char::is_alphabetic);
            if !(is_inner(next) || joins) {
                break;
            }
            end = at + next.len_utf8();
            letters.next();
        }
        if let Some(word) = text.get(start..end) {
            let earlier = tokens.last().map(|token| (token.span.end, token.lower.as_str()));
            let token = token(text, word, start, end, earlier);
            tokens.push(token);
        }
    }
    tokens
}

fn is_inner(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{300}'..='\u{36f}')
}

fn token(
    text: &str,
    word: &str,
    start: usize,
    end: usize,
    earlier: Option<(usize, &str)>,
) -> Token {
    let between = earlier.and_then(|(end, _)| text.get(end..start));
    let after_abbreviation = earlier.is_some_and(|(_, word)| {
        ABBREVIATIONS.contains(&word)
            || word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && word != "i"
    });
    let lower = word
        .chars()
        .filter(|letter| !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'))
        .map(|letter| if matches!(letter, '’' | '‘' | 'ʼ') { '\'' } else { letter })
        .map(|letter| if matches!(letter, '‐' | '\u{2011}') { '-' } else { letter })
        .flat_map(char::to_lowercase)
        .collect();
    Token {
        span: start..end,
        lower,
        shape: shape(word),
        is_first: between.is_none_or(|between| begins_sentence(between, after_abbreviation)),
        is_next: between.is_some_and(|between| is_near(between, after_abbreviation)),
        before: text.get(..start).and_then(|text| text.chars().next_back()),
        after: text.get(end..).and_then(|text| text.chars().next()),
    }
}

/// Whether what stands between two words ends a sentence or a line, or
/// opens a quotation.
fn begins_sentence(between: &str, after_abbreviation: bool) -> bool {
    between.chars().any(|letter| match letter {
        '.' => !after_abbreviation,
        '!' | '?' | '…' | '\n' | ':' | '"' | '”' | '“' | '»' | '•' | '|' | '[' => true,
        _ => false,
    })
}

fn is_near(between: &str, after_abbreviation: bool) -> bool {
    let between = between.trim_matches(['*', '_']);
    between == " " || between == "\u{a0}" || after_abbreviation && matches!(between, ". " | ".")
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return Shape::Other };
    if word.chars().any(char::is_numeric) {
        return Shape::Other;
    }
    if !first.is_uppercase() {
        return if word.chars().any(char::is_uppercase) { Shape::Other } else { Shape::Small };
    }
    if word.chars().count() == 1 {
        return Shape::Initial;
    }
    // Each piece between hyphens by itself: Anna-Maija; McDonald is a name.
    let pieces = || word.split(['-', '‐', '\u{2011}']);
    if word.chars().filter(|letter| letter.is_alphabetic()).all(char::is_uppercase) {
        return Shape::AllCapitals;
    }
    let has_inner = pieces().any(|piece| {
        let piece = piece.strip_prefix("Mc").unwrap_or(piece);
        piece.chars().skip(1).any(char::is_uppercase)
    });
    if has_inner { Shape::Other } else { Shape::Capital }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_knows_whether_its_capital_tells_something() {
        let text = "Eilen Matti-Pekka tuli. Hän, s. Räsänen, söi: Kyllä MATTI's";
        let told: Vec<_> = tokens(text)
            .into_iter()
            .map(|token| (&text[token.span.clone()], token.shape, token.is_first))
            .collect();
        assert_eq!(
            told,
            [
                ("Eilen", Shape::Capital, true),
                ("Matti-Pekka", Shape::Capital, false),
                ("tuli", Shape::Small, false),
                ("Hän", Shape::Capital, true),
                ("s", Shape::Small, false),
                ("Räsänen", Shape::Capital, false),
                ("söi", Shape::Small, false),
                ("Kyllä", Shape::Capital, true),
                ("MATTI's", Shape::Other, false),
            ]
        );
    }
}
