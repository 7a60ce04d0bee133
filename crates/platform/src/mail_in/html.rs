//! Mails that have HTML alone, as plain text whose quotes begin with `>`.

use mail_parser::decoders::html::html_to_text;

/// Marks in a text on its way, from the private area of Unicode and taken out
/// of what comes in: a quote begins, a quote ends, a line ends if there is one,
/// and so does a paragraph.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
const LINE: char = '\u{e002}';
const PARAGRAPH: char = '\u{e003}';

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 14] = [
    "address", "article", "dd", "div", "dl", "dt", "hr", "ol", "pre", "section", "table", "td",
    "tr", "ul",
];
/// Elements with space around them.
const PARAGRAPHS: [&str; 7] = ["h1", "h2", "h3", "h4", "h5", "h6", "p"];

/// The words of a mail, line by line.
pub(super) fn text(html: &str) -> String {
    let mut page = Page::default();
    for letter in html_to_text(&marked(html)).chars() {
        match letter {
            '\n' => page.end_line(true),
            LINE => page.end_line(false),
            PARAGRAPH => {
                page.end_line(false);
                page.end_line(true);
            }
            OPEN => {
                page.end_line(false);
                page.depth += 1;
            }
            CLOSE => {
                page.end_line(false);
                page.depth = page.depth.saturating_sub(1);
            }
            letter => page.line.push(letter),
        }
    }
    page.end_line(false);
    page.out
}

#[derive(Default)]
struct Page {
    out: String,
    line: String,
    /// Quotes within quotes.
    depth: usize,
    /// The last line is empty, or there is none.
    is_apart: bool,
}

impl Page {
    /// Ends a line; an empty one only if that is asked for, and never two of
    /// them.
    fn end_line(&mut self, also_empty: bool) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        let was_apart = self.is_apart || self.out.is_empty();
        if line.is_empty() && (was_apart || !also_empty) {
            return;
        }
        self.is_apart = line.is_empty();
        if self.depth > 0 {
            self.out.push_str("> ");
        }
        self.out.push_str(line);
        self.out.push('\n');
    }
}

/// The same HTML with a `<br>` or a mark for every end of a line.
fn marked(html: &str) -> String {
    let html: String = html.chars().filter(|letter| !(OPEN..=PARAGRAPH).contains(letter)).collect();
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some((before, tag)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at_checked(end).unwrap_or((tag, ""));
        let is_end = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "blockquote" => out.push(if is_end { CLOSE } else { OPEN }),
            "br" => out.push_str("<br>"),
            "li" if !is_end => out.extend([LINE, '-', ' ']),
            name if PARAGRAPHS.contains(&name) => out.push(PARAGRAPH),
            name if BLOCKS.contains(&name) => out.push(LINE),
            _ if tag.ends_with('>') => out.push_str(tag),
            _ => {}
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_quotes_stay_what_they_are() {
        for (html, wanted) in [
            ("<p>Moi <b>kaikki</b></p>", "Moi kaikki\n"),
            ("<p>Yksi</p><p>kaksi</p><p>&nbsp;</p><p>kolme", "Yksi\n\nkaksi\n\nkolme\n"),
            (
                "<div>Yksi</div><div>kaksi</div><div><br></div><div>kolme<br></div>neljä",
                "Yksi\nkaksi\n\nkolme\nneljä\n",
            ),
            (
                "Yksi<br>kaksi<br/>kolme<BR >neljä<br><br><br>viisi",
                "Yksi\nkaksi\nkolme\nneljä\n\nviisi\n",
            ),
            ("<ul><li>a<li>b</li></ul>c", "- a\n- b\nc\n"),
            (
                "Hei<blockquote type=\"cite\">vanhaa<br>lisää</blockquote>uutta",
                "Hei\n> vanhaa\n> lisää\nuutta\n",
            ),
            ("<blockquote>a<blockquote>b</blockquote>c</blockquote>d", "> a\n> b\n> c\nd\n"),
            ("</blockquote>a", "a\n"),
            (
                "<head><title>x</title><style>p{}</style></head><p>a &amp; b &auml;&#246; &lt;c&gt;",
                "a & b äö <c>\n",
            ),
            ("<script>alert(1)</script>a<!-- <p>b</p> -->c", "ac\n"),
            ("a<", "a\n"),
            ("<p title=", ""),
            ("\u{e000}a\u{e003}b", "ab\n"),
            ("", ""),
        ] {
            // A paragraph at the end leaves an empty line.
            assert_eq!(text(html).trim_end(), wanted.trim_end(), "{html}");
        }
    }
}
