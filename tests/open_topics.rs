//! Topics without answers, and the texts behind texts.

use parallax::article::Article;
use parallax::comparison::origin::{self, OriginId};
use parallax::comparison::{
    Basis, Certainty, Kind, TopicComparison, TopicPassage, compare, content,
};
use parallax::config::{Config, Topic};
use parallax::text::{Span, Stem, lexicon};

fn article(n: usize, body: &str) -> Article {
    Article {
        id: format!("a{n}"),
        file: format!("a{n}.md"),
        origin: None,
        source: format!("Outlet {n}"),
        title: String::new(),
        byline: None,
        published: None,
        url: None,
        credit: Vec::new(),
        language: None,
        body: body.to_owned(),
        body_line: 1,
    }
}

fn on(topic: Option<&str>, bodies: &[&str]) -> TopicComparison {
    let articles: Vec<Article> = bodies
        .iter()
        .enumerate()
        .map(|(n, b)| article(n, b))
        .collect();
    let config = Config {
        topics: topic.map(Topic::named).into_iter().collect(),
        ..Config::default()
    };
    compare(&articles, &config).topics.remove(0)
}

fn kinds(found: &TopicComparison) -> Vec<(Kind, Basis)> {
    found.relations.iter().map(|r| (r.kind, r.basis)).collect()
}

#[test]
fn sentences_that_say_the_same_in_other_words_agree() {
    let found = on(
        None,
        &[
            "The harbour council postponed the dredging of the northern channel on Friday.",
            "Dredging of the northern channel was delayed by the harbour council.",
            "A bakery in the old town won a prize for its rye bread.",
        ],
    );
    assert_eq!(kinds(&found), [(Kind::Agree, Basis::Claim)]);
    let why = &found.relations[0].why;
    assert!(why.contains("dredging") || why.contains("channel"), "{why}");
}

#[test]
fn another_number_of_the_same_thing_conflicts() {
    let found = on(
        None,
        &[
            "The landslide above Ferrol buried 14 houses and closed the valley road.",
            "The landslide above Ferrol buried 31 houses and closed the valley road.",
        ],
    );
    assert_eq!(kinds(&found), [(Kind::Conflict, Basis::Figure)]);
    assert!(found.relations[0].why.contains("14") && found.relations[0].why.contains("31"));
}

#[test]
fn a_round_number_meets_the_exact_one() {
    let found = on(
        None,
        &[
            "The landslide above Ferrol buried about 30 houses and closed the valley road.",
            "The landslide above Ferrol buried 31 houses and closed the valley road.",
        ],
    );
    assert_eq!(
        found.relations.iter().map(|r| r.kind).collect::<Vec<_>>(),
        [Kind::Agree]
    );
}

#[test]
fn a_denial_conflicts_with_the_claim_it_denies() {
    let found = on(
        None,
        &[
            "The regulator approved the merger of the two ferry companies in Bergen.",
            "The regulator has not approved the merger of the two ferry companies in Bergen.",
        ],
    );
    assert_eq!(kinds(&found), [(Kind::Conflict, Basis::Claim)]);
}

#[test]
fn contrary_words_about_the_same_conflict() {
    let found = on(
        None,
        &[
            "Lawmakers in Tallinn approved the broadcasting bill late on Tuesday.",
            "Lawmakers in Tallinn rejected the broadcasting bill late on Tuesday.",
        ],
    );
    assert_eq!(kinds(&found), [(Kind::Conflict, Basis::Claim)]);
}

#[test]
fn another_place_in_the_same_role_conflicts() {
    let found = on(
        None,
        &[
            "The former finance minister boarded a private plane and landed in Lisbon before dawn.",
            "The former finance minister boarded a private plane and landed in Madrid before dawn.",
        ],
    );
    assert_eq!(kinds(&found), [(Kind::Conflict, Basis::Place)]);
}

#[test]
fn sentences_that_share_a_name_alone_are_left_alone() {
    let found = on(
        None,
        &[
            "The mayor of Ferrol opened a swimming pool for schools.",
            "Rain is expected in Ferrol until the end of the month.",
        ],
    );
    assert!(found.relations.is_empty(), "{:?}", found.relations);
}

#[test]
fn lines_of_names_and_dates_claim_nothing() {
    let found = on(
        None,
        &[
            "Changed: Sunday, May 5, 2019 09:14 CET",
            "Changed: Sunday, May 5, 2019 09:47 CET",
        ],
    );
    assert!(found.relations.is_empty(), "{:?}", found.relations);
}

#[test]
fn answers_to_a_question_agree_by_what_they_say_not_by_the_words_of_the_question() {
    let found = on(
        Some("Why did the council close the bridge?"),
        &[
            "The council closed the bridge because of cracks in a pillar.",
            "Cracks in one of the pillars made the council close the bridge.",
            "The council closed the bridge to punish the ferry operators.",
        ],
    );
    let agree: Vec<(usize, usize)> = (found.relations.iter())
        .filter(|r| r.kind == Kind::Agree)
        .map(|r| (found.passages[r.a].article, found.passages[r.b].article))
        .collect();
    assert_eq!(agree, [(0, 1)]);
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let bodies = [
        "The landslide above Ferrol buried 14 houses and closed the valley road.",
        "The landslide above Ferrol buried 31 houses and closed the valley road.",
        "The valley road above Ferrol is closed after a landslide that buried 14 houses.",
    ];
    let turned = [bodies[2], bodies[0], bodies[1]];
    let pairs = |bodies: &[&str]| {
        let found = on(None, bodies);
        let body = |p: usize| bodies[found.passages[p].article].to_owned();
        let mut pairs: Vec<_> = (found.relations.iter())
            .map(|r| {
                let (a, b) = (body(r.a), body(r.b));
                (r.kind, a.clone().min(b.clone()), a.max(b))
            })
            .collect();
        pairs.sort();
        pairs
    };
    assert_eq!(pairs(&bodies), pairs(&turned));
    assert!(!pairs(&bodies).is_empty());
}

const WIRE: &str = "A freight train carrying grain left the rails outside Novara early on Sunday, blocking the main line to the port for most of the day.";

#[test]
fn a_lightly_edited_copy_has_the_same_wording() {
    let copy = "A freight train carrying grain left the rails outside Novara on Sunday morning, blocking the main line to the port for most of the day.";
    assert!(origin::same_wording(WIRE, copy));
}

#[test]
fn two_reports_of_one_fact_have_not() {
    let other = "The main line to the port was blocked for hours on Sunday after grain wagons derailed near Novara.";
    assert!(!origin::same_wording(WIRE, other));
}

#[test]
fn a_shared_quotation_is_one_utterance_not_one_text() {
    let a = "“We will repair the line before the harvest is brought in, whatever it costs,” the minister told parliament.";
    let b = "Speaking in Novara, the minister said: “We will repair the line before the harvest is brought in, whatever it costs.”";
    assert!(!origin::same_wording(a, b));
}

fn passage(article: usize, body: &str) -> TopicPassage {
    TopicPassage {
        article,
        span: Span::new(0, body.len()),
        cues: Vec::new(),
        position: None,
        neutral: false,
        denied: false,
        speaker: None,
        side: None,
        certainty: Certainty::Stated,
        figures: Vec::new(),
        when: None,
        abstains: None,
    }
}

#[test]
fn outlets_that_carry_one_wire_are_one_origin() {
    let own =
        "Grain wagons derailed near Novara and the line to the port was shut, a railwayman said.";
    let bodies = [WIRE, own, WIRE, WIRE];
    let articles: Vec<Article> = bodies
        .iter()
        .enumerate()
        .map(|(n, b)| article(n, b))
        .collect();
    let passages: Vec<TopicPassage> = bodies
        .iter()
        .enumerate()
        .map(|(n, b)| passage(n, b))
        .collect();
    assert_eq!(
        origin::origins(&articles, &passages),
        [0, 1, 0, 0].map(OriginId)
    );
}

#[test]
fn agencies_are_named_by_credit_and_by_text() {
    let mut own = article(0, "NOVARA (AFP) — A train left the rails.");
    own.credit = vec!["Reuters".to_owned(), "Valley Wire".to_owned()];
    assert_eq!(origin::agencies(&own), ["AFP", "Reuters", "Valley Wire"]);
}

#[test]
fn the_examples_of_the_data_files_hold() {
    #[derive(serde::Deserialize)]
    struct Any {}
    let agencies = lexicon::read::<Any>("agencies.toml", origin::AGENCIES);
    for example in &agencies.examples {
        assert_eq!(
            origin::in_text(&example.text),
            std::slice::from_ref(&example.finds),
            "{}",
            example.text
        );
    }
    for example in &agencies.counterexamples {
        assert!(
            origin::in_text(&example.text).is_empty(),
            "{}",
            example.text
        );
    }
    let words = lexicon::read::<Any>("open.toml", content::DATA);
    let holds = |list: &content::List, text: &str| content::is(*list, Stem::of(text));
    for example in &words.examples {
        let list = content::List::ALL
            .iter()
            .find(|l| l.name() == example.finds)
            .unwrap();
        assert!(holds(list, &example.text), "{}", example.text);
    }
    for example in &words.counterexamples {
        let any = content::List::ALL.iter().any(|l| holds(l, &example.text));
        assert!(!any, "{}", example.text);
    }
}
