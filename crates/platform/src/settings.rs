//! What the union may set: days, names, texts of mails. A setting has a
//! default in the program; only what was changed stands in the database.

use std::borrow::Cow;
use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Fault, Refusal};
use crate::people::PersonId;
use crate::texts::{Lang, Texts};

/// What kind of value a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number within bounds.
    Number {
        /// Smallest value taken.
        least: i64,
        /// Greatest value taken.
        most: i64,
    },
    /// The same, and less or more than another setting.
    Beside {
        /// Smallest value taken.
        least: i64,
        /// Greatest value taken.
        most: i64,
        /// Which other, and on which side of it.
        side: Side,
    },
    /// One line of text.
    Line,
    /// One line that no program can know. It is empty until the union sets it,
    /// and the administrator's first page asks for it until then.
    Asked,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A text in each language; its default is the Fluent text of the same
    /// key. It may hold `{ $name }` places, which are filled as in Fluent.
    Text {
        /// Names of the places it may hold.
        places: &'static [&'static str],
    },
}

/// On which side of another setting a number stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Less than the setting of this name.
    Below(&'static str),
    /// More than the setting of this name.
    Above(&'static str),
}

/// A setting and its default.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its name; its label is the text `setting-KEY`.
    pub key: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// The value until the union sets one; unused for [`Kind::Text`].
    pub default: &'static str,
}

/// All settings as they are now.
#[derive(Debug, Default, Clone)]
pub struct Settings {
    defaults: HashMap<&'static str, &'static str>,
    values: HashMap<String, String>,
}

/// How a text setting is named in the database: with its language.
#[must_use]
pub fn in_language(key: &str, lang: Lang) -> String {
    format!("{key}.{}", lang.word())
}

impl Settings {
    /// The program's defaults with the union's values over them.
    #[must_use]
    pub fn new(known: &[Setting], values: Vec<(String, String)>) -> Self {
        Self {
            defaults: known.iter().map(|setting| (setting.key, setting.default)).collect(),
            values: values.into_iter().collect(),
        }
    }

    /// A setting as text.
    #[must_use]
    pub fn line(&self, key: &str) -> &str {
        let set = self.values.get(key).map(String::as_str);
        set.or_else(|| self.defaults.get(key).copied()).unwrap_or_default()
    }

    /// A setting as a number; 0 for one that is none, which a test rules out.
    #[must_use]
    pub fn number(&self, key: &str) -> i64 {
        self.line(key).parse().unwrap_or(0)
    }

    /// A text as the union set it, else as the program has it, its places
    /// filled.
    #[must_use]
    pub fn text(&self, texts: &Texts, lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
        match self.values.get(&in_language(key, lang)) {
            Some(set) => fill(set, args).into_owned(),
            None => texts.format(lang, key, args),
        }
    }

    /// A mark of what the union has set of a key, in whichever language;
    /// another one after each change, empty while it is the program's default.
    #[must_use]
    pub fn mark(&self, key: &str) -> String {
        let each = Lang::ALL.iter().map(|lang| in_language(key, *lang));
        let mut digest = Sha256::new();
        let mut is_own = false;
        for key in std::iter::once(key.to_owned()).chain(each) {
            if let Some(value) = self.own(&key) {
                is_own = true;
                digest.update(format!("{key}\0{value}\0"));
            }
        }
        if !is_own {
            return String::new();
        }
        digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The union's own value of a key, if it set one.
    #[must_use]
    pub fn own(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(String::as_str)
    }
}

fn fill<'t>(text: &'t str, args: &[(&str, &str)]) -> Cow<'t, str> {
    args.iter().fold(Cow::Borrowed(text), |text, (name, value)| {
        Cow::Owned(text.replace(&format!("{{ ${name} }}"), value))
    })
}

impl Setting {
    /// Whether a value may be set.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn must_take(&self, value: &str) -> Result<(), Refusal> {
        match self.kind {
            Kind::Number { least, most } | Kind::Beside { least, most, .. } => {
                match value.parse::<i64>() {
                    Ok(number) if (least..=most).contains(&number) => Ok(()),
                    _ => Err(Refusal::new("setting-not-a-number")
                        .with("least", least)
                        .with("most", most)),
                }
            }
            Kind::Line | Kind::Asked
                if value.chars().any(char::is_control) || value.chars().count() > 200 =>
            {
                Err(Refusal::new("setting-not-a-line"))
            }
            Kind::Line | Kind::Asked => Ok(()),
            Kind::Choice(words) if words.contains(&value) => Ok(()),
            Kind::Choice(_) => Err(Refusal::new("setting-not-a-choice")),
            Kind::Text { places } => known_places(value, places),
        }
    }
}

fn known_places(text: &str, places: &[&str]) -> Result<(), Refusal> {
    for piece in text.split("{ $").skip(1) {
        let name = piece.split(" }").next().unwrap_or_default();
        if !places.contains(&name) {
            return Err(Refusal::new("setting-unknown-place")
                .with("place", name)
                .with("places", places.join(", ")));
        }
    }
    Ok(())
}

/// Reads what the union has set.
///
/// # Errors
/// A fault of the database.
pub fn read(tx: &mut Tx<'_>) -> Result<Vec<(String, String)>, Fault> {
    tx.query("SELECT key, value FROM setting", &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Sets a value.
///
/// # Errors
/// A fault of the database.
pub fn write(
    tx: &mut Tx<'_>,
    key: &str,
    value: &str,
    by: Option<PersonId>,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO setting (key, value, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value,
             changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        &[&key, &value, &now, &by],
    )?;
    Ok(())
}

/// The row that [`take_turn`] writes; no setting has this name.
const TURN: &str = "turn";

/// Keeps two apart who change settings that must fit each other: each would see
/// the other's as it was, and both changes would stand. Both write this row, so
/// whichever comes second is run again and sees what the first did.
///
/// # Errors
/// A fault of the database.
pub fn take_turn(tx: &mut Tx<'_>, now: Millis) -> Result<(), Fault> {
    write(tx, TURN, "", None, now)
}

/// Goes back to the program's default.
///
/// # Errors
/// A fault of the database.
pub fn clear(tx: &mut Tx<'_>, key: &str) -> Result<(), Fault> {
    tx.execute("DELETE FROM setting WHERE key = ?1", &[&key])?;
    Ok(())
}
