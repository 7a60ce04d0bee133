//! From header to columns: which column means what. Known names are mapped by
//! a table of synonyms in Finnish, Swedish and English; a person maps the
//! others once, and the caller remembers.

use std::collections::BTreeMap;

/// A fact that a column of a roll file may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Field {
    /// The member number; every row must have one.
    MemberNumber,
    /// Family name.
    FamilyName,
    /// Given name or names.
    GivenName,
    /// Both names, the family name first ("Virtanen Matti", "Virtanen, Matti").
    NameFamilyFirst,
    /// Both names, the given names first ("Matti Virtanen").
    NameGivenFirst,
    /// Date of birth.
    BirthDate,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Street address or post box.
    Street,
    /// Postal code.
    PostalCode,
    /// Town of the postal code.
    City,
    /// The language that the member is served in.
    Language,
    /// Region of the union.
    Region,
    /// Chapter of the union.
    Chapter,
    /// Full member or student member.
    Kind,
    /// The day the membership began.
    Joined,
    /// The day the membership ended or will end.
    Left,
    /// The day from which fees are unpaid.
    ArrearsSince,
}

impl Field {
    /// Every field, in the order that a page lists them.
    pub(crate) const ALL: [Self; 18] = [
        Self::MemberNumber,
        Self::FamilyName,
        Self::GivenName,
        Self::NameFamilyFirst,
        Self::NameGivenFirst,
        Self::BirthDate,
        Self::Email,
        Self::Phone,
        Self::Street,
        Self::PostalCode,
        Self::City,
        Self::Language,
        Self::Region,
        Self::Chapter,
        Self::Kind,
        Self::Joined,
        Self::Left,
        Self::ArrearsSince,
    ];

    /// The name that a remembered mapping stores.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::MemberNumber => "member-number",
            Self::FamilyName => "family-name",
            Self::GivenName => "given-name",
            Self::NameFamilyFirst => "name-family-first",
            Self::NameGivenFirst => "name-given-first",
            Self::BirthDate => "birth-date",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Street => "street",
            Self::PostalCode => "postal-code",
            Self::City => "city",
            Self::Language => "language",
            Self::Region => "region",
            Self::Chapter => "chapter",
            Self::Kind => "kind",
            Self::Joined => "joined",
            Self::Left => "left",
            Self::ArrearsSince => "arrears-since",
        }
    }

    /// The field of a stored name; `None` for a name that is not one.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The names that exports use, in Finnish, Swedish and English, as
    /// [`normal_name`] writes them, spaces between them.
    fn synonyms(self) -> &'static str {
        match self {
            Self::MemberNumber => {
                "jäsennumero jäsennro jäsenno jäsennr jäsenid jäsentunnus jnro \
                 jäsenennumero medlemsnummer medlemsnr medlemsid medlemnr \
                 membernumber memberno memberid membershipnumber membershipid"
            }
            Self::FamilyName => "sukunimi suku efternamn släktnamn familyname lastname surname",
            Self::GivenName => {
                "etunimi etunimet kutsumanimi förnamn tilltalsnamn givenname \
                 givennames firstname firstnames"
            }
            Self::NameFamilyFirst => {
                "nimi jäsenennimi kokonimi sukunimietunimi sukunimietunimet \
                 sukujaetunimi sukunimijaetunimi sukunimijaetunimet namn \
                 efternamnförnamn efternamnochförnamn name lastnamefirstname \
                 surnamefirstname"
            }
            Self::NameGivenFirst => {
                "etunimisukunimi etujasukunimi etunimijasukunimi förnamnefternamn \
                 förnamnochefternamn fullname firstnamelastname displayname"
            }
            Self::BirthDate => {
                "syntymäaika syntymäpäivä syntymäpvm synaika synpvm syntaika syntynyt \
                 födelsedatum födelsetid födelsedag född birthdate dateofbirth \
                 birthday born dob"
            }
            Self::Email => {
                "sähköposti sähköpostiosoite sposti email emailaddress epost \
                 epostadress mail meili"
            }
            Self::Phone => {
                "puhelin puhelinnumero puhnro puh matkapuhelin matkapuhelinnumero gsm \
                 kännykkä telefon telefonnummer mobiltelefon mobil mobilnummer phone \
                 phonenumber mobile mobilephone telephone tel"
            }
            Self::Street => {
                "katuosoite lähiosoite osoite postiosoite jakeluosoite gatuadress \
                 näradress adress utdelningsadress street streetaddress address \
                 addressline1"
            }
            Self::PostalCode => {
                "postinumero postinro pnro postnummer postnr postalcode postcode zip \
                 zipcode"
            }
            Self::City => {
                "postitoimipaikka ptp kaupunki paikkakunta kunta postort ort \
                 postanstalt stad city town postoffice"
            }
            Self::Language => {
                "kieli äidinkieli asiointikieli palvelukieli kielikoodi språk \
                 modersmål kontaktspråk servicespråk language lang"
            }
            Self::Region => "alue aluetoimisto region område distrikt area",
            Self::Chapter => {
                "ammattiosasto osasto ao yhdistys jhlyhdistys fackavdelning avdelning \
                 förening chapter branch localbranch local"
            }
            Self::Kind => {
                "jäsenlaji jäsentyyppi jäsenryhmä jäsenyyslaji jäsenyydenlaji laji \
                 medlemstyp medlemskategori medlemsslag medlemsart membershiptype \
                 membertype memberkind kind type"
            }
            Self::Joined => {
                "liittynyt liittymispäivä liittymispvm liittymispäivämäärä \
                 jäsenalkaen jäsenyysalkanut jäsenyysalkaa jäsenyydenalku alkupvm \
                 alkupäivä inträdesdatum inträde anslutningsdatum anslutit anslöt \
                 medlemsedan joined joindate joinedon membersince startdate \
                 membershipstart"
            }
            Self::Left => {
                "eronnut eropäivä eropvm eroamispäivä eroamispvm jäsenyyspäättynyt \
                 jäsenyyspäättyy jäsenyydenloppu loppupvm loppupäivä päättymispäivä \
                 päättymispvm utträdesdatum utträde utträtt avgått left lefton \
                 leavedate leavingdate enddate membershipend resigned"
            }
            Self::ArrearsSince => {
                "rästissäalkaen rästit rästialkaen maksurästialkaen maksurästit \
                 jäsenmaksurästi rästipäivä rästipvm maksamattaalkaen restansersedan \
                 restanser obetaltsedan arrearssince arrears inarrearssince \
                 unpaidsince"
            }
        }
    }
}

/// Names of columns that hold personal identity codes. Such a column is never
/// read, whatever is in it.
const IDENTITY_CODE_NAMES: &str = "henkilötunnus hetu sotu sosiaaliturvatunnus henktunnus personbeteckning \
    personnummer socialskyddssignum identitycode personalidentitycode personalid \
    socialsecuritynumber ssn nationalid";

/// Whether a header says that the column holds personal identity codes.
pub(super) fn names_identity_codes(header: &str) -> bool {
    let name = normal_name(header);
    IDENTITY_CODE_NAMES.split(' ').any(|known| known == name)
}

/// A column's name as the tables write it: small letters and digits only, so
/// that "Jäsen-nro.", "jäsen nro" and "JÄSENNRO" are one.
pub(crate) fn normal_name(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A set of fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FieldSet(u32);

impl FieldSet {
    /// The set of none.
    pub(crate) const EMPTY: Self = Self(0);

    /// Adds a field; a column of full names counts as both names.
    pub(crate) fn insert(&mut self, field: Field) {
        match field {
            Field::NameFamilyFirst | Field::NameGivenFirst => {
                self.insert(Field::FamilyName);
                self.insert(Field::GivenName);
            }
            field => self.0 |= 1 << field as u32,
        }
    }

    /// Whether the field is in the set.
    pub(crate) fn contains(self, field: Field) -> bool {
        self.0 & (1 << field as u32) != 0
    }

    /// The fields of this set that the other has not.
    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl FromIterator<Field> for FieldSet {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        let mut set = Self::EMPTY;
        fields.into_iter().for_each(|field| set.insert(field));
        set
    }
}

/// What a person said about a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnChoice {
    /// It holds this.
    Holds(Field),
    /// It is not wanted.
    Ignore,
}

/// What a person said about the columns of the union's export, by name. The
/// caller stores it after the first time and hands it in with every file; it
/// goes before the table of synonyms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct HeaderMapping(BTreeMap<String, ColumnChoice>);

impl HeaderMapping {
    /// Remembers a choice. Names that differ in case, spaces or punctuation
    /// only are one.
    pub(crate) fn choose(&mut self, column: &str, choice: ColumnChoice) {
        self.0.insert(normal_name(column), choice);
    }

    /// The choice for a column, if a person made one.
    pub(crate) fn choice(&self, column: &str) -> Option<ColumnChoice> {
        self.0.get(&normal_name(column)).copied()
    }

    /// The choices in the order of their normal names, for storing.
    pub(crate) fn choices(&self) -> impl Iterator<Item = (&str, ColumnChoice)> {
        self.0.iter().map(|(name, choice)| (name.as_str(), *choice))
    }
}

/// What became of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnUse {
    /// It was read as this.
    Read(Field),
    /// A person said that it is not wanted.
    Ignored,
    /// Its name says nothing; a person may map it.
    Unmapped,
    /// An earlier column means the same.
    Twice(Field),
    /// It holds personal identity codes, which Kafferum must not hold.
    Refused,
}

/// One column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// The name as the header writes it, spaces around it removed.
    pub(crate) name: String,
    /// What became of it.
    pub(crate) used: ColumnUse,
}

/// Finds what each column means. `holds_codes` tells, by position and by what
/// the name says, which columns are full of identity codes.
pub(super) fn resolve(
    header: &[impl AsRef<str>],
    mapping: &HeaderMapping,
    holds_codes: impl Fn(usize, ColumnUse) -> bool,
) -> Vec<Column> {
    let synonyms = synonym_table();
    let mut seen = FieldSet::EMPTY;
    let mut columns = Vec::with_capacity(header.len());
    for (position, name) in header.iter().enumerate() {
        let name = name.as_ref().trim().to_owned();
        let meant = meaning(&name, mapping, &synonyms);
        let used = match meant {
            ColumnUse::Ignored => ColumnUse::Ignored,
            _ if names_identity_codes(&name) || holds_codes(position, meant) => ColumnUse::Refused,
            ColumnUse::Read(field) if is_taken(seen, field) => ColumnUse::Twice(field),
            other => other,
        };
        if let ColumnUse::Read(field) = used {
            seen.insert(field);
        }
        columns.push(Column { name, used });
    }
    columns
}

/// A column of full names is taken once either name has been read.
fn is_taken(seen: FieldSet, field: Field) -> bool {
    match field {
        Field::NameFamilyFirst | Field::NameGivenFirst => {
            seen.contains(Field::FamilyName) || seen.contains(Field::GivenName)
        }
        field => seen.contains(field),
    }
}

fn meaning(name: &str, mapping: &HeaderMapping, synonyms: &BTreeMap<&str, Field>) -> ColumnUse {
    match mapping.choice(name) {
        Some(ColumnChoice::Holds(field)) => ColumnUse::Read(field),
        Some(ColumnChoice::Ignore) => ColumnUse::Ignored,
        None => synonyms
            .get(normal_name(name).as_str())
            .map_or(ColumnUse::Unmapped, |field| ColumnUse::Read(*field)),
    }
}

fn synonym_table() -> BTreeMap<&'static str, Field> {
    let of = |field: Field| field.synonyms().split(' ').map(move |name| (name, field));
    Field::ALL.into_iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_synonym_means_one_field_and_is_written_in_its_normal_form() {
        let mut seen = BTreeMap::new();
        for field in Field::ALL {
            for name in field.synonyms().split(' ') {
                assert_eq!(normal_name(name), name);
                assert_eq!(seen.insert(name, field), None, "{name} twice");
                assert!(!names_identity_codes(name));
            }
        }
    }

    #[test]
    fn every_field_is_found_again_by_its_name() {
        for field in Field::ALL {
            assert_eq!(Field::from_name(field.name()), Some(field));
        }
        assert_eq!(Field::from_name("identity-code"), None);
    }

    #[test]
    fn names_that_differ_in_case_and_punctuation_are_one() {
        for name in ["Jäsen-nro.", "JÄSEN NRO", "jäsen_nro", " jäsennro "] {
            assert_eq!(normal_name(name), "jäsennro");
        }
    }

    #[test]
    fn a_set_of_fields_counts_a_full_name_as_both_names() {
        let set: FieldSet = [Field::NameFamilyFirst, Field::Email].into_iter().collect();
        assert!(set.contains(Field::FamilyName) && set.contains(Field::GivenName));
        assert!(!set.contains(Field::Phone));
        let rest = set.without([Field::Email].into_iter().collect());
        assert!(!rest.contains(Field::Email) && rest.contains(Field::GivenName));
    }
}
