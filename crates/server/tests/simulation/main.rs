//! Sixty days of a union in a minute: thousands register, apply, decline,
//! move away; the server is off, is killed between deciding and handing over,
//! is restarted, and its clock jumps both ways. At the end each person has got
//! exactly what they should have, once, when they should, and for everything
//! they did not get there is a reason.
//!
//! All is drawn from a seed. What should have happened is worked out by
//! `judge` from the facts alone, without any of the program's own rules.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

mod crash;
mod dice;
mod judge;
mod kills;
mod world;

use std::thread;

use kafferum_testkit::on_each;
use kafferum_testkit::site::On;

use world::World;

fn live(on: On, people: usize, seed: u64) -> World {
    let mut world = World::open(on, seed);
    world.live(people);
    world
}

on_each! {
    fn of_ten_thousand_each_gets_what_they_should_once_and_in_time(on) {
        // The same union lives beside it once more, from the same seed.
        let (world, replayed) = thread::scope(|scope| {
            let replay = scope.spawn(|| live(on, 10_000, 1).log());
            let world = live(on, 10_000, 1);
            (world, replay.join().unwrap())
        });
        judge::everybody(&world);
        judge::that_it_was_hard_enough(&world);
        let log = world.log();
        for (one, other) in log.iter().zip(&replayed) {
            assert_eq!(one, other);
        }
        assert_eq!(log.len(), replayed.len());
        // The seed decides: of as many people, another one makes another log.
        assert_ne!(live(on, 100, 1).log(), live(on, 100, 3).log());
    }
}
