use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::*;

const PDF: &[u8] =
    b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
const WORD: &str = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let is_plain = *name == "mimetype";
        let how = if is_plain { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(how)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A letter with one part more.
fn docx(more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", WORD.as_bytes()),
        ("word/document.xml", b"<w:document><w:t>Vuorolista</w:t></w:document>"),
    ];
    parts.extend(more);
    zipped(&parts)
}

fn odt(more: &[(&str, &[u8])]) -> Vec<u8> {
    let mimetype: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.text");
    let mut parts = vec![mimetype, ("content.xml", b"<text:p>Vuorolista</text:p>".as_slice())];
    parts.extend(more);
    zipped(&parts)
}

fn look(bytes: &[u8], name: &str) -> Result<Document, &'static str> {
    look_through(Bytes::copy_from_slice(bytes), &ending(name)).map_err(|refusal| refusal.key)
}

fn part(document: &Document, name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(&document.file.bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_document_is_told_by_what_is_in_it() {
    for (bytes, name, kind) in [
        (PDF.to_vec(), "Matti.PDF", Kind::Pdf),
        (PDF.to_vec(), "ilman", Kind::Pdf),
        (docx(&[]), "lista.docx", Kind::Docx),
        (odt(&[]), "lista.odt", Kind::Odt),
        ("Äiti tuli töihin.\r\n".as_bytes().to_vec(), "lista.txt", Kind::Text),
    ] {
        let found = look(&bytes, name).unwrap();
        assert_eq!((found.kind, found.file.kind), (kind, kind.media_type()), "{name}");
        assert_eq!(Kind::of_media_type(found.file.kind), Some(kind));
    }
}

#[test]
fn what_is_not_what_it_says_or_no_document_at_all_is_refused() {
    for (bytes, name, key) in [
        (PDF.to_vec(), "lista.docx", "document-lies"),
        (docx(&[]), "lista.pdf", "document-lies"),
        (docx(&[]), "lista.docm", "document-lies"),
        (b"<svg onload=alert(1)>".to_vec(), "kuva.svg", "document-unknown-kind"),
        (b"<script>ran()</script>".to_vec(), "sivu.html", "document-unknown-kind"),
        (b"MZ\x90\0".to_vec(), "lista.txt", "document-text"),
        (b"\xC4iti".to_vec(), "lista.txt", "document-text"),
        (zipped(&[("setup.exe", b"MZ")]), "lista.docx", "document-unknown-kind"),
        (docx(&[])[..200].to_vec(), "lista.docx", "document-broken"),
        (PDF[..40].to_vec(), "lista.pdf", "document-broken"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old".to_vec(), "lista.doc", "document-locked"),
    ] {
        assert_eq!(look(&bytes, name).map(|found| found.kind), Err(key), "{name}");
    }
}

#[test]
fn an_office_document_with_a_program_a_lock_or_a_call_is_refused() {
    let ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice();
    let macros = WORD.replace("document.main+xml", "document.macroEnabled.main+xml");
    let inner = docx(&[("word/vbaProject.bin", ole)]);
    let deep = docx(&[("word/embeddings/a.docx", &docx(&[]))]);
    let template = b"<Relationship Type=\"http://x/attachedTemplate\" Target=\"https://evil.example/t\" TargetMode=\"External\"/>";
    let picture = b"<draw:image xlink:href=\"https://evil.example/1.png\"/>";
    let locked = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    for (bytes, name, key) in [
        (docx(&[("word/vbaProject.bin", ole)]), "a.docx", "document-program"),
        (docx(&[("word/embeddings/oleObject1.bin", ole)]), "a.docx", "document-program"),
        (docx(&[("word/media/image1.png", b"MZ\x90")]), "a.docx", "document-program"),
        (docx(&[("word/activeX/activeX1.xml", b"<a/>")]), "a.docx", "document-program"),
        (docx(&[("word/embeddings/a.docx", &inner)]), "a.docx", "document-program"),
        (docx(&[("word/embeddings/a.docx", &deep)]), "a.docx", "document-program"),
        (zipped(&[("[Content_Types].xml", macros.as_bytes())]), "a.docx", "document-program"),
        (odt(&[("Basic/Standard/Module1.xml", b"<a/>")]), "a.odt", "document-program"),
        (odt(&[("Scripts/python/a.py", b"import os")]), "a.odt", "document-program"),
        (odt(&[("styles.xml", b"<script:event-listener/>")]), "a.odt", "document-program"),
        (docx(&[("word/_rels/settings.xml.rels", template)]), "a.docx", "document-calls"),
        (odt(&[("styles.xml", picture)]), "a.odt", "document-calls"),
        (odt(&[("META-INF/manifest.xml", locked)]), "a.odt", "document-locked"),
        (docx(&[("word/styles.xml", b"\xFF\xFE<\0")]), "a.docx", "document-broken"),
        (odt(&[("styles.xml", b"<!DOCTYPE x [<!ENTITY a \"b\">]>")]), "a.odt", "document-bomb"),
    ] {
        assert_eq!(look(&bytes, name).map(|found| found.kind), Err(key), "{name} {key}");
    }
    // Links wait until somebody clicks on them; figures come along.
    let link = b"<Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://example.org\" TargetMode=\"External\"/>";
    let figures = docx(&[]);
    let fine = docx(&[
        ("word/_rels/document.xml.rels", link),
        ("word/embeddings/figures.docx", &figures),
        ("word/printerSettings/printerSettings1.bin", b"\0\0"),
    ]);
    assert!(look(&fine, "a.docx").is_ok());
    let text = b"<text:a xlink:type=\"simple\" xlink:href=\"https://example.org\">";
    assert!(look(&odt(&[("styles.xml", text)]), "a.odt").is_ok());
}

#[test]
fn a_document_that_unpacks_to_too_much_is_refused() {
    let nothing = vec![b' '; 60_000_000];
    let bomb = docx(&[("word/a.png", &nothing), ("word/b.png", &nothing)]);
    assert!(bomb.len() < 1_000_000);
    assert_eq!(look(&bomb, "a.docx").err(), Some("document-bomb"));
    let names: Vec<String> = (0..6000).map(|number| format!("word/{number}")).collect();
    let many: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(look(&docx(&many), "a.docx").err(), Some("document-bomb"));
}

#[test]
fn who_made_an_office_document_is_taken_out_of_it() {
    let core = b"<cp:coreProperties><dc:creator>Matti Virtanen</dc:creator></cp:coreProperties>";
    let comments = b"<w:comment w:id=\"1\" w:author=\"Matti Virtanen\" w:initials=\"MV\"><w:t>Hyv\xC3\xA4</w:t></w:comment>";
    let document = docx(&[("docProps/core.xml", core), ("word/comments.xml", comments)]);
    let found = look(&document, "Matti Virtanen.docx").unwrap();
    assert!(!part(&found, "docProps/core.xml").contains("Virtanen"));
    assert_eq!(
        part(&found, "word/comments.xml"),
        "<w:comment w:id=\"1\" w:author=\"\" w:initials=\"\"><w:t>Hyvä</w:t></w:comment>"
    );
    assert!(part(&found, "word/document.xml").contains("Vuorolista"));

    let meta = b"<office:meta><meta:template xlink:href=\"file:///home/matti\"/><dc:creator>Matti</dc:creator></office:meta>";
    let notes = b"<office:annotation><dc:creator>Matti</dc:creator><dc:creator />x<text:p>Hyv\xC3\xA4</text:p></office:annotation>";
    let found = look(&odt(&[("meta.xml", meta), ("styles.xml", notes)]), "a.odt").unwrap();
    assert!(!part(&found, "meta.xml").contains("atti"));
    assert_eq!(
        part(&found, "styles.xml"),
        "<office:annotation><dc:creator></dc:creator><dc:creator />x<text:p>Hyvä</text:p></office:annotation>"
    );
    // Programs look for the kind in the first bytes.
    assert!(found.file.bytes.get(30..).unwrap().starts_with(b"mimetypeapplication/vnd.oasis"));
    let lists = b"<p:cmAuthor id=\"1\" name=\"Matti\" initials=\"M\"/>";
    let found = look(&docx(&[("ppt/commentAuthors.xml", lists)]), "a.docx").unwrap();
    assert_eq!(
        part(&found, "ppt/commentAuthors.xml"),
        "<p:cmAuthor id=\"1\" name=\"\" initials=\"\"/>"
    );
}

#[test]
fn a_pdf_with_a_program_a_file_or_a_lock_is_refused() {
    let with =
        |words: &str| format!("%PDF-1.7\n1 0 obj << {words} >> endobj\n%%EOF\n").into_bytes();
    for (words, key) in [
        ("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "document-program"),
        ("/S/J#61vaScript", "document-program"),
        ("/S /Launch /F (cmd.exe)", "document-program"),
        ("/Names << /EmbeddedFiles 4 0 R >>", "document-program"),
        ("/Encrypt 5 0 R", "document-locked"),
    ] {
        assert_eq!(look(&with(words), "a.pdf").err(), Some(key), "{words}");
    }
    for words in ["/URI (https://example.org)", "/JavaScriptless true", "/Author (Matti)", "/A#"] {
        assert!(look(&with(words), "a.pdf").is_ok(), "{words}");
    }
    let packed = |inner: &[u8]| {
        let mut encoder =
            flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(inner).unwrap();
        let mut pdf =
            b"%PDF-1.7\n2 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\r\n".to_vec();
        pdf.extend(encoder.finish().unwrap());
        pdf.extend(b"\nendstream endobj\n%%EOF\n");
        pdf
    };
    assert_eq!(look(&packed(b"<< /S /JavaScript >>"), "a.pdf").err(), Some("document-program"));
    assert!(look(&packed(b"<< /Type /Page >>"), "a.pdf").is_ok());
    assert_eq!(look(&packed(&vec![b' '; 40_000_000]), "a.pdf").err(), Some("document-bomb"));
}
