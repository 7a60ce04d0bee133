//! What of a mail's text is new: without what is quoted, and without what
//! programs and people put below each of their mails.

/// Lines of a heading above a quote: "On Sunday … wrote:", broken by a
/// program that keeps lines short.
const HEADING_LINES: usize = 4;
/// Letters of such a heading.
const HEADING_MOST: usize = 400;
/// Lines below a `--` without the space that makes it the mark of a signature.
const SIGNATURE_LINES: usize = 10;
/// Lines of a mail that are read. What stands below is quoted, or is nothing that
/// fits a post; a mail of two megabytes may have a million lines.
const LINES_MOST: usize = 5000;
/// Lines that are looked over for the next ones that hold something.
const BLANK_MOST: usize = 50;
/// Letters of a line that a program signs with, the address in it and all.
const PROGRAM_LINE: usize = 100;

/// How headings above a quote begin when they are broken over lines.
const BEGINNINGS: [&str; 26] = [
    "on",
    "den",
    "ma",
    "ti",
    "ke",
    "to",
    "pe",
    "la",
    "su",
    "maanantai",
    "tiistai",
    "keskiviikko",
    "torstai",
    "perjantai",
    "lauantai",
    "sunnuntai",
    "mån",
    "tis",
    "ons",
    "tors",
    "fre",
    "lör",
    "sön",
    "måndag",
    "lördag",
    "söndag",
];
/// What somebody did in such a heading.
const VERBS: [&str; 3] = ["wrote", "kirjoitti", "skrev"];
/// The first header that Outlook writes above a quote.
const FROM: [&str; 3] = ["from:", "lähettäjä:", "från:"];
/// The others.
const OTHERS: [&str; 16] = [
    "sent:",
    "date:",
    "to:",
    "cc:",
    "subject:",
    "lähetetty:",
    "päivämäärä:",
    "päiväys:",
    "vastaanottaja:",
    "kopio:",
    "aihe:",
    "skickat:",
    "datum:",
    "till:",
    "kopia:",
    "ämne:",
];
/// Older programs write these between dashes.
const MARKS: [&str; 3] = ["original message", "alkuperäinen viesti", "ursprungligt meddelande"];
/// What telephones put below what was written on them.
const PROGRAMS: [&str; 20] = [
    "lähetetty iphone",
    "lähetetty ipad",
    "lähetetty samsung",
    "lähetetty galaxy",
    "lähetetty android",
    "lähetetty outlook",
    "lähetetty puhelime",
    "lähetetty laitteesta",
    "hanki outlook",
    "hae outlook",
    "skickat från min",
    "skickat från outlook",
    "skickat från samsung",
    "skickat från yahoo",
    "hämta outlook",
    "skaffa outlook",
    "sent from my",
    "sent from outlook",
    "sent from yahoo",
    "get outlook for",
];

/// The new lines of a text. `own` is what our mails are known by in a heading:
/// the name and the address of their sender.
pub(super) fn new_words(text: &str, own: &[&str]) -> String {
    let lines: Vec<&str> = text.lines().take(LINES_MOST).collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((line, after)) = rest.split_first() {
        if is_end(rest, own) {
            break;
        }
        rest = match heading(rest, own) {
            Some(Heading::OfQuote(lines)) => rest.get(lines..).unwrap_or_default(),
            Some(Heading::OfRest) => break,
            None => {
                if !is_quoted(line) {
                    kept.push(line.trim_end());
                }
                after
            }
        };
    }
    while kept.last().is_some_and(|line| line.is_empty() || is_of_program(line)) {
        kept.pop();
    }
    kept.join("\n").trim().to_owned()
}

/// Widths at which programs break lines.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=80;

/// Puts lines together that a program broke without saying so: those after
/// which the next word would not have fitted. On the site every end of a line
/// is shown as one.
pub(super) fn rejoin(text: &str) -> String {
    let width = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    if !WIDTHS.contains(&width) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut before = 0;
    for line in text.lines() {
        let word = line.split(' ').next().unwrap_or_default().chars().count();
        let begins = line.chars().next().is_some_and(char::is_alphabetic);
        let is_broken = begins && before > 0 && before + 1 + word > width;
        if !out.is_empty() {
            out.push(if is_broken { ' ' } else { '\n' });
        }
        out.push_str(line);
        before = line.chars().count();
    }
    out
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Whether nothing new stands from here on.
fn is_end(rest: &[&str], own: &[&str]) -> bool {
    let Some((line, after)) = rest.split_first() else { return true };
    let plain = line.trim().to_lowercase();
    let is_rule = plain.chars().count() >= 10 && plain.chars().all(|letter| letter == '_');
    is_signature(line, after)
        || (plain.starts_with("---") && MARKS.iter().any(|mark| plain.contains(mark)))
        || (is_rule && are_headers(&skip_blank(after), own))
        || are_headers(&skip_blank(rest), own) && !plain.is_empty()
}

fn is_signature(line: &str, after: &[&str]) -> bool {
    let is_written = |line: &&&str| !line.trim().is_empty() && !is_quoted(line);
    let has_little_below = || after.iter().filter(is_written).nth(SIGNATURE_LINES).is_none();
    line == "-- " || (line.trim_end() == "--" && has_little_below())
}

/// The next lines that hold something.
fn skip_blank<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    let near = lines.iter().copied().take(BLANK_MOST);
    let written = near.filter(|line| !line.trim().is_empty());
    written.take(1 + OTHERS.len()).collect()
}

/// Whether lines are headers of a mail, one below the other, as Outlook puts
/// them above what it quotes.
fn are_headers(lines: &[&str], own: &[&str]) -> bool {
    let is_one = |line: &str, names: &[&str]| {
        let line = line.replace('*', "").trim().to_lowercase();
        names.iter().any(|name| line.starts_with(name))
    };
    let Some((first, others)) = lines.split_first() else { return false };
    let others = others.iter().take_while(|line| is_one(line, &OTHERS)).count();
    is_one(first, &FROM) && (others >= 2 || (others == 1 && is_ours(first, own)))
}

/// What a heading stands above.
enum Heading {
    /// A quote with marks; the heading has so many lines.
    OfQuote(usize),
    /// All that follows.
    OfRest,
}

fn heading(rest: &[&str], own: &[&str]) -> Option<Heading> {
    let lines = (1..=HEADING_LINES.min(rest.len())).find(|lines| {
        let lines = rest.get(..*lines).unwrap_or_default();
        is_heading(lines)
    })?;
    let below = rest.get(lines..).unwrap_or_default();
    let next = below.iter().find(|line| !line.trim().is_empty());
    if next.is_some_and(|line| is_quoted(line)) {
        return Some(Heading::OfQuote(lines));
    }
    let whole = rest.get(..lines).unwrap_or_default().join(" ");
    is_ours(&whole, own).then_some(Heading::OfRest)
}

/// "On Sunday 22 November at 10:00 Kafferum wrote:".
fn is_heading(lines: &[&str]) -> bool {
    let whole = lines.join(" ").trim().to_lowercase();
    let mut words = whole.split(|letter: char| !letter.is_alphabetic());
    let begins = words.clone().find(|word| !word.is_empty());
    let is_begun = lines.len() == 1
        || whole.starts_with(|letter: char| letter.is_ascii_digit() || "<\"".contains(letter))
        || begins.is_some_and(|word| BEGINNINGS.contains(&word));
    whole.ends_with(':')
        && whole.chars().count() <= HEADING_MOST
        && is_begun
        && !lines.iter().any(|line| line.trim().is_empty() || is_quoted(line))
        && whole.contains(|letter: char| letter.is_ascii_digit())
        && words.any(|word| VERBS.contains(&word))
}

/// Whether a heading names a mail's sender, or ours.
fn is_ours(heading: &str, own: &[&str]) -> bool {
    let heading = heading.to_lowercase();
    heading.contains('@')
        || own.iter().any(|own| !own.is_empty() && heading.contains(&own.to_lowercase()))
}

fn is_of_program(line: &str) -> bool {
    let plain = line.trim().to_lowercase();
    plain.chars().count() <= PROGRAM_LINE
        && PROGRAMS.iter().any(|beginning| plain.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: [&str; 2] = ["Kafferum", "posti@testi.example"];

    fn check(cases: &[(&str, &str)]) {
        for (text, wanted) in cases {
            assert_eq!(new_words(text, &OWN), *wanted, "{text}");
        }
    }

    #[test]
    fn headings_of_gmail_are_known_in_three_languages() {
        check(&[
            (
                "Kiitos!\n\nsu 22. marrask. 2026 klo 10.00 Kafferum (posti@testi.example) kirjoitti:\n\n> Vanhaa\n> lisää",
                "Kiitos!",
            ),
            (
                "Tack!\n\nDen sön 22 nov. 2026 kl 10:00 skrev Kafferum <posti@testi.example>:\n\n> Gammalt",
                "Tack!",
            ),
            (
                "Tack!\n\nDen sön 22 nov. 2026 kl 10:00 skrev Kafferum <\nposti@testi.example>:\n\n> Gammalt",
                "Tack!",
            ),
            (
                "Thanks!\n\nOn Sun, 22 Nov 2026 at 10:00, Kafferum <posti@testi.example>\nwrote:\n\n> Old",
                "Thanks!",
            ),
        ]);
    }

    #[test]
    fn headings_of_apple_mail_are_known_in_three_languages() {
        check(&[
            (
                "Kiitos!\n\n> Kafferum <posti@testi.example> kirjoitti 22.11.2026 kello 10.00:\n> \n> Vanhaa",
                "Kiitos!",
            ),
            (
                "Kiitos!\n\nKafferum <posti@testi.example> kirjoitti 22.11.2026 kello 10.00:\n\nVanhaa",
                "Kiitos!",
            ),
            (
                "Tack!\n\n22 nov. 2026 kl. 10:00 skrev Kafferum <posti@testi.example>:\n\n> Gammalt",
                "Tack!",
            ),
            (
                "Thanks!\n\nOn 22 Nov 2026, at 10:00, Kafferum <posti@testi.example> wrote:\n\n> Old",
                "Thanks!",
            ),
        ]);
    }

    #[test]
    fn headings_of_outlook_are_known_in_three_languages() {
        check(&[
            (
                "Kiitos!\n\n________________________________\nLähettäjä: Kafferum <posti@testi.example>\nLähetetty: sunnuntai 22. marraskuuta 2026 10.00\nVastaanottaja: Aino\nAihe: Uutta luettavaa\n\nHei!\nVanhaa",
                "Kiitos!",
            ),
            (
                "Tack!\n\nFrån: Kafferum <posti@testi.example>\nSkickat: den 22 november 2026 10:00\nTill: Aino\nÄmne: Något nytt\n\nGammalt",
                "Tack!",
            ),
            (
                "Thanks!\n\n*From:* Kafferum <posti@testi.example>\n*Sent:* Sunday, November 22, 2026 10:00 AM\n*To:* Aino\n\nOld",
                "Thanks!",
            ),
            ("Thanks!\n\n-----Original Message-----\nOld", "Thanks!"),
            ("Kiitos!\n\n-----Alkuperäinen viesti-----\nVanhaa", "Kiitos!"),
            (
                "Kiitos!\n\n________________________________\n\nLähettäjä: Kafferum\n\nLähetetty: su\n\nAihe: x\n\nVanhaa",
                "Kiitos!",
            ),
        ]);
    }

    #[test]
    fn headings_of_thunderbird_and_others_are_known() {
        check(&[
            ("Kiitos!\n\nKafferum kirjoitti 22.11.2026 klo 10.00:\n> Vanhaa", "Kiitos!"),
            ("Tack!\n\nDen 2026-11-22 kl. 10:00, skrev Kafferum:\nGammalt", "Tack!"),
            ("Thanks!\n\nOn 22/11/2026 10:00, Kafferum wrote:\n> Old", "Thanks!"),
            (
                "Thanks!\n\nOn Sunday, November 22nd, 2026 at 10:00, Kafferum <posti@testi.example> wrote:\n\n> Old",
                "Thanks!",
            ),
        ]);
    }

    #[test]
    fn answers_below_and_between_quotes_stay() {
        check(&[
            (
                "su 22.11.2026 klo 10.00 Kafferum kirjoitti:\n> Vanhaa\n\nUutta alla.\n\n-- \nAino",
                "Uutta alla.",
            ),
            ("> kysymys\nVastaus\n> toinen\nToinen vastaus", "Vastaus\nToinen vastaus"),
            ("Ensin\n\nDen 22 nov. 2026 skrev Kafferum:\n> a\n\nSedan", "Ensin\n\n\nSedan"),
        ]);
    }

    #[test]
    fn signatures_of_people_and_programs_go() {
        check(&[
            ("Näin on.\n-- \nAino Virtanen\n040 123", "Näin on."),
            ("Näin on.\n--\nAino Virtanen", "Näin on."),
            ("Joo\n\nLähetetty iPhonesta\n\n> vanhaa", "Joo"),
            ("Ja\n\nSkickat från min iPhone", "Ja"),
            ("Yes\n\nSent from my Galaxy\n", "Yes"),
            (
                "Joo\n\nHanki Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Kafferum <posti@testi.example>\nSent: Sunday\nTo: x\n\nVanhaa",
                "Joo",
            ),
        ]);
    }

    #[test]
    fn what_people_write_themselves_stays() {
        for text in [
            "Hän kirjoitti: tule.\nMenin.",
            "Eino kirjoitti kello 10 näin:\nTaukoja ei ole.",
            "Vuorot:\n\nFrom: Turku\nTo: Salo",
            "Sent from my employer I got this letter.\nWhat now?",
            "a\n___\nb",
            "a\n----------\nb",
            "- yksi\n- kaksi\n\n1. kolme",
        ] {
            assert_eq!(new_words(text, &OWN), text, "{text}");
        }
        let long = format!("a\n--\n{}", "rivi\n".repeat(20));
        assert_eq!(new_words(&long, &OWN), long.trim());
    }

    #[test]
    fn lines_that_a_program_broke_are_put_together() {
        let broken = "Kuten sanoin, taukoja ei ole, ja jos on, ne ovat aina väärään aikaan\nenkä oikein tiedä, mitä tehdä.\n\nTerveisin\nKahvikuppi\n- yksi";
        let whole = "Kuten sanoin, taukoja ei ole, ja jos on, ne ovat aina väärään aikaan enkä oikein tiedä, mitä tehdä.\n\nTerveisin\nKahvikuppi\n- yksi";
        assert_eq!(rejoin(broken), whole);
        let long = format!("{}\n{}", "sana ".repeat(30), "toinen rivi");
        for text in ["", "a\nb", "\n\na", whole, &long] {
            assert_eq!(rejoin(text), text);
        }
    }

    #[test]
    fn nothing_new_is_nothing() {
        check(&[
            ("", ""),
            ("\n \n", ""),
            ("> vain lainattua", ""),
            ("On 22 Nov 2026, at 10:00, Kafferum <posti@testi.example> wrote:\n\n> Old", ""),
            ("Sent from my iPhone", ""),
            ("-- \nAino", ""),
        ]);
    }

    #[test]
    fn a_mail_of_a_million_lines_is_read_in_no_more_than_its_length() {
        for line in ["\n", "a\n", "--\n", "> a\n", "From: a@b.example\n", "On 1 wrote\n"] {
            let long = line.repeat(2 * 1024 * 1024 / line.len());
            let short = line.repeat(LINES_MOST);
            assert_eq!(new_words(&long, &OWN), new_words(&short, &OWN), "{line}");
        }
    }
}
