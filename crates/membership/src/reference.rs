//! The code on a person's printed letter and form, by which a registrar
//! matches paper and person. It follows from the person's number and says
//! nothing about the person.

use kafferum_platform::people::PersonId;

/// Letters and digits of a code: none that look alike in print.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Numbers that a code can tell apart: seven signs of five bits.
const RANGE: u64 = 1 << 35;
/// Scatters neighbouring numbers; odd, so that no two meet (Knuth's
/// multiplicative hash, 2^35 divided by the golden ratio).
const SCATTER: u64 = 21_235_486_155;
/// What undoes it: the inverse of [`SCATTER`] modulo [`RANGE`].
const GATHER: u64 = inverse(SCATTER);

/// By Newton's method: each round doubles the number of right bits.
const fn inverse(odd: u64) -> u64 {
    let mut guess = odd;
    let mut round = 0;
    while round < 6 {
        guess = guess.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(guess)));
        round += 1;
    }
    guess % RANGE
}

/// The sign that makes slips seen: a sum weighted by position, modulo 31.
fn check(values: &[u64]) -> u64 {
    (1_u64..).zip(values).map(|(weight, value)| weight * value).sum::<u64>() % 31
}

fn sign(value: u64) -> char {
    let at = usize::try_from(value).unwrap_or(0);
    SIGNS.get(at).copied().map_or('A', char::from)
}

/// The code of a person, such as `K7QF-29MD`.
pub(crate) fn code(person: PersonId) -> String {
    let scattered = person.0.unsigned_abs().wrapping_mul(SCATTER) % RANGE;
    let mut values: Vec<u64> = (0..7).map(|place| (scattered >> (5 * place)) % 32).collect();
    values.push(check(&values));
    let mut out: String = values.into_iter().map(sign).collect();
    out.insert(4, '-');
    out
}

/// Whose code this is, however it was typed; none for a slip.
pub(crate) fn person(code: &str) -> Option<PersonId> {
    let letters = code.chars().filter(char::is_ascii_alphanumeric);
    let values: Option<Vec<u64>> = letters
        .map(|letter| {
            let letter = u8::try_from(letter.to_ascii_uppercase()).ok()?;
            SIGNS.iter().position(|sign| *sign == letter).and_then(|at| u64::try_from(at).ok())
        })
        .collect();
    let values = values.filter(|values| values.len() == 8)?;
    let (sum, body) = values.split_last()?;
    if check(body) != *sum {
        return None;
    }
    let scattered = body.iter().rev().fold(0, |number, value| number << 5 | value);
    i64::try_from(scattered.wrapping_mul(GATHER) % RANGE).ok().map(PersonId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_back_to_its_person() {
        for number in (1..100_000).step_by(7) {
            let code = code(PersonId(number));
            assert_eq!(code.len(), 9);
            assert_eq!(person(&code.to_lowercase().replace('-', " ")), Some(PersonId(number)));
        }
    }

    #[test]
    fn a_slip_is_seen() {
        let right = code(PersonId(17));
        for place in (0..9).filter(|place| *place != 4) {
            for sign in SIGNS.iter().map(|sign| char::from(*sign)) {
                let mut letters: Vec<char> = right.chars().collect();
                let before = letters[place];
                letters[place] = sign;
                let typed: String = letters.into_iter().collect();
                let far = usize::from(sign != before);
                if person(&typed).is_some() {
                    // Weights are prime to 31 but values go to 32, so the two
                    // ends of the alphabet can be mistaken for each other.
                    let ends = [before, sign].iter().all(|s| matches!(s, 'A' | '9'));
                    assert!(far == 0 || ends, "{right} {typed}");
                }
            }
        }
        assert_eq!(person("K7QF"), None);
        assert_eq!(person(""), None);
    }
}
