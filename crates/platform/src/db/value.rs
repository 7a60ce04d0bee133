//! The few kinds of value both engines share: integers of 64 bits, text,
//! bytes and null.

use crate::fault::Fault;

/// A value on its way into a statement.
#[derive(Debug, Clone, Copy)]
pub enum Bind<'a> {
    /// NULL.
    Null,
    /// BIGINT.
    Integer(i64),
    /// TEXT.
    Text(&'a str),
    /// BLOB or BYTEA.
    Bytes(&'a [u8]),
}

/// A value on its way out of a row.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    /// NULL.
    Null,
    /// BIGINT.
    Integer(i64),
    /// TEXT.
    Text(&'a str),
    /// BLOB or BYTEA.
    Bytes(&'a [u8]),
}

/// What can be given for a placeholder.
pub trait Param {
    /// The value as the database sees it.
    fn bind(&self) -> Bind<'_>;
}

/// What can be read from a column.
pub trait Column: Sized {
    /// Reads one cell.
    ///
    /// # Errors
    /// A [`Fault`] when the cell holds another kind of value.
    fn from_cell(cell: Cell<'_>) -> Result<Self, Fault>;
}

fn wrong(wanted: &str, cell: Cell<'_>) -> Fault {
    let kind = match cell {
        Cell::Null => "null",
        Cell::Integer(_) => "an integer",
        Cell::Text(_) => "text",
        Cell::Bytes(_) => "bytes",
    };
    Fault::bug(format_args!("wanted {wanted}, found {kind}"))
}

impl Param for i64 {
    fn bind(&self) -> Bind<'_> {
        Bind::Integer(*self)
    }
}

impl Column for i64 {
    fn from_cell(cell: Cell<'_>) -> Result<Self, Fault> {
        match cell {
            Cell::Integer(value) => Ok(value),
            other => Err(wrong("an integer", other)),
        }
    }
}

impl Param for str {
    fn bind(&self) -> Bind<'_> {
        Bind::Text(self)
    }
}

impl Param for String {
    fn bind(&self) -> Bind<'_> {
        Bind::Text(self)
    }
}

impl Column for String {
    fn from_cell(cell: Cell<'_>) -> Result<Self, Fault> {
        match cell {
            Cell::Text(value) => Ok(value.to_owned()),
            other => Err(wrong("text", other)),
        }
    }
}

impl Param for [u8] {
    fn bind(&self) -> Bind<'_> {
        Bind::Bytes(self)
    }
}

impl Param for Vec<u8> {
    fn bind(&self) -> Bind<'_> {
        Bind::Bytes(self)
    }
}

impl<const N: usize> Param for [u8; N] {
    fn bind(&self) -> Bind<'_> {
        Bind::Bytes(self)
    }
}

impl Column for Vec<u8> {
    fn from_cell(cell: Cell<'_>) -> Result<Self, Fault> {
        match cell {
            Cell::Bytes(value) => Ok(value.to_vec()),
            other => Err(wrong("bytes", other)),
        }
    }
}

impl<T: Param> Param for Option<T> {
    fn bind(&self) -> Bind<'_> {
        self.as_ref().map_or(Bind::Null, Param::bind)
    }
}

impl<T: Column> Column for Option<T> {
    fn from_cell(cell: Cell<'_>) -> Result<Self, Fault> {
        match cell {
            Cell::Null => Ok(None),
            cell => T::from_cell(cell).map(Some),
        }
    }
}

impl<T: Param + ?Sized> Param for &T {
    fn bind(&self) -> Bind<'_> {
        (**self).bind()
    }
}

/// Declares a newtype over a database id, with reading, writing and parsing
/// from an address.
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub i64);

        impl $crate::db::Param for $name {
            fn bind(&self) -> $crate::db::Bind<'_> {
                $crate::db::Bind::Integer(self.0)
            }
        }

        impl $crate::db::Column for $name {
            fn from_cell(cell: $crate::db::Cell<'_>) -> Result<Self, $crate::Fault> {
                <i64 as $crate::db::Column>::from_cell(cell).map($name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map($name)
            }
        }
    };
}

/// Declares an enum that is stored as a word.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands in the database, in forms and in text keys.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of a word, if it is one.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::db::Param for $name {
            fn bind(&self) -> $crate::db::Bind<'_> {
                $crate::db::Bind::Text(self.word())
            }
        }

        impl $crate::db::Column for $name {
            fn from_cell(cell: $crate::db::Cell<'_>) -> Result<Self, $crate::Fault> {
                match cell {
                    $crate::db::Cell::Text(word) => Self::from_word(word).ok_or_else(|| {
                        $crate::Fault::bug(concat!("unknown word for ", stringify!($name)))
                    }),
                    _ => Err($crate::Fault::bug(concat!("wanted a word for ", stringify!($name)))),
                }
            }
        }
    };
}
