//! Opening files, compressed or not, and reading them line by line without
//! trusting how long a line is.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use crate::Refused;

/// Longest line or value that is read, in bytes. Discourse's longest post is
/// far below; its dump writes a post with all of its HTML on one line.
pub(crate) const LONGEST: usize = 64 * 1024 * 1024;

/// The name of a file without its folder.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// Opens a file; one compressed by gzip is opened as what is in it.
pub(crate) fn open(path: &Path) -> Result<Box<dyn BufRead>, Refused> {
    let file = File::open(path)
        .map_err(|error| Refused(format!("{} can't be opened: {error}", path.display())))?;
    unpacked(BufReader::new(file), &name(path))
}

/// What is in a stream, decompressed if it is compressed by gzip.
pub(crate) fn unpacked<'r>(
    mut reader: impl BufRead + 'r,
    name: &str,
) -> Result<Box<dyn BufRead + 'r>, Refused> {
    let head = reader.fill_buf().map_err(|error| unread(name, &error))?;
    if head.starts_with(&[0x1f, 0x8b]) {
        Ok(Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(reader))))
    } else {
        Ok(Box::new(reader))
    }
}

/// Whether a stream is a tar archive; reads nothing of it away.
pub(crate) fn is_tar(reader: &mut Box<dyn BufRead>, name: &str) -> Result<bool, Refused> {
    // Its mark stands at byte 257 of the first block.
    let mut head = Vec::new();
    reader.take(512).read_to_end(&mut head).map_err(|error| unread(name, &error))?;
    let is_tar = head.get(257..262) == Some(b"ustar");
    let rest = std::mem::replace(reader, Box::new(std::io::empty()));
    *reader = Box::new(BufReader::new(std::io::Cursor::new(head).chain(rest)));
    Ok(is_tar)
}

pub(crate) fn unread(name: &str, error: &std::io::Error) -> Refused {
    Refused(format!("{name} can't be read to its end: {error}"))
}

/// The lines of a stream.
pub(crate) struct Lines<'r> {
    reader: Box<dyn BufRead + 'r>,
    name: String,
    number: u64,
    line: Vec<u8>,
}

impl<'r> Lines<'r> {
    pub(crate) fn new(reader: Box<dyn BufRead + 'r>, name: &str) -> Self {
        Self { reader, name: name.to_owned(), number: 0, line: Vec::new() }
    }

    /// Goes to the next line; `false` at the end.
    pub(crate) fn advance(&mut self) -> Result<bool, Refused> {
        self.line.clear();
        self.number += 1;
        let limit = LONGEST as u64 + 1;
        let read = Read::take(&mut *self.reader, limit)
            .read_until(b'\n', &mut self.line)
            .map_err(|error| unread(&self.name, &error))?;
        if read > LONGEST {
            return Err(self.refuse("the line is longer than 64 MB"));
        }
        if self.line.ends_with(b"\n") {
            self.line.pop();
        }
        Ok(read > 0)
    }

    /// The line that was read last, without its end.
    pub(crate) fn line(&self) -> &[u8] {
        &self.line
    }

    /// Its number, counted from 1.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    pub(crate) fn refuse(&self, what: &str) -> Refused {
        Refused(format!("{}, line {}: {what}", self.name, self.number))
    }
}
