//! What people are told of.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::notices::{NoticeKind, Pace, Shown, Told};
use kafferum_platform::policy::{ACCOUNT, Actor};
use kafferum_platform::texts::Lang;

use crate::correction::CorrectionId;
use crate::store::corrections;

/// Somebody asked for another address for one's account.
pub(crate) const CORRECTION: NoticeKind = NoticeKind {
    name: "membership-correction",
    label: "membership-kind-correction",
    plain: "membership-mailed-correction",
    // The address hears of it by a mail of its own.
    pace: Pace::Never,
    permission: ACCOUNT,
    show: show_correction,
    words: None,
};

/// What a notice is about.
pub(crate) fn thing(id: CorrectionId) -> String {
    format!("correction:{id}")
}

fn show_correction(
    tx: &mut Tx<'_>,
    actor: &Actor,
    _: Lang,
    told: &Told,
) -> Result<Option<Shown>, Fault> {
    let one = corrections::find(tx, CorrectionId(told.number()?))?;
    let one = one.filter(|one| actor.person == Some(one.person));
    Ok(one.map(|_| Shown {
        text: "membership-told-correction",
        args: Vec::new(),
        path: "/account/corrections".to_owned(),
    }))
}
