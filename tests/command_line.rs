//! What a reader relies on at a shell: the real binary, its arguments, its output, its exit status.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder of its own, in which the binary runs with a home of its own.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
        command
            .args(args)
            .current_dir(self.0.path())
            .env("HOME", self.path("home"))
            .env("XDG_CONFIG_HOME", self.path("home/.config"))
            .stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Ran {
        Ran::of(self.command(args).output().unwrap())
    }

    /// What `compare --format json` prints.
    fn compared(&self, args: &[&str]) -> Value {
        let ran = self.run(&[&["compare", "--format", "json"], args].concat());
        assert_eq!(ran.status, 0, "{}", ran.err);
        serde_json::from_str(&ran.out).unwrap()
    }
}

struct Ran {
    status: i32,
    out: String,
    err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

fn ids(compared: &Value) -> Vec<&str> {
    let articles = compared["articles"].as_array().unwrap();
    articles.iter().map(|a| a["id"].as_str().unwrap()).collect()
}

const CONFIG: &str = r#"
title = "Bridge"
[[topics]]
name = "Who holds the bridge"
about = ["bridge"]
  [[topics.positions]]
  name = "taken"
  cues = ["captured"]
  [[topics.positions]]
  name = "held"
  cues = ["still hold"]
[[topics]]
name = "Figures"
figures = ["killed"]
"#;

/// Two outlets that contradict each other.
fn bridge() -> Place {
    let place = Place::new();
    place
        .write("config.toml", CONFIG)
        .write(
            "articles/east.md",
            "+++\nsource = \"East\"\npublished = 2024-05-06\norigin = \"e.html\"\n+++\n\nThe “Żółw” bridge was captured by the rebels on Monday.\n",
        )
        .write(
            "articles/west.md",
            "+++\nsource = \"West\"\npublished = 2024-05-06\n+++\n\nThe rebels said little. Government troops still hold the bridge.\n",
        );
    place
}

fn keys(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

/// Whether an object has the keys that the contract names.
fn has(object: &Value, contract: &[&str]) {
    let keys = keys(object);
    for key in contract {
        assert!(keys.contains(key), "{key} in {keys:?}");
    }
}

#[test]
fn the_json_has_what_the_contract_names() {
    let compared = bridge().compared(&[]);
    assert_eq!(compared["schema"], "parallax.comparison/1");
    assert_eq!(compared["title"], "Bridge");
    let east = &compared["articles"][0];
    has(
        east,
        &[
            "id",
            "file",
            "origin",
            "source",
            "title",
            "published",
            "url",
            "body",
        ],
    );
    assert_eq!(
        (&east["id"], &east["file"]),
        (&"east".into(), &"articles/east.md".into())
    );
    assert_eq!(
        (&east["origin"], &east["published"]),
        (&"e.html".into(), &"2024-05-06".into())
    );
    assert_eq!(east["url"], Value::Null);
    let topic = &compared["topics"][0];
    has(
        topic,
        &["name", "passages", "relations", "findings", "sources"],
    );
    has(
        &topic["passages"][0],
        &[
            "id",
            "article",
            "start",
            "end",
            "quote",
            "position",
            "denied",
            "speaker",
            "side",
            "certainty",
            "figures",
            "when",
        ],
    );
    has(
        &topic["relations"][0],
        &[
            "kind",
            "a",
            "b",
            "basis",
            "between",
            "same_wording",
            "score",
            "why",
        ],
    );
    has(
        &topic["findings"][0],
        &["kind", "title", "passages", "origins", "why"],
    );
    has(&topic["sources"][0], &["article", "stands", "silence"]);
    assert_eq!(
        compared["topics"][1]["sources"][0]["stands"],
        Value::Array(Vec::new())
    );
}

#[test]
fn outlets_that_contradict_each_other_conflict() {
    let compared = bridge().compared(&[]);
    let relation = &compared["topics"][0]["relations"][0];
    assert_eq!(relation["kind"], "conflict");
    let passages = compared["topics"][0]["passages"].as_array().unwrap();
    for end in ["a", "b"] {
        assert!(passages.iter().any(|p| p["id"] == relation[end]));
    }
}

#[test]
fn offsets_count_code_points_of_the_body() {
    let compared = bridge().compared(&[]);
    let mut seen = 0;
    for passage in compared["topics"][0]["passages"].as_array().unwrap() {
        let articles = compared["articles"].as_array().unwrap();
        let article = articles
            .iter()
            .find(|a| a["id"] == passage["article"])
            .unwrap();
        let place = |key: &str| usize::try_from(passage[key].as_u64().unwrap()).unwrap();
        let body = article["body"].as_str().unwrap().chars();
        let quote: String = body
            .skip(place("start"))
            .take(place("end") - place("start"))
            .collect();
        assert_eq!(quote, passage["quote"]);
        seen += 1;
    }
    assert!(seen >= 2);
}

#[test]
fn claims_have_what_the_contract_names() {
    let place = bridge();
    place.write(
        "said.txt",
        "“Żółw” stands, the mayor said on Monday. Two people were killed.",
    );
    let ran = place.run(&["claims", "--format", "json", "said.txt", "articles/east.md"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let list: Value = serde_json::from_str(&ran.out).unwrap();
    let files: Vec<_> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["file"].as_str().unwrap())
        .collect();
    assert_eq!(files, ["articles/east.md", "said.txt"], "sorted, as named");
    let said = &list[1];
    has(said, &["file", "body", "sentences"]);
    has(&said["sentences"][0], &["start", "end", "quote", "claims"]);
    has(
        &said["sentences"][0]["claims"][0],
        &[
            "start",
            "end",
            "speaker",
            "cue",
            "cue_start",
            "cue_end",
            "speaker_start",
            "speaker_end",
            "content_start",
            "content_end",
            "quoted",
            "denied",
            "certainty",
            "figures",
            "when",
        ],
    );
    let second = &said["sentences"][1];
    assert_eq!(second["quote"], "Two people were killed.");
    assert_eq!(
        second["start"],
        "“Żółw” stands, the mayor said on Monday. ".chars().count()
    );
}

#[test]
fn the_order_in_which_files_are_named_changes_nothing() {
    let place = bridge();
    let (east, west) = ("articles/east.md", "./articles/west.md");
    for command in [
        &["compare", "--format", "json"][..],
        &["compare"],
        &["claims"],
        &["check"],
    ] {
        let one = place.run(&[command, &[east, west]].concat());
        let other = place.run(&[command, &[west, east, west]].concat());
        assert_eq!(
            (one.status, &one.out),
            (0, &other.out),
            "{command:?}: {}",
            one.err
        );
    }
}

#[test]
fn a_collection_is_found_by_its_file_its_folder_and_the_working_folder() {
    let place = bridge();
    let here = place.run(&["compare"]);
    assert!(
        here.out.contains("TOPIC 1 of 2: Who holds the bridge"),
        "{}",
        here.out
    );
    let outer = Place::new();
    let (folder, file) = (place.path(""), place.path("config.toml"));
    for path in [folder.to_str().unwrap(), file.to_str().unwrap()] {
        assert_eq!(outer.run(&["compare", path]).out, here.out);
    }
}

#[test]
fn a_bare_folder_is_a_collection() {
    let place = Place::new();
    place
        .write("news/a.md", "One.")
        .write("news/deep/b.TXT", "Two.")
        .write("news/page.html", "<p>No.")
        .write("news/.hidden.md", "No.")
        .write("news/.git/c.md", "No.");
    let compared = place.compared(&["news"]);
    assert_eq!(ids(&compared), ["a", "deep/b"]);
    assert_eq!(compared["title"], "news");
    assert_eq!(compared["topics"][0]["name"], "All claims");
    assert_eq!(compared["articles"][1]["file"], "deep/b.TXT");
}

#[test]
fn a_list_of_files_is_a_collection_with_ids_below_their_common_folder() {
    let place = Place::new();
    place
        .write("a/x.md", "One.")
        .write("b/x.md", "Two.")
        .write("b/y.md", "Three.");
    assert_eq!(ids(&place.compared(&["b/y.md", "b/x.md"])), ["x", "y"]);
    assert_eq!(ids(&place.compared(&["b/x.md", "a/x.md"])), ["a/x", "b/x"]);
    assert_eq!(ids(&place.compared(&["b", "a"])), ["a/x", "b/x", "b/y"]);
}

#[test]
fn articles_are_folders_files_and_globs() {
    let place = Place::new();
    place
        .write(
            "config.toml",
            "articles = [\"one\", \"./two/x.md\", \"three/*/*.txt\", \"one/a.md\"]",
        )
        .write("one/a.md", "A.")
        .write("two/x.md", "X.")
        .write("two/y.md", "Y.")
        .write("three/n/z.txt", "Z.")
        .write("three/w.txt", "W.");
    assert_eq!(ids(&place.compared(&[])), ["a", "n/z", "x"]);
}

#[test]
fn without_articles_in_the_configuration_the_folder_beside_it_is_read() {
    let place = Place::new();
    place.write("config.toml", "").write("a.md", "A.");
    assert_eq!(ids(&place.compared(&[])), ["a"]);
    place.write("articles/b.md", "B.");
    assert_eq!(ids(&place.compared(&[])), ["b"]);
}

#[test]
fn entries_that_name_nothing_are_told_with_their_line() {
    let place = Place::new();
    place
        .write(
            "config.toml",
            "title = \"T\"\narticles = [\"a\", \"nowhere\", \"b/*.md\", \"x[\"]",
        )
        .write("a/a.md", "A.")
        .write("b/c.txt", "C.");
    let ran = place.run(&["check"]);
    assert!(
        ran.out
            .contains("config.toml:2:18: error: there is no file or folder nowhere"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("config.toml:2:29: warning: no article matches b/*.md"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("config.toml:2:39: error: this glob cannot be read"),
        "{}",
        ran.out
    );
    assert_eq!(ran.status, 2);
}

#[test]
fn a_path_that_names_nothing_is_told() {
    let place = Place::new();
    for command in [
        &["compare", "nowhere"][..],
        &["claims", "nowhere"],
        &["check", "nowhere"],
    ] {
        let ran = place.run(command);
        assert_eq!((ran.status, &*ran.out), (2, ""));
        assert!(
            ran.err.contains("there is no file or folder nowhere"),
            "{}",
            ran.err
        );
    }
    let ran = place.run(&["compare"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.contains("no config.toml") && ran.err.contains("parallax init"),
        "{}",
        ran.err
    );
}

#[test]
fn a_collection_cannot_be_mixed_with_other_paths() {
    let place = bridge();
    let ran = place.run(&["compare", "config.toml", "articles/east.md"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("name it alone"), "{}", ran.err);
}

#[test]
fn a_configuration_with_errors_compares_nothing_and_tells_them_all() {
    let place = bridge();
    place.write("config.toml", "title = 3\n[[topics]]\nnaem = \"x\"\n");
    let ran = place.run(&["compare", "--format", "json"]);
    assert_eq!((ran.status, &*ran.out), (2, ""));
    for told in [
        "config.toml:1:9: error",
        "config.toml:3:1: warning",
        "config.toml:2:1: error",
        "2 errors, 1 warning",
    ] {
        assert!(ran.err.contains(told), "{told}\n{}", ran.err);
    }
}

#[test]
fn a_broken_article_is_told_and_the_others_are_read() {
    let place = bridge();
    place
        .write("articles/bad.md", "+++\ntitle = oops\n+++\nStill read.")
        .write("articles/latin.txt", b"Caf\xe9.")
        .write("articles/empty.md", "");
    let ran = place.run(&["compare", "--format", "json"]);
    assert_eq!(ran.status, 0);
    let compared: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(ids(&compared), ["bad", "east", "empty", "latin", "west"]);
    for told in [
        "articles/bad.md:2:9: error",
        "articles/latin.txt:1:4: warning",
        "articles/empty.md: warning",
    ] {
        assert!(ran.err.contains(told), "{told}\n{}", ran.err);
    }
}

#[test]
fn two_articles_with_one_id_are_both_kept_and_told() {
    let place = Place::new();
    place.write("news/a.md", "One.").write("news/a.txt", "Two.");
    let compared = place.compared(&["news"]);
    assert_eq!(ids(&compared), ["a", "a.txt"]);
    assert!(
        place
            .run(&["check", "news"])
            .out
            .contains("another article has the id a")
    );
}

#[cfg(unix)]
#[test]
fn links_that_loop_or_lead_nowhere_are_told_and_the_others_are_read() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    place.write("news/a.md", "One.");
    symlink("..", place.path("news/loop")).unwrap();
    symlink("nowhere", place.path("news/b.md")).unwrap();
    symlink("a.md", place.path("news/again.md")).unwrap();
    let ran = place.run(&["compare", "news", "--format", "json"]);
    let compared: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(ids(&compared), ["a"], "one file is one article");
    assert!(
        ran.err
            .contains("news/loop: warning: this link leads back to"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("news/b.md: error: it cannot be read"),
        "{}",
        ran.err
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_articles_is_not_waited_for() {
    let place = Place::new();
    place.write("news/a.md", "One.");
    let made = Command::new("mkfifo").arg(place.path("news/b.md")).status();
    assert!(made.unwrap().success());
    assert_eq!(ids(&place.compared(&["news"])), ["a"]);
}

#[test]
fn other_files_are_refused_with_the_way_to_import_them() {
    let place = Place::new();
    place.write("page.html", "<p>Fire.");
    let ran = place.run(&["claims", "page.html"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("parallax import"), "{}", ran.err);
}

#[test]
fn many_articles_and_a_large_one_are_read() {
    let place = Place::new();
    for n in 0..300 {
        place.write(
            &format!("news/{n:03}.md"),
            format!("Article {n} says little."),
        );
    }
    assert_eq!(ids(&place.compared(&["news"])).len(), 300);
    place.write("large/a.md", "The bridge stands. ".repeat(1 << 20));
    let ran = place.run(&["check", "large"]);
    assert_eq!(
        (ran.status, &*ran.out),
        (
            0,
            "1 article, 0 topics, 0 entities, 0 sources: no problems\n"
        )
    );
}

#[test]
fn no_articles_and_one_article_are_said() {
    let place = Place::new();
    place.write("config.toml", "");
    let none = place.run(&["compare"]);
    assert_eq!(none.status, 0);
    assert!(none.err.contains("there are no articles"), "{}", none.err);
    assert!(none.out.contains("There are no articles"), "{}", none.out);
    place.write("a.md", "One.");
    assert!(place.run(&["compare"]).out.contains("There is one article"));
}

#[test]
fn only_the_topics_asked_for_are_compared() {
    let place = bridge();
    let one = place.compared(&["--topic", "figures"]);
    assert_eq!(one["topics"].as_array().unwrap().len(), 1);
    assert_eq!(one["topics"][0]["name"], "Figures");
    let both = place.compared(&["--topic", "Figures", "--topic", "Who holds the bridge"]);
    assert_eq!(
        both["topics"][0]["name"], "Who holds the bridge",
        "in the configuration's order"
    );
    let ran = place.run(&["compare", "--topic", "Figurs", "--topic", "zzzz"]);
    assert_eq!((ran.status, &*ran.out), (2, ""));
    assert!(
        ran.err
            .contains("there is no topic \"Figurs\"\n  did you mean \"Figures\"?"),
        "{}",
        ran.err
    );
    assert!(
        ran.err
            .contains("there is no topic \"zzzz\"\n  the topics are"),
        "{}",
        ran.err
    );
}

#[test]
fn conflicts_set_the_exit_status_when_asked() {
    let place = bridge();
    assert_eq!(place.run(&["compare"]).status, 0);
    assert_eq!(place.run(&["compare", "--exit-code"]).status, 1);
    assert_eq!(
        place
            .run(&["compare", "--exit-code", "--topic", "Figures"])
            .status,
        0
    );
}

#[test]
fn a_result_file_is_written_whole_and_never_overwritten() {
    let place = bridge();
    let printed = place.run(&["compare"]).out;
    let ran = place.run(&["compare", "--output", "report.txt"]);
    assert_eq!(
        (ran.status, &*ran.out, place.read("report.txt")),
        (0, "", printed)
    );
    place.write("report.txt", "mine");
    let ran = place.run(&["compare", "--output", "report.txt", "--format", "json"]);
    assert_eq!((ran.status, &*place.read("report.txt")), (2, "mine"));
    assert!(
        ran.err.contains("report.txt exists and is not overwritten"),
        "{}",
        ran.err
    );
    let ran = place.run(&["compare", "--output", "nowhere/report.txt"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("nowhere/report.txt"), "{}", ran.err);
    let left: Vec<_> = names(place.0.path());
    assert_eq!(left, ["articles", "config.toml", "report.txt"]);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_reader_who_closes_the_pipe_early_is_no_error() {
    let place = Place::new();
    place.write("news/a.md", "The bridge stands. ".repeat(20_000));
    let mut child = place
        .command(&["compare", "news", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ran.status, &*ran.err), (0, ""));
}

#[test]
fn the_text_report_is_linear_and_in_words() {
    let out = bridge().run(&["compare"]).out;
    for line in [
        "TOPIC 1 of 2: Who holds the bridge",
        "  CONFLICT 1 of 1: ",
        "    East, 6 May 2024, in its own voice, says taken",
        "TOPIC 2 of 2: Figures",
        "    West, 6 May 2024: silent, the topic is never mentioned.",
    ] {
        assert!(out.contains(line), "{line}\n{out}");
    }
    assert!(out.lines().all(|l| l.chars().count() <= 80), "{out}");
    assert!(!out.contains(['≠', '≡', '↻', '\u{1b}']));
}

#[test]
fn nothing_that_a_terminal_obeys_is_printed() {
    let place = bridge();
    let hostile = "\u{1b}]0;owned\u{7}\u{1b}[2J \u{9b}31m \u{202e}";
    place
        .write("articles/bad.md", format!("+++\nsource = \"B\\u001b[31m\"\ntitle = {hostile}\n+++\n\nThe bridge {hostile} was captured {hostile}, \"it\" {hostile} said.\n"))
        .write("config.toml", CONFIG.replace("Bridge", "Bri\\u001b[31mdge"));
    for command in [&["compare"][..], &["claims", "articles/bad.md"], &["check"]] {
        let ran = place.run(command);
        let both = ran.out + &ran.err;
        assert!(both.contains('␛'), "{command:?}: {both}");
        assert!(
            !both.contains(|c: char| c.is_control() && c != '\n'),
            "{command:?}: {both:?}"
        );
        assert!(!both.contains('\u{202e}'));
    }
}

#[test]
fn check_tells_every_problem_on_standard_output_and_sums_up() {
    let place = bridge();
    let ran = place.run(&["check"]);
    assert_eq!((ran.status, &*ran.err), (0, ""));
    assert_eq!(
        ran.out,
        "2 articles, 2 topics, 0 entities, 0 sources: no problems\n"
    );
    for n in 0..30 {
        place.write(&format!("articles/{n}.md"), "+++\nx = 1\n+++\nText.");
    }
    let warned = place.run(&["check"]);
    assert_eq!(warned.status, 0, "warnings alone are no failure");
    assert_eq!(warned.out.matches(": warning:").count(), 30);
    assert!(
        warned.out.ends_with("0 errors, 30 warnings\n"),
        "{}",
        warned.out
    );
    let compared = place.run(&["compare"]);
    assert_eq!(compared.err.matches(": warning:").count(), 20);
    assert!(
        compared
            .err
            .contains("10 more; `parallax check` tells them all"),
        "{}",
        compared.err
    );
    place.write("articles/0.md", "+++\ntitle = 1\n+++\nText.");
    assert_eq!(place.run(&["check"]).status, 2);
}

#[test]
fn init_starts_a_collection_that_has_no_mistakes() {
    let place = Place::new();
    let ran = place.run(&["init", "fire"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("config.toml"));
    assert_eq!(
        place.run(&["check", "fire"]).out,
        "0 articles, 0 topics, 0 entities, 0 sources: no problems\n"
    );
    assert_eq!(names(&place.path("fire")), ["articles", "config.toml"]);
    let uncommented: String = place
        .read("fire/config.toml")
        .lines()
        .filter(|l| {
            !l.starts_with("# A ")
                && !l.starts_with("# `")
                && !l.starts_with("# P")
                && !l.starts_with("# W")
                && !l.starts_with("# all")
        })
        .map(|l| l.strip_prefix("# ").unwrap_or(l).to_owned() + "\n")
        .collect();
    place.write("fire/config.toml", &uncommented);
    let taken = place.run(&["check", "fire"]);
    assert_eq!(
        taken.out, "0 articles, 2 topics, 1 entity, 1 source: no problems\n",
        "the examples hold when uncommented"
    );
    let again = place.run(&["init", "fire"]);
    assert_eq!(
        (again.status, place.read("fire/config.toml")),
        (2, uncommented)
    );
    assert!(again.err.contains("is not overwritten"), "{}", again.err);
}

#[test]
fn the_users_own_settings_are_checked_and_keep_nothing_from_being_compared() {
    let place = bridge();
    place.write(
        "home/.config/parallax/config.toml",
        "[keys\nq = \"quit\"\n[[topics]]\nname = \"x\"\n",
    );
    let ran = place.run(&["compare"]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.err
            .contains("home/.config/parallax/config.toml:1:6: error"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("only [reader], [theme] and [keys]"),
        "{}",
        ran.err
    );
    assert!(!ran.out.contains("TOPIC 3"));
}

#[test]
fn entities_of_a_configuration_serve_claims() {
    let place = bridge();
    let ran = place.run(&["claims", "articles/east.md", "--config", "config.toml"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("SENTENCE 1 of 1"), "{}", ran.out);
    let ran = place.run(&["claims", "articles/east.md", "--config", "nowhere.toml"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.contains("nowhere.toml cannot be read"),
        "{}",
        ran.err
    );
}

#[test]
fn completions_and_the_manual_are_printed() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish"] {
        assert!(place.run(&["completions", shell]).out.contains("parallax"));
    }
    assert!(place.run(&["man"]).out.starts_with(".ie"));
    assert!(place.run(&["--help"]).out.contains("compare"));
    assert!(place.run(&["--version"]).out.starts_with("parallax "));
    assert_eq!(place.run(&["compare", "--format", "xml"]).status, 2);
}
