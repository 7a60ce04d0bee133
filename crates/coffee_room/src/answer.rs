//! Answers that come by mail: the same deed as an answer on the site. What
//! can't go as it is becomes a draft, for its writer to look at there.

use std::sync::Arc;

use kafferum_platform::mail_in::{self, Answer, AnswerKind, Word};
use kafferum_platform::people::store as people;
use kafferum_platform::search;
use kafferum_platform::site::Site;
use kafferum_platform::texts::Lang;
use kafferum_platform::{Error, Refusal};

use crate::actions::{self, Act, Answered};
use crate::model::{Audience, Draft, DraftPlace, Opening, SavedDraft, ThreadId, TypedPoll};
use crate::rules::{BODY_MOST, COFFEE_ROOM};
use crate::scene::address;
use crate::watch::Watch;
use crate::{drafts, store};

/// Answers in threads.
pub(crate) fn by_mail(watch: &Arc<Watch>) -> AnswerKind {
    let watch = Arc::clone(watch);
    let take = move |site: Arc<Site>, answer: Arc<Answer>| {
        let watch = Arc::clone(&watch);
        let taken: kafferum_platform::feature::Boxed<_> =
            Box::pin(async move { take(&site, &watch, answer).await });
        taken
    };
    AnswerKind { thing: "thread", take: Box::new(take) }
}

async fn take(site: &Arc<Site>, watch: &Watch, answer: Arc<Answer>) -> Result<(), Error> {
    let (person, now, trial_end) = (answer.person, site.now(), site.trial_end());
    let asked = ThreadId(answer.number);
    let (actor, thread) = site
        .db
        .read(move |tx| {
            let actor = people::actor_by_person(tx, person, now, &trial_end)?;
            Ok((actor.ok_or(Error::NotFound)?, store::relocate::joined_into(tx, asked)?))
        })
        .await?;
    COFFEE_ROOM.decide(&actor)?;
    let lang = actor.lang.unwrap_or(Lang::Fi);
    let act = Act::of(site, actor, lang, now);
    match post(site, watch, &act, thread, &answer).await {
        Err(Error::Refusal(why)) => keep(site, act, thread, answer, why).await,
        done => done,
    }
}

/// What a person is asked about on the site can't be asked here.
fn must_need_no_look(
    site: &Site,
    watch: &Watch,
    lang: Lang,
    answer: &Answer,
) -> Result<(), Refusal> {
    if answer.text.chars().count() > BODY_MOST {
        return Err(Refusal::new("mail-in-too-large"));
    }
    if answer.is_mixed {
        return Err(Refusal::new("coffee-room-by-mail-mixed"));
    }
    let found = watch.guard(&site.analyser).look(search::language(lang), &answer.text);
    if found.is_empty() { Ok(()) } else { Err(Refusal::new("coffee-room-by-mail-guarded")) }
}

async fn post(
    site: &Arc<Site>,
    watch: &Watch,
    act: &Act,
    thread: ThreadId,
    answer: &Arc<Answer>,
) -> Result<(), Error> {
    must_need_no_look(site, watch, act.lang, answer)?;
    // Whoever wants guests to read an answer says so on the site.
    let draft = Draft::of(&site.analyser, act.lang, ("", &answer.text), Audience::Members);
    let (act, answer, moment) = (act.clone(), Arc::clone(answer), site.moment());
    site.db
        .write(move |tx| {
            if !mail_in::first_time(tx, &answer.key, act.now)? {
                return Ok(());
            }
            let (scene, answered) = actions::answer(tx, &act, thread, &draft)?;
            let (mut lines, path) = match answered {
                Answered::Waits(held) => {
                    (vec![Refusal::new("coffee-room-by-mail-waits")], actions::waiting(held))
                }
                Answered::Stands(end) => {
                    // What others wrote since stays unread.
                    if scene.thread.marker.position + 1 == end.position {
                        store::posts::advance_marker(tx, scene.me, thread, end)?;
                    }
                    (Vec::new(), address(thread, end.number(scene.sight)))
                }
            };
            lines.extend(without_files(&answer));
            if !lines.is_empty() {
                mail_in::tell(tx, &moment, &answer, &Word { lines, path })?;
            }
            Ok(())
        })
        .await
}

fn without_files(answer: &Answer) -> Option<Refusal> {
    answer.has_more.then(|| Refusal::new("mail-in-no-attachments"))
}

/// Keeps an answer that was refused as a draft, behind the one that is there,
/// and tells its writer why.
async fn keep(
    site: &Arc<Site>,
    act: Act,
    thread: ThreadId,
    answer: Arc<Answer>,
    why: Refusal,
) -> Result<(), Error> {
    let (moment, me, place) = (site.moment(), answer.person, DraftPlace::Thread(thread));
    site.db
        .write(move |tx| {
            if !mail_in::first_time(tx, &answer.key, act.now)? {
                return Ok(());
            }
            let before = store::drafts::find(tx, me, place)?;
            let draft = behind(before, place, &answer.text, &act);
            if draft.body.chars().count() > BODY_MOST {
                return Err(why.clone().into());
            }
            drafts::save(tx, &act, &draft)?;
            let mut lines = vec![why.clone(), Refusal::new("coffee-room-by-mail-kept")];
            lines.extend(without_files(&answer));
            let path = format!("/coffee-room/threads/{thread}/reply");
            Ok(mail_in::tell(tx, &moment, &answer, &Word { lines, path })?)
        })
        .await
}

fn behind(before: Option<SavedDraft>, place: DraftPlace, text: &str, act: &Act) -> SavedDraft {
    let new = SavedDraft {
        place,
        version: 0,
        title: String::new(),
        body: text.to_owned(),
        audience: Audience::Members,
        poll: TypedPoll::default(),
        opening: Opening::default(),
        saved_at: act.now,
    };
    match before {
        Some(before) if !before.body.trim().is_empty() => SavedDraft {
            body: format!("{}\n\n{text}", before.body.trim_end()),
            audience: before.audience,
            poll: before.poll,
            opening: before.opening,
            ..new
        },
        _ => new,
    }
}
