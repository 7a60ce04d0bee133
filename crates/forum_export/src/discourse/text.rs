//! Discourse's texts: Markdown, with quotes and a few marks in brackets.

use std::collections::{HashMap, HashSet};

use crate::body::{Body, Things, clean, mark_pictures};

/// Deepest quote within quotes that is kept as one.
const DEEPEST: usize = 8;

/// What is needed to read them.
#[derive(Debug)]
pub(crate) struct Text {
    /// Lower case; of everybody who had an account.
    pub names: HashSet<String>,
    pub uploads: Uploads,
}

/// Pictures by what texts call them.
#[derive(Debug, Default)]
pub(crate) struct Uploads {
    /// By the SHA-1 of the file, in hexadecimal digits.
    by_hash: HashMap<String, String>,
    /// By their address.
    by_address: HashMap<String, String>,
}

impl Uploads {
    pub(crate) fn add(&mut self, url: &str, sha1: Option<&str>) {
        let path = url.trim_start_matches('/').to_owned();
        if let Some(sha1) = sha1 {
            self.by_hash.insert(sha1.to_ascii_lowercase(), path.clone());
        }
        self.by_address.insert(path.clone(), path);
    }

    /// The file of a picture's address in a text.
    fn find(&self, address: &str) -> Option<String> {
        if let Some(short) = address.strip_prefix("upload://") {
            let hash = short.split('.').next().unwrap_or_default();
            let hash = base62_to_hex(hash)?;
            // What the database does not know is told of as missing.
            return Some(self.by_hash.get(&hash).cloned().unwrap_or_else(|| address.to_owned()));
        }
        let path = address.split("//").last().unwrap_or(address);
        let path = path.find("uploads/").and_then(|at| path.get(at..))?;
        self.by_address.get(path).cloned()
    }
}

/// Discourse calls a file by its SHA-1 in base 62: digits, small letters,
/// capitals.
fn base62_to_hex(text: &str) -> Option<String> {
    let mut bytes = [0_u8; 20];
    if text.is_empty() {
        return None;
    }
    for letter in text.bytes() {
        let mut carry = match letter {
            b'0'..=b'9' => u32::from(letter - b'0'),
            b'a'..=b'z' => u32::from(letter - b'a') + 10,
            b'A'..=b'Z' => u32::from(letter - b'A') + 36,
            _ => return None,
        };
        for byte in bytes.iter_mut().rev() {
            let value = u32::from(*byte) * 62 + carry;
            *byte = (value & 0xff) as u8;
            carry = value >> 8;
        }
        if carry > 0 {
            return None;
        }
    }
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Text {
    pub(crate) fn body(&self, raw: &str) -> Body {
        let mut things = Things::default();
        let text = clean(raw);
        let text = self.outside_of_code(&text);
        let text = mark_pictures(&text, &mut things, |address| self.uploads.find(address));
        let text = quotes(&text, &mut things);
        things.body(&text)
    }

    /// Names that are mentioned, sizes of pictures and marks in brackets taken
    /// out, but not within blocks of code.
    fn outside_of_code(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut in_code = false;
        for line in text.split_inclusive('\n') {
            if line.trim_start().starts_with("```") {
                in_code = !in_code;
                out.push_str(line);
            } else if in_code {
                out.push_str(line);
            } else {
                let line = pictures_of_html(&without_sizes(line));
                out.push_str(&without_marks(&self.without_names(&line)));
            }
        }
        out
    }

    /// Who was mentioned by the name of an account there is not told.
    fn without_names(&self, line: &str) -> String {
        let is_name = |letter: char| letter.is_alphanumeric() || "_-.".contains(letter);
        let mut out = String::with_capacity(line.len());
        let mut rest = line;
        while let Some(at) = rest.find('@') {
            let (before, from) = rest.split_at(at);
            out.push_str(before);
            let after = from.get(1..).unwrap_or_default();
            let end = after.find(|letter| !is_name(letter)).unwrap_or(after.len());
            let name = after.get(..end).unwrap_or_default().trim_end_matches(['.', '-', '_']);
            let is_free = !before.ends_with(|letter: char| letter.is_alphanumeric());
            out.push('@');
            if is_free && !name.is_empty() && self.names.contains(&name.to_lowercase()) {
                out.push('…');
                rest = after.get(name.len()..).unwrap_or_default();
            } else {
                rest = after;
            }
        }
        out.push_str(rest);
        out
    }
}

/// `![words|690x388](…)` without the size.
fn without_sizes(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("![") {
        let (before, from) = rest.split_at(at + 2);
        out.push_str(before);
        rest = from;
        if let Some((said, _)) = from.split_once("](")
            && let Some((words, _)) = said.split_once('|')
        {
            out.push_str(words);
            rest = from.get(said.len()..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// `<img src="…" …>` as Markdown.
fn pictures_of_html(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("<img ") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let Some((tag, after)) = from.split_once('>') else {
            rest = from;
            break;
        };
        let value = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}="))?;
            let quote = rest.chars().next().filter(|letter| "\"'".contains(*letter))?;
            rest.get(1..)?.split_once(quote).map(|(value, _)| value)
        };
        let said = value("alt").unwrap_or_default().replace(['[', ']'], " ");
        out.push_str(&format!("![{said}]({})", value("src").unwrap_or_default()));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Marks in brackets that mean nothing here; what they stand around stays.
fn without_marks(line: &str) -> String {
    const PAIRS: &[(&str, &str)] = &[
        ("[b]", "**"),
        ("[/b]", "**"),
        ("[i]", "*"),
        ("[/i]", "*"),
        ("[u]", ""),
        ("[/u]", ""),
        ("[s]", "~~"),
        ("[/s]", "~~"),
        ("[/details]", ""),
        ("[/poll]", ""),
        ("[spoiler]", ""),
        ("[/spoiler]", ""),
    ];
    if !line.contains('[') {
        return line.to_owned();
    }
    let mut line = PAIRS.iter().fold(line.to_owned(), |line, (mark, to)| line.replace(mark, to));
    for (opening, around) in [("[details=", "**"), ("[details", ""), ("[poll", "")] {
        let start = line.trim_start();
        if let Some(rest) = start.strip_prefix(opening)
            && let Some((said, after)) = rest.split_once(']')
        {
            let said = if around.is_empty() { "" } else { said.trim_matches('"') };
            let around = if said.is_empty() { "" } else { around };
            line = format!("{around}{said}{around}{after}");
        }
    }
    line
}

const QUOTE: &str = "[quote";
const END: &str = "[/quote]";

/// A mark of a quote: where it stands and how long it is.
struct Mark<'t> {
    at: usize,
    length: usize,
    /// What an opening one says; none for a closing one.
    head: Option<&'t str>,
    has_partner: bool,
}

/// `[quote="name, post:3, topic:12"]…[/quote]` as quotes of posts, without the
/// name. A mark without its partner stays as it was typed.
fn quotes(text: &str, things: &mut Things) -> String {
    // Each quote that is open: what it refers to, and its words so far.
    let mut open: Vec<(Option<String>, String)> = Vec::new();
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for mark in marks(text).iter().filter(|mark| mark.has_partner) {
        let words = text.get(from..mark.at).unwrap_or_default();
        open.last_mut().map_or(&mut out, |(_, inner)| inner).push_str(words);
        from = mark.at + mark.length;
        match mark.head {
            Some(head) => open.push((reference(head), String::new())),
            None => {
                let Some((reference, inner)) = open.pop() else { continue };
                let is_kept = open.len() < DEEPEST;
                let inner = if is_kept { things.quote_block(reference, &inner) } else { inner };
                open.last_mut().map_or(&mut out, |(_, outer)| outer).push_str(&inner);
            }
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

fn marks(text: &str) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark<'_>> = Vec::new();
    let mut waiting = Vec::new();
    for (at, _) in text.match_indices('[') {
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with(END) {
            let partner: Option<usize> = waiting.pop();
            if let Some(partner) = partner.and_then(|index| marks.get_mut(index)) {
                partner.has_partner = true;
            }
            marks.push(Mark { at, length: END.len(), head: None, has_partner: partner.is_some() });
        } else if let Some(head) = head(rest) {
            waiting.push(marks.len());
            let length = QUOTE.len() + head.len() + 1;
            marks.push(Mark { at, length, head: Some(head), has_partner: false });
        }
    }
    marks
}

/// What stands in the brackets that begin a quote.
fn head(text: &str) -> Option<&str> {
    let behind = text.strip_prefix(QUOTE).filter(|rest| rest.starts_with(['=', ']', ' ']))?;
    let line = behind.get(..behind.find('\n').unwrap_or(behind.len()))?;
    line.split_once(']').map(|(head, _)| head)
}

/// By what a quote's post is referred to.
fn reference(head: &str) -> Option<String> {
    let number = |name: &str| {
        let (_, rest) = head.split_once(name)?;
        let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        rest.get(..end).filter(|digits| !digits.is_empty())
    };
    Some(format!("/t/{}/{}", number("topic:")?, number("post:")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Piece;

    #[test]
    fn a_short_address_is_the_hash_of_the_file() {
        assert_eq!(
            base62_to_hex("6LX9Y8dW88pEjXU4ufdLkTrkhc0").as_deref(),
            Some("2f78c1ac988dd200abdba00c2ef28678eb0650dc")
        );
        assert_eq!(base62_to_hex("Ö"), None);
        assert_eq!(base62_to_hex(&"Z".repeat(40)), None);
    }

    fn read(raw: &str) -> Vec<Piece> {
        let mut uploads = Uploads::default();
        let hash = "2f78c1ac988dd200abdba00c2ef28678eb0650dc";
        uploads.add("/uploads/default/original/1X/a.png", Some(hash));
        let names = HashSet::from(["maija77".to_owned()]);
        let mut body = Text { names, uploads }.body(raw);
        body.settle(|name| (name == "/t/12/3").then_some(5));
        body.pieces
    }

    fn words(raw: &str) -> String {
        read(raw)
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(words) => words,
                Piece::Quote(index) => format!("<quote {index}>"),
                Piece::Picture(file, said) => format!("<picture {file}: {said}>"),
            })
            .collect()
    }

    #[test]
    fn a_quote_leads_to_its_post_and_names_nobody() {
        let raw = "[quote=\"Maija77, post:3, topic:12, full:true\"]\nVuoro **vaihtui**.\n[/quote]\n\nNiin.";
        assert_eq!(words(raw), "> <quote 5>\n>\n> Vuoro **vaihtui**.\n\nNiin.");
        let unknown = "[quote=\"Maija77, post:9, topic:12\"]\nx\n[/quote]";
        assert!(!words(unknown).contains("Maija") && words(unknown).contains("> x"));
    }

    #[test]
    fn quotes_within_quotes_stay_within_them() {
        let raw = "[quote]\na\n[quote]\nb\n[/quote]\nc\n[/quote]\nd";
        assert_eq!(words(raw), "> a\n>\n> > b\n>\n> c\n\nd");
        assert_eq!(words("[quote]\nei loppua"), "[quote]\nei loppua");
    }

    #[test]
    fn names_of_accounts_are_taken_out_and_other_words_stay() {
        assert_eq!(words("Kiitos @maija77! ja @Maija77."), "Kiitos @…! ja @….");
        assert_eq!(words("posti@maija77 @tuntematon"), "posti@maija77 @tuntematon");
        assert_eq!(words("```\n@maija77\n```"), "```\n@maija77\n```");
    }

    #[test]
    fn pictures_are_found_in_each_way_of_writing_them() {
        let there = "uploads/default/original/1X/a.png";
        for raw in [
            "![kissa|690x388, 50%](upload://6LX9Y8dW88pEjXU4ufdLkTrkhc0.png)",
            "![kissa](/uploads/default/original/1X/a.png)",
            "<img src=\"/uploads/default/original/1X/a.png\" alt='kissa' width=\"6\">",
            "<img src=\"//foorumi.example/uploads/default/original/1X/a.png\" alt=\"kissa\">",
        ] {
            assert_eq!(words(raw), format!("<picture {there}: kissa>"), "{raw}");
        }
        assert_eq!(
            words("![x](https://muualla.example/x.png)"),
            "![x](https://muualla.example/x.png)"
        );
        let in_code = words("```\n![x](upload://6LX9Y8dW88pEjXU4ufdLkTrkhc0)\n```");
        assert!(!in_code.contains("<picture"), "{in_code}");
    }

    #[test]
    fn marks_in_brackets_leave_what_they_stand_around() {
        assert_eq!(words("[details=\"Lisää\"]\nteksti\n[/details]"), "**Lisää**\nteksti");
        assert_eq!(words("[poll type=regular]\n* a\n[/poll]"), "* a");
        assert_eq!(
            words("[b]x[/b] [1] [linkki](https://a.example)"),
            "**x** [1] [linkki](https://a.example)"
        );
    }
}
