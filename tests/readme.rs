//! README tells no more and no less than what is so: its keys are the reader's, its example is a configuration.

use std::path::Path;

fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The rows of the table under the heading `## Keys`, as `(keys, what they do)`.
fn rows(readme: &str) -> Vec<(String, String)> {
    let section = readme.split("\n## Keys\n").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|l| l.starts_with("| `"));
    rows.map(|row| {
        let (keys, does) = row.trim_matches('|').split_once(" | ").unwrap();
        (keys.trim().to_owned(), does.trim().to_owned())
    })
    .collect()
}

/// What the reader's own table says, in the form of README's rows, and whether the entry has a hint.
fn bound() -> Vec<((String, String), bool)> {
    let table: toml::Table = file("src/reader/keys.toml").parse().unwrap();
    let entries = table["key"].as_array().unwrap();
    let row = |entry: &toml::Value| {
        let keys = entry["keys"].as_array().unwrap().iter();
        let keys: Vec<String> = keys.map(|k| format!("`{}`", k.as_str().unwrap())).collect();
        let says = entry["says"].as_str().unwrap().to_owned();
        ((keys.join(" "), says), entry.get("hint").is_some())
    };
    entries.iter().map(row).collect()
}

#[test]
fn the_keys_of_the_readme_are_the_readers() {
    let readme = rows(&file("README.md"));
    let bound = bound();
    assert!(readme.len() > 10, "the table is found");
    for row in &readme {
        assert!(
            bound.iter().any(|(b, _)| b == row),
            "src/reader/keys.toml has no such line: {row:?}"
        );
    }
}

#[test]
fn the_readme_names_every_key_that_the_bottom_line_of_reading_names() {
    let readme = rows(&file("README.md"));
    for (row, hinted) in bound() {
        let reading = row.1 != "narrow the findings" && row.1 != "go to the passage in its article";
        assert!(
            !(hinted && reading) || readme.contains(&row),
            "README does not name {row:?}"
        );
    }
}

#[test]
fn the_configuration_in_the_readme_is_one() {
    let readme = file("README.md");
    let example = readme.split("```toml\n").nth(1).unwrap();
    let example = example.split("```").next().unwrap();
    let (config, problems) = parallax::config::read("README.md", example);
    assert_eq!(problems, [], "no problems");
    assert_eq!(config.topics.len(), 2);
    assert_eq!(config.topics[0].positions.len(), 2);
}

#[test]
fn the_bundled_collection_has_no_problems() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let collection = parallax::article::collection::load(&[root.to_path_buf()]).unwrap();
    assert_eq!(collection.problems, [], "no problems");
    assert_eq!(collection.articles.len(), 5);
    let topics: Vec<&str> = collection
        .config
        .topics
        .iter()
        .map(|t| t.name.as_str())
        .collect();
    for topic in [
        "Panjshir's status",
        "Massoud's whereabouts",
        "Casualty figures",
    ] {
        assert!(topics.contains(&topic), "{topic}");
    }
}
