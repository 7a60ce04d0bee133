//! A row of any source: values by the names of the columns that are read.

/// A table that is read: the columns that it must have, and those that it may
/// have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    pub name: &'static str,
    pub must: &'static [&'static str],
    pub may: &'static [&'static str],
}

impl Table {
    /// Where the columns that are read stand in a list of all.
    ///
    /// # Errors
    /// The name of one that is missing.
    pub(crate) fn places(
        &self,
        columns: &[String],
    ) -> Result<Vec<(&'static str, usize)>, &'static str> {
        let place = |wanted: &str| columns.iter().position(|column| column == wanted);
        let mut places = Vec::with_capacity(self.must.len() + self.may.len());
        for must in self.must {
            places.push((*must, place(must).ok_or(*must)?));
        }
        let may = self.may.iter().filter_map(|may| Some((*may, place(may)?)));
        places.extend(may);
        Ok(places)
    }
}

/// Values of one row.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Line of the file where it begins.
    pub line: u64,
    values: Vec<(&'static str, Option<String>)>,
}

/// What is said of a row that can't be used.
pub(crate) type Reason = String;

impl Row {
    pub(crate) fn new(line: u64) -> Self {
        Self { line, values: Vec::new() }
    }

    /// Sets a value; without NULs, which PostgreSQL takes in no text.
    pub(crate) fn set(&mut self, name: &'static str, mut value: Option<String>) {
        if let Some(value) = value.as_mut().filter(|value| value.contains('\0')) {
            value.retain(|letter| letter != '\0');
        }
        self.values.push((name, value));
    }

    /// A value; none where it is null, empty, or not there.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.values.iter().find(|(known, _)| *known == name)?;
        value.as_deref().filter(|value| !value.is_empty())
    }

    /// A value that must be there.
    pub(crate) fn must(&self, name: &str) -> Result<&str, Reason> {
        self.get(name).ok_or_else(|| format!("{name} is empty"))
    }

    /// Whether a value is that of a flag that is set, in PostgreSQL's and
    /// MySQL's way.
    pub(crate) fn is_set(&self, name: &str) -> bool {
        matches!(self.get(name), Some("t" | "true" | "1"))
    }

    /// A whole number.
    pub(crate) fn number(&self, name: &str) -> Result<i64, Reason> {
        let value = self.must(name)?;
        value.parse().map_err(|_| format!("{name} is not a number"))
    }
}
