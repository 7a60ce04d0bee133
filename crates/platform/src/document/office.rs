//! OpenDocument (ISO/IEC 26300) and Office Open XML (ISO/IEC 29500): a ZIP
//! archive of XML parts. Each part is read once, within a limit for all of
//! them, and the archive is written anew without what tells of its makers.

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};

use zip::read::ZipFile;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Kind, bomb, broken, program};
use crate::fault::Refusal;

/// How documents began before these, those that are locked still do, and so do
/// macros and foreign objects within a document: OLE compound files.
pub(super) const OLD: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// How programs for Windows begin.
const PROGRAM: &[u8] = b"MZ";

/// Parts of one document; a large presentation has some hundreds.
const MOST_PARTS: usize = 5000;
/// What all parts may unpack to, in bytes; one is in memory at a time.
const MOST_UNPACKED: u64 = 100 * 1024 * 1024;

/// The part that says what an Office Open XML document is, and for what.
const TYPES: &str = "[Content_Types].xml";
/// The main part of each kind there.
const MAIN: [(&str, Kind); 3] = [
    ("wordprocessingml.document.main+xml", Kind::Docx),
    ("spreadsheetml.sheet.main+xml", Kind::Xlsx),
    ("presentationml.presentation.main+xml", Kind::Pptx),
];

/// Properties, and what they are replaced by: programs want them to be there.
const PROPERTIES: [(&str, &str); 4] = [
    (
        "docProps/core.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
    ),
    (
        "docProps/app.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
    ),
    (
        "docProps/custom.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
    ),
    (
        "meta.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.3\"><office:meta/></office:document-meta>",
    ),
];
/// Elements that name who wrote a comment or changed something.
const NAMING: [&str; 5] =
    ["dc:creator", "meta:creator-initials", "loext:sender-initials", "cp:lastModifiedBy", "author"];
/// Attributes that do.
const NAMING_ATTRIBUTES: [&str; 5] =
    ["w:author", "w:initials", "w15:author", "w15:userId", "office:process-author"];
/// The same in the parts of spreadsheets and presentations that list authors.
const NAMING_IN_LISTS: [&str; 4] = ["name", "initials", "displayName", "userId"];

/// A document without its makers, and what it is.
pub(super) fn read(bytes: &[u8]) -> Result<(Kind, Vec<u8>), Refusal> {
    rewrite(bytes, &mut Budget(MOST_UNPACKED), true)
}

/// Bytes that may still be unpacked.
struct Budget(u64);

impl Budget {
    fn unpack(&mut self, part: &mut impl Read) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        part.take(self.0 + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        self.0 = self.0.checked_sub(bytes.len() as u64).ok_or_else(bomb)?;
        Ok(bytes)
    }
}

fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Refusal> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() > MOST_PARTS { Err(bomb()) } else { Ok(archive) }
}

fn rewrite(
    bytes: &[u8],
    budget: &mut Budget,
    may_hold_another: bool,
) -> Result<(Kind, Vec<u8>), Refusal> {
    let (mut archive, mut originals) = (open(bytes)?, open(bytes)?);
    let kind = kind(&mut archive, budget)?;
    let mut written = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for number in 0..archive.len() {
        let original = originals.by_index_raw(number).map_err(|_| broken())?;
        if original.encrypted() {
            return Err(Refusal::new("document-locked"));
        }
        let mut part = archive.by_index(number).map_err(|_| broken())?;
        match changed(&mut part, budget, may_hold_another)? {
            None => written.raw_copy_file(original).map_err(|_| broken())?,
            Some(changed) => {
                let name = name_of(&part)?;
                written.start_file(name, SimpleFileOptions::default()).map_err(|_| broken())?;
                written.write_all(&changed).map_err(|_| broken())?;
            }
        }
    }
    let written = written.finish().map_err(|_| broken())?;
    Ok((kind, written.into_inner()))
}

/// What a document says it is.
fn kind(archive: &mut ZipArchive<Cursor<&[u8]>>, budget: &mut Budget) -> Result<Kind, Refusal> {
    let unknown = || Refusal::new("document-unknown-kind");
    for name in ["mimetype", TYPES] {
        let Ok(mut part) = archive.by_name(name) else { continue };
        let said = budget.unpack(&mut part)?;
        let said = std::str::from_utf8(&said).map_err(|_| broken())?;
        if said.contains("macroEnabled") || said.contains("vbaProject") {
            return Err(program());
        }
        let main = MAIN.into_iter().find(|(main, _)| name == TYPES && said.contains(main));
        let open = Kind::of_media_type(said.trim()).filter(|_| name == "mimetype");
        return main.map(|(_, kind)| kind).or(open).ok_or_else(unknown);
    }
    Err(unknown())
}

/// A part as it is written anew; none when it stays as it is.
fn changed(
    part: &mut ZipFile<'_, Cursor<&[u8]>>,
    budget: &mut Budget,
    may_hold_another: bool,
) -> Result<Option<Vec<u8>>, Refusal> {
    let name = name_of(part)?;
    if is_script(&name) {
        return Err(program());
    }
    let bytes = budget.unpack(part)?;
    if bytes.starts_with(OLD) || bytes.starts_with(PROGRAM) {
        return Err(program());
    }
    if bytes.starts_with(b"PK\x03\x04") {
        // A diagram brings its figures along, as a document within.
        let inner = if may_hold_another { rewrite(&bytes, budget, false) } else { Err(program()) };
        return inner.map(|(_, inner)| Some(inner));
    }
    if ![".xml", ".rels", ".rdf"].iter().any(|end| name.ends_with(end)) {
        return Ok(None);
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| broken())?;
    if !PROPERTIES.iter().any(|(properties, _)| *properties == name) {
        must_keep_to_itself(&name, text)?;
    }
    Ok(match nameless(&name, text) {
        Cow::Borrowed(_) => None,
        Cow::Owned(nameless) => Some(nameless.into_bytes()),
    })
}

fn name_of(part: &ZipFile<'_, Cursor<&[u8]>>) -> Result<String, Refusal> {
    part.name().map(Cow::into_owned).map_err(|_| broken())
}

/// Where macros and scripts of both families stand.
fn is_script(name: &str) -> bool {
    let name = format!("/{}", name.to_lowercase());
    ["/basic/", "/scripts/", "/vbaproject", "/vbadata", "/activex/"]
        .iter()
        .any(|place| name.contains(place))
}

/// Nothing in it runs, loads something when it is opened, or is locked.
fn must_keep_to_itself(name: &str, text: &str) -> Result<(), Refusal> {
    if name == "META-INF/manifest.xml" && text.contains(":encryption-data") {
        return Err(Refusal::new("document-locked"));
    }
    // Words that stand for others, which stand for others: a small part grows
    // without an end in the program that reads it.
    if text.contains("<!ENTITY") {
        return Err(bomb());
    }
    for tag in text.split('<').filter_map(|rest| rest.split('>').next()) {
        if tag.starts_with("script:") || tag.starts_with("office:script ") {
            return Err(program());
        }
        // What a reader has to click on is theirs to decide.
        let is_link = ["text:a ", "draw:a "].iter().any(|link| tag.starts_with(link))
            || tag.contains("/relationships/hyperlink\"");
        let leads_out = tag.contains("TargetMode=\"External\"")
            || ["http:", "https:", "file:", "ftp:", "//", "\\\\"]
                .iter()
                .any(|scheme| tag.contains(&format!("xlink:href=\"{scheme}")));
        if leads_out && !is_link {
            return Err(Refusal::new("document-calls"));
        }
    }
    Ok(())
}

/// A part without names of those who made it.
fn nameless<'t>(name: &str, text: &'t str) -> Cow<'t, str> {
    if let Some((_, empty)) = PROPERTIES.iter().find(|(properties, _)| *properties == name) {
        return Cow::Owned((*empty).to_owned());
    }
    let lower = name.to_lowercase();
    let is_list = lower.contains("authors") || lower.contains("persons/");
    let lists = NAMING_IN_LISTS.iter().filter(|_| is_list);
    let text = NAMING
        .iter()
        .fold(Cow::Borrowed(text), |text, element| emptied(text, &format!("<{element}>"), "<"));
    let text = NAMING.iter().fold(text, |text, element| {
        let (start, end) = (format!("<{element} "), "<");
        emptied_after(text, &start, end)
    });
    NAMING_ATTRIBUTES
        .iter()
        .chain(lists)
        .fold(text, |text, attribute| emptied(text, &format!(" {attribute}=\""), "\""))
}

/// A text without what stands between these.
fn emptied<'t>(text: Cow<'t, str>, start: &str, end: &str) -> Cow<'t, str> {
    if !text.contains(start) {
        return text;
    }
    let mut pieces = text.split(start);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(start);
        out.push_str(piece.find(end).and_then(|at| piece.get(at..)).unwrap_or_default());
    }
    Cow::Owned(out)
}

/// The same of an element that has attributes.
fn emptied_after<'t>(text: Cow<'t, str>, start: &str, end: &str) -> Cow<'t, str> {
    if !text.contains(start) {
        return text;
    }
    let mut pieces = text.split(start);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(start);
        let (attributes, inner) = piece.split_once('>').unwrap_or((piece, ""));
        out.push_str(attributes);
        out.push('>');
        let rest = if attributes.ends_with('/') { Some(0) } else { inner.find(end) };
        out.push_str(rest.and_then(|at| inner.get(at..)).unwrap_or_default());
    }
    Cow::Owned(out)
}
