//! Finds the pages that there are, and who may see them, without a browser.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use kafferum_testkit::http::{HttpClient, Response, Upload};

use crate::union::Union;

const MODERATOR: &str = "Pihlaja";
const GUEST: &str = "Uusi tuuli";
const LATE: &str = "Kulkija";
const REGISTRAR: &str = "Rekisteri Raija";

/// People of the demonstration in the order in which pages are given out: a
/// page is looked at as the first of them who may see it.
const LOOKERS: [Option<&str>; 9] = [
    None,
    Some("Aamukaste"),
    Some(MODERATOR),
    Some("Myssy"),
    Some(GUEST),
    Some(LATE),
    Some("Toimittaja Timo"),
    Some(REGISTRAR),
    Some("Pääkäyttäjä Antti"),
];

/// Pages that look different to others than to the first who may see them.
const MORE: &[(&str, &[&str])] = &[
    ("Aamukaste", &["/"]),
    (MODERATOR, &["/moderation/log", "/coffee-room/threads/{thread}"]),
    (
        GUEST,
        &[
            "/",
            "/coffee-room",
            "/coffee-room/rooms/{room}",
            "/coffee-room/rooms/{room}/new",
            "/coffee-room/threads/{thread}",
            "/account",
            "/account/road",
            "/join",
            "/recognise",
        ],
    ),
    (LATE, &["/account", "/account/corrections"]),
    ("Pääkäyttäjä Antti", &["/seal/requests/{request}", "/corrections/{correction}"]),
];

/// Pages that differ so much that two of them are looked at.
const VARIED: &[&str] = &[
    "/databank/{slug}",
    "/coffee-room/threads/{thread}",
    "/demo/mail/{name}",
    "/registrar/people/{person}",
    "/admin/settings/{key}",
    "/seal/requests/{request}",
    "/corrections/{correction}",
    "/coffee-room/people/{who}",
];

/// Pages that say why they are not the page that was asked for.
const REFUSALS: &[(Option<&str>, &str)] = &[
    (None, "/no-such-page"),
    (None, "/password/reset/no-such-link"),
    (None, "/email/no-such-link"),
    (None, "/correction/take/no-such-link"),
    (None, "/set-up/no-such-link"),
    (Some("Aamukaste"), "/admin"),
    (Some(LATE), "/coffee-room"),
];

/// Not pages: for machines, files, or only on the way to a page; and the page
/// of the first start, which `first_start` looks at.
const NO_PAGES: &[&str] = &[
    "/health/live",
    "/health/ready",
    "/language/{lang}",
    "/set-up/{token}",
    "/coffee-room/threads/{thread}/unread",
    "/notices/{notice}",
    "/coffee-room/threads/{thread}/posts/{number}",
    "/coffee-room/threads/{thread}/at/{instant}",
    "/coffee-room/pictures/{picture}/{size}",
    "/coffee-room/documents/{document}",
    "/{*path}",
    "/registrar/letters/{batch}/pdf",
    "/registrar/applications/taken/{taken}/csv",
    "/registrar/roll/{import}/report.csv",
    "/demo/fixed/{bytes}",
    "/demo/mail/{name}/attachment",
    "/live",
    "/service-worker.js",
    "/feeds/{secret}",
    "/databank/feed/{lang}",
    // Pieces that a page fetches.
    "/search/titles",
    "/coffee-room/threads/{thread}/live",
    "/coffee-room/threads/{thread}/after/{number}",
];

/// Pages of the demonstration's own panel.
const OF_THE_PANEL: [&str; 5] = [
    "/demo",
    "/demo/mail",
    "/demo/mail/{name}",
    "/demo/mail/{name}/attachment",
    "/demo/fixed/{bytes}",
];

/// A page as somebody sees it.
#[derive(Debug, Clone)]
pub struct Sight {
    pub who: Option<&'static str>,
    pub route: &'static str,
    pub path: String,
}

/// Every page as those who should look at it, by person, visitors first.
pub fn sights(union: &Union) -> Vec<Sight> {
    leave_something_to_see(union);
    // The latter comes only after a mistake in a form on another page.
    let unlinked = [
        link_to_a_new_address(union),
        link_to_a_new_password(union),
        link_that_ends_mails(union),
        // As mailed when the demonstration began.
        mailed_link(union, "/correction/stop/"),
        mailed_link(union, "/correction/take/"),
        "/coffee-room/threads/1/reply".to_owned(),
        // Far down in its room.
        "/coffee-room/threads/14/posts/5/poll".to_owned(),
    ];
    let routes = routes();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut sights: Vec<Sight> = Vec::new();
    for who in LOOKERS {
        let client = who.map_or_else(|| union.visitor(), |pseudonym| union.signed_in(pseudonym));
        let more =
            MORE.iter().find(|(name, _)| who == Some(*name)).map_or(&[][..], |(_, more)| more);
        for (route, paths) in walk(client, &routes, &unlinked) {
            if !seen.insert(route) && !more.contains(&route) {
                continue;
            }
            // Of pages with much in them, the first and the last that were found.
            let last = if VARIED.contains(&route) { paths.len() - 1 } else { 0 };
            let some = paths.into_iter().enumerate().filter(|(index, _)| [0, last].contains(index));
            sights.extend(some.map(|(_, path)| Sight { who, route, path }));
        }
        let refusals = REFUSALS.iter().filter(|(name, _)| *name == who);
        sights.extend(refusals.map(|(_, path)| Sight {
            who,
            route: path,
            path: (*path).to_owned(),
        }));
    }
    let unseen: Vec<&&str> = routes
        .iter()
        .filter(|route| !NO_PAGES.contains(route) && !seen.contains(**route))
        .collect();
    assert!(unseen.is_empty(), "nobody finds an example of these pages: {unseen:#?}");
    sights
}

fn routes() -> Vec<&'static str> {
    let features = kafferum_server::features();
    let routes = features.iter().flat_map(|feature| &feature.routes);
    let read = routes.filter(|route| route.method == "GET").map(|route| route.path);
    read.chain(OF_THE_PANEL).collect()
}

/// The route that answers at this address: of those that fit, the one with
/// the fewest blanks.
fn route_of(routes: &[&'static str], path: &str) -> Option<&'static str> {
    let pieces: Vec<&str> = path.split('/').collect();
    let fits = |route: &&&str| {
        let blanks: Vec<&str> = route.split('/').collect();
        let same = |(blank, piece): (&&str, &&str)| blank.starts_with('{') || blank == piece;
        blanks.len() == pieces.len() && blanks.iter().zip(&pieces).all(same)
    };
    let found = routes.iter().filter(fits).min_by_key(|route| route.matches('{').count());
    found.copied()
}

/// So many examples of one kind of page are opened in search of links.
const EXAMPLES: usize = 6;

/// Follows every link, and returns the pages by their route.
fn walk(
    mut client: HttpClient,
    routes: &[&'static str],
    unlinked: &[String],
) -> BTreeMap<&'static str, Vec<String>> {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut opened: BTreeMap<&str, usize> = BTreeMap::new();
    let plain = routes.iter().filter(|route| !route.contains('{'));
    let plain = plain.map(|route| (*route).to_owned());
    let mut ahead: VecDeque<String> = plain.chain(unlinked.iter().cloned()).collect();
    let mut known: BTreeSet<String> = ahead.iter().cloned().collect();
    while let Some(path) = ahead.pop_front() {
        let Some(route) = route_of(routes, &path) else {
            panic!("a link leads to {path}, where nothing is")
        };
        let times = opened.entry(route).or_default();
        *times += 1;
        if NO_PAGES.contains(&route) || *times > EXAMPLES {
            continue;
        }
        let response = client.get(&path);
        let is_html =
            response.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        if response.status != 200 || !is_html {
            continue;
        }
        ahead.extend(links(&response).into_iter().filter(|link| known.insert(link.clone())));
        found.entry(route).or_default().push(path);
    }
    found
}

/// Links within the site, without what stands behind `#` or `?`.
fn links(response: &Response) -> Vec<String> {
    let text = response.text();
    let rest = text.split("href=\"/").skip(1);
    let paths = rest.filter_map(|rest| rest.split(['"', '#', '?']).next());
    paths.filter(|path| !path.starts_with("assets/")).map(|path| format!("/{path}")).collect()
}

/// A role for a term to come, and one that was taken back.
fn leave_terms_of_roles(union: &Union) {
    let mut admin = union.signed_in("Pääkäyttäjä Antti");
    let ends = |admin: &mut HttpClient| -> BTreeSet<String> {
        let all = links(&admin.get("/admin/roles"));
        all.into_iter().filter(|path| path.ends_with("/end")).collect()
    };
    let before = ends(&mut admin);
    for role in ["shop-steward", "support-person"] {
        let token = token(&mut admin, "/admin/roles/new");
        let fields = [
            ("_form", token.as_str()),
            ("person", "Aamukaste"),
            ("role", role),
            ("scope", "region:Uusimaa"),
            ("first-day", "2097-01-01"),
            ("last-day", "2099-12-31"),
            ("rests", "usual"),
        ];
        assert_eq!(admin.post("/admin/roles/new", &fields).status, 303);
    }
    let end = ends(&mut admin).difference(&before).next().expect("a new role").clone();
    let token = token(&mut admin, &end);
    assert_eq!(admin.post(&end, &[("_form", &token)]).status, 303);
}

/// What a fresh demonstration has no example of.
fn leave_something_to_see(union: &Union) {
    let mut registrar = union.signed_in(REGISTRAR);
    let token = token(&mut registrar, "/registrar/letters");
    registrar.post("/registrar/letters/print", &[("_form", &token)]);
    let token = self::token(&mut registrar, "/registrar/applications");
    registrar.post("/registrar/applications/take", &[("_form", &token)]);
    let token = self::token(&mut registrar, "/registrar/roll");
    let file = Upload {
        field: "file",
        file_name: "rekisteri.csv",
        media_type: "text/csv",
        content: "Jäsennumero;Nimi;Lempiväri\n100001;Ahola Anna;sininen\n100001;Toinen Nimi;\n100301;Öhman Åke;\n".as_bytes(),
    };
    registrar.upload("/registrar/roll", &[("_form", &token)], &[file]);

    leave_terms_of_roles(union);

    // A post that was edited.
    let mut member = union.signed_in("Aamukaste");
    let token = self::token(&mut member, "/coffee-room/rooms/1/new");
    let fields = [
        ("_form", token.as_str()),
        ("title", "Huomenta kaikille"),
        ("body", "Kahvi on *kuumaa*."),
        ("audience", "members"),
    ];
    let thread = member.post("/coffee-room/rooms/1/new", &fields);
    let thread = thread
        .header("location")
        .and_then(|path| path.split(['?', '#']).next())
        .expect("a thread")
        .to_owned();
    let edit = format!("{thread}/posts/1/edit");
    let form = member.get(&edit);
    let [token, version] =
        ["_form", "version"].map(|name| form.field_value(name).expect("a hidden field"));
    let fields = [
        ("_form", token.as_str()),
        ("version", &version),
        ("title", "Huomenta kaikille"),
        ("body", "Kahvi on **valmista**."),
    ];
    assert_eq!(member.post(&edit, &fields).status, 303);
}

/// As mailed to a member who is told of new posts at once.
fn link_that_ends_mails(union: &Union) -> String {
    let mut member = union.signed_in("Aamukaste");
    let token = token(&mut member, "/notices/mails");
    let fields = [
        ("_form", token.as_str()),
        ("mails", "on"),
        ("pace", "coffee-room-post:at-once"),
        ("digest_hour", "17"),
        ("quiet_from", "0"),
        ("quiet_to", "0"),
        ("titles", "kept"),
    ];
    assert_eq!(member.post("/notices/mails", &fields).status, 303);
    mailed_link(union, "/notices/mails/stop/")
}

/// As mailed to a member who forgot the old one.
fn link_to_a_new_password(union: &Union) -> String {
    let mut visitor = union.visitor();
    let token = token(&mut visitor, "/password/forgot");
    let email = ("email", "minna1@esimerkki.example");
    visitor.post("/password/forgot", &[("_form", &token), email]);
    mailed_link(union, "/password/reset/")
}

/// As mailed to a member who wants to sign in with another one.
fn link_to_a_new_address(union: &Union) -> String {
    let reset = link_to_a_new_password(union);
    let mut member = union.visitor();
    let password = ("password", "kolme kuppia kahvia");
    let token = token(&mut member, &reset);
    assert_eq!(member.post(&reset, &[("_form", &token), password]).status, 303);
    let token = self::token(&mut member, "/account/email");
    let fields = [("_form", token.as_str()), ("email", "uusi@esimerkki.example"), password];
    assert_eq!(member.post("/account/email", &fields).status, 303);
    mailed_link(union, "/email/")
}

/// Waits for a mail with a link that begins so and still works.
fn mailed_link(union: &Union, beginning: &str) -> String {
    let mut visitor = union.visitor();
    loop {
        let list = visitor.get("/demo/mail");
        for mail in links(&list).iter().filter(|link| link.starts_with("/demo/mail/")) {
            let mut links = links(&visitor.get(mail)).into_iter();
            let link = links.find(|link| link.starts_with(beginning));
            if let Some(link) = link.filter(|link| visitor.get(link).status == 200) {
                return link;
            }
        }
    }
}

fn token(client: &mut HttpClient, path: &str) -> String {
    client.get(path).field_value("_form").unwrap_or_else(|| panic!("{path} has no form"))
}
