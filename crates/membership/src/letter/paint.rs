//! From laid-out pages to a PDF: tagged, in its languages, with an outline,
//! by PDF/UA-1, which the writer checks.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, SpanTag, Tag, TagGroup, TagKind, TagTree,
};
use krilla::{Document, SerializeSettings};

use super::LetterFault;
use super::face::{Faces, MM_PER_POINT};
use super::geometry::{PAPER_HEIGHT, PAPER_WIDTH};
use super::layout::{Block, Ink, Page, Role, Shape, TextLine};

/// The pages of one letter, ready to be painted.
pub(super) struct LaidOut {
    /// How the outline names the letter.
    pub(super) name: String,
    /// Lang code of the letter.
    pub(super) language: &'static str,
    pub(super) pages: Vec<Page>,
}

/// Thickness of a frame, in points.
const FRAME_POINTS: f32 = 0.7;

/// Paints the letters into one PDF.
pub(super) fn paint(
    faces: &Faces,
    letters: &[LaidOut],
    title: &str,
    language: &'static str,
) -> Result<Vec<u8>, LetterFault> {
    let mut document = Document::new_with(settings()?);
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    let mut outline = Outline::new();
    let mut page_index = 0;
    for letter in letters {
        let top = XyzDestination::new(page_index, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(letter.name.clone(), top));
        let mut part = TagGroup::new(Tag::Part.with_lang(Some(letter.language.to_owned())));
        for page in &letter.pages {
            paint_page(faces, page, &mut document, &mut part)?;
            page_index += 1;
        }
        tree.push(part);
    }
    document.set_outline(outline);
    document.set_tag_tree(tree);
    document.set_metadata(metadata(title, language));
    document.finish().map_err(|error| LetterFault::Pdf(format!("{error:?}")))
}

fn settings() -> Result<SerializeSettings, LetterFault> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| LetterFault::Pdf(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() })
}

/// PDF/UA wants a title.
fn metadata(title: &str, language: &str) -> Metadata {
    let title = if title.is_empty() { "Kafferum" } else { title };
    Metadata::new()
        .title(title.to_owned())
        .language(language.to_owned())
        .creator("Kafferum".to_owned())
}

fn points(millimetres: f32) -> f32 {
    millimetres / MM_PER_POINT
}

fn paint_page(
    faces: &Faces,
    page: &Page,
    document: &mut Document,
    part: &mut TagGroup,
) -> Result<(), LetterFault> {
    let size = PageSettings::from_wh(points(PAPER_WIDTH), points(PAPER_HEIGHT));
    let size = size.ok_or_else(|| LetterFault::Pdf("paper without a size".to_owned()))?;
    let mut sheet = document.start_page_with(size);
    let mut surface = sheet.surface();
    for shape in &page.shapes {
        surface.start_tagged(artifact(ArtifactType::Layout));
        paint_shape(shape, &mut surface);
        surface.end_tagged();
    }
    for block in &page.blocks {
        paint_block(faces, block, &mut surface, part);
    }
    surface.finish();
    sheet.finish();
    Ok(())
}

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn paint_block(faces: &Faces, block: &Block, surface: &mut Surface<'_>, part: &mut TagGroup) {
    if block.lines.iter().all(is_blank) {
        // PDF/UA has no heading without words.
        return;
    }
    let mut group = TagGroup::new(tag(block));
    for line in block.lines.iter().filter(|line| !is_blank(line)) {
        let is_page_mark = block.role == Role::PageMark;
        let content = match is_page_mark {
            true => artifact(ArtifactType::Header),
            false => ContentTag::Span(SpanTag::empty()),
        };
        let identifier = surface.start_tagged(content);
        paint_line(faces, line, surface);
        surface.end_tagged();
        if !is_page_mark {
            group.push(identifier);
        }
    }
    if block.role != Role::PageMark {
        part.push(group);
    }
}

fn is_blank(line: &TextLine) -> bool {
    line.text.trim().is_empty()
}

fn tag(block: &Block) -> TagKind {
    let text: String = block.lines.iter().map(|line| line.text.as_str()).collect();
    let second = NonZeroU16::MIN.saturating_add(1);
    match block.role {
        Role::Title => Tag::Hn(NonZeroU16::MIN, Some(text)).into(),
        Role::Heading => Tag::Hn(second, Some(text)).into(),
        Role::Paragraph | Role::PageMark => Tag::P.into(),
    }
}

fn paint_line(faces: &Faces, line: &TextLine, surface: &mut Surface<'_>) {
    let face = faces.face(line.style.weight);
    let start = Point::from_xy(points(line.x), points(line.baseline));
    let glyphs = face.glyphs(&line.text);
    surface.set_stroke(None);
    surface.set_fill(Some(fill(line.style.ink)));
    surface.draw_glyphs(start, &glyphs, face.font(), &line.text, line.style.points, false);
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: color(ink).into(), opacity: NormalizedF32::ONE, rule: Default::default() }
}

fn color(ink: Ink) -> rgb::Color {
    let (red, green, blue) = ink.rgb();
    rgb::Color::new(red, green, blue)
}

fn paint_shape(shape: &Shape, surface: &mut Surface<'_>) {
    let (path, width, ink) = match shape {
        Shape::Rule { from, to, points: width, ink } => (rule_path(*from, *to), *width, *ink),
        Shape::Frame { x, y, width, height, ink } => {
            (frame_path((*x, *y), (*width, *height)), FRAME_POINTS, *ink)
        }
    };
    let Some(path) = path else {
        return;
    };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint: color(ink).into(), width, ..Stroke::default() }));
    surface.draw_path(&path);
}

fn rule_path(from: (f32, f32), to: (f32, f32)) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(points(from.0), points(from.1));
    path.line_to(points(to.0), points(to.1));
    path.finish()
}

fn frame_path((x, y): (f32, f32), (width, height): (f32, f32)) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(points(x), points(y), points(width), points(height))?);
    path.finish()
}
