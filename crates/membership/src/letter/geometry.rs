//! Where things stand on the paper. Millimetres from the paper's left and top
//! edges; text is placed by its baseline.
//!
//! Source of the envelope and window measures and of the lines of a letter:
//! the Finnish standards SFS 2486, 2487 and 2488 (SFS handbook 76, 5th
//! edition, 2000), as they are set down in the KOMA-Script option SFS.lco
//! (CTAN, koma-script-sfs): windows 40 mm from the envelope's top and 18 mm
//! from its left edge, 35 × 95 mm on C5 and C65, 30 × 90 mm on E5 and E65;
//! rows of 4.233 mm; sender on rows 3–8, address on rows 10–15 in a field of
//! 25.4 × 76.2 mm whose first line stands 44 mm from the top; text from row 18.

/// A4 (ISO 216).
pub(super) const PAPER_WIDTH: f32 = 210.0;
/// A4 (ISO 216).
pub(super) const PAPER_HEIGHT: f32 = 297.0;

/// One sixth of an inch, the row of SFS 2487.
pub(super) const ROW: f32 = 4.233;

/// Left margin (SFS 2487) and, for symmetry, right margin.
pub(super) const LEFT: f32 = 20.0;
/// Right edge of all text.
pub(super) const RIGHT: f32 = PAPER_WIDTH - 20.0;

/// Second tabulator (SFS 2487: 23 mm from the margin): the body's left edge.
/// It keeps lines near 75 characters.
pub(super) const BODY_LEFT: f32 = LEFT + 23.0;

/// Left edge of what stands beside the window, where no window reaches: the
/// widest window ends at 18 + 95 mm.
pub(super) const BESIDE_LEFT: f32 = 118.0;

/// Baseline of the address's first line (SFS 2487).
pub(super) const ADDRESS_FIRST: f32 = 44.0;
/// Lowest baseline of the address. See the test: paper that has slid down in
/// a C5 envelope shows what stands above 61.5 mm.
pub(super) const ADDRESS_LAST: f32 = 60.7;
/// Width of the address: what is seen in a C5 window however the paper slides.
pub(super) const ADDRESS_WIDTH: f32 = 73.0;

/// Baseline of the sender's name. What stands above 26.5 mm is seen in no
/// window, so that an envelope doesn't tell who writes to a union's member.
pub(super) const SENDER_FIRST: f32 = 15.0;

/// Baseline of the heading: the standard's row 18 at the earliest, and below
/// the lowest that a window of 35 mm shows, which is 75 mm.
pub(super) const HEADING: f32 = 88.0;

/// Baseline of the first line on the pages after the first.
pub(super) const NEXT_PAGE_FIRST: f32 = 36.0;
/// The lowest baseline of the letter's body.
pub(super) const BODY_LAST: f32 = 266.0;
/// The line above the sender's contact details (rows 64–68 of SFS 2487).
pub(super) const FOOT: f32 = 275.0;

/// Where an A4 sheet is folded for C5 and E5.
pub(super) const FOLD: f32 = PAPER_HEIGHT / 2.0;

#[cfg(test)]
pub(super) mod windows {
    //! What is seen in the windows, the paper sliding in the envelope.

    use super::*;

    /// An envelope with its window 40 mm from the top and 18 mm from the left.
    pub(in crate::letter) struct Envelope {
        height: f32,
        width: f32,
        window_height: f32,
        window_width: f32,
    }

    const TOP: f32 = 40.0;
    const SIDE: f32 = 18.0;

    pub(in crate::letter) const C5: Envelope =
        Envelope { height: 162.0, width: 229.0, window_height: 35.0, window_width: 95.0 };
    pub(in crate::letter) const E5: Envelope =
        Envelope { height: 156.0, width: 220.0, window_height: 30.0, window_width: 90.0 };

    /// Left, top, right, bottom, in millimetres on the paper.
    pub(in crate::letter) type Area = (f32, f32, f32, f32);

    impl Envelope {
        fn slack(&self) -> (f32, f32) {
            (self.width - PAPER_WIDTH, self.height - FOLD)
        }

        /// What is seen wherever the paper has slid to.
        pub(in crate::letter) fn always_seen(&self) -> Area {
            let (x, y) = self.slack();
            (SIDE, TOP, SIDE + self.window_width - x, TOP + self.window_height - y)
        }

        /// What may be seen.
        pub(in crate::letter) fn ever_seen(&self) -> Area {
            let (x, y) = self.slack();
            (SIDE - x, TOP - y, SIDE + self.window_width, TOP + self.window_height)
        }
    }
}
