//! What a reader relies on when writing a configuration or an article's front matter.

use parallax::article::file::{self, Names};
use parallax::article::{Article, front_matter};
use parallax::config::{self, Config, EntityKind};
use parallax::problem::{Problem, Severity};
use proptest::prelude::*;

fn read(text: &str) -> (Config, Vec<Problem>) {
    config::read("config.toml", text)
}

fn article(text: &str) -> (Article, Vec<Problem>) {
    article_of_bytes(text.as_bytes())
}

fn article_of_bytes(bytes: &[u8]) -> (Article, Vec<Problem>) {
    let names = Names {
        id: "gazette".into(),
        file: "articles/gazette.md".into(),
        shown: "articles/gazette.md".into(),
    };
    file::read(&names, bytes.to_vec())
}

/// The one problem that a text has.
fn one((_, problems): (Config, Vec<Problem>)) -> Problem {
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.into_iter().next().unwrap()
}

/// The whole text of the one problem of a configuration.
fn told(text: &str) -> String {
    one(read(text)).to_string()
}

const WHOLE: &str = r#"
title    = "Harbour fire"
articles = ["articles", "more/*.txt"]

[[sources]]
name  = "Gazette"
match = ["gazette.example"]
note  = "the harbour's owner prints it"

[[entities]]
name = "Harbour Authority"
kind = "group"
aka  = ["the authority"]
not  = ["Port Authority"]
side = "the city"

[[topics]]
name  = "Cause"
about = ["fire"]
not   = ["ceasefire"]
opposites = false
changes = false
planned = true
  [[topics.positions]]
  name = "arson"
  cues = ["set on fire"]
  by   = ["the crew"]
  exact = true
  [[topics.positions]]
  name = "in port"
  places = ["the port"]
  neutral = true

[[topics]]
name    = "Figures"
figures = ["killed", { of = "damage", cues = ["damage"], unit = "$", who = ["the port"], where = ["Odesa"], not = ["2019"] }]

[reader]
view = "grid"
[theme]
agree = { fg = "blue" }
[keys]
"g g" = "top"
"#;

#[test]
fn every_key_of_the_contract_is_read() {
    let (config, problems) = read(WHOLE);
    assert_eq!(problems, []);
    assert_eq!(config.title.as_deref(), Some("Harbour fire"));
    assert_eq!(config.articles, ["articles", "more/*.txt"]);
    assert_eq!(config.sources[0].matches, ["gazette.example"]);
    assert_eq!(
        config.sources[0].note.as_deref(),
        Some("the harbour's owner prints it")
    );
    let entity = &config.entities[0];
    assert_eq!(entity.kind, Some(EntityKind::Group));
    assert_eq!(
        (&*entity.aka[0], &*entity.not[0]),
        ("the authority", "Port Authority")
    );
    assert_eq!(entity.side.as_deref(), Some("the city"));
    let cause = &config.topics[0];
    assert_eq!((&*cause.about[0], &*cause.not[0]), ("fire", "ceasefire"));
    assert!(!cause.opposites && !cause.changes && cause.planned);
    assert_eq!(cause.positions[0].cues, ["set on fire"]);
    assert_eq!(cause.positions[0].by, ["the crew"]);
    assert!(cause.positions[0].exact && !cause.positions[0].neutral);
    assert_eq!(cause.positions[1].places, ["the port"]);
    assert!(cause.positions[1].neutral);
    let figures = &config.topics[1].figures;
    assert_eq!((&*figures[0].of, &*figures[1].of), ("killed", "damage"));
    assert_eq!(figures[1].unit.as_deref(), Some("$"));
    assert_eq!(
        (
            &*figures[1].who[0],
            &*figures[1].places[0],
            &*figures[1].not[0]
        ),
        ("the port", "Odesa", "2019")
    );
    assert_eq!(config.reader["view"].as_str(), Some("grid"));
    assert_eq!(config.theme["agree"]["fg"].as_str(), Some("blue"));
    assert_eq!(config.keys["g g"].as_str(), Some("top"));
}

#[test]
fn what_is_left_out_has_its_default() {
    let (config, problems) = read("[[topics]]\nname = \"Cause\"\n");
    assert_eq!(problems, []);
    let topic = &config.topics[0];
    assert!(topic.opposites && topic.changes && !topic.planned);
    assert_eq!(read(""), (Config::default(), Vec::new()));
}

#[test]
fn positions_may_be_written_in_one_list() {
    let (config, problems) = read(
        "[[topics]]\nname = \"Where\"\npositions = [\n  { name = \"here\", places = [\"the port\"] },\n  { name = \"gone\", cues = [\"fled\"] },\n]\n",
    );
    assert_eq!(problems, []);
    assert_eq!(config.topics[0].positions.len(), 2);
}

#[test]
fn every_mistake_is_told_at_once_with_its_place() {
    let (config, problems) = read(
        "title = 3\n[[topics]]\nname = \"A\"\nabuot = [\"x\"]\n[[entities]]\nname = \"B\"\nkind = \"ship\"\n[[sources]]\nmatch = [1]\n",
    );
    let places: Vec<_> = problems
        .iter()
        .map(|p| (p.place.unwrap(), p.severity))
        .collect();
    let (error, warning) = (Severity::Error, Severity::Warning);
    assert_eq!(
        places,
        [
            ((1, 9), error),
            ((4, 1), warning),
            ((7, 8), error),
            ((8, 1), error),
            ((9, 10), error)
        ]
    );
    assert_eq!(config.topics.len(), 1, "what is good is kept");
    assert_eq!(config.entities[0].kind, None);
}

#[test]
fn a_problem_shows_the_line_a_mark_under_the_place_and_what_to_write() {
    assert_eq!(
        told("title = 3\n"),
        "config.toml:1:9: error: title is a string, not a number\n  1 | title = 3\n    |         ^\n  write title = \"Harbour fire, May 2024\""
    );
}

#[test]
fn an_unknown_key_names_the_nearest_known_one() {
    let shown = told("[[topics]]\nname = \"A\"\nfigurs = []\n");
    assert!(
        shown.contains("config.toml:3:1: warning: [[topics]] has no key \"figurs\""),
        "{shown}"
    );
    assert!(shown.contains("did you mean figures?"), "{shown}");
    let far = told("zzz = 1\n");
    assert!(far.contains("its keys are title, articles"), "{far}");
}

#[test]
fn several_mistakes_of_syntax_are_told_with_their_places() {
    let (config, problems) =
        read("title = \"a\narticles = [\"x\"]\n[[topics]\nname = \"A\"\n[theme\n");
    let lines: Vec<usize> = problems.iter().map(|p| p.place.unwrap().0).collect();
    assert!(
        lines.contains(&1) && lines.contains(&3) && lines.contains(&5),
        "{problems:#?}"
    );
    assert_eq!(config.articles, ["x"], "what is good is kept");
}

#[test]
fn a_string_where_a_list_belongs_is_taken_and_the_list_shown() {
    let (config, problems) = read("[[topics]]\nname = \"A\"\nabout = \"fire\"\n");
    assert_eq!(config.topics[0].about, ["fire"]);
    assert_eq!(problems[0].severity, Severity::Warning);
    assert_eq!(
        problems[0].hint.as_deref(),
        Some("write about = [\"fire\"]")
    );
}

#[test]
fn names_that_stand_twice_are_told_with_the_other_line() {
    let twice = "[[topics]]\nname = \"A\"\n[[topics]]\nname = \"A\"\n";
    assert!(
        told(twice)
            .contains("config.toml:4:8: error: there is another topic named \"A\", in line 2")
    );
    let positions = "[[topics]]\nname = \"A\"\npositions = [ { name = \"p\", cues = [\"x\"] },\n{ name = \"p\", cues = [\"y\"] } ]\n";
    assert!(
        told(positions).contains("config.toml:4:10: error: there is another position named \"p\"")
    );
}

#[test]
fn what_can_have_no_effect_is_told() {
    let nothing = told("[[topics]]\nname = \"A\"\n[[topics.positions]]\nname = \"p\"\n");
    assert!(
        nothing.contains("neither cues nor places nor by"),
        "{nothing}"
    );
    let empty = told("[[topics]]\nname = \"A\"\nabout = [\"\"]\n");
    assert!(
        empty.contains("3:10: error: an empty string in about"),
        "{empty}"
    );
    let cues = told("[[topics]]\nname = \"A\"\n[[topics.positions]]\nname = \"p\"\ncues = []\n");
    assert!(cues.contains("cues is an empty list"), "{cues}");
}

#[test]
fn a_cue_of_two_positions_is_told() {
    let shown = told(
        "[[topics]]\nname = \"A\"\npositions = [ { name = \"p\", cues = [\"fell\"] },\n{ name = \"q\", cues = [\"Fell\", \"held\"] } ]\n",
    );
    assert!(
        shown.contains("config.toml:4:23: warning: the cue \"Fell\" stands under another position"),
        "{shown}"
    );
}

#[test]
fn a_list_that_is_not_closed_is_told_once_and_what_stands_below_is_read() {
    let (config, problems) = read(
        "articles = [\"a\",\n[[topics]]\nname = \"A\"\nabout = [\"fire\"\nfigures = [\"killed\"]\n[[entities]\nname = \"B\"\nkind = 3\n",
    );
    let places: Vec<_> = problems.iter().map(|p| p.place.unwrap()).collect();
    assert_eq!(places, [(1, 17), (4, 16), (6, 12), (8, 8)], "{problems:#?}");
    assert_eq!(config.topics[0].figures[0].of, "killed");
    assert_eq!(config.entities[0].name, "B");
}

#[test]
fn figures_are_checked() {
    let near = told("[[topics]]\nname = \"A\"\nfigures = [\"kiled\"]\n");
    assert!(near.contains("did you mean \"killed\"?"), "{near}");
    let no_cues = told("[[topics]]\nname = \"A\"\nfigures = [{ of = \"offer\", unit = \"$\" }]\n");
    assert!(
        no_cues.contains("no built-in figure and has no cues"),
        "{no_cues}"
    );
    let no_list = told("[[topics]]\nname = \"A\"\nfigures = \"killed\"\n");
    assert!(no_list.contains("put it in brackets"), "{no_list}");
    let number = told("[[topics]]\nname = \"A\"\nfigures = 3\n");
    assert!(
        number.contains("figures is a list, not a number"),
        "{number}"
    );
}

#[test]
fn a_topic_without_a_name_is_left_out_and_told() {
    let (config, problems) = read("[[topics]]\nabout = [\"fire\"]\n");
    assert!(config.topics.is_empty());
    assert!(problems[0].message.contains("[[topics]] has no name"));
}

#[test]
fn a_byte_order_mark_and_carriage_returns_change_nothing() {
    let (config, problems) = read("\u{feff}title = \"A\"\r\narticles = [\"x\"]\r\n");
    assert_eq!((config.title.as_deref(), problems.len()), (Some("A"), 0));
}

#[test]
fn settings_know_their_lines() {
    let (config, _) = read(WHOLE);
    let problem = config.places.error(&["keys", "g g"], "clash");
    assert_eq!(problem.place.unwrap().0, 43);
    assert_eq!(problem.line.as_deref(), Some("\"g g\" = \"top\""));
}

#[test]
fn a_collections_settings_win_over_the_users_own() {
    let (own, _) =
        read("[keys]\nq = \"quit\"\nj = \"down\"\n[theme.agree]\nfg = \"red\"\nbold = true\n");
    let (collection, _) = read("[keys]\nq = \"close\"\n[theme.agree]\nfg = \"blue\"\n");
    let both = collection.over(&own);
    assert_eq!(both.keys["q"].as_str(), Some("close"));
    assert_eq!(both.keys["j"].as_str(), Some("down"));
    assert_eq!(both.theme["agree"]["fg"].as_str(), Some("blue"));
    assert_eq!(both.theme["agree"]["bold"].as_bool(), Some(true));
    assert_eq!(both.places.error(&["keys", "j"], "").place, Some((3, 1)));
}

#[test]
fn front_matter_gives_every_field() {
    let (article, problems) = article(
        "+++\nsource = \"Gazette\"\ntitle = \"Fire\"\nbyline = \"Staff\"\npublished = 2024-05-06T12:33:00+02:00\nurl = \"https://gazette.example/1\"\ncredit = [\"Reuters\"]\nlanguage = \"en\"\norigin = \"1.html\"\n+++\n\nIt burned.\n\nIt rained.\n\n",
    );
    assert_eq!(problems, []);
    assert_eq!(article.body, "It burned.\n\nIt rained.");
    assert_eq!(article.body_line, 12);
    assert_eq!((&*article.source, &*article.title), ("Gazette", "Fire"));
    assert_eq!(
        article.published.unwrap().to_string(),
        "2024-05-06T12:33:00+02:00"
    );
    assert_eq!(article.credit, ["Reuters"]);
    assert_eq!(article.origin.as_deref(), Some("1.html"));
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(article.byline.as_deref(), Some("Staff"));
    assert_eq!(article.url.as_deref(), Some("https://gazette.example/1"));
}

#[test]
fn without_front_matter_the_file_name_and_the_first_line_stand_in() {
    let (article, problems) = article("\n  \nFire in the port\n\nIt burned.");
    assert_eq!(problems, []);
    assert_eq!(
        (&*article.source, &*article.title),
        ("gazette", "Fire in the port")
    );
    assert_eq!(article.body, "Fire in the port\n\nIt burned.");
    assert_eq!(article.body_line, 3);
}

#[test]
fn the_body_keeps_its_indentation_and_loses_blank_lines_around_it() {
    let (article, _) = article("+++\n+++\n\n\t\n   Indented.  \n\n \n");
    assert_eq!(article.body, "   Indented.  ");
}

#[test]
fn dates_are_read_in_all_their_forms() {
    for (written, shown, problems) in [
        ("2021-09-06", Some("2021-09-06"), 0),
        ("2021-09-06T12:33:00", Some("2021-09-06T12:33:00"), 0),
        ("2021-09-06 12:33:00Z", Some("2021-09-06T12:33:00Z"), 0),
        (
            "2021-09-06T23:59:60-05:30",
            Some("2021-09-06T23:59:59-05:30"),
            0,
        ),
        ("\"2021-09-06\"", Some("2021-09-06"), 1),
        ("\"last Monday\"", None, 1),
        ("12:33:00", None, 1),
        ("20210906", None, 1),
    ] {
        let (article, found) = article(&format!("+++\npublished = {written}\n+++\nText."));
        let published = article.published.map(|p| p.to_string());
        assert_eq!(published.as_deref(), shown, "{written}");
        assert_eq!(found.len(), problems, "{written}: {found:#?}");
        assert!(
            found.iter().all(|p| p.place.unwrap() == (2, 13)),
            "{found:#?}"
        );
        assert_eq!(article.body, "Text.");
    }
}

#[test]
fn a_mistake_in_front_matter_leaves_the_body_and_the_other_fields() {
    let (article, problems) =
        article("+++\nsource = \"Gazette\"\ntitle = oops\nsuorce = \"x\"\n+++\n\nText.\n");
    assert_eq!(article.body, "Text.");
    assert_eq!(article.source, "Gazette");
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert_eq!(
        (problems[0].place.unwrap().0, problems[0].severity),
        (3, Severity::Error)
    );
    assert_eq!(problems[1].hint.as_deref(), Some("did you mean source?"));
}

#[test]
fn front_matter_that_is_not_closed_ends_at_the_first_blank_line() {
    let (article, problems) = article("+++\nsource = \"Gazette\"\n\nText.\n");
    assert_eq!((&*article.source, &*article.body), ("Gazette", "Text."));
    assert_eq!(problems[0].place, Some((1, 1)));
    assert!(problems[0].message.contains("not closed"));
}

#[test]
fn bytes_that_are_no_text_are_read_with_a_warning_at_their_place() {
    let (article, problems) = article_of_bytes(b"+++\nsource = \"G\"\n+++\nCaf\xe9 burned.\0");
    assert_eq!(article.body, "Caf\u{fffd} burned.\0");
    assert_eq!(problems[0].severity, Severity::Warning);
    assert_eq!(problems[0].place, Some((4, 4)));
    let wide: Vec<u8> = "\u{feff}Fire."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (article, problems) = article_of_bytes(&wide);
    assert_eq!(article.body, "Fire.");
    assert!(problems[0].message.contains("UTF-16"), "{problems:#?}");
}

#[test]
fn line_ends_and_byte_order_marks_are_no_part_of_the_body() {
    let (article, problems) =
        article("\u{feff}+++\r\nsource = \"G\"\r\n+++\r\n\r\nOne.\r\n\r\nTwo.\r\n");
    assert_eq!(problems, []);
    assert_eq!((&*article.source, &*article.body), ("G", "One.\n\nTwo."));
}

#[test]
fn an_empty_body_is_a_warning() {
    let (article, problems) = article("+++\ntitle = \"Fire\"\n+++\n\n  \n");
    assert_eq!(article.body, "");
    assert_eq!(problems[0].severity, Severity::Warning);
}

#[test]
fn endless_nesting_and_endless_mistakes_end() {
    for hostile in [
        "a.".repeat(200_000) + "a = 1",
        "a = ".to_owned() + &"[".repeat(200_000),
        "[".repeat(200_000),
        "a = {".repeat(50_000),
        "= \n".repeat(200_000),
        "x".repeat(5 << 20),
        "title = \"".to_owned() + &"\\x".repeat(100_000),
    ] {
        let (_, problems) = read(&hostile);
        assert!(
            !problems.is_empty() && problems.len() < 50,
            "{}",
            problems.len()
        );
        let _ = article(&format!("+++\n{hostile}\n+++\nText."));
    }
}

/// Pieces that configurations and articles are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "+++\n",
        "[[topics]]\n",
        "name = ",
        "\"a\"",
        "figures = ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\n",
        "positions = ",
        "[keys]\n",
        "[[topics.positions]]\n",
        "cues = ",
        "\"\"\"",
        "'",
        "=",
        ".",
        "published = ",
        "2021-13-45",
        "true",
        "1e999",
        "0x",
        "\r\n",
        "\u{feff}",
        "\u{0}",
        "é",
        "[topics]\n",
        "articles = ",
        "title = ",
        "99999999999999999999",
        "kind = ",
        "#",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_as_an_article_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (article, problems) = article_of_bytes(&bytes);
        let shown: String = problems.iter().map(ToString::to_string).collect();
        prop_assert!(!shown.contains(|c: char| c.is_control() && c != '\n'));
        prop_assert!(article.body_line >= 1);
    }

    #[test]
    fn no_text_as_a_configuration_panics(text in pieces(), noise in any::<String>()) {
        for text in [&text, &noise, &(text.clone() + &noise)] {
            let (_, problems) = read(text);
            prop_assert!(problems.is_sorted_by_key(|p| p.place));
            article(text);
            article(&format!("+++\n{text}\n+++\n{noise}"));
        }
    }

    #[test]
    fn the_parts_of_an_article_make_up_its_text(text in pieces()) {
        let parts = front_matter::parts(&text);
        prop_assert_eq!(parts.body.end, text.len());
        if let Some(toml) = parts.toml {
            prop_assert!(toml.end <= parts.body.start);
        }
    }
}
