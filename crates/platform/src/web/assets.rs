//! Styles, script and pictures: inside the binary, compressed once at start,
//! named by what is in them, so that browsers keep them for good.

use std::io::Write;

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::fault::Fault;

const FILES: [(&str, &str, &[u8]); 5] = [
    ("kafferum.css", "text/css; charset=utf-8", include_bytes!("../../assets/kafferum.css")),
    ("kafferum.js", "text/javascript; charset=utf-8", include_bytes!("../../assets/kafferum.js")),
    ("symbols.svg", "image/svg+xml", include_bytes!("../../assets/symbols.svg")),
    ("logo.svg", "image/svg+xml", include_bytes!("../../assets/logo.svg")),
    ("favicon.svg", "image/svg+xml", include_bytes!("../../assets/favicon.svg")),
];

struct Asset {
    name: &'static str,
    address: String,
    kind: &'static str,
    plain: Bytes,
    brotli: Bytes,
}

/// All files that pages refer to.
pub struct Assets {
    files: Vec<Asset>,
}

impl Assets {
    /// Compresses and names all files.
    ///
    /// # Errors
    /// A fault when compression fails.
    pub fn new() -> Result<Self, Fault> {
        let files = FILES.iter().map(|(name, kind, bytes)| asset(name, kind, bytes));
        Ok(Self { files: files.collect::<Result<_, _>>()? })
    }

    /// Address of a file by its name; empty for one that is not there, which
    /// a test rules out.
    #[must_use]
    pub fn address(&self, name: &str) -> &str {
        self.files.iter().find(|file| file.name == name).map_or("", |file| &file.address)
    }

    /// Answers a request for `/assets/…`.
    #[must_use]
    pub fn serve(&self, path: &str, headers: &HeaderMap) -> Option<Response> {
        let file = self.files.iter().find(|file| file.address == path)?;
        let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
        let fixed = [
            (header::CONTENT_TYPE, file.kind),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            (header::VARY, "Accept-Encoding"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ];
        Some(if accepts.is_some_and(|accepts| accepts.contains("br")) {
            (fixed, [(header::CONTENT_ENCODING, "br")], file.brotli.clone()).into_response()
        } else {
            (fixed, file.plain.clone()).into_response()
        })
    }
}

fn asset(name: &'static str, kind: &'static str, bytes: &'static [u8]) -> Result<Asset, Fault> {
    let digest = Sha256::digest(bytes);
    let mark: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let mut brotli = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut brotli, 4096, 9, 20);
        writer.write_all(bytes).map_err(Fault::bug)?;
    }
    Ok(Asset {
        name,
        address: format!("/assets/{mark}/{name}"),
        kind,
        plain: Bytes::from_static(bytes),
        brotli: brotli.into(),
    })
}
