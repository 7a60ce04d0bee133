//! What a PDF (ISO 32000-2) must not have. It is looked for by the names of
//! its dictionaries, also within compressed object streams; the program with
//! which it is read has the last word about the rest.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::{bomb, broken, program};
use crate::fault::Refusal;

/// Dictionaries that run something, or hold a file of any kind.
const PROGRAMS: [&[u8]; 6] =
    [b"JavaScript", b"Launch", b"EmbeddedFile", b"EmbeddedFiles", b"RichMedia", b"ImportData"];
/// What all object streams may unpack to, in bytes.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// Bytes between the type of a stream and its beginning.
const NEAR: usize = 2048;

pub(super) fn must_be_harmless(bytes: &[u8]) -> Result<(), Refusal> {
    let end = bytes.get(bytes.len().saturating_sub(2048)..).unwrap_or(bytes);
    if find(end, b"%%EOF").is_none() {
        return Err(broken());
    }
    let mut left = MOST_UNPACKED;
    for (name, after) in names(bytes) {
        judge(&name)?;
        if name == b"ObjStm"
            && let Some(packed) = stream(bytes, after)
        {
            let mut unpacked = Vec::new();
            // One that can't be unpacked can't be read by anybody else.
            let _ = ZlibDecoder::new(packed).take(left + 1).read_to_end(&mut unpacked);
            left = left.checked_sub(unpacked.len() as u64).ok_or_else(bomb)?;
            names(&unpacked).try_for_each(|(name, _)| judge(&name))?;
        }
    }
    Ok(())
}

fn judge(name: &[u8]) -> Result<(), Refusal> {
    if name == b"Encrypt" {
        return Err(Refusal::new("document-locked"));
    }
    if PROGRAMS.contains(&name) { Err(program()) } else { Ok(()) }
}

/// Every `/Name` with the place behind it. A letter may be written as `#` and
/// two digits.
fn names(bytes: &[u8]) -> impl Iterator<Item = (Vec<u8>, usize)> {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/').map(|(at, _)| at + 1);
    starts.map(|start| {
        let rest = bytes.get(start..).unwrap_or_default();
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"\0()<>[]{}/%".contains(byte);
        let length = rest.iter().take(64).position(is_end).unwrap_or(rest.len().min(64));
        (spelled(rest.get(..length).unwrap_or_default()), start + length)
    })
}

fn spelled(raw: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let [first, more @ ..] = rest {
        let digits = more.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) if *first == b'#' => {
                name.push(byte);
                rest = more.get(2..).unwrap_or_default();
            }
            _ => {
                name.push(*first);
                rest = more;
            }
        }
    }
    name
}

/// What is in the stream whose dictionary says something at this place.
fn stream(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let near = bytes.get(at..bytes.len().min(at + NEAR))?;
    let packed = bytes.get(at + find(near, b"stream")? + b"stream".len()..)?;
    Some(packed.strip_prefix(b"\r\n").or_else(|| packed.strip_prefix(b"\n")).unwrap_or(packed))
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
