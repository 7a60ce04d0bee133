//! The regions of the union: its own, or those of Finland. They are kept by
//! their Finnish names, as registers say them, and shown by the name in the
//! language of the reader.

use crate::settings::Settings;
use crate::texts::Lang;
use crate::web::view::Choice;

/// The setting that holds the union's own regions.
pub(crate) const SETTING: &str = "union-regions";

/// The regions of Finland (maakunnat) by Statistics Finland's classification,
/// in Finnish, Swedish and English.
const REGIONS: [[&str; 3]; 19] = [
    ["Ahvenanmaa", "Åland", "Åland"],
    ["Etelä-Karjala", "Södra Karelen", "South Karelia"],
    ["Etelä-Pohjanmaa", "Södra Österbotten", "South Ostrobothnia"],
    ["Etelä-Savo", "Södra Savolax", "South Savo"],
    ["Kainuu", "Kajanaland", "Kainuu"],
    ["Kanta-Häme", "Egentliga Tavastland", "Kanta-Häme"],
    ["Keski-Pohjanmaa", "Mellersta Österbotten", "Central Ostrobothnia"],
    ["Keski-Suomi", "Mellersta Finland", "Central Finland"],
    ["Kymenlaakso", "Kymmenedalen", "Kymenlaakso"],
    ["Lappi", "Lappland", "Lapland"],
    ["Pirkanmaa", "Birkaland", "Pirkanmaa"],
    ["Pohjanmaa", "Österbotten", "Ostrobothnia"],
    ["Pohjois-Karjala", "Norra Karelen", "North Karelia"],
    ["Pohjois-Pohjanmaa", "Norra Österbotten", "North Ostrobothnia"],
    ["Pohjois-Savo", "Norra Savolax", "North Savo"],
    ["Päijät-Häme", "Päijänne-Tavastland", "Päijät-Häme"],
    ["Satakunta", "Satakunta", "Satakunta"],
    ["Uusimaa", "Nyland", "Uusimaa"],
    ["Varsinais-Suomi", "Egentliga Finland", "Southwest Finland"],
];

fn in_language([fi, sv, en]: [&'static str; 3], lang: Lang) -> &'static str {
    match lang {
        Lang::Fi => fi,
        Lang::Sv => sv,
        Lang::En => en,
    }
}

/// What a region is called; one of the union's own, or of a register that has
/// others, goes by the one name it has.
#[must_use]
pub fn name(region: &str, lang: Lang) -> &str {
    let known = REGIONS.into_iter().find(|[fi, ..]| *fi == region);
    known.map_or(region, |names| in_language(names, lang))
}

/// The regions to choose from: the union's own, if it set any.
#[must_use]
pub fn choices(settings: &Settings, lang: Lang) -> Vec<Choice> {
    let own = settings.line(SETTING).split(',').map(str::trim).filter(|name| !name.is_empty());
    let own: Vec<Choice> = own.map(|own| (own.to_owned(), own.to_owned())).collect();
    if !own.is_empty() {
        return own;
    }
    let mut known: Vec<Choice> = REGIONS
        .into_iter()
        .map(|names @ [fi, ..]| (fi.to_owned(), in_language(names, lang).to_owned()))
        .collect();
    known.sort_by(|a, b| a.1.cmp(&b.1));
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_goes_by_its_name_in_the_language_of_the_reader() {
        for (lang, wanted) in
            [(Lang::Fi, "Pohjanmaa"), (Lang::Sv, "Österbotten"), (Lang::En, "Ostrobothnia")]
        {
            assert_eq!(name("Pohjanmaa", lang), wanted);
            assert_eq!(name("Läntinen", lang), "Läntinen");
        }
    }
}
