//! One spelling for what people and programs write in several ways.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of their own in the languages served, whatever Unicode can take
/// them apart into.
const LETTERS: [char; 6] = ['å', 'ä', 'ö', 'õ', 'ü', 'й'];

/// The word as a dictionary has it: lower case, composed, with one kind of
/// apostrophe and of hyphen, without soft hyphens and what else is not seen.
pub fn normal(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii()) {
        return word.to_ascii_lowercase();
    }
    word.nfkc().flat_map(char::to_lowercase).filter_map(one_spelling).nfc().collect()
}

fn one_spelling(letter: char) -> Option<char> {
    match letter {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '\u{301}' => Some('\''),
        '\u{2010}'..='\u{2015}' | '−' => Some('-'),
        other => Some(other),
    }
}

/// A normal word as the text of a term: letters and digits, with `_` in
/// place of what stands between two digits. Diacritics are dropped except
/// where they make another letter (å, ä, ö, õ, ü, й).
pub fn term(normal: &str) -> String {
    let mut term = String::with_capacity(normal.len());
    let mut between = false;
    for letter in normal.chars() {
        if !letter.is_alphanumeric() {
            between |= term.ends_with(|last: char| last.is_ascii_digit());
            continue;
        }
        if std::mem::take(&mut between) && letter.is_ascii_digit() {
            term.push('_');
        }
        push_folded(&mut term, letter);
    }
    term
}

fn push_folded(term: &mut String, letter: char) {
    match letter {
        'ø' => term.push('ö'),
        'æ' => term.push('ä'),
        'ß' => term.push_str("ss"),
        'ł' => term.push('l'),
        'đ' | 'ð' => term.push('d'),
        _ if letter.is_ascii() || LETTERS.contains(&letter) => term.push(letter),
        _ => term.extend(std::iter::once(letter).nfd().filter(|part| !is_combining_mark(*part))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_apostrophes_hyphens_and_soft_hyphens_have_one_spelling() {
        assert_eq!(normal("Vaa’an"), "vaa'an");
        assert_eq!(normal("KUORMA\u{2011}AUTO"), "kuorma-auto");
        assert_eq!(normal("auto\u{ad}huolto"), "autohuolto");
        assert_eq!(normal("A\u{308}iti"), "äiti");
        assert_eq!(normal("ﬁlmi"), "filmi");
    }

    #[test]
    fn foreign_diacritics_are_dropped_and_own_letters_kept() {
        assert_eq!(term("idée"), "idee");
        assert_eq!(term("šakki"), "sakki");
        assert_eq!(term("åäöõü"), "åäöõü");
        assert_eq!(term("ёй"), "ей");
        assert_eq!(term("smørrebrød"), "smörrebröd");
    }

    #[test]
    fn a_term_has_letters_and_digits_alone() {
        assert_eq!(term("kuorma-auto"), "kuormaauto");
        assert_eq!(term("h&m"), "hm");
        assert_eq!(term("1,5"), "1_5");
        assert_eq!(term("12:30."), "12_30");
        assert_eq!(term("eu:ssa"), "eussa");
    }
}
