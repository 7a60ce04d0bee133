//! Texts and pictures on their way: in a temporary file without a name, so
//! that a forum of any size fits and nothing of it is left behind.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::os::unix::fs::FileExt;

use crate::Refused;

/// Where something lies in the spool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Span {
    start: u64,
    length: u64,
}

impl Span {
    /// In bytes.
    pub(crate) const fn length(self) -> u64 {
        self.length
    }
}

/// The file while it is being filled.
#[derive(Debug)]
pub(crate) struct Filling {
    file: BufWriter<File>,
    end: u64,
}

/// The file, full.
#[derive(Debug)]
pub(crate) struct Spool {
    file: File,
}

fn trouble(error: std::io::Error) -> Refused {
    Refused(format!("the temporary file can't be used: {error}"))
}

impl Filling {
    pub(crate) fn new() -> Result<Self, Refused> {
        let file = tempfile::tempfile().map_err(trouble)?;
        Ok(Self { file: BufWriter::new(file), end: 0 })
    }

    /// Adds some bytes.
    pub(crate) fn add(&mut self, bytes: &[u8]) -> Result<Span, Refused> {
        self.file.write_all(bytes).map_err(trouble)?;
        let span = Span { start: self.end, length: bytes.len() as u64 };
        self.end += span.length;
        Ok(span)
    }

    /// Adds all that a reader gives.
    pub(crate) fn add_all(&mut self, reader: &mut impl Read) -> Result<Span, Refused> {
        let length = std::io::copy(reader, &mut self.file).map_err(trouble)?;
        let span = Span { start: self.end, length };
        self.end += length;
        Ok(span)
    }

    pub(crate) fn full(self) -> Result<Spool, Refused> {
        let file = self.file.into_inner().map_err(|error| trouble(error.into_error()))?;
        Ok(Spool { file })
    }
}

impl Spool {
    pub(crate) fn bytes(&self, span: Span) -> Result<Vec<u8>, Refused> {
        let length = usize::try_from(span.length)
            .map_err(|_| Refused("a text is larger than this computer's memory".to_owned()))?;
        let mut bytes = vec![0; length];
        self.file.read_exact_at(&mut bytes, span.start).map_err(trouble)?;
        Ok(bytes)
    }

    pub(crate) fn text(&self, span: Span) -> Result<String, Refused> {
        String::from_utf8(self.bytes(span)?)
            .map_err(|_| Refused("the temporary file was changed by another".to_owned()))
    }
}
