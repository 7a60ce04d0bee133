//! Roll files as they come, and what is read from them.

use super::plausible::{Style, export};
use super::*;

fn today() -> Date {
    "2026-03-01".parse().unwrap()
}

fn read(bytes: &[u8]) -> Roll {
    read_roll(bytes, &HeaderMapping::default(), today())
}

fn number(text: &str) -> MemberNumber {
    MemberNumber::parse(text).unwrap()
}

/// Line, column and reason of each problem.
fn problems(roll: &Roll) -> Vec<(u32, &str, Reason)> {
    let told = roll.problems.iter();
    told.map(|p| (p.line, p.column.as_deref().unwrap_or(""), p.reason.clone())).collect()
}

fn only_reason(bytes: &[u8]) -> Reason {
    let roll = read(bytes);
    assert!(roll.is_refused() && roll.rows.is_empty());
    let [problem] = &roll.problems[..] else {
        panic!("{:?}", roll.problems);
    };
    problem.reason.clone()
}

#[test]
fn every_fact_of_a_finnish_row_is_read() {
    let roll = read(
        "Jäsennumero;Sukunimi;Etunimi;Syntymäaika;Sähköposti;Puhelin;Katuosoite;Postinumero;Postitoimipaikka;Kieli;Alue;Ammattiosasto;Jäsenlaji;Liittynyt;Eronnut;Rästissä alkaen\n\
         00123;Mäkinen;Päivi;31.1.1980;paivi@example.fi;+358 40 123;Katu 1;00100;Helsinki;ruotsi;Uusimaa;ao 1;opiskelija;1.2.2020;;1.1.2026\n"
            .as_bytes(),
    );
    let some = |text: &str| Some(text.to_owned());
    let date = |text: &str| Some(text.parse().unwrap());
    assert_eq!(roll.problems, []);
    assert_eq!(
        roll.rows,
        [RollRow {
            line: 2,
            unread: FieldSet::EMPTY,
            entry: RollEntry {
                number: number("00123"),
                family_name: some("Mäkinen"),
                given_name: some("Päivi"),
                birth_date: date("1980-01-31"),
                email: some("paivi@example.fi"),
                phone: some("+358 40 123"),
                street: some("Katu 1"),
                postal_code: some("00100"),
                city: some("Helsinki"),
                language: Some(Lang::Sv),
                region: some("Uusimaa"),
                chapter: some("ao 1"),
                kind: Some(MembershipKind::Student),
                joined: date("2020-02-01"),
                left: None,
                arrears_since: date("2026-01-01"),
            }
        }]
    );
}

#[test]
fn thirty_thousand_rows_are_read_without_a_problem() {
    let roll = read(&export(7, 30_000, Style::FinnishExcel));
    assert_eq!(roll.problems, []);
    assert_eq!(roll.rows.len(), 30_000);
}

#[test]
fn exports_are_read_in_every_style() {
    let styles = [
        (Style::FinnishUtf8, Encoding::Utf8, Separator::Semicolon),
        (Style::FinnishExcel, Encoding::Windows1252, Separator::Semicolon),
        (Style::English, Encoding::Utf8, Separator::Comma),
        (Style::Swedish, Encoding::Utf8, Separator::Tab),
    ];
    for (style, encoding, separator) in styles {
        let bytes = export(7, 1_000, style);
        let roll = read(&bytes);
        assert_eq!(roll.problems, [], "{style:?}");
        assert_eq!(roll.rows.len(), 1_000);
        assert_eq!((roll.encoding, roll.separator), (Some(encoding), Some(separator)));
        assert!(roll.columns.iter().all(|c| matches!(c.used, ColumnUse::Read(_))));
        assert!(roll.rows.iter().any(|r| r.entry.family_name.as_deref() == Some("Hämäläinen")));
    }
}

#[test]
fn the_same_seed_gives_the_same_export() {
    let bytes = export(1, 50, Style::English);
    assert_eq!(bytes, export(1, 50, Style::English));
    assert_ne!(bytes, export(2, 50, Style::English));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_name() {
    let roll = read("\u{feff}Jäsennumero;Sukunimi\n1;Å\n".as_bytes());
    assert_eq!(roll.columns[0].used, ColumnUse::Read(Field::MemberNumber));
    assert_eq!(roll.rows.len(), 1);
}

#[test]
fn a_line_that_names_the_separator_is_not_the_header() {
    let roll = read(b"sep=,\r\nmember number,name\r\n1,Virtanen Matti\r\n");
    assert_eq!(roll.separator, Some(Separator::Comma));
    assert_eq!(roll.rows[0].line, 3);
    assert_eq!(roll.rows[0].entry.given_name.as_deref(), Some("Matti"));
}

#[test]
fn separators_in_quotes_do_not_count() {
    let roll = read(b"\"member number\";\"last name, with, many, commas\"\n1;x\n");
    assert_eq!(roll.separator, Some(Separator::Semicolon));
    assert_eq!(roll.unmapped_columns().collect::<Vec<_>>(), ["last name, with, many, commas"]);
}

#[test]
fn a_member_number_alone_is_a_roll() {
    let roll = read(b"membernumber\n1\n2\n");
    assert_eq!(roll.rows.len(), 2);
    assert_eq!(roll.problems, []);
}

#[test]
fn lines_are_counted_as_a_text_editor_does() {
    for newline in ["\n", "\r\n", "\r"] {
        let text = "jäsennro;osoite;email\n1;\"Katu 1\nas. 2\";a@b.fi\n\n2;\"say \"\"hi\"\"\";bad\n3;;bad\n";
        let roll = read(text.replace('\n', newline).as_bytes());
        assert_eq!(roll.rows[0].entry.street.as_deref(), Some("Katu 1 as. 2"));
        assert_eq!(roll.rows[1].entry.street.as_deref(), Some("say \"hi\""));
        let lines: Vec<u32> = roll.problems.iter().map(|p| p.line).collect();
        assert_eq!(lines, [5, 6]);
    }
}

#[test]
fn blank_lines_and_lines_of_separators_are_passed_over() {
    let roll = read(b"\n\nmember number;city\n\n1;Oulu\n;\n ; \n2;Turku");
    assert_eq!(roll.problems, []);
    assert_eq!(roll.rows.iter().map(|r| r.line).collect::<Vec<_>>(), [5, 8]);
}

#[test]
fn files_that_are_not_text_are_refused_with_the_reason() {
    let utf16: Vec<u8> =
        "jäsennumero;nimi\n1;Ä\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xFF\xFE", &utf16[..]].concat();
    assert_eq!(only_reason(&utf16), Reason::NotText(NotText::Utf16));
    assert_eq!(only_reason(&marked), Reason::NotText(NotText::Utf16));
    assert_eq!(only_reason(b"PK\x03\x04..."), Reason::NotText(NotText::Spreadsheet));
    assert_eq!(only_reason(b"\xD0\xCF\x11\xE0..."), Reason::NotText(NotText::Spreadsheet));
    assert_eq!(only_reason(b"%PDF-1.7"), Reason::NotText(NotText::Binary));
    assert_eq!(only_reason(b"\x01\x02\x03\x04\x05"), Reason::NotText(NotText::Binary));
    let zeros = [0_u8; 100];
    assert_eq!(only_reason(&zeros), Reason::NotText(NotText::Binary));
}

#[test]
fn a_broken_utf_8_file_is_not_read_as_windows_1252() {
    let mut bytes = "jäsennumero;sukunimi\n1;Mäkinen\n2;Höglund\n".as_bytes().to_vec();
    let at = bytes.iter().rposition(|b| *b == 0xC3).unwrap();
    bytes.remove(at + 1);
    assert_eq!(only_reason(&bytes), Reason::NotText(NotText::BrokenUtf8 { line: 3 }));
}

#[test]
fn dos_and_macintosh_text_is_not_read_as_windows_1252() {
    for (a_umlaut, o_umlaut) in [(0x84, 0x94), (0x8A, 0x9A)] {
        let text = b"numero;Sukunimi\n1;HaemaelaeinenoeX\n2;Maekinen\n3;Saelloe x\n";
        let text = String::from_utf8(text.to_vec()).unwrap();
        let bytes: Vec<u8> = text
            .replace("ae", "\u{1}")
            .replace("oe", "\u{2}")
            .bytes()
            .map(|b| match b {
                1 => a_umlaut,
                2 => o_umlaut,
                b => b,
            })
            .collect();
        assert_eq!(only_reason(&bytes), Reason::NotText(NotText::UnknownEncoding));
    }
}

#[test]
fn windows_1252_signs_that_words_have_are_accepted() {
    let roll = read(
        b"member number;last name;city\n1;O\x92Brien;Helsinki\x96Vantaa\n2;\x8Eukova;\xC5bo\n",
    );
    assert_eq!(roll.rows[0].entry.family_name.as_deref(), Some("O’Brien"));
    assert_eq!(roll.rows[1].entry.family_name.as_deref(), Some("Žukova"));
    assert_eq!(roll.rows[1].entry.city.as_deref(), Some("Åbo"));
}

#[test]
fn an_empty_file_and_a_header_alone_are_refused() {
    for empty in [&b""[..], b"\xEF\xBB\xBF", b"\n \r\n", b";;;\n"] {
        assert_eq!(only_reason(empty), Reason::EmptyFile);
    }
    let roll = read("Jäsennumero;Sukunimi\n\n".as_bytes());
    assert_eq!(problems(&roll), [(0, "", Reason::OnlyHeader)]);
    assert!(roll.is_refused());
}

#[test]
fn a_file_without_member_numbers_is_refused_but_its_columns_are_told() {
    let roll = read(b"No.;last name\n1;Virtanen\n");
    assert_eq!(problems(&roll), [(1, "", Reason::NumberColumnMissing)]);
    assert_eq!(roll.unmapped_columns().collect::<Vec<_>>(), ["No."]);
    assert!(roll.rows.is_empty());
}

#[test]
fn a_column_that_a_person_mapped_is_read_the_next_time() {
    let mut mapping = HeaderMapping::default();
    mapping.choose("No.", ColumnChoice::Holds(Field::MemberNumber));
    mapping.choose("Phone", ColumnChoice::Ignore);
    let roll = read_roll(b"NO;last name;phone\n1;Virtanen;040\n", &mapping, today());
    assert_eq!(roll.problems, []);
    assert_eq!(roll.rows[0].entry.number, number("1"));
    assert_eq!(roll.rows[0].entry.phone, None);
    assert_eq!(roll.columns[2].used, ColumnUse::Ignored);
    assert!(!roll.fields.contains(Field::Phone));
}

#[test]
fn a_second_column_of_the_same_meaning_is_told_and_not_read() {
    let roll = read(b"member number;phone;mobile;name;surname\n1;040;050;A B;C\n");
    let twice = |first: &str| Reason::ColumnTwice { first: first.to_owned() };
    assert_eq!(problems(&roll), [(1, "mobile", twice("phone")), (1, "surname", twice("name"))]);
    assert_eq!(roll.rows[0].entry.phone.as_deref(), Some("040"));
    assert_eq!(roll.rows[0].entry.family_name.as_deref(), Some("A"));
}

#[test]
fn a_column_of_identity_codes_is_refused_whatever_its_name() {
    for name in ["Henkilötunnus", "Syntymäaika", "Lisätieto"] {
        let text = format!(
            "jäsennumero;{name};kaupunki\n1;131052-308T;Oulu\n2;010594Y9032;Oulu\n3;;Oulu\n"
        );
        let roll = read(text.as_bytes());
        assert_eq!(problems(&roll), [(1, name, Reason::IdentityCodeColumn)]);
        assert_eq!(roll.columns[1].used, ColumnUse::Refused);
        assert_eq!(roll.rows.len(), 3);
        assert!(!format!("{roll:?}").contains("308T"));
    }
}

#[test]
fn a_column_named_for_identity_codes_is_refused_even_if_a_person_mapped_it() {
    let mut mapping = HeaderMapping::default();
    mapping.choose("hetu", ColumnChoice::Holds(Field::BirthDate));
    let roll = read_roll(b"member number;HETU\n1;1.1.1990\n", &mapping, today());
    assert_eq!(roll.columns[1].used, ColumnUse::Refused);
    assert_eq!(roll.rows[0].entry.birth_date, None);
}

#[test]
fn telephone_numbers_that_look_like_identity_codes_are_read() {
    let roll = read(b"member number;phone\n1;040123-4567\n2;050112-3450\n");
    assert_eq!(roll.problems, []);
    assert_eq!(roll.rows[0].entry.phone.as_deref(), Some("040123-4567"));
}

#[test]
fn identity_codes_for_member_numbers_leave_no_number_column() {
    let roll = read(b"member number;city\n131052-308T;Oulu\n010594Y9032;Oulu\n");
    assert!(roll.is_refused() && roll.rows.is_empty());
    assert!(!format!("{roll:?}").contains("308T"));
}

#[test]
fn one_identity_code_among_other_values_is_not_read_either() {
    let roll = read(
        b"member number;date of birth;address\n1;1.1.1990;x\n2;131052-308T;y\n3;2.2.1990;z\n4;3.3.1990;131052-308T\n131052-308T;4.4.1990;q\n",
    );
    assert_eq!(
        problems(&roll),
        [
            (3, "date of birth", Reason::IdentityCode),
            (5, "address", Reason::IdentityCode),
            (6, "member number", Reason::IdentityCode),
        ]
    );
    assert!(roll.rows[1].unread.contains(Field::BirthDate));
    assert_eq!((roll.rows.len(), roll.unidentified_rows), (4, 1));
    assert!(!format!("{roll:?}").contains("308T"));
}

#[test]
fn rows_that_contradict_each_other_are_held_back_and_both_lines_told() {
    let roll = read(b"member number;city\n1;Oulu\n2;Turku\n1;Vaasa\n2;Turku\n3;Kemi\n");
    let [one, two] = [number("1"), number("2")];
    assert_eq!(
        problems(&roll),
        [
            (4, "member number", Reason::DuplicateNumber { number: one.clone(), first_line: 2 }),
            (5, "member number", Reason::RepeatedRow { number: two, first_line: 3 }),
        ]
    );
    let read: Vec<&str> = roll.rows.iter().map(|r| r.entry.number.as_str()).collect();
    assert_eq!(read, ["2", "3"]);
    assert_eq!(roll.held_back, BTreeSet::from([one]));
}

#[test]
fn a_row_without_a_member_number_is_told() {
    let roll = read(b"member number;city\n;Oulu\nn/a;Turku\n3;Kemi\n");
    let bad = Reason::BadNumber { value: "n/a".to_owned() };
    assert_eq!(
        problems(&roll),
        [(2, "member number", Reason::MissingNumber), (3, "member number", bad)]
    );
    assert_eq!((roll.rows.len(), roll.unidentified_rows), (1, 2));
}

#[test]
fn cells_that_cannot_be_read_leave_their_fields_unread_and_the_row_stands() {
    let roll = read(
        b"member number;dob;email;kind;language;joined\n1;31.2.1990;foo;elder;klingon;1.1.20\n",
    );
    let value = |text: &str| text.to_owned();
    assert_eq!(
        problems(&roll),
        [
            (2, "dob", Reason::ImpossibleDate { value: value("31.2.1990") }),
            (2, "email", Reason::BadEmail { value: value("foo") }),
            (2, "kind", Reason::UnknownKind { value: value("elder") }),
            (2, "language", Reason::UnknownLanguage { value: value("klingon") }),
            (2, "joined", Reason::BadDate { value: value("1.1.20") }),
        ]
    );
    let row = &roll.rows[0];
    for field in [Field::BirthDate, Field::Email, Field::Kind, Field::Language, Field::Joined] {
        assert!(row.unread.contains(field));
    }
    assert_eq!(row.entry, RollEntry::new(number("1")));
}

#[test]
fn nobody_leaves_before_joining() {
    let roll = read(b"member number;joined;left\n1;2.1.2020;1.1.2020\n2;1.1.2020;1.1.2020\n");
    let reason = Reason::LeftBeforeJoined {
        joined: "2020-01-02".parse().unwrap(),
        left: "2020-01-01".parse().unwrap(),
    };
    assert_eq!(problems(&roll), [(2, "left", reason)]);
    assert!(roll.rows[0].entry.left.is_none() && roll.rows[0].unread.contains(Field::Left));
    assert!(roll.rows[1].entry.left.is_some());
}

#[test]
fn rows_with_a_wrong_number_of_fields_are_held_back() {
    let roll = read(b"member number;city;phone\n1;Oulu\n2;Oulu;040;extra\n3;Oulu;040;;\n");
    let wrong = |found| Reason::WrongFieldCount { expected: 3, found };
    assert_eq!(problems(&roll), [(2, "", wrong(2)), (3, "", wrong(4))]);
    assert_eq!(roll.held_back, BTreeSet::from([number("1"), number("2")]));
    assert_eq!(roll.rows.len(), 1);
}

#[test]
fn a_broken_quote_costs_its_own_line_only() {
    let roll = read(
        b"member number;city\n1;\"Oulu\n2;\"Turku\"\n3;\"Va\"asa\"\n4;Kemi \"Lapland\"\n5;\"Espoo\n6;Vantaa\n",
    );
    let broken = |line| (line, "", Reason::BrokenQuotes);
    assert_eq!(problems(&roll), [broken(2), broken(4), broken(6)]);
    let read: Vec<&str> = roll.rows.iter().map(|r| r.entry.number.as_str()).collect();
    assert_eq!(read, ["2", "4", "6"]);
    assert_eq!(roll.rows[1].entry.city.as_deref(), Some("Kemi \"Lapland\""));
    assert_eq!(roll.unidentified_rows, 3);
}

#[test]
fn a_broken_quote_in_the_header_refuses_the_file() {
    let roll = read(b"member number;\"city\n1;Oulu\n");
    assert!(roll.is_refused());
    assert_eq!(problems(&roll)[0], (1, "", Reason::BrokenQuotes));
}

#[test]
fn a_nul_byte_costs_its_own_row_only() {
    let roll = read(b"member number;city\n1;Ou\0lu\n2;Turku\n");
    assert_eq!(problems(&roll), [(2, "", Reason::NulByte)]);
    assert_eq!(roll.held_back, BTreeSet::from([number("1")]));
    assert_eq!(roll.rows.len(), 1);
}

#[test]
fn a_cell_as_long_as_a_novel_is_not_read() {
    let text = format!("member number;city\n1;{}\n", "x".repeat(201));
    assert_eq!(problems(&read(text.as_bytes())), [(2, "city", Reason::TooLong { max_chars: 200 })]);
}

#[test]
fn files_beyond_the_limits_are_refused() {
    let max_bytes = MAX_BYTES;
    assert_eq!(only_reason(&vec![b'x'; MAX_BYTES + 1]), Reason::FileTooLarge { max_bytes });
    let rows = |count: usize| {
        let numbers: Vec<String> = (0..count).map(|n| n.to_string()).collect();
        format!("membernumber\n{}\n", numbers.join("\n"))
    };
    let max_rows = MAX_ROWS;
    assert_eq!(only_reason(rows(MAX_ROWS + 1).as_bytes()), Reason::TooManyRows { max_rows });
    assert_eq!(read(rows(MAX_ROWS).as_bytes()).rows.len(), MAX_ROWS);
}

#[test]
fn every_reason_has_a_key_of_its_own() {
    let value = String::new;
    let reasons = [
        Reason::EmptyFile,
        Reason::OnlyHeader,
        Reason::FileTooLarge { max_bytes: 1 },
        Reason::TooManyRows { max_rows: 1 },
        Reason::NotText(NotText::Utf16),
        Reason::NotText(NotText::Spreadsheet),
        Reason::NotText(NotText::Binary),
        Reason::NotText(NotText::BrokenUtf8 { line: 1 }),
        Reason::NotText(NotText::UnknownEncoding),
        Reason::NumberColumnMissing,
        Reason::ColumnTwice { first: value() },
        Reason::IdentityCodeColumn,
        Reason::IdentityCode,
        Reason::DuplicateNumber { number: number("1"), first_line: 1 },
        Reason::RepeatedRow { number: number("1"), first_line: 1 },
        Reason::MissingNumber,
        Reason::BadNumber { value: value() },
        Reason::BadDate { value: value() },
        Reason::ImpossibleDate { value: value() },
        Reason::BadEmail { value: value() },
        Reason::UnknownKind { value: value() },
        Reason::UnknownLanguage { value: value() },
        Reason::LeftBeforeJoined { joined: today(), left: today() },
        Reason::WrongFieldCount { expected: 1, found: 1 },
        Reason::BrokenQuotes,
        Reason::NulByte,
        Reason::TooLong { max_chars: 1 },
    ];
    let keys: BTreeSet<&str> = reasons.iter().map(Reason::key).collect();
    assert_eq!(keys.len(), reasons.len());
    assert!(keys.iter().all(|key| key.starts_with("membership-roll-problem-")));
}
