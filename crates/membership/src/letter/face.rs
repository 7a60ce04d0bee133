//! The letter's two typefaces: which characters they have, how wide a text
//! is, where its lines break.

use krilla::Data;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use super::LetterFault;

static REGULAR: &[u8] = include_bytes!("../../assets/NotoSans-Regular-Kafferum.ttf");
static BOLD: &[u8] = include_bytes!("../../assets/NotoSans-Bold-Kafferum.ttf");

/// Millimetres in a typographic point.
pub(super) const MM_PER_POINT: f32 = 25.4 / 72.0;

/// What stands for a character that the typefaces lack.
const SUBSTITUTE: char = '\u{FFFD}';

/// How strong a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// One typeface.
pub(super) struct Face {
    font: Font,
    characters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Face {
    fn load(bytes: &'static [u8]) -> Result<Self, LetterFault> {
        let font = Font::new(Data::from(bytes), 0).ok_or(LetterFault::Font)?;
        let tables = FontRef::new(bytes).map_err(|_| LetterFault::Font)?;
        Ok(Self {
            font,
            characters: tables.charmap(),
            metrics: tables.glyph_metrics(Size::new(1.0), LocationRef::default()),
        })
    }

    /// The typeface as the PDF writer takes it.
    pub(super) fn font(&self) -> Font {
        self.font.clone()
    }

    /// The glyph of a character and its width, as a share of the type size.
    fn glyph(&self, character: char) -> Option<(u32, f32)> {
        let glyph = self.characters.map(character)?;
        let width = self.metrics.advance_width(glyph).unwrap_or_default();
        Some((glyph.to_u32(), width))
    }

    /// The glyphs of a text. Characters that the face lacks are passed over;
    /// [`Faces::legible`] has replaced them before.
    pub(super) fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let glyph = |(at, character): (usize, char)| {
            let (id, width) = self.glyph(character)?;
            let range = at..at + character.len_utf8();
            Some(KrillaGlyph::new(GlyphId::new(id), width, 0.0, 0.0, 0.0, range, None))
        };
        text.char_indices().filter_map(glyph).collect()
    }

    /// Width in millimetres.
    pub(super) fn width(&self, text: &str, points: f32) -> f32 {
        let widths = text.chars().filter_map(|c| self.glyph(c)).map(|(_, w)| w);
        widths.sum::<f32>() * points * MM_PER_POINT
    }

    /// Breaks one paragraph into lines no wider than `limit` millimetres. A
    /// word that is wider is broken where it must be. Lines that go on keep
    /// the space at their end, so that a reader of the PDF hears words.
    pub(super) fn lines(&self, paragraph: &str, points: f32, limit: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            for part in self.parts(word, points, limit) {
                let longer = format!("{line}{part}");
                if !line.is_empty() && self.width(&longer, points) > limit {
                    lines.push(std::mem::take(&mut line));
                }
                line += &part;
            }
            line.push(' ');
        }
        line.truncate(line.trim_end().len());
        lines.push(line);
        lines
    }

    /// A word in parts that each fit on a line.
    fn parts(&self, word: &str, points: f32, limit: f32) -> Vec<String> {
        if self.width(word, points) <= limit {
            return vec![word.to_owned()];
        }
        let mut parts = vec![String::new()];
        let mut width = 0.0;
        for character in word.chars() {
            let more = self.glyph(character).map_or(0.0, |(_, w)| w) * points * MM_PER_POINT;
            if width + more > limit {
                parts.push(String::new());
                width = 0.0;
            }
            width += more;
            if let Some(part) = parts.last_mut() {
                part.push(character);
            }
        }
        parts
    }
}

/// Both typefaces.
pub(super) struct Faces {
    regular: Face,
    bold: Face,
}

impl Faces {
    /// Reads the typefaces that are compiled in.
    pub(super) fn load() -> Result<Self, LetterFault> {
        Ok(Self { regular: Face::load(REGULAR)?, bold: Face::load(BOLD)? })
    }

    /// The typeface of a weight.
    pub(super) fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The text as it can be set: white space as spaces, letters with marks
    /// as one character, invisible characters dropped, characters that the
    /// typefaces lack replaced. Also tells whether any was.
    pub(super) fn legible(&self, text: &str) -> (String, bool) {
        let mut set = String::with_capacity(text.len());
        let mut replaced = false;
        for character in text.chars() {
            let plain =
                if character.is_whitespace() && character != '\u{A0}' { ' ' } else { character };
            if is_invisible(plain) || compose_last(&mut set, plain) {
                continue;
            }
            if self.has(plain) {
                set.push(plain);
            } else {
                set.push(SUBSTITUTE);
                replaced = true;
            }
        }
        (set, replaced)
    }

    fn has(&self, character: char) -> bool {
        self.regular.glyph(character).is_some() && self.bold.glyph(character).is_some()
    }
}

/// Characters that take no room and have no business in a letter: controls,
/// soft hyphens, joiners, marks of direction, variation selectors.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Puts a combining mark and the letter before it together, as in names typed
/// on a Macintosh, if it is a letter of Finland or its neighbours. Other marks
/// are set over the letter as the typeface does it.
fn compose_last(text: &mut String, mark: char) -> bool {
    let Some(whole) = text.chars().last().and_then(|base| composed(base, mark)) else {
        return false;
    };
    text.pop();
    text.push(whole);
    true
}

fn composed(base: char, mark: char) -> Option<char> {
    let (bases, wholes) = match mark {
        '\u{308}' => ("aouAOUeiEIеЕ", "äöüÄÖÜëïËÏёЁ"),
        '\u{30A}' => ("aAuU", "åÅůŮ"),
        '\u{303}' => ("oOnN", "õÕñÑ"),
        '\u{30C}' => ("szcSZCgkGK", "šžčŠŽČǧǩǦǨ"),
        '\u{301}' => ("eaiouyncszEAIOUYNCSZ", "éáíóúýńćśźÉÁÍÓÚÝŃĆŚŹ"),
        '\u{300}' => ("eaouEAOU", "èàòùÈÀÒÙ"),
        '\u{302}' => ("eaiouEAIOU", "êâîôûÊÂÎÔÛ"),
        '\u{306}' => ("иИ", "йЙ"),
        '\u{327}' => ("csCS", "çşÇŞ"),
        _ => return None,
    };
    let position = bases.chars().position(|b| b == base)?;
    wholes.chars().nth(position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_our_languages_are_there_in_both_weights() {
        let faces = Faces::load().unwrap();
        let letters =
            "ÅÄÖåäöÕÜŠŽõüšž ČĐŊŦčđŋŧ ǤǦǨƷǮʒǯǥǧǩʹ ŐŰłąęğış ЁЙЩЪЫЭЮЯёйщъыэюя ІЇЄҐ ẞƒ „“”’–—…€№·";
        assert_eq!(faces.legible(letters), (letters.to_owned(), false));
    }

    #[test]
    fn what_the_typefaces_lack_is_replaced_and_told() {
        let faces = Faces::load().unwrap();
        let (set, replaced) = faces.legible("Li 李 Wei\u{200D}\u{7}\t!");
        assert_eq!((set.as_str(), replaced), ("Li \u{FFFD} Wei !", true));
    }

    #[test]
    fn letters_typed_with_loose_marks_are_put_together() {
        let faces = Faces::load().unwrap();
        let loose = "Ma\u{308}kela\u{308} A\u{30A}sa и\u{306}";
        assert_eq!(faces.legible(loose).0, "Mäkelä Åsa й");
    }

    #[test]
    fn lines_are_no_wider_than_they_may_be_and_lose_no_word() {
        let faces = Faces::load().unwrap();
        let face = faces.face(Weight::Regular);
        let text = "Kahvihuoneessa  on tilaa henkilökohtaisillekin avustajille ja epäjärjestelmällistyttämättömyydelle.";
        for limit in [10.0, 30.0, 60.0, 500.0] {
            let lines = face.lines(text, 10.0, limit);
            assert!(lines.iter().all(|l| face.width(l.trim_end(), 10.0) <= limit));
            let joined = lines.concat().replace(' ', "");
            assert_eq!(joined, text.replace(' ', ""));
        }
        assert_eq!(face.lines("", 10.0, 50.0), [""]);
    }
}
