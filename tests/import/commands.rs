//! `parallax import` as a user runs it.

use super::{body, page};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

pub fn import(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_parallax"))
        .arg("import")
        .args(arguments)
        .arg("--into")
        .arg(folder.join("articles"))
        .current_dir(folder)
        .output()
        .unwrap()
}

pub fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder.join("articles")) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn with_page() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("page.html"), page()).unwrap();
    folder
}

#[test]
fn a_page_becomes_an_article_file() {
    let folder = with_page();
    let output = import(folder.path(), &["page.html"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(
        names(folder.path()),
        ["orla-courier-bridge-at-orla-closed-over-cracks.md"]
    );
    let file = fs::read_to_string(
        folder
            .path()
            .join("articles")
            .join(&names(folder.path())[0]),
    )
    .unwrap();
    assert!(
        file.starts_with("+++\nsource = \"Orla Courier\"\n")
            && file.contains("origin = \"page.html\"\n+++\n"),
        "{file}"
    );
    assert!(file.ends_with(&format!("{}\n", body())), "{file}");
}

#[test]
fn the_same_page_again_is_already_there() {
    let folder = with_page();
    import(folder.path(), &["page.html"]);
    let again = import(folder.path(), &["page.html"]);
    assert!(
        again.status.success() && said(&again).contains("already there"),
        "{}",
        said(&again)
    );
    assert_eq!(names(folder.path()).len(), 1);
}

#[test]
fn another_version_gets_its_own_name_and_the_first_stays() {
    let folder = with_page();
    import(folder.path(), &["page.html"]);
    fs::write(
        folder.path().join("page.html"),
        page().replace("over by nine", "over by ten"),
    )
    .unwrap();
    assert!(import(folder.path(), &["page.html"]).status.success());
    assert_eq!(names(folder.path()).len(), 2);
}

#[test]
fn one_article_from_two_places_is_said_and_written_once() {
    let folder = with_page();
    fs::write(
        folder.path().join("copy.html"),
        page().replace("news/bridge-closed", "mobile/bridge-closed"),
    )
    .unwrap();
    let output = import(folder.path(), &["page.html", "copy.html"]);
    assert!(
        said(&output).contains("the same article as"),
        "{}",
        said(&output)
    );
    assert_eq!(names(folder.path()).len(), 1);
}

#[test]
fn a_title_names_no_file_outside_the_folder() {
    let folder = with_page();
    let hostile = page()
        .replace(
            "Bridge at Orla closed over cracks",
            "../../etc/passwd and more words",
        )
        .replace("Orla Courier", "/root/.ssh");
    fs::write(folder.path().join("page.html"), hostile).unwrap();
    assert!(import(folder.path(), &["page.html"]).status.success());
    let names = names(folder.path());
    assert_eq!(names.len(), 1);
    assert!(
        names[0]
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.')
            && !names[0].starts_with('.'),
        "{names:?}"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_failed_input_names_its_reason_and_the_others_go_on() {
    let folder = with_page();
    let output = import(folder.path(), &["missing.html", "page.html"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("missing.html: failed: it cannot be read"),
        "{}",
        said(&output)
    );
    assert_eq!(names(folder.path()).len(), 1);
}

#[test]
fn what_the_user_says_wins_and_the_configuration_names_outlets() {
    let folder = with_page();
    fs::write(
        folder.path().join("config.toml"),
        "[[sources]]\nname = \"The Courier of Orla\"\nmatch = [\"courier.example\"]\n",
    )
    .unwrap();
    import(folder.path(), &["page.html", "--published", "2020-03-04"]);
    let file = fs::read_to_string(
        folder
            .path()
            .join("articles")
            .join(&names(folder.path())[0]),
    )
    .unwrap();
    assert!(
        file.contains("source = \"The Courier of Orla\"")
            && file.contains("published = 2020-03-04\n"),
        "{file}"
    );
    let other = with_page();
    import(other.path(), &["page.html", "--source", "Mine"]);
    assert!(
        names(other.path())[0].starts_with("mine-"),
        "{:?}",
        names(other.path())
    );
}

#[test]
fn a_folder_is_imported_in_the_order_of_its_names() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("saved");
    fs::create_dir(&pages).unwrap();
    for n in 0..12 {
        fs::write(
            pages.join(format!("{n:02}.html")),
            page().replace("over by nine", &format!("over by hour {n}")),
        )
        .unwrap();
    }
    let output = import(folder.path(), &["saved"]);
    let text = said(&output);
    let order: Vec<&str> = text
        .lines()
        .filter_map(|l| l.split(": wrote").next()?.rsplit('/').next())
        .filter(|n| n.ends_with(".html"))
        .collect();
    let expected: Vec<String> = (0..12).map(|n| format!("{n:02}.html")).collect();
    assert_eq!(order, expected, "{text}");
    assert!(text.contains("12 written"), "{text}");
}
