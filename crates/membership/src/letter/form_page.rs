//! The application form: one page, to be filled in with a pen and sent back in
//! a window envelope, so the union's address stands in the window's place.

use super::geometry::*;
use super::layout::{Block, Ink, Page, Role, Setter, Style, TextLine};
use super::letter_page::address_lines;
use super::{FormTexts, JoinLetter, Sender};

const TITLE: Style = Style::bold(17.0).with(Ink::Deep);
const SECTION: Style = Style::bold(10.5).with(Ink::Deep);
const LABEL: Style = Style::regular(8.0).with(Ink::Soft);
const QUESTION: Style = Style::regular(9.5);
const CHOICE: Style = Style::regular(9.5);
const FILLED: Style = Style::regular(10.5);
const NOTE: Style = Style::regular(9.0);
const CODE: Style = Style::bold(15.0);

/// Where the first section's heading stands; below all windows.
const FIRST_SECTION: f32 = 83.0;
/// Height of a frame to write in: hand-writing needs 8 mm.
const FRAME: f32 = 9.2;
/// From one row of frames to the next.
const FIELD_STEP: f32 = 15.6;
/// From a label's baseline to its frame.
const LABEL_GAP: f32 = 1.2;
/// Between two frames side by side.
const GUTTER: f32 = 4.0;
/// Text that doesn't fit is set smaller, down to this share of its size.
const LEAST_SHARE: f32 = 0.7;
/// From the left margin to the boxes after a question.
const QUESTION_WIDTH: f32 = 68.0;
/// The width of the longest question: some is left for the boxes.
const LONGEST_QUESTION: f32 = 110.0;
/// From one row of boxes to the next.
const CHOICE_STEP: f32 = 10.4;
/// From one row of boxes to the next one of the same question.
const CHOICE_ROW: f32 = 7.4;
/// Side of a box to tick.
const TICK: f32 = 4.4;

/// Lays out the form of one letter.
pub(super) fn page(setter: &Setter<'_>, sender: &Sender, letter: &JoinLetter<'_>) -> Page {
    let mut form = Form { setter, page: Page::default(), y: FIRST_SECTION };
    let texts = letter.form;
    form.head(sender, letter);
    form.person(texts, letter);
    form.work(texts);
    form.membership(texts);
    form.signature(texts);
    form.page
}

struct Form<'s, 'f> {
    setter: &'s Setter<'f>,
    page: Page,
    /// Top of what comes next, in millimetres.
    y: f32,
}

impl Form<'_, '_> {
    fn push(&mut self, role: Role, lines: Vec<TextLine>) {
        self.page.blocks.push(Block { role, lines });
    }

    /// Title and address at the left, what to do and the code at the right.
    fn head(&mut self, sender: &Sender, letter: &JoinLetter<'_>) {
        let texts = letter.form;
        let title = self.fitted(&texts.title, (LEFT, 19.0), TITLE, BESIDE_LEFT - LEFT - GUTTER);
        self.push(Role::Title, vec![title]);
        let address = address_lines(self.setter, &sender.return_address);
        self.push(Role::Paragraph, address);
        self.code(texts, &letter.code);
        let place = (BESIDE_LEFT, 38.0);
        let size = (RIGHT - BESIDE_LEFT, 4.5);
        let mut lines = self.setter.paragraph(&texts.instructions, place, NOTE, size);
        lines.retain(|line| line.baseline < FIRST_SECTION - size.1);
        self.push(Role::Paragraph, lines);
    }

    fn code(&mut self, texts: &FormTexts, code: &str) {
        let (width, height) = (RIGHT - BESIDE_LEFT, 16.5);
        self.page.frame((BESIDE_LEFT, 12.0), (width, height));
        let x = BESIDE_LEFT + 4.0;
        let label = self.fitted(&texts.code_label, (x, 17.0), LABEL, width - 8.0);
        let code = self.setter.line(code, (x, 24.6), CODE);
        self.push(Role::Paragraph, vec![label, code]);
    }

    fn section(&mut self, heading: &str) {
        let line = self.fitted(heading, (LEFT, self.y), SECTION, RIGHT - LEFT);
        self.push(Role::Heading, vec![line]);
        self.page.rule((LEFT, self.y + 1.8), (RIGHT, self.y + 1.8), 0.8, Ink::Deep);
        self.y += 7.6;
    }

    /// Frames side by side: label, what is known already, share of the width.
    fn fields(&mut self, fields: &[(&str, Option<&str>, f32)]) {
        let shares: f32 = fields.iter().map(|(_, _, share)| share).sum();
        let gutters = GUTTER * f32::from(u16::try_from(fields.len()).unwrap_or(1)) - GUTTER;
        let unit = (RIGHT - LEFT - gutters) / shares;
        let mut x = LEFT;
        for (label, value, share) in fields {
            self.field(label, *value, (x, unit * share));
            x += unit * share + GUTTER;
        }
        self.y += FIELD_STEP;
    }

    fn field(&mut self, label: &str, value: Option<&str>, (x, width): (f32, f32)) {
        let mut lines = vec![self.fitted(label, (x, self.y), LABEL, width)];
        let top = self.y + LABEL_GAP;
        self.page.frame((x, top), (width, FRAME));
        if let Some(value) = value {
            let place = (x + 2.0, top + FRAME - 2.9);
            lines.push(self.fitted(value, place, FILLED, width - 4.0));
        }
        self.push(Role::Paragraph, lines);
    }

    /// A text in no more than its width: smaller if it is long, and cut if it
    /// is too long even so (a person can read it on the screen).
    fn fitted(&mut self, text: &str, place: (f32, f32), style: Style, width: f32) -> TextLine {
        let natural = self.setter.width(text, style).max(width);
        let points = style.points * (width / natural).max(LEAST_SHARE);
        let style = Style { points, ..style };
        let first = self.setter.wrap(text, style, width).into_iter().next();
        self.setter.line(first.unwrap_or_default().trim_end(), place, style)
    }

    /// A question and boxes to tick, going on to a new row when one is full.
    fn choices(&mut self, question: &str, choices: &[&str]) {
        let question = self.fitted(question, (LEFT, self.y + 3.4), QUESTION, LONGEST_QUESTION);
        let mut x = LEFT + QUESTION_WIDTH.max(self.setter.width(&question.text, QUESTION) + 5.0);
        let start = x;
        let mut lines = vec![question];
        for choice in choices {
            let most = RIGHT - start - TICK - 2.0;
            let width = TICK + 2.0 + self.setter.width(choice, CHOICE).min(most);
            if x + width > RIGHT && x > start {
                x = start;
                self.y += CHOICE_ROW;
            }
            self.page.frame((x, self.y), (TICK, TICK));
            lines.push(self.fitted(choice, (x + TICK + 2.0, self.y + 3.4), CHOICE, most));
            x += width + 8.0;
        }
        self.push(Role::Paragraph, lines);
        self.y += CHOICE_STEP;
    }

    fn person(&mut self, texts: &FormTexts, letter: &JoinLetter<'_>) {
        let known = &letter.known;
        self.section(&texts.person_heading);
        self.fields(&[
            (&texts.family_name, known.family_name.as_deref(), 1.0),
            (&texts.given_names, known.given_names.as_deref(), 1.0),
        ]);
        self.fields(&[
            (&texts.birth_date, known.birth_date.as_deref(), 1.2),
            (&texts.phone, known.phone.as_deref(), 1.0),
            (&texts.email, known.email.as_deref(), 1.8),
        ]);
        self.fields(&[
            (&texts.street, known.street.as_deref(), 2.0),
            (&texts.postal_code, known.postal_code.as_deref(), 0.6),
            (&texts.city, known.city.as_deref(), 1.2),
        ]);
        let languages: Vec<&str> = texts.language_names.iter().map(String::as_str).collect();
        self.y -= 1.4;
        self.choices(&texts.language, &languages);
        self.y += 5.0;
    }

    fn work(&mut self, texts: &FormTexts) {
        self.section(&texts.work_heading);
        self.y -= 1.8;
        self.choices(
            &texts.employer,
            &[&texts.employer_household, &texts.employer_county, &texts.employer_company],
        );
        self.y += 2.4;
        self.fields(&[(&texts.job_started, None, 1.0), (&texts.chapter_wish, None, 2.2)]);
        self.y += 3.4;
    }

    fn membership(&mut self, texts: &FormTexts) {
        self.section(&texts.membership_heading);
        self.y -= 1.8;
        self.choices(&texts.student, &[&texts.yes, &texts.no]);
        self.choices(&texts.unemployment_fund, &[&texts.yes, &texts.no]);
        self.y += 1.0;
        self.page.frame((LEFT, self.y), (TICK, TICK));
        let place = (LEFT + TICK + 2.6, self.y + 3.4);
        let size = (RIGHT - place.0, 4.4);
        let lines = self.setter.paragraph(&texts.consent, place, NOTE, size);
        self.y = lines.last().map_or(self.y, |line| line.baseline) + 8.0;
        self.push(Role::Paragraph, lines);
    }

    /// Lines to sign on, at the foot of the page whatever is above.
    fn signature(&mut self, texts: &FormTexts) {
        let line = self.y.max(258.0) + 10.0;
        for (label, from, to) in
            [(&texts.place_and_date, LEFT, LEFT + 66.0), (&texts.signature, LEFT + 74.0, RIGHT)]
        {
            self.page.rule((from, line), (to, line), 0.6, Ink::Black);
            let label = self.fitted(label, (from, line + 4.0), LABEL, to - from);
            self.push(Role::Paragraph, vec![label]);
        }
    }
}
