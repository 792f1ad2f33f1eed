//! Text a second: articles read from the disk, compared on three topics, and written as JSON.
//!
//! The articles are made up from a few sentences with a fixed seed, 4 kB each, as where one looks for an
//! event in a stream of news: one article in fifty is on the event, and one sentence in ten of it.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot go on has failed"
)]

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};
use parallax::article::{Article, collection};
use parallax::comparison;
use parallax::config::{self, Config};
use parallax::report::json;
use std::hint::black_box;
use std::path::PathBuf;

const COUNTS: [usize; 3] = [100, 1_000, 10_000];
/// Bytes of a body, about.
const SIZE: usize = 4_000;

const CONFIG: &str = r#"
[[entities]]
name = "Anton Weber"
kind = "person"
aka  = ["Weber", "the harbour master"]

[[topics]]
name  = "State of the bridge"
about = ["bridge"]
  [[topics.positions]]
  name = "open"
  cues = ["reopened", "open to traffic", "in use again"]
  [[topics.positions]]
  name = "closed"
  cues = ["closed", "shut", "out of use"]

[[topics]]
name  = "Cause"
about = ["fire", "blaze", "bridge"]
  [[topics.positions]]
  name = "arson"
  cues = ["set on fire", "arson"]
  [[topics.positions]]
  name = "accident"
  cues = ["short circuit", "accident"]

[[topics]]
name    = "Casualties"
figures = ["killed", "wounded"]
"#;

/// Sentences on a topic; `#` is a number.
const ON: [&str; 8] = [
    "The bridge was closed on Monday, the harbour master said.",
    "Anton Weber told reporters that the bridge had reopened.",
    "At least # people were killed in the fire, according to the police.",
    "The mayor denied that the blaze was arson.",
    "A short circuit caused the fire, officials said on Tuesday.",
    "# firefighters were wounded, the Gazette reported.",
    "Weber said: \"The bridge is out of use until further notice.\"",
    "It was not clear whether the bridge would be open to traffic by Friday.",
];

/// Sentences on nothing of that kind.
const OFF: [&str; 10] = [
    "The council met for its weekly session and discussed the budget for schools.",
    "Prices of bread rose by # percent in a year, the statistics office said.",
    "\"We expect a long winter,\" said the head of the weather service.",
    "The team won its third match in a row before a crowd of # thousand.",
    "A new tram line is to link the old town with the university by next summer.",
    "Shares of the shipping company fell after it published its results.",
    "The museum shows paintings from # private collections until the end of May.",
    "Police asked drivers to avoid the centre while the marathon is on.",
    "According to the ministry, exports to the neighbouring countries grew slowly.",
    "The minister, who had been in office for # months, did not comment.",
];

/// A row of numbers that look random and are the same every time (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    fn sentence(&mut self, on: bool) -> String {
        let written = if on && self.roll(10) == 0 {
            ON[self.roll(ON.len())]
        } else {
            OFF[self.roll(OFF.len())]
        };
        written.replace('#', &(2 + self.roll(90)).to_string())
    }

    fn body(&mut self, on: bool) -> String {
        let mut body = String::with_capacity(SIZE + 200);
        while body.len() < SIZE {
            let end = if self.roll(4) == 0 { "\n\n" } else { " " };
            body.push_str(&self.sentence(on));
            body.push_str(end);
        }
        body
    }
}

/// A folder of made-up articles.
fn folder(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut dice = Dice(count as u64);
    for n in 0..count {
        let day = 1 + dice.roll(28);
        let text = format!(
            "+++\nsource = \"Outlet {}\"\npublished = 2024-05-{day:02}\n+++\n\n{}\n",
            n % 40,
            dice.body(n % 50 == 0)
        );
        std::fs::write(folder.path().join(format!("{n:05}.md")), text).expect("an article");
    }
    folder
}

fn articles(count: usize) -> Vec<Article> {
    let folder = folder(count);
    let paths = [PathBuf::from(folder.path())];
    collection::load(&paths).expect("a collection").articles
}

fn bytes(articles: &[Article]) -> Throughput {
    Throughput::Bytes(articles.iter().map(|a| a.body.len() as u64).sum())
}

fn topics() -> Config {
    config::read("config.toml", CONFIG).0
}

/// Comparing articles that are in memory.
pub fn compare(criterion: &mut Criterion) {
    let config = topics();
    let mut group = criterion.benchmark_group("compare");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for count in COUNTS {
        let articles = articles(count);
        group.throughput(bytes(&articles));
        group.bench_with_input(
            BenchmarkId::from_parameter(count),
            &articles,
            |b, articles| {
                b.iter(|| comparison::compare(black_box(articles), &config));
            },
        );
    }
    group.finish();
}

/// What is no prose, and how often it comes again: a cost that is linear in the text shows in equal bytes a
/// second for all sizes of one kind.
pub fn hostile(criterion: &mut Criterion) {
    let config = topics();
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for (kind, piece) in [
        ("words", "word "),
        ("stops", ". "),
        ("killed", "12 killed "),
    ] {
        for size in [50_000, 200_000] {
            let body = piece.repeat(size / piece.len());
            let articles = [Article {
                body,
                ..Article::default()
            }];
            group.throughput(bytes(&articles));
            group.bench_with_input(BenchmarkId::new(kind, size), &articles, |b, articles| {
                b.iter(|| comparison::compare(black_box(articles), &config));
            });
        }
    }
    group.finish();
}

/// Reading a folder of articles.
pub fn read(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for count in COUNTS {
        let folder = folder(count);
        let paths = [PathBuf::from(folder.path())];
        let read = collection::load(&paths).expect("a collection").articles;
        group.throughput(bytes(&read));
        group.bench_with_input(BenchmarkId::from_parameter(count), &paths, |b, paths| {
            b.iter(|| collection::load(black_box(paths)));
        });
    }
    group.finish();
}

/// Writing the JSON of 1,000 articles.
pub fn write(criterion: &mut Criterion) {
    let articles = articles(1_000);
    let comparison = comparison::compare(&articles, &topics());
    let mut group = criterion.benchmark_group("write");
    group.sample_size(10).throughput(bytes(&articles));
    group.bench_function("json of 1000", |b| {
        b.iter(|| json::comparison(std::io::sink(), "Bridge", &articles, &comparison));
    });
    group.finish();
}
