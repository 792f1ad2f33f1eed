//! Five short articles about a bridge, what was found in them, and a screen to press keys on.

use parallax::article::{Article, Published};
use parallax::comparison::{
    Basis, Between, Certainty, Comparison, Finding, Kind, Relation, Silence, SourceStand, Stand,
    TopicComparison, TopicPassage,
};
use parallax::reader::key::Key;
use parallax::reader::library::Library;
use parallax::reader::settings::Settings;
use parallax::reader::{Effect, Message, Reader, update};
use parallax::text::Span;
use parallax::tui::{Theme, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

pub const ARTICLES: [(&str, &str, &str, &str); 5] = [
    (
        "harbour-post",
        "Harbour Post",
        "2020-05-01",
        "The old bridge over the Lark was closed on Friday.\n\nThe mayor said that the bridge is safe. \
         Engineers had walked over it all morning, and they saw nothing that worried them.\n\nNobody \
         was hurt when a lorry broke through the railing.",
    ),
    (
        "lark-valley-news",
        "Lark Valley News",
        "2020-05-01",
        "A lorry broke through the railing of the old bridge.\n\nThe union of drivers says the bridge \
         is unsafe. It wants the crossing shut until winter.\n\nThe bridge was opened in 1911.",
    ),
    (
        "north-gazette",
        "North Gazette",
        "2020-05-02",
        "The bridge is safe, the town hall repeated on Saturday.\n\nTraffic goes around by the mill.",
    ),
    (
        "evening-ledger",
        "Evening Ledger",
        "2020-05-03",
        "The crossing at the mill is crowded.\n\nInspectors found that the bridge is unsafe.",
    ),
    (
        "weekly-fair",
        "Weekly Fair",
        "2020-05-04",
        "The spring fair opens next week, with two bands.",
    ),
];

fn article((id, source, date, body): &(&str, &str, &str, &str)) -> Article {
    Article {
        id: (*id).to_owned(),
        file: format!("articles/{id}.md"),
        origin: None,
        source: (*source).to_owned(),
        title: format!("{source} on the bridge"),
        byline: None,
        published: Some(Published {
            date: date.parse().unwrap(),
            time: None,
            offset: None,
        }),
        url: Some(format!("https://example.org/{id}")),
        credit: Vec::new(),
        language: None,
        body: (*body).to_owned(),
        body_line: 6,
    }
}

fn passage(article: usize, words: &str, position: &str, speaker: Option<&str>) -> TopicPassage {
    let body = ARTICLES[article].3;
    let start = body.find(words).unwrap();
    let cue = body[start..].find("safe").map_or(start, |c| start + c);
    TopicPassage {
        article,
        span: Span::new(start, start + words.len()),
        cues: vec![Span::new(cue, cue + 4)],
        position: Some(position.to_owned()),
        neutral: false,
        denied: false,
        speaker: speaker.map(str::to_owned),
        side: None,
        certainty: if speaker.is_some() {
            Certainty::Claimed
        } else {
            Certainty::Stated
        },
        figures: Vec::new(),
        when: None,
        abstains: None,
    }
}

fn relations(passages: &[TopicPassage]) -> Vec<Relation> {
    let mut relations = Vec::new();
    for (a, one) in passages.iter().enumerate() {
        for (b, other) in passages.iter().enumerate().skip(a + 1) {
            let same = one.position == other.position;
            let (p, q) = (
                one.position.as_deref().unwrap(),
                other.position.as_deref().unwrap(),
            );
            relations.push(Relation {
                kind: if same { Kind::Agree } else { Kind::Conflict },
                a,
                b,
                basis: Basis::Position,
                between: if one.speaker.is_some() {
                    Between::Parties
                } else {
                    Between::Sources
                },
                same_wording: false,
                score: 0.9,
                why: if same {
                    format!("both say {p}")
                } else {
                    format!("{p} against {q}")
                },
            });
        }
    }
    relations
}

fn safety() -> TopicComparison {
    let passages = vec![
        passage(
            0,
            "The mayor said that the bridge is safe.",
            "safe",
            Some("the mayor"),
        ),
        passage(
            1,
            "The union of drivers says the bridge is unsafe.",
            "unsafe",
            Some("the union"),
        ),
        passage(
            2,
            "The bridge is safe, the town hall repeated",
            "safe",
            Some("the town hall"),
        ),
        passage(
            3,
            "Inspectors found that the bridge is unsafe.",
            "unsafe",
            None,
        ),
    ];
    let sources = (0..ARTICLES.len())
        .map(|article| {
            let own = passages
                .iter()
                .enumerate()
                .filter(|(_, p)| p.article == article);
            let stands: Vec<Stand> = own
                .map(|(passage, p)| Stand {
                    position: p.position.clone().unwrap(),
                    speaker: p.speaker.clone(),
                    passage,
                })
                .collect();
            let silence = stands.is_empty().then_some(Silence::Topic);
            SourceStand {
                article,
                stands,
                silence,
            }
        })
        .collect();
    let finding = |kind, title: &str, passages: Vec<usize>| Finding {
        kind,
        title: title.to_owned(),
        outlets: passages.len(),
        speakers: passages.len(),
        origins: passages.len(),
        passages,
        between: Between::Parties,
        why: title.to_owned(),
    };
    TopicComparison {
        name: "Is it safe".to_owned(),
        relations: relations(&passages),
        findings: vec![
            finding(Kind::Conflict, "safe against unsafe", vec![0, 1, 2, 3]),
            finding(Kind::Agree, "safe", vec![0, 2]),
        ],
        passages,
        sources,
    }
}

fn silent(name: &str) -> TopicComparison {
    TopicComparison {
        name: name.to_owned(),
        sources: (0..ARTICLES.len())
            .map(|article| SourceStand {
                article,
                stands: Vec::new(),
                silence: Some(Silence::Topic),
            })
            .collect(),
        ..TopicComparison::default()
    }
}

/// The five articles with two topics.
pub fn library() -> Library {
    Library {
        title: "The bridge".to_owned(),
        articles: ARTICLES.iter().map(article).collect(),
        comparison: Comparison {
            topics: vec![safety(), silent("Who pays")],
        },
        ..Library::default()
    }
}

/// One article with a body, without topics.
pub fn one_article(body: &str) -> Library {
    let mut one = article(&ARTICLES[0]);
    one.body = body.to_owned();
    Library {
        articles: vec![one],
        ..Library::default()
    }
}

/// A session with a screen.
pub struct Screen {
    pub reader: Reader,
    pub theme: Theme,
}

impl Screen {
    pub fn new(width: usize, height: usize) -> Self {
        Self::of(library(), width, height)
    }

    pub fn of(library: Library, width: usize, height: usize) -> Self {
        Self {
            reader: Reader::new(library, Settings::default(), (width, height)),
            theme: Theme::plain(),
        }
    }

    /// Presses keys as they are written, with blanks between them.
    pub fn press(&mut self, keys: &str) -> Vec<Effect> {
        let keys = Key::parse_sequence(keys).unwrap();
        let pressed = keys.into_iter().map(|k| self.send(Message::Key(k)));
        pressed.flatten().collect()
    }

    pub fn send(&mut self, message: Message) -> Vec<Effect> {
        update(&mut self.reader, message)
    }

    /// Types words, letter by letter.
    pub fn type_in(&mut self, words: &str) {
        for c in words.chars() {
            self.send(Message::Key(Key::char(c)));
        }
    }

    pub fn buffer(&self) -> Buffer {
        let (width, height) = (self.reader.layout.width, self.reader.layout.height);
        let backend = TestBackend::new(width.try_into().unwrap(), height.try_into().unwrap());
        let mut terminal = Terminal::new(backend).unwrap();
        terminal
            .draw(|frame| draw(&self.reader, &self.theme, frame))
            .unwrap();
        terminal.backend().buffer().clone()
    }

    pub fn rows(&self) -> Vec<String> {
        let buffer = self.buffer();
        (0..buffer.area.height)
            .map(|y| {
                (0..buffer.area.width)
                    .map(|x| buffer[(x, y)].symbol())
                    .collect()
            })
            .collect()
    }

    pub fn picture(&self) -> String {
        self.rows().join("\n")
    }

    /// The row of the screen that holds some words.
    pub fn row_of(&self, words: &str) -> usize {
        let rows = self.rows();
        let found = rows.iter().position(|r| r.contains(words));
        found.unwrap_or_else(|| panic!("{words:?} is not on the screen:\n{}", rows.join("\n")))
    }

    /// The words of the bottom line.
    pub fn bottom(&self) -> String {
        self.rows().pop().unwrap()
    }

    #[track_caller]
    pub fn shows(&self, words: &str) {
        let picture = self.picture();
        assert!(
            picture.contains(words),
            "{words:?} is not on the screen:\n{picture}"
        );
    }

    #[track_caller]
    pub fn hides(&self, words: &str) {
        let picture = self.picture();
        assert!(
            !picture.contains(words),
            "{words:?} is on the screen:\n{picture}"
        );
    }
}
