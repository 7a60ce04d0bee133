//! The body of a form with files (RFC 7578).

/// A file to send with a form.
#[derive(Debug, Clone, Copy)]
pub struct Upload<'a> {
    /// The name of the form control.
    pub field: &'a str,
    /// The file's own name.
    pub file_name: &'a str,
    /// The media type, such as `text/csv`.
    pub media_type: &'a str,
    /// What is in the file.
    pub content: &'a [u8],
}

/// The media type with its boundary, and the body.
pub(crate) fn encode(fields: &[(&str, &str)], files: &[Upload<'_>]) -> (String, Vec<u8>) {
    let boundary = free_boundary(fields, files);
    let mut body = Vec::new();
    for (name, value) in fields {
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n",
            quoted(name)
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(value.as_bytes());
        body.extend_from_slice(b"\r\n");
    }
    for file in files {
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
            quoted(file.field),
            quoted(file.file_name),
            file.media_type
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file.content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={boundary}"), body)
}

/// A boundary that occurs nowhere in what is sent.
fn free_boundary(fields: &[(&str, &str)], files: &[Upload<'_>]) -> String {
    (0_u64..)
        .map(|number| format!("kafferum-boundary-{number}"))
        .find(|boundary| {
            let wanted = boundary.as_bytes();
            fields.iter().all(|(_, value)| !contains(value.as_bytes(), wanted))
                && files.iter().all(|file| !contains(file.content, wanted))
        })
        .expect("numbers enough for a boundary")
}

fn contains(content: &[u8], wanted: &[u8]) -> bool {
    content.windows(wanted.len()).any(|window| window == wanted)
}

/// Quotes and line ends escaped as browsers do.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_with_a_file_has_its_parts_in_order() {
        let file = Upload {
            field: "roll",
            file_name: "ro\"ll.csv",
            media_type: "text/csv",
            content: b"kafferum-boundary-0",
        };
        let (kind, body) = encode(&[("note", "hei")], &[file]);
        assert_eq!(kind, "multipart/form-data; boundary=kafferum-boundary-1");
        let expected = "--kafferum-boundary-1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhei\r\n\
             --kafferum-boundary-1\r\nContent-Disposition: form-data; name=\"roll\"; filename=\"ro%22ll.csv\"\r\n\
             Content-Type: text/csv\r\n\r\nkafferum-boundary-0\r\n--kafferum-boundary-1--\r\n";
        assert_eq!(String::from_utf8(body).unwrap(), expected);
    }
}
