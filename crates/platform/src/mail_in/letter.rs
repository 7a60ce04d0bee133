//! A mail as it came: whom it was brought to, whether anybody wrote it, what
//! they wrote.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::html;
use super::words::{new_words, rejoin};

/// A mail as read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// A person wrote it.
    Written {
        /// What it is known by.
        id: Vec<u8>,
        /// Without what is quoted and signed.
        text: String,
        /// There is more to it than text.
        has_more: bool,
    },
    /// A machine did, or it came round in a circle.
    Machine,
    /// It can't be read.
    Broken,
}

/// What our own mails are known by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Own<'o> {
    pub name: &'o str,
    pub address: &'o str,
}

/// Headers that hold whom a mail was brought to, the surest first.
const BROUGHT_TO: [&[&str]; 3] =
    [&["X-Original-To", "Delivered-To", "Envelope-To"], &["To"], &["Cc"]];

/// Addresses read of one mail.
const ADDRESSES: usize = 100;

/// Whom a mail was brought to, the surest first: groups of addresses.
pub(super) fn recipients(raw: &[u8]) -> Vec<Vec<String>> {
    let split = |letter: char| letter.is_whitespace() || "<>,;:\"".contains(letter);
    let found = || {
        let message = MessageParser::default().parse(raw)?;
        let of = |names: &[&str]| -> Vec<String> {
            let values = message
                .headers_raw()
                .filter(|(known, _)| names.iter().any(|name| known.eq_ignore_ascii_case(name)));
            let pieces = values.flat_map(|(_, value)| value.split(split));
            let addresses = pieces.filter(|piece| piece.contains('@')).take(ADDRESSES);
            addresses.map(str::to_ascii_lowercase).collect()
        };
        Some(BROUGHT_TO.into_iter().map(of).collect())
    };
    safely(found).flatten().unwrap_or_default()
}

/// No text of a stranger may end a task, even where a library has a mistake.
fn safely<T>(read: impl FnOnce() -> T) -> Option<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).ok()
}

/// Reads a mail.
pub(super) fn read(raw: &[u8], own: Own<'_>) -> Letter {
    let read = || {
        let message = MessageParser::default().parse(raw)?;
        message.from()?;
        Some(match is_from_a_machine(&message, own) {
            true => Letter::Machine,
            false => written(&message, own),
        })
    };
    safely(read).flatten().unwrap_or(Letter::Broken)
}

fn written(message: &Message<'_>, own: Own<'_>) -> Letter {
    let whole = text(message);
    let text = new_words(&whole, &[own.name, own.address]);
    let id = message.message_id().filter(|id| !id.trim().is_empty());
    Letter::Written {
        id: id.map_or_else(
            // Not all of it: each server on the way adds headers of its own.
            || format!("{:?} {whole}", message.header_raw("Date")).into_bytes(),
            |id| id.as_bytes().to_vec(),
        ),
        text: if is_unmarked(message) { rejoin(&text) } else { text },
        has_more: message.attachments().any(|part| {
            // What an HTML body shows by its Content-ID is mostly the logo of
            // a signature.
            let is_attached = part.content_disposition().is_some_and(|it| it.is_attachment());
            part.attachment_name().is_some() && (is_attached || part.content_id().is_none())
        }),
    }
}

/// All that is written in a mail, quotes and all, as plain text.
fn text(message: &Message<'_>) -> String {
    let parts = message.text_bodies().filter_map(|part| match &part.body {
        PartType::Text(text) if is_flowed(part) => Some(unfold(text, part)),
        PartType::Text(text) => Some(text.to_string()),
        PartType::Html(html) => Some(html::text(html)),
        _ => None,
    });
    let text = parts.collect::<Vec<_>>().join("\n");
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let text = text.replace('\u{a0}', " ");
    text.chars().filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_control()).collect()
}

/// Whether a program may have broken the lines without marking where.
fn is_unmarked(message: &Message<'_>) -> bool {
    let mut parts = message.text_bodies();
    parts.all(|part| matches!(part.body, PartType::Text(_)) && !is_flowed(part))
}

/// Whether a program broke the lines, and marked where (RFC 3676).
fn is_flowed(part: &MessagePart<'_>) -> bool {
    attribute_is(part, "format", "flowed")
}

fn attribute_is(part: &MessagePart<'_>, name: &str, value: &str) -> bool {
    let kind = part.content_type();
    kind.and_then(|kind| kind.attribute(name)).is_some_and(|it| it.eq_ignore_ascii_case(value))
}

/// Puts lines together that a program broke.
fn unfold(text: &str, part: &MessagePart<'_>) -> String {
    let deletes = attribute_is(part, "delsp", "yes");
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        // A space before some beginnings was stuffed in by the program.
        let line = line.strip_prefix(' ').unwrap_or(line);
        let is_soft = line.ends_with(' ') && line != "-- " && !line.starts_with('>');
        out.push_str(if is_soft && deletes { line.trim_end_matches(' ') } else { line });
        if !is_soft {
            out.push('\n');
        }
    }
    out
}

/// Words of the header `Precedence` that no person's mail has.
const BULK: [&str; 4] = ["bulk", "junk", "list", "auto_reply"];
/// Headers of machines' mails, by how their names begin.
const OF_MACHINES: [&str; 5] =
    ["x-auto-response-suppress", "x-autoreply", "x-autorespond", "x-loop", "list-"];
/// Senders that are machines, by how their addresses begin.
const MACHINES: [&str; 6] =
    ["mailer-daemon@", "postmaster@", "noreply@", "no-reply@", "bounce@", "bounces@"];

/// RFC 3834, and what programs did before it. Our own mails say of themselves
/// that they are a machine's, so none of them comes in again.
fn is_from_a_machine(message: &Message<'_>, own: Own<'_>) -> bool {
    let from = message.from().and_then(|from| from.first()).and_then(|one| one.address());
    let from = from.unwrap_or_default().to_ascii_lowercase();
    from == own.address.to_ascii_lowercase()
        || MACHINES.iter().any(|beginning| from.starts_with(beginning))
        || message.headers_raw().any(|(name, value)| {
            let (name, value) = (name.to_ascii_lowercase(), value.trim().to_ascii_lowercase());
            match name.as_str() {
                "auto-submitted" => value.split([';', ' ']).next() != Some("no"),
                "precedence" => BULK.contains(&value.as_str()),
                "return-path" => value == "<>",
                "content-type" => value.starts_with("multipart/report"),
                _ => OF_MACHINES.iter().any(|beginning| name.starts_with(beginning)),
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Own<'static> = Own { name: "Kafferum", address: "posti@testi.example" };

    fn text_of(raw: &[u8]) -> Option<String> {
        match read(raw, OWN) {
            Letter::Written { text, .. } => Some(text),
            Letter::Machine | Letter::Broken => None,
        }
    }

    /// A mail with these headers below its sender.
    fn mail(headers: &str, body: &[u8]) -> Vec<u8> {
        let head = format!("From: Aino <a@b.example>\r\nMessage-ID: <1@x>\r\n{headers}\r\n\r\n");
        [head.as_bytes(), body].concat()
    }

    #[test]
    fn machines_and_circles_are_known() {
        for header in [
            "Auto-Submitted: auto-replied",
            "Auto-Submitted: auto-generated; owner=x",
            "auto-submitted:AUTO-NOTIFIED",
            "Precedence: bulk",
            "Precedence: junk",
            "Precedence: auto_reply",
            "X-Auto-Response-Suppress: All",
            "X-Auto-Response-Suppress: DR, OOF, AutoReply",
            "X-Autoreply: yes",
            "List-Id: <x.example>",
            "List-Unsubscribe: <mailto:x@y.example>",
            "Return-Path: <>",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
        ] {
            assert_eq!(read(&mail(header, b"Olen lomalla"), OWN), Letter::Machine, "{header}");
        }
        for from in [
            "posti@testi.example",
            "POSTI@testi.example",
            "MAILER-DAEMON@x.example",
            "noreply@x.example",
        ] {
            let raw = format!("From: {from}\r\n\r\nHei");
            assert_eq!(read(raw.as_bytes(), OWN), Letter::Machine, "{from}");
        }
        for header in [
            "Auto-Submitted: no",
            "Auto-Submitted: No; x=y",
            "Precedence: normal",
            "Return-Path: <a@b.example>",
        ] {
            assert_eq!(text_of(&mail(header, b"Hei")).as_deref(), Some("Hei"), "{header}");
        }
    }

    #[test]
    fn letters_come_in_many_encodings() {
        let cases: [(&str, &[u8], &str); 10] = [
            ("Subject: x", b"Moi", "Moi"),
            ("Content-Type: text/plain; charset=utf-8", "Hyvää työtä".as_bytes(), "Hyvää työtä"),
            (
                "Content-Type: text/plain; charset=iso-8859-1",
                b"Hyv\xe4\xe4 ty\xf6t\xe4",
                "Hyvää työtä",
            ),
            (
                "Content-Type: text/plain; charset=windows-1252",
                b"10 \x80 \x96 s\xe5 \x93bra\x94",
                "10 € – så “bra”",
            ),
            ("Content-Type: text/plain; charset=iso-8859-15", b"10 \xa4", "10 €"),
            (
                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
                b"Hyv=C3=A4=C3=A4 =\r\np=C3=A4iv=C3=A4=C3=A4",
                "Hyvää päivää",
            ),
            (
                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                b"SHl2w6TDpCB0ecO2dMOk",
                "Hyvää työtä",
            ),
            (
                "Content-Type: text/plain; charset=utf-8; format=flowed",
                b"Yksi \r\nkaksi \r\nkolme\r\n\r\n Nelja\r\n-- \r\nAino",
                "Yksi kaksi kolme\n\nNelja",
            ),
            ("Content-Type: text/plain; format=flowed; delsp=yes", b"Yks \r\ni\r\n> vanha", "Yksi"),
            (
                "Content-Type: text/html; charset=utf-8",
                "<div>Moi <b>kaikki</b></div><div>Työtä</div>".as_bytes(),
                "Moi kaikki\nTyötä",
            ),
        ];
        for (headers, body, wanted) in cases {
            assert_eq!(text_of(&mail(headers, body)).as_deref(), Some(wanted), "{headers}");
        }
    }

    #[test]
    fn html_alone_is_read_without_its_quotes() {
        for (html, wanted) in [
            // Gmail.
            (
                "<div dir=\"ltr\">Tack!</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">Den sön 22 nov. 2026 kl 10:00 skrev Kafferum &lt;<a href=\"mailto:posti@testi.example\">posti@testi.example</a>&gt;:<br></div><blockquote class=\"gmail_quote\">Hej!<br>Gammalt</blockquote></div>",
                "Tack!",
            ),
            // Outlook.
            (
                "<html><head><style>p.MsoNormal {margin:0}</style></head><body><p class=MsoNormal>Kiitos!<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div style='border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>L&auml;hett&auml;j&auml;:</b> Kafferum &lt;posti@testi.example&gt; <br><b>L&auml;hetetty:</b> sunnuntai<br><b>Vastaanottaja:</b> Aino<br><b>Aihe:</b> Uutta</p></div><p>Vanhaa</p></body></html>",
                "Kiitos!",
            ),
            (
                "Thanks!<hr><div id=divRplyFwdMsg><b>From:</b> Kafferum<br><b>Sent:</b> Sunday<br><b>To:</b> Aino</div>Old",
                "Thanks!",
            ),
            // Apple Mail.
            (
                "<body>Kiitos!<br><div><br><blockquote type=\"cite\"><div>Kafferum &lt;posti@testi.example&gt; kirjoitti 22.11.2026 kello 10.00:</div><div>Vanhaa</div></blockquote></div></body>",
                "Kiitos!",
            ),
            ("<blockquote>Vanhaa</blockquote>", ""),
        ] {
            let raw = mail("Content-Type: text/html; charset=utf-8", html.as_bytes());
            assert_eq!(text_of(&raw).as_deref(), Some(wanted), "{html}");
        }
    }

    #[test]
    fn of_two_ways_to_say_it_the_plain_one_is_taken() {
        let raw = mail(
            "Content-Type: multipart/alternative; boundary=b",
            b"--b\r\nContent-Type: text/plain\r\n\r\nMoi\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Terve</p>\r\n--b--\r\n",
        );
        assert_eq!(text_of(&raw).as_deref(), Some("Moi"));
    }

    #[test]
    fn broken_letters_are_read_as_far_as_they_go() {
        let lies = mail(
            "Content-Type: text/plain; charset=no-such\r\nContent-Transfer-Encoding: base64",
            b"%%%%",
        );
        assert!(text_of(&lies).is_some());
        let torn = mail(
            "Content-Type: multipart/mixed; boundary=b",
            b"--b\r\nContent-Type: text/plain\r\n\r\nMoi",
        );
        assert!(text_of(&torn).is_some());
        let nul = mail("Content-Type: text/plain; charset=utf-8", b"a\0b\x07c\td");
        assert_eq!(text_of(&nul).as_deref(), Some("abc\td"));
        for raw in
            [&b""[..], b"\0\0\0", b"\xff\xfe\xfd", b":::\r\n:::", b"Subject: nobody\r\n\r\nHei"]
        {
            assert_eq!(read(raw, OWN), Letter::Broken, "{raw:?}");
        }
        let deep = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(5000);
        let _ = read(&mail(&deep, b"x"), OWN);
    }

    #[test]
    fn a_letter_is_known_by_its_id_or_by_its_words_and_date() {
        let id = |raw: &str| match read(raw.as_bytes(), OWN) {
            Letter::Written { id, .. } => id,
            other => panic!("{other:?}"),
        };
        let base = "From: a@b.example\r\nDate: Sun, 22 Nov 2026 10:00:00 +0200\r\n";
        let one = id(&format!("{base}\r\nMoi"));
        assert_eq!(one, id(&format!("Received: from x by y\r\n{base}\r\nMoi")));
        assert_ne!(one, id(&format!("{base}\r\nHei")));
        assert_ne!(one, id(&format!("{}\r\nMoi", base.replace("10:00", "10:01"))));
        let two = id(&format!("{base}Message-ID: <7@x>\r\n\r\nMoi"));
        assert_eq!(two, b"7@x");
    }

    #[test]
    fn attachments_are_noticed_and_logos_are_not() {
        let with = |part: &str| {
            let body = format!(
                "--b\r\nContent-Type: text/plain\r\n\r\nKatso\r\n--b\r\nContent-Type: image/png; name=a.png\r\n{part}Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
            );
            read(&mail("Content-Type: multipart/mixed; boundary=b", body.as_bytes()), OWN)
        };
        for (part, more) in [
            ("Content-Disposition: attachment; filename=a.png\r\n", true),
            ("Content-Disposition: attachment; filename=a.png\r\nContent-ID: <x>\r\n", true),
            ("Content-Disposition: inline; filename=a.png\r\n", true),
            ("Content-Disposition: inline; filename=a.png\r\nContent-ID: <x>\r\n", false),
        ] {
            match with(part) {
                Letter::Written { text, has_more, .. } => {
                    assert_eq!((text.as_str(), has_more), ("Katso", more), "{part}");
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn recipients_are_read_from_the_surest_header() {
        let raw = b"Delivered-To: reply+X@y.example\r\nX-Original-To: reply+z@y.example\r\nTo: \"A, B\" <a@b.example>,\r\n c@d.example\r\nCc: e@f.example\r\n\r\n";
        let found = recipients(raw);
        let found: Vec<Vec<&str>> =
            found.iter().map(|group| group.iter().map(String::as_str).collect()).collect();
        assert_eq!(
            found,
            [
                vec!["reply+x@y.example", "reply+z@y.example"],
                vec!["a@b.example", "c@d.example"],
                vec!["e@f.example"]
            ]
        );
        assert!(recipients(b"").is_empty());
    }
}
