//! A text with one spelling for what is written in several ways: digits of
//! every script, spaces, dashes, what is not seen.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// The folded text, and where each of its bytes comes from.
pub struct Folded {
    /// Lower case is kept apart from upper case; only the kinds of signs are
    /// made one.
    pub text: String,
    /// For each byte of the folded text, the bytes of the character that it
    /// comes from.
    places: Vec<(usize, usize)>,
}

/// The digit zero of scripts whose digits NFKC leaves as they are.
const ZEROS: [u32; 22] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50,
    0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80,
];

impl Folded {
    pub fn new(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), places: Vec::new() };
        for (start, letter) in text.char_indices() {
            let end = start + letter.len_utf8();
            if letter.is_ascii() {
                folded.push(letter, start, end);
            } else if !is_unseen(letter) {
                for plain in std::iter::once(letter).nfkc() {
                    folded.push(one_sign(plain), start, end);
                }
            }
        }
        if folded.has_digits() {
            folded.read_letters_as_digits();
        }
        folded
    }

    fn push(&mut self, letter: char, start: usize, end: usize) {
        self.text.push(letter);
        self.places.extend(std::iter::repeat_n((start, end), letter.len_utf8()));
    }

    /// The bytes of the first text that a match in the folded one covers.
    pub fn origin(&self, span: Range<usize>) -> Range<usize> {
        let start = self.places.get(span.start).map(|(start, _)| *start);
        let end = span.end.checked_sub(1).and_then(|last| self.places.get(last));
        match (start, end) {
            (Some(start), Some((_, end))) => start..*end,
            _ => 0..0,
        }
    }

    pub fn has_digits(&self) -> bool {
        self.text.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// An O or an l among digits is meant as one, by slip or to deceive.
    fn read_letters_as_digits(&mut self) {
        let bytes = self.text.as_bytes();
        let digit = |at: Option<&u8>| at.is_some_and(u8::is_ascii_digit);
        let inner =
            |at: Option<&u8>| at.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte > 127);
        let mut changes = Vec::new();
        for (at, byte) in bytes.iter().enumerate() {
            let (before, after) =
                (at.checked_sub(1).and_then(|at| bytes.get(at)), bytes.get(at + 1));
            let is_zero = matches!(byte, b'O' | b'o') && digit(after) && !inner(before);
            let is_one = matches!(byte, b'l' | b'I') && digit(before) && digit(after);
            let is_inner_zero = matches!(byte, b'O' | b'o') && digit(before) && !inner(after);
            if is_zero || is_inner_zero {
                changes.push((at, "0"));
            } else if is_one {
                changes.push((at, "1"));
            }
        }
        for (at, digit) in changes {
            self.text.replace_range(at..=at, digit);
        }
    }

    /// Whether neither a letter nor a digit touches the span.
    pub fn is_apart(&self, span: &Range<usize>) -> bool {
        let before = self.text.get(..span.start).and_then(|text| text.chars().next_back());
        let after = self.text.get(span.end..).and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    }

    /// The text before a place, as much as a cue to it may need.
    pub fn before(&self, at: usize) -> &str {
        const WINDOW: usize = 48;
        let mut start = at.saturating_sub(WINDOW);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        self.text.get(start..at).unwrap_or_default()
    }
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{20e3}')
}

fn one_sign(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '’' | '‘' | 'ʼ' | '´' => '\'',
        _ if letter != '\n' && letter.is_whitespace() => ' ',
        _ if letter.is_numeric() => digit(letter).unwrap_or(letter),
        _ => letter,
    }
}

fn digit(letter: char) -> Option<char> {
    let number = u32::from(letter);
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&number))?;
    char::from_digit(number - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_digits_and_say_where_they_stood() {
        let folded = Folded::new("a\u{200b}０٤०\u{a0}1–2");
        assert_eq!(folded.text, "a040 1-2");
        assert_eq!(folded.origin(1..4), 4..12);
        assert_eq!(Folded::new("O40 1l2 Oulu o").text, "040 112 Oulu o");
    }
}
