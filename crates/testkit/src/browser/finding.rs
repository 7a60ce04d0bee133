//! Finds what a person would mean by a label or a text. Knows XPath, so that
//! nobody else has to.

use std::fmt;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};

use crate::runtime::wait_for;

/// What a sentence of a test names.
pub(super) enum Wanted<'a> {
    /// A form control by its label.
    Field(&'a str),
    /// A form control by the legend of its group and its label.
    Answer(&'a str, &'a str),
    /// A button, or the head of a fold-out part, by its text.
    Button(&'a str),
    /// A link by its text.
    Link(&'a str),
}

/// What was found.
pub(super) enum Match {
    None,
    One(Element),
    Several(usize),
}

impl fmt::Display for Wanted<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(label) => write!(formatter, "field with the label “{label}”"),
            Self::Answer(question, label) => {
                write!(formatter, "answer “{label}” in the group “{question}”")
            }
            Self::Button(text) => write!(formatter, "button with the text “{text}”"),
            Self::Link(text) => write!(formatter, "link with the text “{text}”"),
        }
    }
}

/// How closely a text must match; the closer is tried first.
#[derive(Clone, Copy)]
enum Closeness {
    Whole,
    Beginning,
    Part,
}

/// Looks once. An element that goes away meanwhile counts as not there.
pub(super) fn find(client: &Client, wanted: &Wanted<'_>, part: Option<&str>) -> Match {
    for closeness in [Closeness::Whole, Closeness::Beginning, Closeness::Part] {
        let path = path_of(wanted, closeness);
        let mut found = find_all(client, &path, part);
        if needs_to_be_shown(wanted) {
            found.retain(|element| wait_for(element.is_displayed()).unwrap_or(false));
        }
        match (found.len(), found.pop()) {
            (1, Some(element)) => return Match::One(element),
            (0, _) | (_, None) => {}
            (_, Some(last)) if lead_to_one_place(wanted, &found, &last) => return Match::One(last),
            (count, _) => return Match::Several(count),
        }
    }
    Match::None
}

/// The entry of a list with this text.
pub(super) fn entry(text: &str) -> String {
    format!(".//option[{}]", test(".", text, Closeness::Whole))
}

fn find_all(client: &Client, path: &str, part: Option<&str>) -> Vec<Element> {
    let Some(part) = part else {
        return wait_for(client.find_all(Locator::XPath(path))).unwrap_or_default();
    };
    let parts = wait_for(client.find_all(Locator::Css(part))).unwrap_or_default();
    let inside = |part: &Element| wait_for(part.find_all(Locator::XPath(path))).unwrap_or_default();
    parts.iter().flat_map(inside).collect()
}

/// Radio buttons, boxes and file fields are often drawn by their label while
/// the control itself is hidden.
fn needs_to_be_shown(wanted: &Wanted<'_>) -> bool {
    matches!(wanted, Wanted::Button(_) | Wanted::Link(_))
}

/// The same link in head and foot of a page is no question of which is meant.
fn lead_to_one_place(wanted: &Wanted<'_>, others: &[Element], last: &Element) -> bool {
    let target = |link: &Element| wait_for(link.prop("href")).ok().flatten();
    matches!(wanted, Wanted::Link(_)) && others.iter().all(|other| target(other) == target(last))
}

fn path_of(wanted: &Wanted<'_>, closeness: Closeness) -> String {
    match wanted {
        Wanted::Field(label) => field(label, closeness),
        Wanted::Answer(question, label) => {
            let legend = test(".", question, closeness);
            format!(".//fieldset[legend[{legend}]]{}", &field(label, Closeness::Whole)[1..])
        }
        Wanted::Button(text) => {
            let [shown, label, value] =
                [".", "@aria-label", "@value"].map(|of| test(of, text, closeness));
            format!(
                ".//*[(self::button or self::summary or @role='button') and ({shown} or {label})] \
                 | .//input[(@type='submit' or @type='button') and {value}]"
            )
        }
        Wanted::Link(text) => {
            let [shown, label] = [".", "@aria-label"].map(|of| test(of, text, closeness));
            format!(".//a[@href and ({shown} or {label})]")
        }
    }
}

fn field(label: &str, closeness: Closeness) -> String {
    let [shown, aria] = [".", "@aria-label"].map(|of| test(of, label, closeness));
    format!(
        ".//*[(self::input and not(@type='hidden')) or self::textarea or self::select]\
         [@id = //label[{shown}]/@for or ancestor::label[{shown}] \
         or @aria-labelledby = //*[{shown}]/@id or {aria}]"
    )
}

/// The condition that a node's text matches. No-break spaces count as spaces
/// and soft hyphens as nothing, as they do for a reader.
fn test(node: &str, text: &str, closeness: Closeness) -> String {
    let shown = format!("normalize-space(translate({node}, '\u{a0}\u{ad}', ' '))");
    let text = quoted(&super::one_line(text));
    match closeness {
        Closeness::Whole => format!("{shown} = {text}"),
        Closeness::Beginning => format!("starts-with({shown}, {text})"),
        Closeness::Part => format!("contains({shown}, {text})"),
    }
}

/// XPath has no escapes, so a text with both kinds of quotes is put together.
fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let pieces: Vec<String> = text.split('\'').map(|piece| format!("'{piece}'")).collect();
    format!("concat({})", pieces.join(", \"'\", "))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_with_quotes_is_put_together() {
        assert_eq!(quoted("say \"hi\""), "'say \"hi\"'");
        assert_eq!(quoted("Maija's"), "concat('Maija', \"'\", 's')");
    }
}
