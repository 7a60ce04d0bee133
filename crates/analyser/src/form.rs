//! What a dictionary says of one form of a word, for those who must know
//! whether it is a name and how it is inflected.

/// One way to read a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The base form in lower case.
    pub base: String,
    /// What the word is.
    pub sort: Sort,
    /// The case, of what has one.
    pub case: Option<Case>,
}

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A given name.
    GivenName,
    /// A surname.
    Surname,
    /// The name of a place.
    Place,
    /// Any other name.
    OtherName,
    /// A word that is no name.
    Word,
}

/// The Finnish cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// *Matti*
    Nominative,
    /// *Matin*
    Genitive,
    /// *Mattia*
    Partitive,
    /// *Mattina*
    Essive,
    /// *Matiksi*
    Translative,
    /// *Matissa*
    Inessive,
    /// *Matista*
    Elative,
    /// *Mattiin*
    Illative,
    /// *Matilla*
    Adessive,
    /// *Matilta*
    Ablative,
    /// *Matille*
    Allative,
    /// *Matitta*
    Abessive,
}

impl Case {
    /// The case that a tag of Voikko's dictionary stands for.
    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        Some(match tag {
            "[Sn]" => Self::Nominative,
            "[Sg]" => Self::Genitive,
            "[Sp]" => Self::Partitive,
            "[Ses]" => Self::Essive,
            "[Str]" => Self::Translative,
            "[Sine]" => Self::Inessive,
            "[Sela]" => Self::Elative,
            "[Sill]" => Self::Illative,
            "[Sade]" => Self::Adessive,
            "[Sabl]" => Self::Ablative,
            "[Sall]" => Self::Allative,
            "[Sab]" => Self::Abessive,
            _ => return None,
        })
    }
}
