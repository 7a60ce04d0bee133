//! The subcommand `import-forum`: another forum moves into the coffee room.
//! Only here mail addresses meet accounts.

use std::sync::Arc;

use kafferum_coffee_room::{Counts, Import, Outcome, Plan, PlannedRoom, Target};
use kafferum_forum_export::{Export, Source, Wrong};
use kafferum_platform::Error;
use kafferum_platform::people::{PersonId, store};
use kafferum_platform::site::Site;

/// People asked for in one transaction.
const BATCH: usize = 500;

/// The accounts of an export's people, by their mail addresses.
async fn accounts(site: &Site, export: &Export) -> Result<Vec<Option<PersonId>>, Error> {
    let mut found = Vec::with_capacity(export.people.len());
    for people in export.people.chunks(BATCH) {
        let mails: Vec<Vec<String>> = people.iter().map(|person| person.mails.clone()).collect();
        let accounts = site.db.read(move |tx| {
            let mut accounts = Vec::with_capacity(mails.len());
            for mails in &mails {
                let mut account = None;
                for mail in mails {
                    account = account.or(store::person_by_email(tx, mail)?);
                }
                accounts.push(account);
            }
            Ok(accounts)
        });
        found.extend(accounts.await?);
    }
    Ok(found)
}

/// What an import did or would do, to be told.
#[derive(Debug)]
pub struct Report {
    /// Whether nothing was changed.
    pub is_dry: bool,
    /// Where the rooms go.
    pub plan: Plan,
    /// What came, or would come.
    pub outcome: Outcome,
    /// People of the export who have an account here.
    pub people_known: usize,
    /// Those who have none.
    pub people_unknown: usize,
    source: Source,
    left_out: kafferum_forum_export::LeftOut,
    unreadable: Vec<Wrong>,
    unreadable_count: u64,
}

/// Imports an export, or looks what an import would do.
///
/// # Errors
/// A sentence for the person at the terminal.
pub async fn move_in(
    site: &Arc<Site>,
    export: Export,
    wishes: &[(String, String)],
    is_dry: bool,
    tell: impl FnMut(u64),
) -> Result<Report, String> {
    let plan = kafferum_coffee_room::plan(site, &export, wishes).await.map_err(said)?;
    let people = accounts(site, &export).await.map_err(|error| said(error.into()))?;
    let import = Import { export: &export, plan: &plan, people: &people, is_dry };
    let outcome = kafferum_coffee_room::import(site, &import, tell).await.map_err(said)?;
    let people_known = people.iter().flatten().count();
    Ok(Report {
        is_dry,
        plan,
        outcome,
        people_known,
        people_unknown: people.len() - people_known,
        source: export.source,
        left_out: export.left_out,
        unreadable: export.wrong,
        unreadable_count: export.wrong_count,
    })
}

fn said(trouble: kafferum_coffee_room::Trouble) -> String {
    trouble.to_string()
}

impl Report {
    /// Every row that could not be taken as it was.
    pub fn wrong(&self) -> impl Iterator<Item = &Wrong> {
        self.unreadable.iter().chain(&self.outcome.wrong)
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "Rooms ({}):", self.source.word())?;
        for PlannedRoom { name, here, target } in &self.plan.rooms {
            match target {
                Target::Here(id) => writeln!(f, "  {name}  →  {here} (room {id})")?,
                Target::New => writeln!(f, "  {name}  →  a new room, for members")?,
                Target::LeftOut(why) => writeln!(f, "  {name}  –  left out: {why}")?,
            }
        }
        let Counts { rooms, threads, posts, posts_of_people, pictures, known, left_out } =
            self.outcome.counts;
        writeln!(f, "{}", if self.is_dry { "Would come:" } else { "Came:" })?;
        writeln!(f, "  {rooms:>9}  new rooms")?;
        writeln!(f, "  {threads:>9}  threads")?;
        writeln!(
            f,
            "  {posts:>9}  posts, {posts_of_people} of them by people with an account here"
        )?;
        writeln!(f, "  {pictures:>9}  pictures")?;
        writeln!(f, "  {known:>9}  posts had come before")?;
        writeln!(f, "People there:")?;
        writeln!(f, "  {:>9}  have an account here, by their mail address", self.people_known)?;
        writeln!(
            f,
            "  {:>9}  have none; what they wrote stands under no name",
            self.people_unknown
        )?;
        writeln!(f, "Not taken:")?;
        writeln!(f, "  {left_out:>9}  posts of rooms that are left out")?;
        writeln!(f, "  {:>9}  private messages", self.left_out.private)?;
        writeln!(f, "  {:>9}  posts that were deleted, hidden or waiting", self.left_out.hidden)?;
        writeln!(f, "  {:>9}  notes of the forum's own program", self.left_out.notes)?;
        let told = self.unreadable.len() as u64;
        let wrong = self.unreadable_count + self.outcome.wrong.len() as u64;
        writeln!(f, "Wrong rows: {wrong}")?;
        for row in self.wrong() {
            writeln!(f, "  {row}")?;
        }
        if self.unreadable_count > told {
            writeln!(f, "  … and {} more", self.unreadable_count - told)?;
        }
        if self.is_dry {
            write!(f, "This was a dry run: nothing was changed. --apply imports.")
        } else {
            write!(f, "Done. Running it again changes nothing but what is new in the export.")
        }
    }
}
