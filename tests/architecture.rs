//! The floors: a module uses only those that stand above it in `lib.rs`.

use std::path::{Path, PathBuf};

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn a_module_uses_only_those_above_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let map = std::fs::read_to_string(src.join("lib.rs")).unwrap();
    let floors: Vec<&str> = map
        .lines()
        .filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert!(floors.len() > 3, "lib.rs lists the modules");
    let mut wrong = Vec::new();
    for (own, floor) in floors.iter().enumerate() {
        let mut files = Vec::new();
        let folder = src.join(floor);
        if folder.is_dir() {
            rust_files(&folder, &mut files);
        } else {
            files.push(src.join(format!("{floor}.rs")));
        }
        for file in files {
            let code = std::fs::read_to_string(&file).unwrap();
            for below in &floors[own + 1..] {
                if code.contains(&format!("crate::{below}")) {
                    wrong.push(format!("{} uses {below}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
