//! The cases under `tests/cases/`: articles in, findings out. `tests/cases/README.md` says how they are
//! written.

#[path = "cases/runner/mod.rs"]
mod runner;

use runner::{Outcome, run};
use std::path::{Path, PathBuf};

fn markdown(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            markdown(&path, found);
        } else if path.extension().is_some_and(|e| e == "md") && !path.ends_with("README.md") {
            found.push(path);
        }
    }
}

fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    markdown(&folder, &mut found);
    found.sort();
    found
}

#[test]
fn every_case_finds_what_it_says() {
    let outcomes: Vec<Outcome> = files().iter().map(|f| run(f)).collect();
    let total = |count: fn(&Outcome) -> usize| outcomes.iter().map(count).sum::<usize>();
    eprintln!(
        "{} cases in {} files: {} expectations hold, {} are pending",
        total(|o| o.cases),
        outcomes.len(),
        total(|o| o.held),
        total(|o| o.pending.len()),
    );
    if std::env::var_os("PARALLAX_PENDING").is_some() {
        for line in outcomes.iter().flat_map(|o| &o.pending) {
            eprintln!("pending {line}");
        }
    }
    let wrong: Vec<&str> = outcomes
        .iter()
        .flat_map(|o| &o.wrong)
        .map(String::as_str)
        .collect();
    assert!(
        wrong.is_empty(),
        "\n{}\n\nPARALLAX_ACCEPT=1 cargo test cases moves these lines between `findings` and `findings pending`.",
        wrong.join("\n")
    );
    assert!(total(|o| o.cases) > 40, "the cases are found");
}
