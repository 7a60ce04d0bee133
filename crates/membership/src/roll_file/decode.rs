//! From bytes to text: which encoding a roll file is in. UTF-8 and
//! Windows-1252 are read; all else is refused with a reason rather than read
//! into wrong names.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

use super::problems::NotText;

/// The encoding that a file was found to be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// Windows-1252, what Excel in Finland writes as "CSV".
    Windows1252,
}

/// How many bytes from the start are looked at to tell UTF-16 and binary files.
const SAMPLE_BYTES: usize = 4096;

/// Decodes the file's bytes, its byte order mark removed.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), NotText> {
    refuse_known_formats(bytes)?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    refuse_many_nuls(bytes)?;
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(error) => (windows_1252(bytes, error.valid_up_to())?, Encoding::Windows1252),
    };
    if has_strange_controls(text.0.as_bytes()) {
        return Err(NotText::Binary);
    }
    Ok(text)
}

/// Files that tell what they are by their first bytes.
fn refuse_known_formats(bytes: &[u8]) -> Result<(), NotText> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(NotText::Utf16);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(NotText::Spreadsheet);
    }
    if bytes.starts_with(b"%PDF") || bytes.starts_with(b"\x1F\x8B") {
        return Err(NotText::Binary);
    }
    Ok(())
}

/// A stray NUL is a problem of one row; a quarter of all bytes is UTF-16
/// without a mark, or no text at all.
fn refuse_many_nuls(bytes: &[u8]) -> Result<(), NotText> {
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let nuls = |start: usize| sample.iter().skip(start).step_by(2).filter(|b| **b == 0);
    let (even, odd) = (nuls(0).count(), nuls(1).count());
    if (even + odd) * 4 < sample.len() || sample.len() < 2 {
        return Ok(());
    }
    let one_sided = even * 8 < odd || odd * 8 < even;
    Err(if one_sided { NotText::Utf16 } else { NotText::Binary })
}

/// Control characters that no export has. NUL is left for the rows to report.
fn has_strange_controls(bytes: &[u8]) -> bool {
    let strange = |b: &u8| matches!(b, 1..=8 | 11 | 14..=31 | 127);
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    sample.iter().filter(|b| strange(b)).count() * 50 > sample.len()
}

/// Reads the bytes as Windows-1252 if that is what they plausibly are.
/// `first_bad` is where they stop being UTF-8.
fn windows_1252(bytes: &[u8], first_bad: usize) -> Result<Cow<'_, str>, NotText> {
    if count_utf8_sequences(bytes) > 0 {
        return Err(NotText::BrokenUtf8 { line: line_at(bytes, first_bad) });
    }
    if !is_plausibly_windows_1252(bytes) {
        return Err(NotText::UnknownEncoding);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok(text)
}

/// How many letters in the bytes are written as UTF-8 writes Latin letters
/// (a lead byte C3–C5 and one continuation). As Windows-1252 each would be a
/// capital A with a mark and a sign, such as `Ã¤`, which no name has.
fn count_utf8_sequences(bytes: &[u8]) -> usize {
    let is_pair = |pair: &&[u8]| matches!(pair, [0xC3..=0xC5, 0x80..=0xBF]);
    bytes.windows(2).filter(is_pair).count()
}

/// Counted from 1.
fn line_at(bytes: &[u8], offset: usize) -> u32 {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let breaks = before.iter().filter(|b| **b == b'\n').count();
    u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1)
}

/// In Windows-1252 a byte between two letters is a letter, an apostrophe or a
/// dash. In other one-byte encodings (DOS, Macintosh) the Finnish letters
/// stand where Windows-1252 has signs and rare capitals, so signs and capitals
/// in the middle of words are the mark of them.
fn is_plausibly_windows_1252(bytes: &[u8]) -> bool {
    let undefined = |b: &u8| matches!(b, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
    if bytes.iter().any(undefined) {
        return false;
    }
    let letters = bytes.iter().filter(|b| is_high_letter(**b)).count();
    let odd = bytes.windows(3).filter(|w| is_odd_in_a_word(w)).count();
    odd * 20 <= letters
}

/// Whether the middle one of three bytes would be out of place as Windows-1252.
fn is_odd_in_a_word(window: &[u8]) -> bool {
    let [before, byte, after] = window else {
        return false;
    };
    let in_word = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
    let capital_after_small = before.is_ascii_lowercase() && is_high_capital(*byte);
    in_word && (is_sign(*byte) || capital_after_small)
}

/// A capital letter of Windows-1252 beyond ASCII.
fn is_high_capital(byte: u8) -> bool {
    matches!(byte, 0x8A | 0x8C | 0x8E | 0x9F | 0xC0..=0xD6 | 0xD8..=0xDE)
}

/// A letter of Windows-1252 beyond ASCII.
fn is_high_letter(byte: u8) -> bool {
    matches!(byte, 0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F | 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0xFF)
}

/// A sign of Windows-1252 that no word has in its middle; quotes for
/// apostrophes and dashes are left out because words do have them.
fn is_sign(byte: u8) -> bool {
    byte >= 0x80 && !is_high_letter(byte) && !matches!(byte, 0x91 | 0x92 | 0x96 | 0x97 | 0xB4)
}
