//! The timers: queries over facts and the clock. Each looks at what still lies
//! ahead, takes what is due, and reads nothing when nothing is.

use kafferum_platform::Fault;
use kafferum_platform::clock::{DAY, date_of};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::{Moment, Timer};

use crate::actions::{belonging, correcting, travelling};
use crate::store::roll;

/// People taken in one transaction, so that others need not wait for long.
const BATCH: i64 = 200;

/// How long a file for the roll is kept that nobody applies.
const KEEP_UPLOADS: i64 = DAY;

/// The timers of this capability.
pub(crate) const TIMERS: &[Timer] = &[
    Timer { name: "membership-reminders", run: |tx, moment| travelling::remind(tx, moment, BATCH) },
    Timer { name: "membership-locks", run: |tx, moment| travelling::lock(tx, moment, BATCH) },
    Timer { name: "membership-leavers", run: leave },
    Timer { name: "membership-corrections", run: correcting::go_on },
    Timer { name: "membership-uploads", run: forget_uploads },
];

/// Puts days of leaving in force that the roll told in advance.
fn leave(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let due = roll::leaving(tx, date_of(moment.now, &moment.zone), BATCH)?;
    for (entry, person) in &due {
        belonging::leave_by_roll(tx, entry, *person, moment.now)?;
    }
    Ok(due.len())
}

fn forget_uploads(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let forgotten = roll::forget_old(tx, moment.now - KEEP_UPLOADS)?;
    usize::try_from(forgotten).map_err(Fault::bug)
}
