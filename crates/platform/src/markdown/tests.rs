use super::soften::DEEPEST;
use super::*;

#[test]
fn nothing_that_runs_or_loads_survives() {
    for cruel in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](https://example.org/spy.png)",
        "<a href=\"data:text/html,<script>\">x</a>",
        "<iframe src=https://example.org></iframe>",
        "<svg/onload=alert(1)>",
        "[x](vbscript:x)",
    ] {
        let html = render(cruel, Place::Post);
        for sign in [
            "<script",
            "<img",
            "<iframe",
            "<svg",
            "<a href=\"javascript",
            "<a href=\"data",
            "<a href=\"vbscript",
        ] {
            assert!(!html.contains(sign), "{cruel} → {html}");
        }
    }
}

#[test]
fn ordinary_markdown_is_kept() {
    let html =
        render("# Otsikko\n\n*Hei* **sinä**\nrivi\n\n- yksi\n- kaksi\n\n> lainaus", Place::Post);
    assert!(html.contains("<h3>Otsikko</h3>"), "{html}");
    assert!(html.contains("<em>Hei</em> <strong>sinä</strong><br>"), "{html}");
    assert!(html.contains("<li>yksi</li>") && html.contains("<blockquote>"), "{html}");
}

fn cat() -> Attachment {
    Attachment {
        id: 7,
        description: "Kissa".to_owned(),
        shape: Shape::Picture {
            small: "/coffee-room/pictures/7/small".to_owned(),
            large: "/coffee-room/pictures/7/large".to_owned(),
            width: 480,
            height: 360,
        },
    }
}

fn list() -> Attachment {
    Attachment {
        id: 9,
        description: "PDF".to_owned(),
        shape: Shape::Document {
            address: "/coffee-room/documents/9".to_owned(),
            kind: "PDF".to_owned(),
            bytes: 123_456,
        },
    }
}

#[test]
fn a_document_is_a_link_that_says_what_it_is() {
    let link = |title: &str| {
        format!(
            "<a href=\"/coffee-room/documents/9\" rel=\"nofollow noopener noreferrer\">{title}</a> (PDF, 123 kB)"
        )
    };
    for (text, wanted) in [
        ("[Vuorolista *syksy*](document:9)", link("Vuorolista <em>syksy</em>")),
        ("[](document:9)", link("PDF")),
        ("[Vuorolista](document:8)", "Vuorolista".to_owned()),
        ("[Vuorolista](document:7)", "Vuorolista".to_owned()),
        ("[Vuorolista](document:x)", "Vuorolista".to_owned()),
        ("![Vuorolista](document:9)", "Vuorolista".to_owned()),
        ("![Vuorolista](picture:9)", "Vuorolista".to_owned()),
    ] {
        let html = render_with(text, Place::Post, &[cat(), list()]);
        assert_eq!(html, format!("<p>{wanted}</p>\n"), "{text}");
    }
    let inside = render_with("[![](picture:7)](document:9)", Place::Post, &[cat(), list()]);
    assert_eq!(inside.matches("<a ").count(), 1, "{inside}");
    assert!(inside.contains("<img") && inside.contains("documents/9"), "{inside}");
}

#[test]
fn a_picture_is_shown_where_it_may_be() {
    let html = render_with("Katso: ![Kissa *nukkuu* \"taas\"](picture:7)", Place::Post, &[cat()]);
    assert_eq!(
        html,
        "<p>Katso: <a href=\"/coffee-room/pictures/7/large\" rel=\"nofollow noopener noreferrer\">\
         <img src=\"/coffee-room/pictures/7/small\" alt=\"Kissa nukkuu &quot;taas&quot;\" width=\"480\" height=\"360\" loading=\"lazy\" decoding=\"async\"></a></p>\n"
    );
    let html = render_with("![](picture:7)", Place::Post, &[cat()]);
    assert!(html.contains("alt=\"Kissa\""), "{html}");
    let html = render_with("[![](picture:7)](https://example.org)", Place::Post, &[cat()]);
    assert_eq!(html.matches("<a ").count(), 1, "{html}");
    assert!(html.contains("href=\"https://example.org\"") && html.contains("<img"), "{html}");
}

#[test]
fn a_picture_that_is_not_theirs_is_its_description() {
    for text in ["![Kissa](picture:8)", "![Kissa](picture:x)", "![Kissa](picture:)"] {
        assert_eq!(render_with(text, Place::Post, &[cat()]), "<p>Kissa</p>\n", "{text}");
    }
    let html = render_with("![Kissa](https://example.org/7.png)", Place::Post, &[cat()]);
    assert!(!html.contains("<img") && html.contains("href=\"https://example.org/7.png\""));
}

#[test]
fn the_attachments_of_a_text_are_known_with_what_it_says_of_them() {
    let text = "![a *b*](picture:3) ![b][x] `![c](picture:5)` ![d](picture:3) [e](document:4) \
                [![f](picture:6)](document:8) [g](picture:1) ![h](document:2)\n\n[x]: picture:12";
    let found: Vec<_> = attached(text).into_iter().map(|one| (one.id, one.words)).collect();
    let wanted = [(3, "a b"), (12, "b"), (4, "e"), (8, "f"), (6, "f")];
    assert_eq!(found, wanted.map(|(id, words)| (id, words.to_owned())));
    assert!(attached("ei kuvia").is_empty());
}

#[test]
fn an_attachment_is_taken_out_of_a_text_and_the_rest_stays() {
    for (text, wanted) in [
        ("Hei\n\n![a \\] b](picture:7)\n\nsinä", "Hei\n\nsinä"),
        ("![a](picture:7)", ""),
        ("Hei ![a](picture:7), ![b](picture:8)", "Hei, ![b](picture:8)"),
        ("`![a](picture:7)` ei", "`![a](picture:7)` ei"),
        ("Hei\n\n[lista](document:7)\n\nsinä", "Hei\n\nsinä"),
    ] {
        assert_eq!(without_attachment(text, 7), wanted, "{text}");
    }
}

#[test]
fn a_mark_says_its_description_and_nothing_else() {
    for words in ["Lista [1](x)", "a\\b", "*syksy*"] {
        for shape in [cat(), list()] {
            let one = Attachment { description: words.to_owned(), ..shape };
            let asked = attached(&one.mark());
            let is_picture = matches!(one.shape, Shape::Picture { .. });
            assert_eq!(asked, [Asked { id: one.id, is_picture, words: words.to_owned() }]);
        }
    }
}

#[test]
fn a_description_survives_markdown_as_it_is() {
    for words in ["*_`[x](y)] <b> &amp; \\ ![", "tavallinen kuvaus", "~~a~~ | ä #"] {
        let text = format!("![{}](picture:7)", quoted(words));
        let html = render_with(&text, Place::Post, &[cat()]);
        let alt = escape(words).replace("&#39;", "'");
        let alt = alt.replace("&lt;", "<").replace("&gt;", ">");
        assert!(
            html.contains(&format!("alt=\"{alt}\""))
                || html.contains(&format!("alt=\"{}\"", escape(words))),
            "{words} → {html}"
        );
    }
}

#[test]
fn only_addresses_of_this_site_are_pictures() {
    for (address, fits) in [
        ("/coffee-room/pictures/7/small", true),
        ("//example.org/a", false),
        ("https://example.org/a", false),
        ("/language/sv?next=/", false),
        ("/a\\b", false),
        ("data:image/png;base64,AAAA", false),
        ("", false),
    ] {
        assert_eq!(is_of_this_site(address), fits, "{address}");
    }
}

#[test]
fn a_table_of_empty_cells_is_shown_as_it_was_typed() {
    let text = format!("{}\n{}\n{}", "|a".repeat(2000), "|-".repeat(2000), "|\n".repeat(5000));
    let html = render(&text, Place::Post);
    assert!(html.len() < text.len() * 8, "{} of {}", html.len(), text.len());
    let small = render("|a|b|\n|-|-|\n|1|2|", Place::Post);
    assert!(small.contains("<td>1</td>"), "{small}");
}

#[test]
fn deep_nesting_is_flattened_and_its_text_kept() {
    let html = render(&format!("{} syvällä", ">".repeat(5000)), Place::Post);
    assert!(html.contains("syvällä"));
    assert!(html.matches("<blockquote>").count() <= DEEPEST * 2);
}

#[test]
fn letters_that_trick_are_left_out_however_they_are_written() {
    for text in ["a\u{202e}b", "a&#8238;b", "a&#x202E;b", "a&#1;b"] {
        assert_eq!(render(text, Place::Post), "<p>ab</p>\n", "{text}");
    }
}
