//! What a browser fetches to show a page for the first time: the page, its
//! styles, script and symbols, as they come compressed.

use std::collections::HashMap;

use super::visit::Visitor;

/// What one page weighs, in bytes.
pub struct Weight {
    /// Its name in the table.
    pub name: &'static str,
    /// Its address.
    pub path: String,
    /// The page alone, uncompressed.
    pub plain: usize,
    /// The page alone, by Brotli.
    pub page: usize,
    /// With all parts, by Brotli.
    pub brotli: usize,
    /// With all parts, by gzip.
    pub gzip: usize,
}

/// Weighs pages as one visitor sees them.
pub struct Scales<'v> {
    visitor: &'v mut Visitor,
    parts: HashMap<(String, &'static str), usize>,
}

impl<'v> Scales<'v> {
    /// For the pages of this visitor.
    pub fn new(visitor: &'v mut Visitor) -> Self {
        Self { visitor, parts: HashMap::new() }
    }

    /// Weighs a page.
    pub fn weigh(&mut self, name: &'static str, path: &str) -> Result<Weight, String> {
        let html = self.visitor.read(path)?;
        let parts = parts(&html);
        let mut whole = |encoding: &'static str| -> Result<(usize, usize), String> {
            let page = self.size(path, encoding)?;
            let mut sum = page;
            for part in &parts {
                sum += self.part(part, encoding)?;
            }
            Ok((page, sum))
        };
        let (page, brotli) = whole("br")?;
        let (_, gzip) = whole("gzip")?;
        Ok(Weight { name, path: path.to_owned(), plain: html.len(), page, brotli, gzip })
    }

    fn size(&mut self, path: &str, encoding: &str) -> Result<usize, String> {
        let page = self.visitor.get_encoded(path, Some(encoding))?;
        match page.status {
            200 => Ok(page.body.len()),
            status => Err(format!("GET {path} was answered with {status}, not with 200")),
        }
    }

    fn part(&mut self, path: &str, encoding: &'static str) -> Result<usize, String> {
        let key = (path.to_owned(), encoding);
        if let Some(size) = self.parts.get(&key) {
            return Ok(*size);
        }
        let size = self.size(path, encoding)?;
        self.parts.insert(key, size);
        Ok(size)
    }
}

/// Every file of the site that a page names, once.
fn parts(html: &str) -> Vec<String> {
    let named = html.split(['"', '\'']).filter(|piece| piece.starts_with("/assets/"));
    let mut files: Vec<String> =
        named.filter_map(|piece| piece.split('#').next()).map(str::to_owned).collect();
    files.sort();
    files.dedup();
    files
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn every_file_counts_once() {
        let html = "<link href=\"/assets/1/a.css\"><use href=\"/assets/2/s.svg#x\"/><use href=\"/assets/2/s.svg#y\"/>";
        assert_eq!(parts(html), ["/assets/1/a.css", "/assets/2/s.svg"]);
    }
}
