//! Mails about notices: at once, or as a digest. When one is due is a fact of
//! its own (`notice_due`), written with the notice; what stands in it is
//! looked up when it goes, so what was seen or may not be seen any more does
//! not go. A mail, the marks of what it told of and the end of its being due
//! are one transaction, so a crash leaves all of them or none.

use super::wishes::{Mails, Titles, Wish};
use super::{Group, NoticeKind, Pace, Shown, group, store};
use crate::clock::{DAY, Millis, date_of};
use crate::db::Tx;
use crate::fault::Fault;
use crate::feature::{Moment, Timer};
use crate::mail::{self, NewMail};
use crate::people::{PersonId, store as people};
use crate::signed::Signer;
use crate::texts::Lang;

/// People in one transaction, so that nobody waits long behind them.
const STEP: i64 = 100;
/// Lines of one mail; the rest is on the site.
const LINES: usize = 20;
/// Letters of what one notice says.
const WORDS: usize = 600;
/// Older notices are not mailed: whoever begins to want mails is not sent the
/// whole past.
const FRESH: Millis = 14 * DAY;

/// What the token of a link that ends mails is signed for.
const STOP: &str = "notices-stop";

/// Sends the mails that are due.
pub(crate) const MAIL: Timer = Timer { name: "notices-mail", run };

/// The token of a link that ends a person's mails.
fn stop_token(signer: &Signer, person: PersonId) -> Result<String, Fault> {
    signer.sign(STOP, &person.to_string())
}

/// Whose mails a link ends.
pub(super) fn stopped_by(signer: &Signer, token: &str) -> Option<PersonId> {
    signer.read(STOP, token)?.parse().ok()
}

fn run(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let due = store::due(tx, moment.now, STEP)?;
    for one in &due {
        settle(tx, moment, one)?;
    }
    Ok(due.len())
}

/// Works out when a mail is due, or sends it.
fn settle(tx: &mut Tx<'_>, moment: &Moment, due: &store::Due) -> Result<(), Fault> {
    let wish = store::wish(tx, due.person)?;
    let is_planned = due.due_at != 0 && due.pace != Pace::AtOnce;
    let at = wish.due(due.pace, moment.now, &moment.zone);
    if !is_planned && at > moment.now {
        return store::set_due(tx, due.person, due.pace, at);
    }
    store::remove_due(tx, due.person, due.pace)?;
    if wish.mails == Mails::Stopped {
        return Ok(());
    }
    let Some(letter) = Letter::find(tx, moment, due, &wish)? else { return Ok(()) };
    match due.pace {
        Pace::AtOnce => {
            for one in &letter.news {
                let key = format!("notice:{}:{}", due.person, one.group.id);
                letter.send(tx, moment, &key, std::slice::from_ref(one))?;
            }
            Ok(())
        }
        _ => {
            let day = date_of(due.due_at.max(1), &moment.zone);
            let key = format!("digest:{}:{}:{day}", due.pace.word(), due.person);
            letter.send(tx, moment, &key, &letter.news)
        }
    }
}

/// What is told of.
struct News {
    group: Group,
    kind: &'static NoticeKind,
    shown: Shown,
    /// What it says itself, where that is wished.
    words: Option<String>,
}

impl News {
    /// What it is about stands in its line.
    fn is_named(&self) -> bool {
        self.shown.args.iter().any(|(name, _)| *name == "title")
    }
}

/// The beginning of a text, in whole words.
fn beginning(text: &str) -> String {
    let cut: String = text.chars().take(WORDS).collect();
    if cut.len() == text.len() {
        return cut;
    }
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end())
}

/// What one person is told by mail now.
struct Letter {
    person: PersonId,
    lang: Lang,
    email: String,
    pace: Pace,
    titles: Titles,
    news: Vec<News>,
}

impl Letter {
    /// None when there is nothing to tell, or nobody to tell it.
    fn find(
        tx: &mut Tx<'_>,
        moment: &Moment,
        due: &store::Due,
        wish: &Wish,
    ) -> Result<Option<Self>, Fault> {
        let person = due.person;
        let rows = store::unmailed(tx, person, moment.now - FRESH)?;
        let paces = store::paces(tx, person)?;
        let pace_of = |kind: &NoticeKind| {
            let own = paces.iter().find(|(name, _)| name == kind.name);
            own.map_or(kind.pace, |(_, pace)| *pace)
        };
        let trial_end = moment.trial_end();
        let actor = people::actor_by_person(tx, person, moment.now, &trial_end)?;
        let identity = people::identity(tx, person)?;
        let (Some(actor), Some(identity)) = (actor, identity) else { return Ok(None) };
        let lang = actor.lang.unwrap_or(Lang::Fi);
        let mut news = Vec::new();
        for group in group(rows) {
            let kind = moment.notices.iter().find(|kind| kind.name == group.kind);
            let Some(kind) = kind.filter(|kind| pace_of(kind) == due.pace) else { continue };
            if let Some(shown) = (kind.show)(tx, &actor, lang, &group.told)? {
                let words = match kind.words.filter(|_| wish.titles == Titles::Words) {
                    Some(words) => words(tx, &actor, lang, &group.told)?,
                    None => None,
                };
                news.push(News { group, kind, shown, words });
            }
        }
        let letter =
            Self { person, lang, email: identity.email, pace: due.pace, titles: wish.titles, news };
        Ok(Some(letter).filter(|letter| !letter.news.is_empty()))
    }

    fn send(
        &self,
        tx: &mut Tx<'_>,
        moment: &Moment,
        key: &str,
        news: &[News],
    ) -> Result<(), Fault> {
        let stop = format!(
            "{}/notices/mails/stop/{}",
            moment.public_url,
            stop_token(&moment.signer, self.person)?
        );
        let t = |key: &str, args: &[(&str, &str)]| moment.texts.format(self.lang, key, args);
        let (lines, link) = (self.lines(moment, news), format!("{}/notices", moment.public_url));
        let reply_to = self.reply_to(moment, news)?;
        let answer = match reply_to {
            Some(_) => "notices-mail-answer",
            None => "notices-mail-no-answer",
        };
        let args = [
            ("answer", t(answer, &[])),
            ("settings", format!("{link}/mails")),
            ("lines", lines),
            ("link", link),
            ("stop", stop.clone()),
        ];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        let mail = NewMail {
            key,
            person: Some(self.person),
            kind: "notices",
            lang: self.lang,
            to: &self.email,
            subject: &t("notices-mail-subject", &[]),
            body: &t("notices-mail-body", &args),
            attachment: None,
            unsubscribe: Some(&stop),
            reply_to: reply_to.as_deref(),
        };
        if !mail::intend(tx, &mail, moment.now)? && self.pace != Pace::AtOnce {
            // Another mail went for this time (the clock was set back): what
            // is left goes with the next one.
            return store::ask_due(tx, self.person, self.pace);
        }
        for one in news {
            store::note_mailed(tx, self.person, &one.group, moment.now)?;
        }
        Ok(())
    }

    /// Where an answer goes: a mail that tells of one thing alone, and names
    /// it, is answered there, if mail comes in.
    fn reply_to(&self, moment: &Moment, news: &[News]) -> Result<Option<String>, Fault> {
        let Some(addresses) = &moment.addresses else { return Ok(None) };
        if self.titles == Titles::Kept || !news.iter().all(News::is_named) {
            return Ok(None);
        }
        let mut things = news.iter().map(|one| one.group.told.thing.as_str());
        match things.next() {
            Some(thing) if things.all(|other| other == thing) => {
                addresses.of(self.person, thing, moment.now)
            }
            _ => Ok(None),
        }
    }

    /// What there is, with titles and perhaps words, or as bare numbers.
    fn lines(&self, moment: &Moment, news: &[News]) -> String {
        let format = |key: &str, args: &[(&'static str, String)]| {
            let args: Vec<(&str, &str)> =
                args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            moment.texts.format(self.lang, key, &args)
        };
        let mut lines = Vec::new();
        match self.titles {
            Titles::Words | Titles::Shown => {
                for one in news.iter().take(LINES) {
                    let line = format(one.shown.text, &one.shown.args);
                    let words = one.words.as_deref().map(beginning);
                    let words = words.map_or_else(String::new, |words| format!("\n\n{words}\n"));
                    let link = format!("{}/notices/{}", moment.public_url, one.group.id);
                    lines.push(format!("- {line}{words}\n  {link}"));
                }
            }
            Titles::Kept => {
                let mut counted: Vec<(&'static str, usize)> = Vec::new();
                for one in news {
                    let (plain, count) = (one.kind.plain, one.shown.count());
                    match counted.iter_mut().find(|(known, _)| *known == plain) {
                        Some((_, known)) => *known += count,
                        None => counted.push((plain, count)),
                    }
                }
                for (plain, count) in counted {
                    lines.push(format!("- {}", format(plain, &[("count", count.to_string())])));
                }
            }
        }
        lines.join("\n")
    }
}
