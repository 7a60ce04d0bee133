//! Pages as lists of texts, lines and frames, before anything is a PDF. What
//! stands where is decided here and in the two kinds of page, and tested here
//! without reading a PDF.

use super::face::{Faces, Weight};

/// The colours of the letter. Black for what is read; the deep colour of
/// Kafferum's pages (`--deep` in platform's style sheet) for little, and dark
/// enough to be read when printed without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Black,
    Deep,
    Soft,
    Line,
}

impl Ink {
    /// Red, green, blue.
    pub(super) fn rgb(self) -> (u8, u8, u8) {
        match self {
            Self::Black => (0, 0, 0),
            Self::Deep => (0x64, 0x1A, 0x42),
            Self::Soft => (0x4F, 0x45, 0x48),
            Self::Line => (0x8B, 0x7A, 0x72),
        }
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) weight: Weight,
    /// Type size in points.
    pub(super) points: f32,
    pub(super) ink: Ink,
}

impl Style {
    pub(super) const fn regular(points: f32) -> Self {
        Self { weight: Weight::Regular, points, ink: Ink::Black }
    }

    pub(super) const fn bold(points: f32) -> Self {
        Self { weight: Weight::Bold, points, ink: Ink::Black }
    }

    pub(super) const fn with(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}

/// One line of text, placed by the left end of its baseline, in millimetres.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextLine {
    pub(super) x: f32,
    pub(super) baseline: f32,
    pub(super) style: Style,
    pub(super) text: String,
}

/// Something drawn, in millimetres.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// A straight line.
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        /// Thickness in points.
        points: f32,
        ink: Ink,
    },
    /// An empty frame to write in.
    Frame { x: f32, y: f32, width: f32, height: f32, ink: Ink },
}

/// What a text is to someone who hears the document read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of the first level.
    Title,
    /// A heading of the second level.
    Heading,
    /// Text.
    Paragraph,
    /// What repeats on every page and is passed over when read aloud.
    PageMark,
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    pub(super) role: Role,
    pub(super) lines: Vec<TextLine>,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    /// In reading order.
    pub(super) blocks: Vec<Block>,
    /// Drawn beneath the text; passed over when read aloud.
    pub(super) shapes: Vec<Shape>,
}

impl Page {
    pub(super) fn frame(&mut self, (x, y): (f32, f32), (width, height): (f32, f32)) {
        let ink = Ink::Line;
        self.shapes.push(Shape::Frame { x, y, width, height, ink });
    }

    pub(super) fn rule(&mut self, from: (f32, f32), to: (f32, f32), points: f32, ink: Ink) {
        self.shapes.push(Shape::Rule { from, to, points, ink });
    }
}

/// Sets text in the typefaces.
pub(super) struct Setter<'f> {
    faces: &'f Faces,
}

impl<'f> Setter<'f> {
    pub(super) fn new(faces: &'f Faces) -> Self {
        Self { faces }
    }

    fn legible(&self, text: &str) -> String {
        self.faces.legible(text).0
    }

    /// Width in millimetres.
    pub(super) fn width(&self, text: &str, style: Style) -> f32 {
        let text = self.legible(text);
        self.faces.face(style.weight).width(&text, style.points)
    }

    /// A text's lines, none wider than `limit` millimetres.
    pub(super) fn wrap(&self, text: &str, style: Style, limit: f32) -> Vec<String> {
        let text = self.legible(text);
        self.faces.face(style.weight).lines(&text, style.points, limit)
    }

    /// One line, its left end at `x`.
    pub(super) fn line(&self, text: &str, (x, baseline): (f32, f32), style: Style) -> TextLine {
        TextLine { x, baseline, style, text: self.legible(text) }
    }

    /// One line, its right end at `right`.
    pub(super) fn line_to(
        &self,
        text: &str,
        (right, baseline): (f32, f32),
        style: Style,
    ) -> TextLine {
        let x = right - self.width(text, style);
        self.line(text, (x, baseline), style)
    }

    /// A text wrapped to a width, its lines `leading` millimetres apart.
    pub(super) fn paragraph(
        &self,
        text: &str,
        (x, first): (f32, f32),
        style: Style,
        (limit, leading): (f32, f32),
    ) -> Vec<TextLine> {
        let mut baseline = first;
        let mut lines = Vec::new();
        for text in self.wrap(text, style, limit) {
            lines.push(TextLine { x, baseline, style, text });
            baseline += leading;
        }
        lines
    }
}
