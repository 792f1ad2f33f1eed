//! The examples in import's data files.

use parallax::import::furniture::{self, Family};
use parallax::import::line::Line;
use parallax::import::outlet::{self, Outlet};
use parallax::text::lexicon::{self, Lexicon};

#[test]
fn each_phrase_of_furniture_is_known_for_what_it_is() {
    let file: Lexicon<Family> = lexicon::read("furniture.toml", furniture::DATA);
    assert!(file.examples.len() > 5 && file.counterexamples.len() > 3);
    for example in &file.examples {
        let found = furniture::purpose(&Line::new(&example.text))
            .map(|f| format!("{:?}", f.purpose).to_lowercase());
        assert_eq!(
            found.as_deref(),
            Some(example.finds.as_str()),
            "{}",
            example.text
        );
    }
    for example in &file.counterexamples {
        let found = furniture::purpose(&Line::new(&example.text)).filter(|f| !f.edge);
        assert_eq!(found, None, "{}", example.text);
    }
}

#[test]
fn outlets_are_known_by_names_and_sites() {
    let file: Lexicon<Outlet> = lexicon::read("outlets.toml", outlet::OUTLETS);
    let find = |text: &str| match text.split_once("://") {
        Some((_, rest)) => outlet::of_host(rest.split('/').next().unwrap()),
        None => outlet::known(text),
    };
    for example in &file.examples {
        assert_eq!(
            find(&example.text).map(|o| o.name.as_str()),
            Some(example.finds.as_str()),
            "{}",
            example.text
        );
    }
    for example in &file.counterexamples {
        assert!(find(&example.text).is_none(), "{}", example.text);
    }
}

#[test]
fn a_page_that_names_its_outlet_is_heard() {
    #[derive(serde::Deserialize)]
    struct Any {}
    let file: Lexicon<Any> = lexicon::read("outlet_phrases.toml", outlet::PHRASES);
    for example in &file.examples {
        assert_eq!(
            outlet::in_furniture(&Line::new(&example.text)).as_deref(),
            Some(example.finds.as_str()),
            "{}",
            example.text
        );
    }
    for example in &file.counterexamples {
        assert_eq!(
            outlet::in_furniture(&Line::new(&example.text)),
            None,
            "{}",
            example.text
        );
    }
}
