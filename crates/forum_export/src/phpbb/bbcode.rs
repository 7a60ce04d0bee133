//! phpBB's texts: BBCode, stored in two ways.
//!
//! phpBB 3.2 and newer keep XML (`<r>…</r>`, or `<t>…</t>` where there are no
//! marks) in which the text as it was typed stands between the elements: taken
//! out of it, and its entities put back, it is BBCode. Older ones keep BBCode as
//! HTML, each mark with an id of the post's (`[b:1a2b3c4d]`), smilies and
//! addresses between comments.

use crate::body::{Things, clean};
use crate::escape::{unescape, words};

/// Deepest nesting of marks that is read; deeper ones stay as they were typed.
const DEEPEST: usize = 16;

/// Gives the place of an attachment by its number in the post.
pub(super) type Attach<'a> = dyn FnMut(usize, &mut Things) -> Option<String> + 'a;

/// A stored text as Markdown.
pub(super) fn to_markdown(
    stored: &str,
    uid: &str,
    things: &mut Things,
    attach: &mut Attach<'_>,
) -> String {
    let typed = typed(&clean(stored), uid);
    let tokens = tokens(&typed);
    let partners = partners(&tokens);
    let mut reader = Reader { tokens: &tokens, partners: &partners, things, attach };
    reader.range(0, tokens.len(), 0)
}

/// The words of a stored text, without any marks.
pub(super) fn plain(stored: &str) -> String {
    let typed = typed(&clean(stored), "");
    let words = tokens(&typed).into_iter().filter_map(|token| match token {
        Token::Text(text) => Some(text),
        _ => None,
    });
    let words: String = words.collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// BBCode as it was typed.
fn typed(stored: &str, uid: &str) -> String {
    if stored.starts_with("<r>") || stored.starts_with("<t>") {
        return unescape(&without_elements(stored));
    }
    let stored = if uid.is_empty() {
        stored.to_owned()
    } else {
        let marked = [format!(":u:{uid}]"), format!(":o:{uid}]"), format!(":m:{uid}]")];
        let text = marked.iter().fold(stored.to_owned(), |text, mark| text.replace(mark, "]"));
        text.replace(&format!(":{uid}]"), "]").replace(&format!(":{uid}="), "=")
    };
    unescape(&of_old_html(&stored))
}

/// Text without the elements around it.
fn without_elements(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('<') {
        out.push_str(before);
        rest = from.split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// The HTML of older versions: smilies and addresses between comments, `<br />`.
fn of_old_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('<') {
        out.push_str(before);
        let Some((tag, after)) = from.split_once('>') else {
            out.push('<');
            rest = from;
            break;
        };
        rest = after;
        let value = |name: &str| {
            let (_, rest) = tag.split_once(&format!("{name}=\""))?;
            rest.split_once('"').map(|(value, _)| value)
        };
        if tag.starts_with("img ") {
            out.push_str(value("alt").unwrap_or_default());
        } else if tag.starts_with("a ") {
            // What the address is shown as may be cut: the address itself stays.
            let address = value("href").unwrap_or_default();
            out.push_str(address.strip_prefix("mailto:").unwrap_or(address));
            rest = rest.split_once("</a>").map_or(rest, |(_, after)| after);
        } else if tag.starts_with("br") && !after.starts_with('\n') {
            out.push('\n');
        }
    }
    out.push_str(rest);
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'t> {
    Text(&'t str),
    /// Name, what stands behind it, and all of it.
    Open(&'t str, &'t str, &'t str),
    Close(&'t str, &'t str),
}

impl<'t> Token<'t> {
    fn typed(self) -> &'t str {
        match self {
            Token::Text(all) | Token::Open(_, _, all) | Token::Close(_, all) => all,
        }
    }
}

/// Marks that are understood; whatever else stands in brackets is text.
const KNOWN: [&str; 32] = [
    "b",
    "i",
    "u",
    "s",
    "strike",
    "del",
    "quote",
    "code",
    "list",
    "*",
    "li",
    "img",
    "url",
    "email",
    "color",
    "colour",
    "size",
    "font",
    "center",
    "left",
    "right",
    "align",
    "justify",
    "sub",
    "sup",
    "spoiler",
    "attachment",
    "flash",
    "media",
    "youtube",
    "highlight",
    "hr",
];

fn known(name: &str) -> Option<&'static str> {
    KNOWN.iter().find(|known| name.eq_ignore_ascii_case(known)).copied()
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut from, mut code_ends) = (0, 0);
    for (at, _) in text.match_indices('[') {
        if at < from || at < code_ends {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let Some(token) = mark(rest) else { continue };
        if let Some(text) = text.get(from..at).filter(|text| !text.is_empty()) {
            tokens.push(Token::Text(text));
        }
        tokens.push(token);
        from = at + token.typed().len();
        // Within code nothing is a mark.
        if matches!(token, Token::Open("code", ..)) {
            let inner = text.get(from..).unwrap_or_default();
            code_ends = from + find_ignoring_case(inner, "[/code]").unwrap_or(0);
        }
    }
    if let Some(text) = text.get(from..).filter(|text| !text.is_empty()) {
        tokens.push(Token::Text(text));
    }
    tokens
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    text.match_indices('[').map(|(at, _)| at).find(|at| {
        text.get(*at..*at + wanted.len()).is_some_and(|found| found.eq_ignore_ascii_case(wanted))
    })
}

/// The mark with which a text begins.
fn mark(text: &str) -> Option<Token<'_>> {
    // No mark is longer; brackets that nothing closes are not searched through.
    let head = text.char_indices().nth(500).map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let end = head.find(']')?;
    let (all, inner) = (text.get(..=end)?, text.get(1..end)?);
    if let Some(name) = inner.strip_prefix('/') {
        return known(name.split(':').next()?).map(|name| Token::Close(name, all));
    }
    let length = inner.find(['=', ' ', ':']).unwrap_or(inner.len());
    let name = known(inner.get(..length)?)?;
    Some(Token::Open(name, inner.get(length..)?, all))
}

/// For each opening mark the index of the one that closes it.
fn partners(tokens: &[Token<'_>]) -> Vec<Option<usize>> {
    let mut partners = vec![None; tokens.len()];
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Open("*" | "li" | "hr", ..) | Token::Text(_) => {}
            Token::Open(name, ..) => open.push((index, name)),
            Token::Close(name, _) => {
                // The few marks that may be open: those that were closed in
                // the wrong order lose their meaning.
                let near = open.len().saturating_sub(DEEPEST);
                let found = open.iter().skip(near).rposition(|(_, opened)| opened == name);
                if let Some(at) = found.map(|at| at + near) {
                    if let Some(partner) =
                        open.get(at).and_then(|(opened, _)| partners.get_mut(*opened))
                    {
                        *partner = Some(index);
                    }
                    open.truncate(at);
                }
            }
        }
    }
    partners
}

struct Reader<'r, 'a> {
    tokens: &'r [Token<'r>],
    partners: &'r [Option<usize>],
    things: &'r mut Things,
    attach: &'r mut Attach<'a>,
}

impl Reader<'_, '_> {
    fn range(&mut self, from: usize, to: usize, depth: usize) -> String {
        let mut out = String::new();
        let mut at = from;
        while at < to {
            let Some(token) = self.tokens.get(at).copied() else { break };
            let partner = self.partners.get(at).copied().flatten();
            at += 1;
            match (token, partner) {
                (Token::Open("hr", ..), _) => out.push_str("\n\n---\n\n"),
                (Token::Open(name, said, _), Some(end)) if depth < DEEPEST => {
                    let inner = self.marked(name, said, at, end, depth);
                    out.push_str(&inner);
                    at = end + 1;
                }
                // An item outside of a list, and its end.
                (Token::Open("*" | "li", ..), _) => out.push_str("\n- "),
                (Token::Close("*" | "li", _), _) => {}
                (token, _) => out.push_str(&words(token.typed())),
            }
        }
        out
    }

    /// What was typed between two tokens, as it was.
    fn raw(&self, from: usize, to: usize) -> String {
        self.tokens.get(from..to).unwrap_or_default().iter().map(|token| token.typed()).collect()
    }

    fn marked(&mut self, name: &str, said: &str, from: usize, end: usize, depth: usize) -> String {
        let value = said.strip_prefix('=').unwrap_or_default();
        match name {
            "b" => around("**", &self.range(from, end, depth + 1)),
            "i" => around("*", &self.range(from, end, depth + 1)),
            "s" | "strike" | "del" => around("~~", &self.range(from, end, depth + 1)),
            "quote" => {
                let inner = self.range(from, end, depth + 1);
                self.things.quote_block(post_of(said), &inner)
            }
            "code" => code(&self.raw(from, end)),
            "list" => self.list(value, from, end, depth + 1),
            "img" => match address(&self.raw(from, end)) {
                Some(address) => format!("[{}]({address})", words(&address)),
                None => words(&self.raw(from, end)),
            },
            "url" | "email" => self.link(name, value, from, end, depth),
            "attachment" => {
                let index = value.trim_matches('"').parse().ok();
                let shown = index.and_then(|index| (self.attach)(index, self.things));
                shown.unwrap_or_else(|| words(&self.raw(from, end)))
            }
            "flash" | "media" | "youtube" => words(&self.raw(from, end)),
            _ => self.range(from, end, depth + 1),
        }
    }

    fn link(&mut self, name: &str, value: &str, from: usize, end: usize, depth: usize) -> String {
        let raw = self.raw(from, end);
        let value = value.trim_matches('"');
        let target = if value.is_empty() { raw.as_str() } else { value };
        let target = if name == "email" { format!("mailto:{target}") } else { target.to_owned() };
        match address(&target) {
            Some(address) => {
                let inner = self.range(from, end, depth + 1).replace('\n', " ");
                format!("[{}]({address})", inner.trim())
            }
            None => self.range(from, end, depth + 1),
        }
    }

    /// A list with its items, those of lists within it pushed in.
    fn list(&mut self, value: &str, from: usize, end: usize, depth: usize) -> String {
        let mut items: Vec<(usize, usize)> = Vec::new();
        let mut at = from;
        while at < end {
            let token = self.tokens.get(at).copied();
            let inner_end = self.partners.get(at).copied().flatten();
            if let Some(Token::Open("*" | "li", ..)) = token {
                if let Some((_, last)) = items.last_mut() {
                    *last = at;
                }
                items.push((at + 1, end));
            }
            at = inner_end.filter(|inner| *inner < end).map_or(at + 1, |inner| inner + 1);
        }
        let mut out = String::from("\n\n");
        for (index, (start, last)) in items.into_iter().enumerate() {
            let mark = if value.is_empty() { "- ".to_owned() } else { format!("{}. ", index + 1) };
            let inner = self.range(start, last, depth);
            let indent = " ".repeat(mark.len());
            for (number, line) in inner.trim().lines().enumerate() {
                if !line.is_empty() {
                    out.push_str(if number == 0 { &mark } else { &indent });
                    out.push_str(line);
                }
                out.push('\n');
            }
        }
        out.push_str("\n\n");
        out
    }
}

/// Marks around words, line by line, close to the letters: Markdown takes them
/// in no other way.
fn around(mark: &str, inner: &str) -> String {
    let is_plain = |line: &str| {
        let line = line.trim();
        line.is_empty() || line.starts_with(['>', '-', '\u{E000}', '`'])
    };
    let mut out = String::with_capacity(inner.len() + 8);
    for line in inner.split_inclusive('\n') {
        if is_plain(line) {
            out.push_str(line);
            continue;
        }
        let words = line.trim();
        let start = line.len() - line.trim_start().len();
        out.push_str(line.get(..start).unwrap_or_default());
        out.push_str(mark);
        out.push_str(words);
        out.push_str(mark);
        out.push_str(line.get(start + words.len()..).unwrap_or_default());
    }
    out
}

/// A block of code, its fence longer than any in it.
fn code(text: &str) -> String {
    let mut fence = String::from("```");
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("\n\n{fence}\n{}\n{fence}\n\n", text.trim_matches('\n'))
}

/// An address that a link may have, in a form that ends no link.
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let allowed = ["http://", "https://", "mailto:"];
    let fits = allowed
        .iter()
        .any(|start| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)));
    if !fits || text.chars().any(|letter| letter.is_whitespace() || letter.is_control()) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            letter => out.push(letter),
        }
    }
    Some(out)
}

/// The post that a quote names: `[quote=name post_id=3 time=… user_id=2]`. The
/// name is not taken.
fn post_of(said: &str) -> Option<String> {
    let (_, rest) = said.split_once("post_id=")?;
    let rest = rest.trim_start_matches('"');
    let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end).filter(|digits| !digits.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Piece;

    fn read(stored: &str, uid: &str) -> String {
        let mut things = Things::default();
        let mut attach = |index: usize, things: &mut Things| {
            (index == 0).then(|| things.picture("files/1_ab", "kissa.jpg"))
        };
        let text = to_markdown(stored, uid, &mut things, &mut attach);
        let mut body = things.body(&text);
        body.settle(|post| (post == "3").then_some(5));
        body.pieces
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(words) => words,
                Piece::Quote(index) => format!("<quote {index}>"),
                Piece::Picture(file, said) => format!("<picture {file}: {said}>"),
            })
            .collect()
    }

    #[test]
    fn a_text_of_phpbb_three_two_is_read() {
        let stored = "<r><B><s>[b]</s>Tärkeää<e>[/b]</e></B> &amp; 1 &lt; 2<br/>\n\
            <QUOTE author=\"Maija\" post_id=\"3\" time=\"1\" user_id=\"2\"><s>[quote=Maija post_id=3 \
            time=1 user_id=2]</s>Vuoro vaihtui<e>[/quote]</e></QUOTE>\nNiin <E>:)</E></r>";
        assert_eq!(
            read(stored, ""),
            "**Tärkeää** \\& 1 \\< 2\n\n> <quote 5>\n>\n> Vuoro vaihtui\n\nNiin :)"
        );
        assert_eq!(read("<t>Pelkkää *tekstiä*</t>", ""), "Pelkkää \\*tekstiä\\*");
    }

    #[test]
    fn a_text_of_older_ones_is_read() {
        let stored = "[b:1a2b3c4d]Hei[/b:1a2b3c4d] <!-- s:) --><img src=\"{SMILIES_PATH}/x.gif\" \
            alt=\":)\" title=\"x\" /><!-- s:) --> [quote=&quot;Maija&quot;:1a2b3c4d]a &amp; b[/quote:1a2b3c4d]\
            <!-- m --><a class=\"postlink\" href=\"http://a.example/x\">http://a.ex ... x</a><!-- m --> \
            [list:1a2b3c4d][*:1a2b3c4d]yksi[/*:m:1a2b3c4d][*:1a2b3c4d]kaksi[/*:m:1a2b3c4d][/list:u:1a2b3c4d]";
        let text = read(stored, "1a2b3c4d");
        assert!(text.starts_with("**Hei** :)"), "{text}");
        assert!(text.contains("> a \\& b\n") && !text.contains("Maija"), "{text}");
        assert!(text.contains("http://a.example/x") && text.contains("- yksi\n- kaksi"), "{text}");
        assert!(!text.contains("1a2b3c4d"), "{text}");
    }

    #[test]
    fn marks_become_markdown() {
        for (typed, markdown) in [
            ("[i] a [/i]b", " *a* b"),
            ("[url=https://a.example/(x)]y[/url]", "[y](https://a.example/%28x%29)"),
            ("[url]https://a.example[/url]", "[https://a.example](https://a.example)"),
            ("[url=javascript:alert(1)]y[/url]", "y"),
            (
                "[img]https://a.example/k.png[/img]",
                "[https://a.example/k.png](https://a.example/k.png)",
            ),
            ("[code]a[b]c[/b]\n```[/code]", "````\na[b]c[/b]\n```\n````"),
            ("[list=1][*]yksi[*]kaksi[/list]", "1. yksi\n2. kaksi"),
            ("[list][*]a[list][*]b[/list][*]c[/list]", "- a\n\n  - b\n- c"),
            ("[color=#ff0000]pun[/color]", "pun"),
            ("[b]auki", "\\[b\\]auki"),
            ("[b][i]x[/b][/i]", "**\\[i\\]x**\\[/i\\]"),
            ("[attachment=0]kissa.jpg[/attachment]", "<picture files/1_ab: kissa.jpg>"),
            ("# ei otsikko\n1. ei\n    koodi", "\\# ei otsikko\n1\\. ei\nkoodi"),
            ("[b]a\n\nb[/b]", "**a**\n\n**b**"),
        ] {
            let expected = markdown.trim_start_matches('\n');
            assert_eq!(read(typed, ""), expected, "{typed}");
        }
    }

    #[test]
    fn a_description_is_its_words() {
        assert_eq!(plain("<r>Vain <B><s>[b]</s>meille<e>[/b]</e></B></r>"), "Vain meille");
    }
}
