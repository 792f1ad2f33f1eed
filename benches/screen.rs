//! How fast the reader is: from the files to the first frame, a frame, a key to its frame, wrapping.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot start should stop"
)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use parallax::article::{Article, collection};
use parallax::comparison::{
    Basis, Between, Certainty, Comparison, Kind, Relation, TopicComparison, TopicPassage, compare,
};
use parallax::page::wrap::wrap;
use parallax::reader::key::Key;
use parallax::reader::library::Library;
use parallax::reader::settings::Settings;
use parallax::reader::{Message, Reader, update};
use parallax::text::Span;
use parallax::tui::{Theme, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::hint::black_box;

const SENTENCE: &str =
    "The crossing at the mill was shut on Friday, and nobody said for how long it would be. ";

fn article(n: usize, bytes: usize) -> Article {
    let mut body = String::with_capacity(bytes + 100);
    while body.len() < bytes {
        body.push_str(SENTENCE);
        if body.len().is_multiple_of(7) {
            body.push_str("\n\n");
        }
    }
    Article {
        id: format!("a{n}"),
        file: format!("a{n}.md"),
        origin: None,
        source: format!("Outlet {n}"),
        title: "The crossing is shut".to_owned(),
        byline: None,
        published: None,
        url: None,
        credit: Vec::new(),
        language: None,
        body,
        body_line: 1,
    }
}

/// Articles of so many bytes with a passage every few sentences, each related to one in the next article.
fn library(articles: usize, bytes: usize) -> Library {
    let articles: Vec<Article> = (0..articles).map(|n| article(n, bytes)).collect();
    let mut passages = Vec::new();
    for (article, text) in articles.iter().enumerate() {
        let starts = text
            .body
            .match_indices("The crossing")
            .map(|m| m.0)
            .step_by(5);
        passages.extend(starts.map(|start| passage(article, start)));
    }
    let each = passages.len() / articles.len();
    let relations = (0..passages.len() - each).map(|a| Relation {
        kind: if a % 2 == 0 {
            Kind::Conflict
        } else {
            Kind::Agree
        },
        a,
        b: a + each,
        basis: Basis::Position,
        between: Between::Sources,
        same_wording: false,
        score: 0.9,
        why: "shut against open".to_owned(),
    });
    let topic = TopicComparison {
        name: "Is it shut".to_owned(),
        relations: relations.collect(),
        passages,
        ..TopicComparison::default()
    };
    Library {
        title: "The crossing".to_owned(),
        comparison: Comparison {
            topics: vec![topic],
        },
        articles,
        ..Library::default()
    }
}

fn passage(article: usize, start: usize) -> TopicPassage {
    TopicPassage {
        article,
        span: Span::new(start, start + 40),
        cues: vec![Span::new(start + 4, start + 12)],
        position: Some("shut".to_owned()),
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

fn screen(width: u16, height: u16) -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(width, height)).expect("a screen in memory")
}

fn theme() -> Theme {
    Theme::built_in("dark").expect("a theme that comes with parallax")
}

fn first_frame(c: &mut Criterion) {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    c.bench_function("first frame of the bundled collection, 120x40", |b| {
        b.iter(|| {
            let found = collection::load(&[root.to_owned()]).expect("the bundled collection");
            let comparison = compare(&found.articles, &found.config);
            let library = Library {
                articles: found.articles,
                comparison,
                ..Library::default()
            };
            let reader = Reader::new(library, Settings::default(), (120, 40));
            let mut screen = screen(120, 40);
            screen
                .draw(|frame| draw(&reader, &theme(), frame))
                .expect("a frame");
            black_box(screen);
        });
    });
}

fn frames(c: &mut Criterion) {
    let theme = theme();
    for (name, bytes) in [("200 kB", 200_000), ("1 MB", 1_000_000)] {
        let mut reader = Reader::new(library(8, bytes), Settings::default(), (200, 60));
        let mut screen = screen(200, 60);
        c.bench_function(
            &format!("a frame at 200x60, eight articles of {name}"),
            |b| {
                b.iter(|| {
                    screen
                        .draw(|frame| draw(&reader, &theme, frame))
                        .map(|_| ())
                        .expect("a frame")
                });
            },
        );
        for keys in ["j", "]"] {
            let key = Message::Key(Key::parse(keys).expect("a key"));
            let conflict = Message::Key(Key::parse("c").expect("a key"));
            let what = if keys == "j" {
                "one row down"
            } else {
                "next conflict"
            };
            c.bench_function(
                &format!("{what} to its frame, eight articles of {name}"),
                |b| {
                    b.iter(|| {
                        update(&mut reader, key.clone());
                        if keys == "]" {
                            update(&mut reader, conflict.clone());
                        }
                        screen
                            .draw(|frame| draw(&reader, &theme, frame))
                            .map(|_| ())
                            .expect("a frame");
                    });
                },
            );
        }
    }
}

fn wrapping(c: &mut Criterion) {
    let text = article(0, 1_000_000).body;
    let mut group = c.benchmark_group("wrapping");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("1 MB at 35 columns", |b| {
        b.iter(|| wrap(black_box(&text), 35))
    });
    group.finish();
}

criterion_group!(benches, first_frame, frames, wrapping);
criterion_main!(benches);
