//! What the Finnish dictionary says of one word: its parts and their base
//! forms. The tags were learnt by comparing what the transducer writes with
//! what libvoikko answers; those that say nothing of base forms are skipped.
//!
//! The transducer writes, for *irtisanottu*,
//! `[Lt][Xp]irti=sanoa[X]irti[Bm]sano[Ll][Rt]t[Xj]tu[X]tu[Sn][Ny]`:
//! the letters of the word with tags between them. `[Xp]…[X]` holds the base
//! form of the part that begins there, `[Xj]…[X]` the ending that makes a base
//! form together with the letters so far, and `[Bc]` ends a part.

use std::borrow::Cow;
use std::ops::ControlFlow;

use crate::form::{Case, Form, Sort};
use crate::transducer::{Exactly, Limit, Symbol, Transducer};

/// The longest real words take a few thousand steps; this many take some
/// milliseconds.
const LIMIT: Limit = Limit { steps: 100_000, depth: 1_000 };
/// Ways to read one word. The most found in running text was 12.
const MOST_READINGS: usize = 32;
/// Letters in a word that is looked up.
pub const MOST_LETTERS: usize = 100;

/// One way to read a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// From left to right, at least one.
    pub parts: Vec<Part>,
}

/// A part of a compound, or a whole word that is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The part as it stands in the word, with a hyphen if one follows.
    pub surface: String,
    /// The base form.
    pub base: String,
    /// What the base form is derived from: *irtisanoa* of *irtisanottu*,
    /// with `=` where the dictionary knows a border within.
    pub root: String,
    /// How the base form comes from the root.
    pub derivation: Derivation,
    /// *Juokseminen* for the forms of *juosta* that have it as a noun.
    pub action: String,
    /// The class of words that it belongs to.
    pub class: Class,
}

/// How the base form of a part comes from its root.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Derivation {
    /// They are the same.
    #[default]
    None,
    /// A participle of a verb: *irtisanottu* of *irtisanoa*.
    Participle,
    /// Another word: *opettaja* of *opettaa*.
    Other,
}

/// Classes that are treated in their own ways.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Class {
    /// Any other class.
    #[default]
    Word,
    /// A number in digits or letters.
    Number,
    /// The first part of a name that is inflected in both parts.
    Inflected,
    /// The name of a person, place or thing.
    Name,
}

impl Reading {
    /// The base form of the word: of the last part, the earlier ones being
    /// as they stand in the word. In numbers and in names like
    /// *Iso-Britannia* every part is inflected.
    pub fn base(&self) -> String {
        let mut base = String::new();
        for (index, part) in self.parts.iter().enumerate() {
            match self.parts.get(index + 1) {
                Some(next) => base.push_str(&part.before(next)),
                None => base.push_str(part.last()),
            }
        }
        base
    }
}

impl Part {
    /// The part as it stands in the base form of a compound that goes on.
    fn before(&self, next: &Self) -> Cow<'_, str> {
        if self.class == Class::Number && next.class == Class::Number {
            return Cow::Borrowed(&self.base);
        }
        if self.class == Class::Inflected && self.surface.ends_with('-') {
            return Cow::Owned(format!("{}-", self.base));
        }
        Cow::Borrowed(&self.surface)
    }

    /// The part at the end of a word. One that ends in a hyphen waits for
    /// the rest of its compound, so it is no word to have a base form.
    fn last(&self) -> &str {
        if self.surface.ends_with('-') { &self.surface } else { &self.base }
    }
}

/// All ways to read a word in lower case; none if the dictionary does not
/// know it.
pub fn readings(dictionary: &Transducer, word: &str) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    let Some(letters) = letters(dictionary, word) else { return readings };
    dictionary.walk(&mut Exactly(&letters), LIMIT, |_, _, written| {
        if let Some(reading) = read(dictionary, written)
            && !readings.contains(&reading)
        {
            readings.push(reading);
        }
        if readings.len() < MOST_READINGS {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    });
    readings
}

/// The forms that a word may be, each once; of a word that takes more steps
/// than these only some.
pub fn forms(dictionary: &Transducer, word: &str, steps: u32) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let Some(letters) = letters(dictionary, word) else { return forms };
    let limit = Limit { steps, ..LIMIT };
    dictionary.walk(&mut Exactly(&letters), limit, |_, _, written| {
        if let Some(form) = form(dictionary, written)
            && !forms.contains(&form)
        {
            forms.push(form);
        }
        if forms.len() < MOST_READINGS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    forms
}

/// What is written of a whole word: of the last part, where all that is
/// inflected stands.
fn form(dictionary: &Transducer, written: &[u16]) -> Option<Form> {
    let reading = read(dictionary, written)?;
    let (mut sort, mut case) = (Sort::Word, None);
    for number in written {
        let Some(Symbol::Tag(tag)) = dictionary.symbol(*number) else { continue };
        match &**tag {
            "[Bc]" => (sort, case) = (Sort::Word, None),
            "[Lee]" => sort = Sort::GivenName,
            "[Les]" => sort = Sort::Surname,
            "[Lep]" => sort = Sort::Place,
            "[Lem]" => sort = Sort::OtherName,
            tag if tag.starts_with("[L") => sort = Sort::Word,
            tag => case = Case::from_tag(tag).or(case),
        }
    }
    Some(Form { base: reading.base(), sort, case })
}

/// The letters as the dictionary numbers them; nothing if it has not all of
/// them or there are too many.
pub fn letters(dictionary: &Transducer, word: &str) -> Option<Vec<u16>> {
    if word.len() > MOST_LETTERS * 2 {
        return None;
    }
    word.chars().map(|letter| dictionary.letter(letter)).collect()
}

/// The block that letters stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    /// The letters of the word itself.
    Word,
    /// The base form of the part.
    Base,
    /// The ending of a derived base form.
    Ending,
    /// How the word is written, which says nothing here.
    Spelling,
}

/// Reads what the transducer wrote; nothing if a hyphen is missing or too
/// many, which the transducer does not see.
pub fn read(dictionary: &Transducer, written: &[u16]) -> Option<Reading> {
    let mut parts = Vec::new();
    let mut part = PartReader::default();
    let mut block = Block::Word;
    for number in written {
        match dictionary.symbol(*number)? {
            Symbol::Letter(letter) => part.letter(block, *letter)?,
            Symbol::Tag(tag) => match &**tag {
                "[Xp]" => block = Block::Base,
                "[Xj]" => block = Block::Ending,
                "[Xr]" => block = Block::Spelling,
                "[X]" => {
                    part.close(block);
                    block = Block::Word;
                }
                "[Bh]" => part.border = true,
                "[Bc]" => {
                    let next = part.next();
                    parts.push(std::mem::replace(&mut part, next).finish());
                }
                "[Tn4]" => part.part.action = format!("{}minen", part.part.surface),
                "[Isf]" | "[Dg]" => part.takes_hyphen = true,
                "[De]" => part.may_inflect = true,
                tag if tag.starts_with("[S") && part.may_inflect && parts.is_empty() => {
                    part.part.class = Class::Inflected;
                }
                tag if tag.starts_with("[R") => part.part.derivation = Derivation::Participle,
                tag => part.part.class = class(tag).unwrap_or(part.part.class),
            },
            Symbol::Epsilon | Symbol::Flag(_) => {}
        }
    }
    if !part.part.surface.is_empty() {
        parts.push(part.finish());
    }
    (!parts.is_empty()).then_some(Reading { parts })
}

/// The class that a tag stands for, if it stands for one.
fn class(tag: &str) -> Option<Class> {
    match tag {
        "[Lu]" | "[Lur]" => Some(Class::Number),
        "[Lee]" | "[Les]" | "[Lep]" | "[Lem]" => Some(Class::Name),
        _ => tag.starts_with("[L").then_some(Class::Word),
    }
}

/// A part while it is read.
#[derive(Default)]
struct PartReader {
    part: Part,
    block: String,
    /// A border of the kind that asks for a hyphen between equal vowels.
    border: bool,
    /// Stands before a name and is inflected with it, in some cases.
    may_inflect: bool,
    /// A hyphen may follow whatever the next letter is.
    takes_hyphen: bool,
    /// The last letters before such a border, backwards.
    before: String,
}

impl PartReader {
    /// The reader of the part after this one.
    fn next(&self) -> Self {
        let mut next = Self::default();
        if self.border && !self.takes_hyphen && self.part.class != Class::Number {
            next.before = self.part.surface.chars().rev().take(2).collect();
        }
        // "Toista" in "yksitoista" has no class of its own.
        if self.part.class == Class::Number {
            next.part.class = Class::Number;
        }
        next
    }

    /// Nothing if the hyphen before this part is wrong.
    fn letter(&mut self, block: Block, letter: char) -> Option<()> {
        if block != Block::Word {
            self.block.extend(letter.to_lowercase());
            return Some(());
        }
        let mut before = self.before.chars();
        let is_well_joined = match (before.next(), before.next()) {
            (Some('-'), Some(last)) => self.takes_hyphen || last == letter && is_vowel(letter),
            (Some(last), _) => last != letter || !is_vowel(letter),
            _ => true,
        };
        self.before.clear();
        self.part.surface.push(letter);
        is_well_joined.then_some(())
    }

    fn close(&mut self, block: Block) {
        let text = std::mem::take(&mut self.block);
        match block {
            // Empty where the base form is what was read so far: "toista".
            Block::Base => {
                self.part.base = format!("{}{}", self.part.surface, text.replace('=', ""));
                self.part.root = text;
            }
            Block::Ending => {
                self.part.base = format!("{}{text}", self.part.surface);
                if self.part.derivation == Derivation::None {
                    self.part.derivation = Derivation::Other;
                }
            }
            _ => {}
        }
    }

    fn finish(mut self) -> Part {
        if self.part.base.is_empty() {
            // Digits and the like, where a colon stands before an ending.
            let is_ending = |ending: &str| ending.starts_with(char::is_alphabetic);
            self.part.base = match self.part.surface.rsplit_once(':') {
                Some((stem, ending)) if is_ending(ending) => stem.to_owned(),
                _ => self.part.surface.clone(),
            };
        }
        self.part
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö')
}
