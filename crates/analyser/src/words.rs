//! Where words begin and end in a text.

use std::iter::Peekable;

use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// A word and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word as it stands in the text.
    pub text: &'a str,
    /// The byte of the text where it begins.
    pub start: usize,
    /// The byte after its end.
    pub end: usize,
}

/// The words of a text, in order.
///
/// Words are those of Unicode (UAX #29), except that pieces joined by one
/// hyphen, ampersand, colon or apostrophe are one word, as readers of
/// Finnish and Swedish take them: *tes-neuvottelut*, *H&M:n*, *vaa'an*.
/// [`Analyser::terms`](crate::Analyser::terms) knows the pieces. Words of any
/// length are given; terms are made of the first 64 letters.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let tokens = if text.chars().all(is_plain) {
        Tokens::Plain(Plain { text, at: 0 })
    } else {
        Tokens::Unicode(text.split_word_bound_indices())
    };
    Words { text, tokens: tokens.peekable() }
}

struct Words<'a> {
    text: &'a str,
    tokens: Peekable<Tokens<'a>>,
}

/// The pieces between the boundaries of UAX #29. Nearly every text of the
/// languages served is written in letters whose boundaries need no tables;
/// finding them took a tenth of a search.
enum Tokens<'a> {
    Plain(Plain<'a>),
    Unicode(UWordBoundIndices<'a>),
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Plain(plain) => plain.next(),
            Self::Unicode(unicode) => unicode.next(),
        }
    }
}

/// Letters of Latin and Cyrillic that stand by themselves, digits and the
/// usual signs.
fn is_plain(letter: char) -> bool {
    const SIGNS: &str = "\n–—‘’“”„…•«»€";
    matches!(letter, '\u{20}'..='\u{7e}')
        || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{4ff}')
        || SIGNS.contains(letter)
}

struct Plain<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Plain<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..)?;
        let mut last = rest.chars().next()?;
        let mut length = last.len_utf8();
        while is_inner(last) {
            let mut ahead = rest.get(length..)?.chars();
            match (ahead.next(), ahead.next()) {
                (Some(next), _) if is_inner(next) => {
                    length += next.len_utf8();
                    last = next;
                }
                (Some(between), Some(next)) if joins(last, between, next) => {
                    length += between.len_utf8() + next.len_utf8();
                    last = next;
                }
                _ => break,
            }
        }
        self.at = start + length;
        Some((start, rest.get(..length)?))
    }
}

/// A letter, a digit or what stands for one (`AHLetter`, `Numeric`,
/// `ExtendNumLet`).
fn is_inner(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Rules WB6, WB7, WB11 and WB12: signs that part nothing between two letters
/// or two digits.
fn joins(before: char, between: char, after: char) -> bool {
    match between {
        '.' | '\'' | '‘' | '’' if before.is_ascii_digit() => after.is_ascii_digit(),
        ',' | ';' => before.is_ascii_digit() && after.is_ascii_digit(),
        '.' | '\'' | '‘' | '’' | ':' => before.is_alphabetic() && after.is_alphabetic(),
        _ => false,
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let (start, first) = self.tokens.find(|(_, token)| is_word(token))?;
        let mut end = start + first.len();
        while let Some(further) = self.joined(end) {
            end = further;
        }
        Some(Word { text: self.text.get(start..end)?, start, end })
    }
}

impl Words<'_> {
    /// Takes a joint and the word after it, if both come next. A joint that
    /// is taken and leads nowhere belongs to no word anyway.
    fn joined(&mut self, end: usize) -> Option<usize> {
        let (start, _) = self.tokens.next_if(|(start, token)| *start == end && is_joint(token))?;
        let (start, token) =
            self.tokens.next_if(|(next, token)| *next > start && is_word(token))?;
        Some(start + token.len())
    }
}

fn is_word(token: &str) -> bool {
    token.chars().any(char::is_alphanumeric)
}

fn is_joint(token: &str) -> bool {
    matches!(token, "-" | "\u{2010}" | "\u{2011}" | "&" | ":" | "'" | "’" | "\u{ad}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        words(text).map(|word| word.text).collect()
    }

    #[test]
    fn joined_pieces_are_one_word() {
        assert_eq!(
            texts("H&M:n tes-neuvottelut, EU:ssa ja vaa’an 1,5 kg."),
            ["H&M:n", "tes-neuvottelut", "EU:ssa", "ja", "vaa’an", "1,5", "kg"]
        );
    }

    fn assert_same(text: &str) {
        if text.chars().all(is_plain) {
            let mine: Vec<_> = Plain { text, at: 0 }.filter(|(_, t)| is_word(t)).collect();
            let unicode = text.split_word_bound_indices().filter(|(_, t)| is_word(t));
            assert_eq!(mine, unicode.collect::<Vec<_>>(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_plain_letters_part_as_unicode_has_it(text in "[a-cäöå0-2 _.,:;'’‘&–-]{0,24}") {
            assert_same(&text);
        }
    }

    #[test]
    fn loose_joints_belong_to_no_word() {
        assert_eq!(texts("maa- ja -talous: a -- b & c"), ["maa", "ja", "talous", "a", "b", "c"]);
        assert_eq!(texts("huom:-) (ks."), ["huom", "ks"]);
    }

    #[test]
    fn a_word_says_where_it_stands() {
        let text = "– Äiti, työ-ehto";
        for word in words(text) {
            assert_eq!(&text[word.start..word.end], word.text);
        }
    }
}
