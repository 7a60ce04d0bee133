//! Reads finite state transducers in Voikko's VFST format (unweighted) and
//! walks them. Knows nothing of any language.
//!
//! The file, all numbers little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 16 | two cookies of 4 bytes, a byte that is 0 for an unweighted file, padding |
//! | 2 | number of symbols |
//! | … | the symbols, UTF-8, each ended by a zero byte; padding to a multiple of 8 |
//! | 8 each | cells: input symbol (2), output symbol (2), target state (3), further transitions (1) |
//!
//! A state is the number of its first cell. The last byte of that cell counts
//! the transitions that follow it; 255 says that the next cell holds the
//! count instead. The transitions of a state are sorted by input symbol. The
//! input symbol 0xFFFF marks a final state.
//!
//! Nothing read from a file is trusted: a cell that is not there ends the
//! path that leads to it, and each walk has a limit of work, depth and
//! results. So a damaged file gives wrong answers, never a panic or a loop.

use std::borrow::Cow;
use std::fmt;
use std::ops::ControlFlow;

const COOKIES: [u8; 8] = [0x6e, 0x3a, 0x01, 0x00, 0xfa, 0x51, 0x03, 0x00];
const HEADER: usize = 16;
const CELL: usize = 8;
const FINAL: u16 = 0xffff;
/// In place of a count of transitions: the count is in the next cell.
const COUNT_FOLLOWS: u8 = 255;

/// Why bytes are not a dictionary that this crate reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DictionaryFault {
    /// The first bytes are not those of a transducer, or it is weighted.
    NotATransducer,
    /// The table of symbols is cut, not UTF-8, or in an unknown order.
    Symbols,
    /// There are no states after the symbols.
    NoStates,
    /// A file in the format of hunspell is not UTF-8.
    NotText,
}

impl fmt::Display for DictionaryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotATransducer => "these bytes are not an unweighted VFST transducer",
            Self::Symbols => "the transducer's table of symbols is damaged",
            Self::NoStates => "the transducer has no states",
            Self::NotText => "the dictionary is not UTF-8 text",
        })
    }
}

impl std::error::Error for DictionaryFault {}

/// What a symbol number stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Symbol {
    /// Nothing is read or written.
    Epsilon,
    /// A condition on the path.
    Flag(Flag),
    /// A character.
    Letter(char),
    /// Several characters in square brackets.
    Tag(Box<str>),
}

/// A flag diacritic, as in `@P.NAME.VALUE@`: sets or asks for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag {
    operation: Operation,
    feature: u16,
    /// `UNSET` where the flag has no value.
    value: u16,
}

const UNSET: u16 = 0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operation {
    Set,
    Clear,
    Unify,
    Require,
    Disallow,
}

impl Flag {
    /// The feature's value after this flag, or nothing if the path ends.
    fn applied(self, current: u16) -> Option<u16> {
        let matches = if self.value == UNSET { current != UNSET } else { current == self.value };
        match self.operation {
            Operation::Set => Some(self.value),
            Operation::Clear => Some(UNSET),
            Operation::Unify => (current == UNSET || matches).then_some(self.value),
            Operation::Require => matches.then_some(current),
            Operation::Disallow => (!matches).then_some(current),
        }
    }
}

/// A transition, as it stands in its cell.
#[derive(Debug, Clone, Copy)]
struct Cell {
    input: u16,
    output: u16,
    target: u32,
    more: u8,
}

/// A transducer and its symbols.
pub struct Transducer {
    bytes: Cow<'static, [u8]>,
    /// Where the cells begin.
    cells: usize,
    symbols: Vec<Symbol>,
    /// Letters with their symbol numbers, sorted.
    letters: Vec<(char, u16)>,
    features: usize,
    /// Symbols below this number read no letter.
    first_letter: u16,
}

impl Transducer {
    /// Reads the header and the symbols; the states stay as they are.
    ///
    /// # Errors
    /// When the header or the table of symbols is not in the format.
    pub fn new(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, DictionaryFault> {
        let bytes = bytes.into();
        let header = bytes.get(..HEADER).ok_or(DictionaryFault::NotATransducer)?;
        if !header.starts_with(&COOKIES) || header.get(COOKIES.len()) != Some(&0) {
            return Err(DictionaryFault::NotATransducer);
        }
        let table = SymbolTable::read(&bytes)?;
        if bytes.len() < table.end + CELL {
            return Err(DictionaryFault::NoStates);
        }
        Ok(Self {
            cells: table.end,
            letters: table.letters(),
            first_letter: table.first_letter()?,
            features: table.features.len(),
            symbols: table.symbols,
            bytes,
        })
    }

    /// What a symbol number stands for.
    pub fn symbol(&self, number: u16) -> Option<&Symbol> {
        self.symbols.get(usize::from(number))
    }

    /// The number of a letter; nothing if no word of the dictionary has it.
    pub fn letter(&self, letter: char) -> Option<u16> {
        let place = self.letters.binary_search_by_key(&letter, |(letter, _)| *letter).ok()?;
        self.letters.get(place).map(|(_, number)| *number)
    }

    /// Finds the paths whose letters the guide lets pass. Each path is handed
    /// to `take` as the letters that it reads and the symbols that it writes,
    /// until `take` breaks or the limit is met.
    pub fn walk<G: Guide>(
        &self,
        guide: &mut G,
        limit: Limit,
        mut take: impl FnMut(&G, &[u16], &[u16]) -> ControlFlow<()>,
    ) {
        let mut path = Path::new(self.features);
        let mut stack: Vec<Frame> = Vec::with_capacity(64);
        stack.extend(Frame::enter(self, 0, &path));
        for _ in 0..limit.steps {
            let Some(frame) = stack.last_mut() else { return };
            path.return_to(frame.mark);
            let depth = path.read.len();
            let Some(cell) = frame.next(self, guide.only(depth)) else {
                stack.pop();
                continue;
            };
            if cell.input == FINAL {
                if guide.may_end(depth) && take(guide, &path.read, &path.written).is_break() {
                    return;
                }
                continue;
            }
            let passes = match self.symbol(cell.input) {
                Some(Symbol::Epsilon) => true,
                Some(Symbol::Flag(flag)) => path.apply(*flag),
                _ => guide.may_read(depth, cell.input),
            };
            if passes && stack.len() < limit.depth {
                path.pass(cell, self.first_letter);
                stack.extend(Frame::enter(self, cell.target, &path));
            }
        }
    }

    fn cell(&self, number: u32) -> Option<Cell> {
        let [a, b, c, d, e, f, g, more] = self.cell_bytes(number)?;
        Some(Cell {
            input: u16::from_le_bytes([a, b]),
            output: u16::from_le_bytes([c, d]),
            target: u32::from_le_bytes([e, f, g, 0]),
            more,
        })
    }

    fn cell_bytes(&self, number: u32) -> Option<[u8; CELL]> {
        let start = self.cells.checked_add(usize::try_from(number).ok()?.checked_mul(CELL)?)?;
        self.bytes.get(start..start.checked_add(CELL)?)?.try_into().ok()
    }
}

/// Decides which letters a walk may read.
pub trait Guide {
    /// The only letter that may come after this many, if there is but one;
    /// 0xFFFF if the word must end here.
    fn only(&self, depth: usize) -> Option<u16>;
    /// Whether this letter may come after this many.
    fn may_read(&mut self, depth: usize, letter: u16) -> bool;
    /// Whether a word may end after this many letters.
    fn may_end(&self, depth: usize) -> bool;
}

/// Lets exactly one word pass.
pub struct Exactly<'a>(pub &'a [u16]);

impl Guide for Exactly<'_> {
    fn only(&self, depth: usize) -> Option<u16> {
        Some(self.0.get(depth).copied().unwrap_or(FINAL))
    }

    fn may_read(&mut self, depth: usize, letter: u16) -> bool {
        self.0.get(depth) == Some(&letter)
    }

    fn may_end(&self, depth: usize) -> bool {
        depth == self.0.len()
    }
}

/// How much one walk may do.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Transitions looked at.
    pub steps: u32,
    /// States on one path.
    pub depth: usize,
}

/// A state on the path, and which of its transitions were looked at.
struct Frame {
    first: u32,
    /// The cell of the second transition.
    rest: u32,
    count: u32,
    done: u32,
    mark: Mark,
}

impl Frame {
    /// Nothing if the file has no such state.
    fn enter(transducer: &Transducer, state: u32, path: &Path) -> Option<Self> {
        let first = transducer.cell(state)?;
        let next = state.checked_add(1)?;
        let (more, rest) = if first.more == COUNT_FOLLOWS {
            let [a, b, c, d, ..] = transducer.cell_bytes(next)?;
            (u32::from_le_bytes([a, b, c, d]), next.checked_add(1)?)
        } else {
            (u32::from(first.more), next)
        };
        let count = more.checked_add(1)?;
        // No cell has a number above this, so no sum of the two overflows.
        rest.checked_add(count)?;
        Some(Self { first: state, rest, count, done: 0, mark: path.mark() })
    }

    /// The next transition that reads nothing or the only letter.
    fn next(&mut self, transducer: &Transducer, only: Option<u16>) -> Option<Cell> {
        while self.done < self.count {
            let cell = self.cell(transducer, self.done)?;
            self.done += 1;
            let Some(only) = only else { return Some(cell) };
            if cell.input < transducer.first_letter || cell.input == only {
                return Some(cell);
            }
            if cell.input > only {
                return None;
            }
            self.done = self.first_at_least(transducer, only);
        }
        None
    }

    fn cell(&self, transducer: &Transducer, index: u32) -> Option<Cell> {
        let number = if index == 0 { self.first } else { self.rest + (index - 1) };
        transducer.cell(number)
    }

    /// The first transition not yet done that reads this symbol or a higher one.
    fn first_at_least(&self, transducer: &Transducer, symbol: u16) -> u32 {
        let (mut low, mut high) = (self.done, self.count);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.cell(transducer, middle) {
                Some(cell) if cell.input < symbol => low = middle + 1,
                _ => high = middle,
            }
        }
        low
    }
}

/// What was read and written on the way to a state, and the flags that hold.
struct Path {
    read: Vec<u16>,
    written: Vec<u16>,
    flags: Vec<u16>,
    /// Features and the values they had, to be put back.
    changes: Vec<(u16, u16)>,
}

/// How far a path had come.
#[derive(Debug, Clone, Copy)]
struct Mark {
    read: usize,
    written: usize,
    changes: usize,
}

impl Path {
    fn new(features: usize) -> Self {
        Self {
            read: Vec::with_capacity(32),
            written: Vec::with_capacity(64),
            flags: vec![UNSET; features],
            changes: Vec::with_capacity(16),
        }
    }

    fn mark(&self) -> Mark {
        Mark { read: self.read.len(), written: self.written.len(), changes: self.changes.len() }
    }

    fn return_to(&mut self, mark: Mark) {
        self.read.truncate(mark.read);
        self.written.truncate(mark.written);
        while self.changes.len() > mark.changes {
            let Some((feature, value)) = self.changes.pop() else { return };
            if let Some(place) = self.flags.get_mut(usize::from(feature)) {
                *place = value;
            }
        }
    }

    /// Whether the path goes on; changes the flag's feature if so.
    fn apply(&mut self, flag: Flag) -> bool {
        let Some(place) = self.flags.get_mut(usize::from(flag.feature)) else { return false };
        let Some(value) = flag.applied(*place) else { return false };
        if value != *place {
            self.changes.push((flag.feature, *place));
            *place = value;
        }
        true
    }

    fn pass(&mut self, cell: Cell, first_letter: u16) {
        if cell.input >= first_letter {
            self.read.push(cell.input);
        }
        if cell.output >= first_letter {
            self.written.push(cell.output);
        }
    }
}

/// The symbols of a file, while they are read.
struct SymbolTable {
    symbols: Vec<Symbol>,
    features: Vec<String>,
    values: Vec<String>,
    /// Where the cells begin.
    end: usize,
}

impl SymbolTable {
    fn read(bytes: &[u8]) -> Result<Self, DictionaryFault> {
        let fault = DictionaryFault::Symbols;
        let body = bytes.get(HEADER..).ok_or(fault)?;
        let (count, body) = body.split_first_chunk().ok_or(fault)?;
        let count = usize::from(u16::from_le_bytes(*count));
        let mut table =
            Self { symbols: Vec::new(), features: Vec::new(), values: Vec::new(), end: 0 };
        let mut length = 0;
        let mut names = body.split(|byte| *byte == 0);
        for _ in 0..count {
            let name = names.next().ok_or(fault)?;
            length += name.len() + 1;
            table.add(std::str::from_utf8(name).map_err(|_| fault)?)?;
        }
        table.end = (HEADER + 2 + length).next_multiple_of(CELL);
        Ok(table)
    }

    fn add(&mut self, name: &str) -> Result<(), DictionaryFault> {
        let symbol = if self.symbols.is_empty() {
            Symbol::Epsilon
        } else if let Some(flag) = name.strip_prefix('@').and_then(|rest| rest.strip_suffix('@')) {
            Symbol::Flag(self.flag(flag).ok_or(DictionaryFault::Symbols)?)
        } else {
            let mut letters = name.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => Symbol::Letter(letter),
                _ => Symbol::Tag(name.into()),
            }
        };
        self.symbols.push(symbol);
        Ok(())
    }

    /// Reads `P.NAME.VALUE` or `C.NAME`.
    fn flag(&mut self, text: &str) -> Option<Flag> {
        let mut parts = text.split('.');
        let operation = match parts.next()? {
            "P" => Operation::Set,
            "C" => Operation::Clear,
            "U" => Operation::Unify,
            "R" => Operation::Require,
            "D" => Operation::Disallow,
            _ => return None,
        };
        let feature = number_of(&mut self.features, parts.next()?)?;
        let value = match parts.next() {
            // 0 is kept for "no value".
            Some(value) => number_of(&mut self.values, value)?.checked_add(1)?,
            None => UNSET,
        };
        Some(Flag { operation, feature, value })
    }

    /// Epsilon and the flags come first; everything after them is read or
    /// written as it is.
    fn first_letter(&self) -> Result<u16, DictionaryFault> {
        let is_letter = |symbol: &Symbol| matches!(symbol, Symbol::Letter(_) | Symbol::Tag(_));
        let first = self.symbols.iter().position(is_letter).ok_or(DictionaryFault::Symbols)?;
        let in_order = self.symbols.iter().skip(first).all(is_letter);
        let first = u16::try_from(first).map_err(|_| DictionaryFault::Symbols)?;
        if in_order { Ok(first) } else { Err(DictionaryFault::Symbols) }
    }

    fn letters(&self) -> Vec<(char, u16)> {
        let mut letters: Vec<(char, u16)> = (0..)
            .zip(&self.symbols)
            .filter_map(|(number, symbol)| match symbol {
                Symbol::Letter(letter) => Some((*letter, number)),
                _ => None,
            })
            .collect();
        letters.sort_unstable();
        letters
    }
}

/// The place of a name in a list, where it is added if it is new.
fn number_of(names: &mut Vec<String>, name: &str) -> Option<u16> {
    let place = names.iter().position(|known| known == name).unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    });
    u16::try_from(place).ok()
}
