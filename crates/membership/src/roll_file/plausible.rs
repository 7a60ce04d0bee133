//! A plausible export of a union's register, for tests. Invented people; the
//! same seed gives the same bytes.

/// How an export is written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Style {
    /// Semicolons, UTF-8, Finnish headers, Finnish dates.
    FinnishUtf8,
    /// Semicolons, Windows-1252, Finnish headers, Finnish dates: Excel's "CSV".
    FinnishExcel,
    /// Commas, quotes, UTF-8 with a byte order mark, English headers, ISO dates.
    English,
    /// Tabulators, UTF-8, Swedish headers, ISO dates.
    Swedish,
}

const FAMILY: &[&str] = &[
    "Korhonen",
    "Virtanen",
    "Mäkinen",
    "Nieminen",
    "Mäkelä",
    "Hämäläinen",
    "Laine",
    "Heikkinen",
    "Koskinen",
    "Järvinen",
    "Lehtonen",
    "Ähtäri-Öhman",
    "Ståhlberg",
    "von Numers",
    "Žukova",
];
const GIVEN: &[&str] = &[
    "Aino",
    "Matti",
    "Väinö",
    "Liisa",
    "Päivi",
    "Jörgen",
    "Åsa",
    "Tõnu",
    "Svetlana",
    "Mohamed",
    "Eeva-Liisa",
    "Kai Juhani",
    "Sari",
    "Timo",
    "Élodie",
];
const TOWNS: &[(&str, &str, &str)] = &[
    ("00530", "Helsinki", "Uusimaa"),
    ("02600", "Espoo", "Uusimaa"),
    ("33100", "Tampere", "Sisä-Suomi"),
    ("20100", "Turku", "Länsi-Suomi"),
    ("90100", "Oulu", "Pohjois-Suomi"),
    ("65100", "Vaasa", "Pohjanmaa"),
    ("70100", "Kuopio", "Itä-Suomi"),
    ("96100", "Rovaniemi", "Lappi"),
    ("40100", "Jyväskylä", "Keski-Suomi"),
];

/// Steele, Lea and Flood's SplitMix64: enough for invented people.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.roll(from.len() as u64)).unwrap()]
    }
}

fn header(style: Style) -> [&'static str; 16] {
    match style {
        Style::FinnishUtf8 | Style::FinnishExcel => [
            "Jäsennumero",
            "Sukunimi",
            "Etunimet",
            "Syntymäaika",
            "Sähköposti",
            "Matkapuhelin",
            "Lähiosoite",
            "Postinumero",
            "Postitoimipaikka",
            "Kieli",
            "Alue",
            "Ammattiosasto",
            "Jäsenlaji",
            "Liittynyt",
            "Eronnut",
            "Rästissä alkaen",
        ],
        Style::English => [
            "Member number",
            "Last name",
            "First name",
            "Date of birth",
            "E-mail",
            "Phone",
            "Address",
            "Postal code",
            "City",
            "Language",
            "Region",
            "Branch",
            "Member type",
            "Joined",
            "Left",
            "Arrears since",
        ],
        Style::Swedish => [
            "Medlemsnummer",
            "Efternamn",
            "Förnamn",
            "Födelsedatum",
            "E-post",
            "Telefon",
            "Näradress",
            "Postnummer",
            "Postort",
            "Språk",
            "Region",
            "Fackavdelning",
            "Medlemstyp",
            "Inträdesdatum",
            "Utträdesdatum",
            "Restanser sedan",
        ],
    }
}

fn date(dice: &mut Dice, style: Style, first_year: u64, years: u64) -> String {
    let (y, m, d) = (first_year + dice.roll(years), 1 + dice.roll(12), 1 + dice.roll(28));
    match style {
        Style::FinnishUtf8 | Style::FinnishExcel => format!("{d}.{m}.{y}"),
        Style::English | Style::Swedish => format!("{y}-{m:02}-{d:02}"),
    }
}

fn row(dice: &mut Dice, style: Style, position: usize) -> Vec<String> {
    let (family, given) = (dice.pick(FAMILY), dice.pick(GIVEN));
    let (code, town, region) = dice.pick(TOWNS);
    let one_in = |dice: &mut Dice, sides| dice.roll(sides) == 0;
    let (language, kind) = match style {
        Style::FinnishUtf8 | Style::FinnishExcel => {
            (["suomi", "ruotsi"], ["varsinainen", "opiskelija"])
        }
        Style::English => (["fi", "en"], ["full", "student"]),
        Style::Swedish => (["finska", "svenska"], ["ordinarie", "studerande"]),
    };
    let maybe = |dice: &mut Dice, sides, value: String| match one_in(dice, sides) {
        true => String::new(),
        false => value,
    };
    let email = format!("jasen{position}@example.fi");
    let phone = format!("+358 40 {:07}", dice.roll(10_000_000));
    let street = format!(
        "Ängsgatan {} {} {}",
        1 + dice.roll(99),
        dice.pick(&["A", "B", "as."]),
        1 + dice.roll(40)
    );
    let born = date(dice, style, 1955, 50);
    let joined = date(dice, style, 1995, 25);
    let left = if one_in(dice, 40) { date(dice, style, 2021, 4) } else { String::new() };
    let arrears = if one_in(dice, 60) { date(dice, style, 2025, 1) } else { String::new() };
    vec![
        format!("{:06}", 100_000 + position),
        family.to_owned(),
        given.to_owned(),
        born,
        maybe(dice, 8, email),
        maybe(dice, 12, phone),
        street,
        code.to_owned(),
        town.to_owned(),
        if one_in(dice, 20) { language[1] } else { language[0] }.to_owned(),
        region.to_owned(),
        format!("{town}: henkilökohtaiset avustajat, ao. {}", 1 + dice.roll(300)),
        if one_in(dice, 15) { kind[1] } else { kind[0] }.to_owned(),
        joined,
        left,
        arrears,
    ]
}

fn line(cells: &[String], style: Style) -> String {
    let cells: Vec<String> = match style {
        Style::English => cells.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect(),
        _ => cells.to_vec(),
    };
    let separator = match style {
        Style::FinnishUtf8 | Style::FinnishExcel => ";",
        Style::English => ",",
        Style::Swedish => "\t",
    };
    cells.join(separator) + "\r\n"
}

/// An export of so many members.
pub(crate) fn export(seed: u64, rows: usize, style: Style) -> Vec<u8> {
    let mut dice = Dice(seed);
    let mut text = line(&header(style).map(str::to_owned), style);
    for position in 0..rows {
        text += &line(&row(&mut dice, style, position), style);
    }
    match style {
        Style::FinnishExcel => {
            encoding_rs::WINDOWS_1252.encode(&text.replace('õ', "o")).0.into_owned()
        }
        Style::English => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        _ => text.into_bytes(),
    }
}
