//! Topics without answers: a name, a question, or only what they are about; and `All claims`.
//!
//! What the articles say is compared stretch by stretch. For a question each article's answer is
//! looked for, and answers are compared with all others; otherwise every sentence that is on the topic
//! is tried against those that share rare words with it ([`super::alignment`] says what bounds that).
//! Passages that say the same agree; those that say the same thing differently conflict
//! ([`super::opposition`]); everything else is left alone.

use super::alignment::{Alike, Frequencies, Rare, Vector};
use super::content::{self, Content, Feature};
use super::opposition::{self, Opposition};
use super::{Basis, Certainty, Relation, TopicPassage, origin, relation};
use crate::analysis::Analysed;
use crate::article::Article;
use crate::config::Topic;
use crate::text::{Span, Stem, tokens};

/// What kind of answer a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// "why": what follows a word of reason or aim weighs more.
    Reason,
    /// "when", "how long", "how many": numbers weigh more.
    Number,
    /// "who", "where": names weigh more.
    Name,
    /// Anything else.
    Anything,
}

/// A topic without answers, made ready.
#[derive(Clone, Debug)]
pub struct Open {
    /// The topic's own words: what is talked about, not what is said of it.
    words: Vec<u64>,
    /// What it asks for, where it is a question.
    asked: Option<Asked>,
}

/// A stretch that says something on the topic.
#[derive(Clone, Debug)]
pub struct Said {
    /// As it will be shown.
    pub passage: TopicPassage,
    /// Features with their weights inside the stretch.
    parts: Vec<(u64, f32)>,
}

/// More answers to one question are compared as sentences are, by rare words alone.
const ANSWERS: usize = 400;
/// As many paragraphs of one article answer a question.
const PARAGRAPHS: usize = 8;
/// A sentence with fewer words of its own claims too little to be compared.
const WORDS: usize = 4;
/// So many of them must be neither names nor times: a line of names and dates claims nothing.
const PLAIN: usize = 2;
/// What stands in a paragraph beside the sentence that answers counts so much.
const BESIDE: f32 = 0.6;
/// What gives the reason, the number or the name that is asked for counts so many times.
const FITTING: f32 = 3.0;
/// Two neighbours that answers share count so much beside a word.
const PAIR: f32 = 0.7;
/// A word that only one answer has counts so much against it.
const ALONE: f32 = 0.3;
/// From here on two sentences say the same.
const SAME: f32 = 0.45;
/// From here on two sentences speak of the same thing, so that a difference is a conflict.
const ABOUT_SAME: f32 = 0.40;
/// From here on two sentences have the same words.
const VERBATIM: f32 = 0.95;
/// From here on only a name tells two sentences apart.
const NEARLY: f32 = 0.60;

impl Open {
    /// Reads what a topic asks.
    pub fn of(topic: &Topic) -> Self {
        let written = [std::slice::from_ref(&topic.name), &topic.about[..]].concat();
        let words = written
            .iter()
            .flat_map(|w| Content::of(w, Span::new(0, w.len())).features)
            .map(|f| f.id)
            .collect();
        Self {
            words,
            asked: asked(&topic.name),
        }
    }

    fn is_own(&self, feature: &Feature) -> bool {
        self.words.contains(&feature.id)
    }
}

fn asked(name: &str) -> Option<Asked> {
    let all = tokens(name, Span::new(0, name.len()));
    let first = all.first()?.stem;
    if !content::is(content::List::Question, first)
        || !name.trim_end().ends_with('?') && all.len() < 3
    {
        return None;
    }
    let is = |n: usize, words: &[&str]| {
        all.get(n)
            .is_some_and(|t| words.iter().any(|w| t.stem == Stem::of(w)))
    };
    let number = is(0, &["when"])
        || is(0, &["how"]) && is(1, &["long", "many", "much", "old", "far", "big"]);
    Some(if is(0, &["why"]) {
        Asked::Reason
    } else if number {
        Asked::Number
    } else if is(0, &["who", "whom", "whose", "where"]) {
        Asked::Name
    } else {
        Asked::Anything
    })
}

/// What an article says on the topic. `mentions` tells of each sentence whether it is on the topic.
pub fn said(open: &Open, article: &Analysed<'_>, number: usize, mentions: &[bool]) -> Vec<Said> {
    let on_topic = |s: &usize| mentions.get(*s).copied().unwrap_or(false);
    let sentences: Vec<usize> = (0..article.reading.sentences.len())
        .filter(on_topic)
        .collect();
    match open.asked {
        Some(asked) => answers(open, asked, article, number, &sentences),
        None => sentences
            .into_iter()
            .filter_map(|s| sentence(article, number, s))
            .collect(),
    }
}

fn content_of(article: &Analysed<'_>, sentence: usize) -> Content {
    let range = article.reading.sentences[sentence].tokens.clone();
    Content::of_tokens(article.reading.body, &article.reading.tokens[range])
}

fn sentence(article: &Analysed<'_>, number: usize, at: usize) -> Option<Said> {
    let content = content_of(article, at);
    let plain = content
        .features
        .iter()
        .filter(|f| !f.name && !f.time)
        .count();
    let mut parts: Vec<(u64, f32)> = content.features.iter().map(|f| (f.id, 1.0)).collect();
    parts.sort_by_key(|p| p.0);
    parts.dedup_by_key(|p| p.0);
    (parts.len() >= WORDS && plain >= PLAIN).then(|| Said {
        passage: passage(article, number, at),
        parts,
    })
}

fn passage(article: &Analysed<'_>, number: usize, at: usize) -> TopicPassage {
    let from = article.claims.partition_point(|c| c.sentence < at);
    let claim = article.claims[from..]
        .iter()
        .take_while(|c| c.sentence == at)
        .find(|c| article.speaker(c).is_some());
    let speaker = claim.and_then(|c| article.speaker(c));
    TopicPassage {
        article: number,
        span: article.reading.sentences[at].span,
        cues: Vec::new(),
        position: None,
        neutral: false,
        denied: false,
        speaker: speaker.map(|s| s.name.clone()),
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

/// A paragraph that may answer a question.
struct Candidate {
    /// Its sentences with how many of the question's words each holds.
    sentences: Vec<(usize, usize)>,
    contents: Vec<Content>,
}

impl Candidate {
    fn best(&self) -> usize {
        self.sentences.iter().map(|s| s.1).max().unwrap_or(0)
    }
}

/// The paragraphs of an article that answer a question: the one that holds most of its words, and
/// those that hold half of them.
fn answers(
    open: &Open,
    asked: Asked,
    article: &Analysed<'_>,
    number: usize,
    sentences: &[usize],
) -> Vec<Said> {
    let paragraph = |s: &usize| article.reading.sentences[*s].paragraph;
    let mut found: Vec<Candidate> = sentences
        .chunk_by(|a, b| paragraph(a) == paragraph(b))
        .map(|run| candidate(open, article, run))
        .collect();
    let most = found.iter().map(Candidate::best).max().unwrap_or(0);
    let enough = most.min(open.words.len().div_ceil(2).max(2));
    if most == 0 && found.len() > 1 {
        return Vec::new();
    }
    found.retain(|c| c.best() >= enough);
    found.truncate(PARAGRAPHS);
    found
        .iter()
        .map(|c| answer(open, asked, article, number, c))
        .collect()
}

fn candidate(open: &Open, article: &Analysed<'_>, run: &[usize]) -> Candidate {
    let contents: Vec<Content> = run.iter().map(|&s| content_of(article, s)).collect();
    let held = |c: &Content| {
        let mut own: Vec<u64> = c
            .features
            .iter()
            .filter(|f| open.is_own(f))
            .map(|f| f.id)
            .collect();
        own.sort_unstable();
        own.dedup();
        own.len()
    };
    Candidate {
        sentences: run
            .iter()
            .zip(&contents)
            .map(|(&s, c)| (s, held(c)))
            .collect(),
        contents,
    }
}

fn answer(
    open: &Open,
    asked: Asked,
    article: &Analysed<'_>,
    number: usize,
    candidate: &Candidate,
) -> Said {
    let best = candidate.best();
    let mut parts = Vec::new();
    for ((_, held), content) in candidate.sentences.iter().zip(&candidate.contents) {
        let weight = if *held == best { 1.0 } else { BESIDE };
        weigh(open, asked, content, weight, &mut parts);
    }
    let at = candidate
        .sentences
        .iter()
        .find(|s| s.1 == best)
        .map_or(0, |s| s.0);
    Said {
        passage: passage(article, number, at),
        parts: merged(parts),
    }
}

/// Adds the features of a sentence that are not the question's own, and pairs of neighbours.
fn weigh(open: &Open, asked: Asked, content: &Content, weight: f32, parts: &mut Vec<(u64, f32)>) {
    let mut last: Option<&Feature> = None;
    for feature in &content.features {
        if open.is_own(feature) {
            last = None;
            continue;
        }
        let own = if fits(asked, feature, content) {
            weight * FITTING
        } else {
            weight
        };
        parts.push((feature.id, own));
        if let Some(last) = last {
            parts.push((content::pair(last, feature), own * PAIR));
        }
        last = Some(feature);
    }
}

/// Whether a feature is of the kind that is asked for.
fn fits(asked: Asked, feature: &Feature, content: &Content) -> bool {
    match asked {
        Asked::Reason => feature.reason,
        Asked::Number => {
            feature.time || content.quantities.iter().any(|q| q.counted.0 == feature.id)
        }
        Asked::Name => feature.name,
        Asked::Anything => false,
    }
}

fn merged(mut parts: Vec<(u64, f32)>) -> Vec<(u64, f32)> {
    parts.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    parts.dedup_by_key(|p| p.0);
    parts
}

/// Compares what all articles say on the topic: the passages to show, and how they stand to each other.
/// `all` is in the order of the articles.
pub fn compare(
    open: &Open,
    articles: &[Article],
    all: &[Said],
) -> (Vec<TopicPassage>, Vec<Relation>) {
    if open.asked.is_some() && all.len() <= ANSWERS {
        let relations = answered(articles, all);
        return (all.iter().map(|s| s.passage.clone()).collect(), relations);
    }
    let relations = claimed(articles, all);
    related(all, relations)
}

/// The passages that stand in a relation, and the relations between their new places: of everything
/// that whole articles say, what nothing is related to is not listed.
fn related(all: &[Said], mut relations: Vec<Relation>) -> (Vec<TopicPassage>, Vec<Relation>) {
    let mut kept: Vec<usize> = relations.iter().flat_map(|r| [r.a, r.b]).collect();
    kept.sort_unstable();
    kept.dedup();
    let place = |n: usize| kept.partition_point(|&k| k < n);
    for relation in &mut relations {
        relation.a = place(relation.a);
        relation.b = place(relation.b);
    }
    (
        kept.iter().map(|&k| all[k].passage.clone()).collect(),
        relations,
    )
}

fn ids(said: &Said) -> Vec<u64> {
    said.parts.iter().map(|p| p.0).collect()
}

fn answered(articles: &[Article], all: &[Said]) -> Vec<Relation> {
    let features: Vec<Vec<u64>> = all.iter().map(ids).collect();
    let frequencies = Frequencies::of(features.iter().map(Vec::as_slice));
    let vectors: Vec<Vector> = all
        .iter()
        .map(|s| {
            let alone = |id: u64| {
                if frequencies.count(id) < 2 {
                    ALONE
                } else {
                    1.0
                }
            };
            Vector::of(s.parts.iter().map(|&(id, w)| (id, w * alone(id))).collect())
        })
        .collect();
    let alike = Alike::of(&vectors);
    let threshold = alike.threshold();
    let mut found = Vec::new();
    for a in 0..all.len() {
        for b in a + 1..all.len() {
            if all[a].passage.article != all[b].passage.article && alike.same(a, b, threshold) {
                let pair = Pair::of(articles, (a, &all[a].passage), (b, &all[b].passage));
                let opposition = opposition::opposition(&pair.contents.0, &pair.contents.1);
                found.push(pair.relation(alike.between(a, b), opposition.as_ref()));
            }
        }
    }
    found
}

fn claimed(articles: &[Article], all: &[Said]) -> Vec<Relation> {
    let features: Vec<Vec<u64>> = all.iter().map(ids).collect();
    let frequencies = Frequencies::of(features.iter().map(Vec::as_slice));
    let vector = |n: usize| {
        Vector::of(
            features[n]
                .iter()
                .map(|&id| (id, frequencies.weight(id)))
                .collect(),
        )
    };
    let mut found = Vec::new();
    for (a, b) in Rare::of(&features, &frequencies).pairs() {
        if all[a].passage.article == all[b].passage.article {
            continue;
        }
        let alike = vector(a).cosine(&vector(b));
        if alike >= ABOUT_SAME {
            found.extend(judge(
                Pair::of(articles, (a, &all[a].passage), (b, &all[b].passage)),
                alike,
            ));
        }
    }
    found
}

fn judge(pair: Pair<'_>, alike: f32) -> Option<Relation> {
    let (x, y) = &pair.contents;
    let mut opposition = opposition::opposition(x, y);
    if opposition.is_none() && alike >= NEARLY {
        opposition = opposition::role(x, y);
    }
    (opposition.is_some() || alike >= SAME).then(|| pair.relation(alike, opposition.as_ref()))
}

/// The words that two passages share, a few, as the first writes them.
pub(super) fn shared_words(
    articles: &[Article],
    x: &TopicPassage,
    y: &TopicPassage,
) -> Vec<String> {
    let pair = Pair::of(articles, (0, x), (1, y));
    let bodies = pair.bodies.0;
    let found = pair
        .common()
        .into_iter()
        .map(|(x, _)| plain(x.span.of(bodies)));
    found.collect()
}

/// Two passages with what they say.
struct Pair<'a> {
    places: (usize, usize),
    passages: (&'a TopicPassage, &'a TopicPassage),
    bodies: (&'a str, &'a str),
    contents: (Content, Content),
}

/// So many shared words are named.
const NAMED: usize = 5;

impl<'a> Pair<'a> {
    fn of(
        articles: &'a [Article],
        (a, x): (usize, &'a TopicPassage),
        (b, y): (usize, &'a TopicPassage),
    ) -> Self {
        let body = |p: &TopicPassage| articles.get(p.article).map_or("", |a| a.body.as_str());
        Self {
            places: (a, b),
            passages: (x, y),
            bodies: (body(x), body(y)),
            contents: (Content::of(body(x), x.span), Content::of(body(y), y.span)),
        }
    }

    fn relation(&self, alike: f32, opposition: Option<&Opposition>) -> Relation {
        let quote = |p: &TopicPassage, body: &'a str| p.span.of(body);
        let same_wording = origin::same_wording(
            quote(self.passages.0, self.bodies.0),
            quote(self.passages.1, self.bodies.1),
        );
        Relation {
            kind: opposition::kind(opposition),
            a: self.places.0,
            b: self.places.1,
            basis: match opposition {
                Some(o) => o.basis,
                None if same_wording || alike >= VERBATIM => Basis::Wording,
                None => Basis::Claim,
            },
            between: relation::between(self.passages.0, self.passages.1),
            same_wording,
            score: alike.clamp(0.0, 1.0),
            why: self.why(opposition),
        }
    }

    fn why(&self, opposition: Option<&Opposition>) -> String {
        let shared = self.shared();
        let about = if shared.is_empty() {
            String::new()
        } else {
            format!(" on {}", shared.join(", "))
        };
        match opposition {
            Some(o) => format!(
                "they {}{about}: “{}” and “{}”",
                o.how
                    .strip_prefix("one ")
                    .map_or_else(|| o.how.to_owned(), |rest| format!("differ, one {rest}")),
                o.a.of(self.bodies.0),
                o.b.of(self.bodies.1)
            ),
            None if shared.is_empty() => "both answer in words that other answers share".to_owned(),
            None => format!("both speak of {}", shared.join(", ")),
        }
    }

    /// The words that both share, as the first writes them; where the second has another, that too.
    fn shared(&self) -> Vec<String> {
        self.common()
            .into_iter()
            .map(|(x, y)| words(x.span.of(self.bodies.0), y.span.of(self.bodies.1)))
            .collect()
    }

    /// A few features of the first that the second has, too, with those of the second.
    fn common(&self) -> Vec<(&Feature, &Feature)> {
        let (mut seen, mut found) = (Vec::new(), Vec::new());
        for x in &self.contents.0.features {
            if found.len() == NAMED {
                break;
            }
            if let Some(y) = self.contents.1.features.iter().find(|y| y.id == x.id)
                && !seen.contains(&x.id)
            {
                seen.push(x.id);
                found.push((x, y));
            }
        }
        found
    }
}

fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(a: &str, b: &str) -> String {
    if Stem::of(a) == Stem::of(b) {
        format!("“{}”", plain(a))
    } else {
        format!("“{}” / “{}”", plain(a), plain(b))
    }
}
