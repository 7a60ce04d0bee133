//! Finds the pages that there are, and who may see them, without a browser.

use std::collections::{BTreeMap, BTreeSet};

use kafferum_testkit::http::{HttpClient, Response};

use crate::union::Union;

/// People of the demonstration in the order in which a page is given to one
/// of them: it is looked at as the first who may see it.
const LOOKERS: [Option<&str>; 8] = [
    None,
    Some("Aamukaste"),
    Some("Pihlaja"),
    Some("Toimittaja Timo"),
    Some("Rekisteri Raija"),
    Some("Pääkäyttäjä Antti"),
    Some(GUEST),
    Some(LATE),
];
pub const GUEST: &str = "Uusi tuuli";
pub const LATE: &str = "Kulkija";
pub const MODERATOR: &str = "Pihlaja";

/// Pages that look different to others than the first who may see them.
const MORE: &[(&str, &[&str])] = &[
    (GUEST, &[
        "/",
        "/coffee-room",
        "/coffee-room/rooms/{room}",
        "/coffee-room/rooms/{room}/new",
        "/coffee-room/threads/{thread}",
        "/account",
        "/account/road",
        "/join",
    ]),
    (LATE, &["/", "/join", "/account"]),
    (MODERATOR, &["/", "/moderation/log", "/coffee-room/threads/{thread}"]),
];

/// Not pages: for machines, for files, or only on the way to a page.
const NO_PAGES: &[&str] = &[
    "/health/live",
    "/health/ready",
    "/language/{lang}",
    "/coffee-room/threads/{thread}/unread",
    "/coffee-room/threads/{thread}/posts/{number}",
    "/registrar/letters/{batch}/pdf",
    "/registrar/roll/{import}/report.csv",
];

/// Pages of the demonstration's own panel.
const OF_THE_PANEL: [&str; 4] = ["/demo", "/demo/mail", "/demo/mail/{name}", "/demo/mail/{name}/attachment"];

/// A page as somebody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    pub who: Option<&'static str>,
    pub route: &'static str,
    pub path: String,
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

/// Every page as those who should look at it, visitors first.
pub fn sights(union: &Union) -> Vec<Sight> {
    let routes = routes();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut sights: Vec<Sight> = Vec::new();
    for who in LOOKERS {
        let mut client = somebody(union, who);
        let wanted: &[&str] = MORE.iter().find(|(name, _)| who == Some(*name)).map_or(&[], |(_, more)| more);
        let mut mine: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut ahead: Vec<String> = routes.iter().filter(|route| !route.contains('{')).map(|route| (*route).to_owned()).collect();
        let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
        let mut known: BTreeSet<String> = ahead.iter().cloned().collect();
        while !ahead.is_empty() {
            let path = ahead.remove(0);
            let Some(route) = route_of(&routes, &path) else {
                panic!("a link of {who:?} leads to {path}, which no route answers");
            };
            let times = asked.entry(route).or_default();
            *times += 1;
            if NO_PAGES.contains(&route) || *times > EXAMPLES {
                continue;
            }
            let response = client.get(&path);
            if !is_page(&response) {
                continue;
            }
            mine.entry(route).or_default().push(path);
            for link in links(&response) {
                if known.insert(link.clone()) {
                    ahead.push(link);
                }
            }
        }
        for (route, paths) in mine {
            let is_new = seen.insert(route);
            if is_new || wanted.contains(&route) {
                let last = paths.len() - 1;
                let some = paths.into_iter().enumerate().filter(|(index, _)| *index == 0 || *index == last);
                sights.extend(some.map(|(_, path)| Sight { who, route, path }));
            }
        }
    }
    let missing: Vec<&&str> = routes.iter().filter(|route| !NO_PAGES.contains(route) && !seen.contains(**route)).collect();
    eprintln!("missing {missing:#?}");
    sights
}

/// So many examples of one kind of page are asked for in search of links.
const EXAMPLES: usize = 8;

fn is_page(response: &Response) -> bool {
    let kind = response.header("content-type").unwrap_or_default();
    response.status == 200 && kind.starts_with("text/html")
}

/// Links within the site, without what stands behind `#` or `?`.
fn links(response: &Response) -> Vec<String> {
    let text = response.text();
    let pieces = text.split("href=\"/").skip(1);
    let paths = pieces.filter_map(|rest| rest.split(['"', '#', '?']).next());
    paths.filter(|path| !path.starts_with("assets/")).map(|path| format!("/{path}")).collect()
}

/// Somebody of the demonstration, signed in by its panel.
pub fn somebody(union: &Union, who: Option<&str>) -> HttpClient {
    let mut client = union.visitor().with_header("accept-language", "fi");
    let Some(pseudonym) = who else { return client };
    let panel = client.get("/demo");
    let text = panel.text();
    let before = text.split(&format!(">{pseudonym}</button>")).next().unwrap();
    let number = before.rsplit("value=\"").next().unwrap().trim_end_matches('"');
    let token = panel.field_value("_form").unwrap();
    let response = client.post("/demo/sign-in", &[("_form", &token), ("who", number)]);
    assert_eq!(response.status, 303, "{}", response.text());
    client
}
