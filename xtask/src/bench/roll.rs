//! A register of members as a file, and how long it takes to come in.

use std::time::Instant;

use super::dice::Dice;
use super::visit::{Visitor, first_token};

const GIVEN: [&str; 12] = [
    "Aino",
    "Matti",
    "Väinö",
    "Liisa",
    "Päivi",
    "Jörgen",
    "Åsa",
    "Sari",
    "Timo",
    "Eeva-Liisa",
    "Mohamed",
    "Svetlana",
];
const FAMILY: [&str; 12] = [
    "Korhonen",
    "Virtanen",
    "Mäkinen",
    "Nieminen",
    "Hämäläinen",
    "Laine",
    "Heikkinen",
    "Koskinen",
    "Järvinen",
    "Lehtonen",
    "Öhman",
    "Ståhlberg",
];
const TOWNS: [(&str, &str, &str); 4] = [
    ("00530", "Helsinki", "Uusimaa"),
    ("33100", "Tampere", "Pirkanmaa"),
    ("65100", "Vaasa", "Pohjanmaa"),
    ("90100", "Oulu", "Pohjois-Suomi"),
];

/// A register of so many rows, as Finnish systems write it. In `month` 1 one
/// row in fifty differs from month 0, and one in a hundred has left.
pub fn register(rows: u64, seed: u64, month: u64) -> Vec<u8> {
    let mut text = String::from(
        "Jäsennumero;Sukunimi;Etunimet;Syntymäaika;Sähköposti;Lähiosoite;Postinumero;Postitoimipaikka;Kieli;Alue;Jäsenlaji;Liittynyt;Eronnut\r\n",
    );
    for row in 0..rows {
        text.push_str(&line(row, seed, month));
    }
    text.into_bytes()
}

fn line(row: u64, seed: u64, month: u64) -> String {
    let mut dice = Dice::new(seed, row);
    let mut date = |from: usize, years: usize| {
        format!("{}.{}.{}", 1 + dice.below(28), 1 + dice.below(12), from + dice.below(years))
    };
    let (born, joined) = (date(1955, 50), date(2005, 20));
    let given = dice.pick(&GIVEN).copied().unwrap_or_default();
    let family = dice.pick(&FAMILY).copied().unwrap_or_default();
    let (code, town, region) = dice.pick(&TOWNS).copied().unwrap_or_default();
    let house = 1 + dice.below(99);
    let street = if month > 0 && row % 50 == 7 { "Uusikatu" } else { "Vanhakatu" };
    let left = if month > 0 && row % 100 == 3 { "31.10.2025" } else { "" };
    let language = if dice.below(20) == 0 { "sv" } else { "fi" };
    format!(
        "{};{family};{given};{born};rivi{row}@esimerkki.example;{street} {house};{code};{town};{language};{region};Varsinainen;{joined};{left}\r\n",
        200_000 + row
    )
}

/// How long one file took, in seconds.
pub struct Taken {
    /// What is in it.
    pub what: String,
    /// From the upload to the page that shows what it would do.
    pub dry_run: f64,
    /// From the button to the end.
    pub apply: f64,
}

/// Brings a file in as the registrar does. `visitor` is the registrar.
pub fn bring_in(visitor: &mut Visitor, what: &str, bytes: &[u8]) -> Result<Taken, String> {
    let start = Instant::now();
    let path = visitor.upload("/registrar/roll", "/registrar/roll", "roll.csv", bytes)?;
    let page = visitor.read(&path)?;
    let dry_run = start.elapsed().as_secs_f64();
    if !page.contains("/apply") {
        return Err(format!("the dry run of the roll at {path} offers nothing to apply"));
    }
    let token = first_token(&page).ok_or("the dry run of the roll has no form")?;
    let start = Instant::now();
    let done = visitor.submit_with(&token, &format!("{path}/apply"), &[("sure", "yes")])?;
    visitor.read(&done)?;
    let apply = start.elapsed().as_secs_f64();
    Ok(Taken { what: what.to_owned(), dry_run, apply })
}
