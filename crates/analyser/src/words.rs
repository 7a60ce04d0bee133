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
    Words { text, tokens: text.split_word_bound_indices().peekable() }
}

struct Words<'a> {
    text: &'a str,
    tokens: Peekable<UWordBoundIndices<'a>>,
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
