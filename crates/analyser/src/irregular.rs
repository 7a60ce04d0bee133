//! Forms that no rule leads back to their base forms.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Base forms by form.
pub struct Irregular(HashMap<&'static str, Vec<&'static str>>);

/// Of Swedish.
pub static SWEDISH: LazyLock<Irregular> =
    LazyLock::new(|| Irregular::new(include_str!("../dictionaries/sv/irregular.txt")));
/// Of English.
pub static ENGLISH: LazyLock<Irregular> =
    LazyLock::new(|| Irregular::new(include_str!("../dictionaries/en/irregular.txt")));

impl Irregular {
    /// Reads lines of a base form and its forms; those with `#` say nothing.
    fn new(lines: &'static str) -> Self {
        let mut bases: HashMap<&str, Vec<&str>> = HashMap::new();
        for line in lines.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(base) = words.next() else { continue };
            for form in words {
                bases.entry(form).or_default().push(base);
            }
        }
        Self(bases)
    }

    /// The base forms of a form in lower case, none if it is regular.
    pub fn bases(&self, form: &str) -> impl Iterator<Item = &'static str> {
        self.0.get(form).into_iter().flatten().copied()
    }
}
