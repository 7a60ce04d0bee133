//! Pseudonyms to begin with: a word of the morning and a word of the kitchen.

use kafferum_platform::Fault;
use kafferum_platform::clock::Random;
use kafferum_platform::texts::Lang;

const FIRST: [[&str; 16]; 3] = [
    [
        "Hiljainen",
        "Iloinen",
        "Aamun",
        "Syksyn",
        "Lempeä",
        "Reipas",
        "Tyyni",
        "Utelias",
        "Kirkas",
        "Vilkas",
        "Talven",
        "Kesän",
        "Rauhallinen",
        "Pieni",
        "Sininen",
        "Lämmin",
    ],
    [
        "Stilla",
        "Glada",
        "Tidiga",
        "Höstens",
        "Milda",
        "Raska",
        "Lugna",
        "Nyfikna",
        "Klara",
        "Pigga",
        "Vinterns",
        "Sommarens",
        "Trygga",
        "Lilla",
        "Blåa",
        "Varma",
    ],
    [
        "Quiet", "Merry", "Early", "Autumn", "Gentle", "Brisk", "Calm", "Curious", "Bright",
        "Lively", "Winter", "Summer", "Peaceful", "Little", "Blue", "Warm",
    ],
];

const SECOND: [[&str; 16]; 3] = [
    [
        "kuppi",
        "pannu",
        "lusikka",
        "kaste",
        "tuuli",
        "polku",
        "lintu",
        "koivu",
        "lautanen",
        "muki",
        "pulla",
        "hiutale",
        "poutapilvi",
        "kanerva",
        "pihlaja",
        "kynttilä",
    ],
    [
        "koppen",
        "pannan",
        "skeden",
        "daggen",
        "vinden",
        "stigen",
        "fågeln",
        "björken",
        "tallriken",
        "muggen",
        "bullen",
        "flingan",
        "molnet",
        "ljungen",
        "rönnen",
        "ljuset",
    ],
    [
        "Cup", "Kettle", "Spoon", "Dew", "Breeze", "Path", "Bird", "Birch", "Plate", "Mug", "Bun",
        "Flake", "Cloud", "Heather", "Rowan", "Candle",
    ],
];

/// A pseudonym that nobody has to keep.
pub(crate) fn suggest(random: &Random, lang: Lang) -> Result<String, Fault> {
    let [first, second, number, _] = random.bytes::<4>()?;
    let at = Lang::ALL.iter().position(|known| *known == lang).unwrap_or(0);
    let pick = |lists: &[[&'static str; 16]; 3], byte: u8| {
        lists.get(at).and_then(|list| list.get(usize::from(byte % 16))).copied().unwrap_or("Kahvi")
    };
    Ok(format!("{} {} {}", pick(&FIRST, first), pick(&SECOND, second), number % 90 + 10))
}
