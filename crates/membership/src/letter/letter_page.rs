//! The letter itself: sender, address in the window, date, heading, body,
//! closing. One page as a rule, more if the body is long.

use super::geometry::*;
use super::layout::{Block, Ink, Page, Role, Setter, Style, TextLine};
use super::{JoinLetter, Sender, date_text};

const SENDER_NAME: Style = Style::bold(12.0).with(Ink::Deep);
const SMALL: Style = Style::regular(8.5).with(Ink::Soft);
const ADDRESS: Style = Style::regular(10.5);
const DATE: Style = Style::regular(10.5);
const HEADING_STYLE: Style = Style::bold(13.0).with(Ink::Deep);
const BODY: Style = Style::regular(10.5);
const SIGNATORY: Style = Style::bold(10.5);

/// Baseline to baseline of the body, in millimetres (15.4 points).
const LEADING: f32 = 5.43;
/// Between paragraphs, in millimetres, added to the leading.
const PARAGRAPH_GAP: f32 = 2.6;
/// Room for a signature by hand, in millimetres.
const SIGNATURE_ROOM: f32 = 14.0;
/// A paragraph of no more lines than this is not divided between pages.
const KEEP_TOGETHER: usize = 3;

/// Lays out the pages of one letter.
pub(super) fn pages(setter: &Setter<'_>, sender: &Sender, letter: &JoinLetter<'_>) -> Vec<Page> {
    let mut flow = Flow::new(first_page(setter, sender, letter));
    let mut y = HEADING;
    let heading = &letter.texts.heading;
    let lines = setter.paragraph(heading, (LEFT, y), HEADING_STYLE, (RIGHT - LEFT, 6.2));
    y = lines.last().map_or(y, |line| line.baseline);
    flow.push(Role::Title, lines);
    flow.y = y + LEADING + 4.0;
    for paragraph in paragraphs(&letter.texts.body) {
        let lines = setter.wrap(&paragraph, BODY, RIGHT - BODY_LEFT);
        flow.paragraph(lines);
    }
    closing(setter, letter, &mut flow);
    if let Some(first) = flow.pages.first_mut() {
        foot(setter, sender, first);
    }
    number_pages(setter, sender, &mut flow.pages);
    flow.pages
}

/// The paragraphs of a plain text: blank lines stand between them, other line
/// breaks are spaces.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            last.push_str(line.trim());
            last.push(' ');
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

fn first_page(setter: &Setter<'_>, sender: &Sender, letter: &JoinLetter<'_>) -> Page {
    let mut page = Page::default();
    page.blocks.push(Block { role: Role::Paragraph, lines: sender_lines(setter, sender) });
    page.blocks.push(Block {
        role: Role::Paragraph,
        lines: address_lines(setter, &letter.recipient.lines()),
    });
    let date = date_text(letter.date, letter.language);
    let date = match letter.language {
        _ if letter.place.is_empty() => date,
        kafferum_platform::texts::Lang::En => format!("{}, {date}", letter.place),
        _ => format!("{} {date}", letter.place),
    };
    let code = format!("{} {}", letter.texts.code_label, letter.code);
    page.blocks.push(Block {
        role: Role::Paragraph,
        lines: vec![
            setter.line(&date, (BESIDE_LEFT, SENDER_FIRST), DATE),
            setter.line(&code, (BESIDE_LEFT, SENDER_FIRST + ROW + 0.8), SMALL),
        ],
    });
    page.rule((5.0, FOLD), (9.0, FOLD), 0.4, Ink::Line);
    page
}

/// The sender's name and address: three lines above all windows.
fn sender_lines(setter: &Setter<'_>, sender: &Sender) -> Vec<TextLine> {
    let mut lines = vec![setter.line(&sender.name, (LEFT, SENDER_FIRST), SENDER_NAME)];
    let mut y = SENDER_FIRST + ROW + 0.8;
    for text in sender.address.iter().take(2) {
        lines.push(setter.line(text, (LEFT, y), SMALL));
        y += 3.9;
    }
    lines
}

/// The least size, in points, of an address that is set smaller to fit, and
/// the size of one whose lines are broken.
const ADDRESS_LEAST_POINTS: f32 = 9.0;

/// An address for the window. A long line is set smaller, a very long one
/// broken, many lines are set closer, so that all of it is seen.
pub(super) fn address_lines(setter: &Setter<'_>, lines: &[String]) -> Vec<TextLine> {
    let widest = lines.iter().map(|line| setter.width(line, ADDRESS));
    let widest = widest.fold(ADDRESS_WIDTH, f32::max);
    let fitting = ADDRESS.points * ADDRESS_WIDTH / widest;
    let style = Style { points: fitting.max(ADDRESS_LEAST_POINTS), ..ADDRESS };
    let wrapped: Vec<String> =
        lines.iter().flat_map(|line| setter.wrap(line, style, ADDRESS_WIDTH)).collect();
    let gaps = f32::from(u16::try_from(wrapped.len()).unwrap_or(u16::MAX)) - 1.0;
    let step = ROW.min((ADDRESS_LAST - ADDRESS_FIRST) / gaps.max(1.0));
    let mut baseline = ADDRESS_FIRST;
    let mut set = Vec::new();
    for text in wrapped {
        set.push(setter.line(&text, (LEFT, baseline), style));
        baseline += step;
    }
    set
}

/// The contact details under a line at the foot of the page.
fn foot(setter: &Setter<'_>, sender: &Sender, page: &mut Page) {
    page.rule((LEFT, FOOT), (RIGHT, FOOT), 0.5, Ink::Line);
    let contacts = sender.contacts.join("\u{A0}\u{A0}· \u{A0}");
    let lines = setter.paragraph(&contacts, (LEFT, FOOT + 5.0), SMALL, (RIGHT - LEFT, 3.9));
    page.blocks.push(Block { role: Role::Paragraph, lines });
}

fn closing(setter: &Setter<'_>, letter: &JoinLetter<'_>, flow: &mut Flow) {
    let names = &letter.texts.signatories;
    let rows = f32::from(u16::try_from(names.len()).unwrap_or(u16::MAX));
    let height = PARAGRAPH_GAP + SIGNATURE_ROOM + rows * LEADING;
    flow.y += PARAGRAPH_GAP;
    if flow.y + height > BODY_LAST {
        flow.next_page();
    }
    let closing = setter.line(&letter.texts.closing, (BODY_LEFT, flow.y), BODY);
    flow.push(Role::Paragraph, vec![closing]);
    flow.y += SIGNATURE_ROOM;
    let mut lines = Vec::new();
    for (position, name) in names.iter().enumerate() {
        let style = if position == 0 { SIGNATORY } else { BODY };
        lines.push(setter.line(name, (BODY_LEFT, flow.y), style));
        flow.y += LEADING;
    }
    flow.push(Role::Paragraph, lines);
}

/// Marks the pages "1 (2)", as Finnish letters do, if there are several.
fn number_pages(setter: &Setter<'_>, sender: &Sender, pages: &mut [Page]) {
    let count = pages.len();
    if count < 2 {
        return;
    }
    for (position, page) in pages.iter_mut().enumerate() {
        let number = format!("{} ({count})", position + 1);
        let mut lines = vec![setter.line_to(&number, (RIGHT, SENDER_FIRST), DATE)];
        if position > 0 {
            lines.push(setter.line(&sender.name, (LEFT, SENDER_FIRST), SMALL));
        }
        page.blocks.push(Block { role: Role::PageMark, lines });
    }
}

/// Text running down the pages.
struct Flow {
    pages: Vec<Page>,
    page: usize,
    /// Baseline of the next line, in millimetres.
    y: f32,
}

impl Flow {
    fn new(first: Page) -> Self {
        Self { pages: vec![first], page: 0, y: HEADING }
    }

    fn next_page(&mut self) {
        self.pages.push(Page::default());
        self.page += 1;
        self.y = NEXT_PAGE_FIRST;
    }

    fn push(&mut self, role: Role, lines: Vec<TextLine>) {
        if let Some(page) = self.pages.get_mut(self.page) {
            page.blocks.push(Block { role, lines });
        }
    }

    /// How many lines still fit on this page.
    fn room(&self) -> usize {
        let lines = ((BODY_LAST - self.y) / LEADING).floor() + 1.0;
        if lines < 1.0 { 0 } else { lines as usize }
    }

    /// Sets a paragraph; no single line of it is left alone on a page.
    fn paragraph(&mut self, mut lines: Vec<String>) {
        while !lines.is_empty() {
            let (room, count) = (self.room(), lines.len());
            let fits = if room >= count {
                count
            } else if count <= KEEP_TOGETHER || room < 2 {
                0
            } else {
                room.min(count - 2)
            };
            let rest = lines.split_off(fits);
            self.set(lines);
            lines = rest;
            if !lines.is_empty() {
                self.next_page();
            }
        }
        self.y += PARAGRAPH_GAP;
    }

    fn set(&mut self, lines: Vec<String>) {
        let mut set = Vec::new();
        for text in lines {
            set.push(TextLine { x: BODY_LEFT, baseline: self.y, style: BODY, text });
            self.y += LEADING;
        }
        if !set.is_empty() {
            self.push(Role::Paragraph, set);
        }
    }
}
