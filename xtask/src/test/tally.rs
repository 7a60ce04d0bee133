//! Counts what test programs print, and judges.

use crate::shell::Outcome;

/// What was counted so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Whether cargo itself ended without an error.
    pub ended_well: bool,
    programs: u64,
    passed: u64,
    failed: u64,
    ignored: u64,
    failures: Vec<String>,
}

impl Tally {
    /// Takes one line of output in.
    pub fn count(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            self.programs += 1;
            self.passed += number_before(result, "passed");
            self.failed += number_before(result, "failed");
            self.ignored += number_before(result, "ignored");
        } else if let Some(name) = failed_test(line) {
            self.failures.push(name.to_owned());
        }
    }

    /// Prints the summary; an error unless tests ran, all of them, and all
    /// passed.
    pub fn verdict(&self) -> Outcome {
        for name in &self.failures {
            println!("failed: {name}");
        }
        println!("{}", self.closing_line());
        if self.failed > 0 {
            return Err(format!("{} tests failed in {} programs", self.failed, self.programs));
        }
        if !self.ended_well {
            return Err(
                "cargo test failed: something does not compile, or a test program died".to_owned()
            );
        }
        if self.ignored > 0 {
            return Err(format!(
                "{} tests are ignored: nothing is skipped here, mend them or take them away",
                self.ignored
            ));
        }
        if self.passed == 0 {
            return Err("no test ran".to_owned());
        }
        Ok(())
    }

    fn closing_line(&self) -> String {
        let skipped =
            if self.ignored > 0 { format!(", {} skipped", self.ignored) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

/// The number in front of a word, as in `12 passed; 0 failed`.
fn number_before(result: &str, word: &str) -> u64 {
    let words: Vec<&str> = result.split([' ', ';']).collect();
    let found = words.windows(2).find_map(|pair| match pair {
        [number, next] if *next == word => number.parse().ok(),
        _ => None,
    });
    found.unwrap_or(0)
}

fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally_of(lines: &[&str]) -> Tally {
        let mut tally = Tally { ended_well: true, ..Tally::default() };
        lines.iter().for_each(|line| tally.count(line));
        tally
    }

    const GOOD: &str = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.10s";
    const BAD: &str = "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s";

    #[test]
    fn several_programs_are_added_up() {
        let tally = tally_of(&["test a ... ok", GOOD, "test b::c ... FAILED", BAD]);
        assert_eq!(tally.closing_line(), "14 passed, 1 failed");
        assert_eq!(tally.failures, ["b::c"]);
        assert!(tally.verdict().is_err());
    }

    #[test]
    fn an_ignored_test_makes_the_run_fail() {
        let tally = tally_of(&[&GOOD.replace("0 ignored", "1 ignored")]);
        assert_eq!(tally.closing_line(), "12 passed, 0 failed, 1 skipped");
        assert!(tally.verdict().is_err_and(|why| why.contains("1 tests are ignored")));
    }

    #[test]
    fn tests_that_did_not_compile_or_did_not_run_are_no_success() {
        assert!(tally_of(&[GOOD]).verdict().is_ok());
        assert!(tally_of(&[]).verdict().is_err());
        let died = Tally { ended_well: false, ..tally_of(&[GOOD]) };
        assert!(died.verdict().is_err());
    }
}
