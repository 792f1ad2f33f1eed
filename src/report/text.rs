//! The report for people: at a terminal, in a log, read aloud. Linear, with words instead of signs.

use super::wrap::Page;
use crate::analysis::{AnalysedSentence, Analysis, Certainty, Claim, Days, Figure, Quoted};
use crate::article::Article;
use crate::comparison::{
    Between, Comparison, Finding, Kind, Silence, SourceStand, Stand, TopicComparison, TopicPassage,
};
use jiff::civil::Date;
use std::io;

/// Writes a comparison of `articles` in lines of at most `width` columns.
///
/// # Errors
///
/// When `out` does.
pub fn comparison(
    out: impl io::Write,
    width: usize,
    title: &str,
    articles: &[Article],
    comparison: &Comparison,
) -> io::Result<()> {
    let mut report = Report {
        page: Page::new(out, width),
        articles,
    };
    report.page.say(0, title)?;
    report.articles()?;
    let count = comparison.topics.len();
    for (n, topic) in comparison.topics.iter().enumerate() {
        report.page.blank()?;
        report.topic(topic, n + 1, count)?;
    }
    Ok(())
}

/// Writes the claims of articles in lines of at most `width` columns.
///
/// # Errors
///
/// When `out` does.
pub fn claims<'a>(
    out: impl io::Write,
    width: usize,
    analysed: impl Iterator<Item = (&'a Article, &'a Analysis)>,
) -> io::Result<()> {
    let mut page = Page::new(out, width);
    for (n, (article, analysis)) in analysed.enumerate() {
        if n > 0 {
            page.blank()?;
        }
        page.say(0, &format!("{}: {}", article.file, article.title))?;
        let count = analysis.sentences.len();
        for (n, sentence) in analysis.sentences.iter().enumerate() {
            page.blank()?;
            page.say(0, &format!("SENTENCE {} of {count}", n + 1))?;
            page.say(2, sentence.span.of(&article.body))?;
            sentence_claims(&mut page, sentence, &article.body)?;
        }
    }
    Ok(())
}

fn sentence_claims<W: io::Write>(
    page: &mut Page<W>,
    sentence: &AnalysedSentence,
    body: &str,
) -> io::Result<()> {
    for claim in &sentence.claims {
        let content = claim.content.of(body);
        page.say(2, &format!("Claim: {content}"))?;
        page.say(4, &claim_facts(claim, body))?;
    }
    Ok(())
}

/// Who claims it and how, in a sentence.
fn claim_facts(claim: &Claim, body: &str) -> String {
    let mut facts = vec![match &claim.speaker {
        Some(speaker) => format!("from {speaker}"),
        None => "in the outlet's own voice".to_owned(),
    }];
    facts.extend(
        claim
            .cue
            .map(|cue| format!("by the words \"{}\"", cue.of(body))),
    );
    facts.extend(claim.quoted.map(|quoted| match quoted {
        Quoted::Direct => "word for word".to_owned(),
        Quoted::Indirect => "in the outlet's words".to_owned(),
    }));
    if claim.denied {
        facts.push("denied".to_owned());
    }
    facts.push(certainty(claim.certainty).to_owned());
    facts.extend(claim.figures.iter().map(figure));
    facts.extend(claim.when.map(days));
    facts.join("; ")
}

struct Report<'a, W> {
    page: Page<W>,
    articles: &'a [Article],
}

impl<W: io::Write> Report<'_, W> {
    fn articles(&mut self) -> io::Result<()> {
        let count = self.articles.len();
        match count {
            0 => self
                .page
                .say(0, "There are no articles: nothing can be compared.")?,
            1 => self.page.say(
                0,
                "There is one article: it can be compared with itself only.",
            )?,
            _ => {}
        }
        for (n, article) in self.articles.iter().enumerate() {
            let line = format!(
                "Article {} of {count}. {}: {}",
                n + 1,
                outlet(article),
                article.title
            );
            self.page.say(2, &line)?;
        }
        Ok(())
    }

    fn topic(&mut self, topic: &TopicComparison, n: usize, count: usize) -> io::Result<()> {
        self.page
            .say(0, &format!("TOPIC {n} of {count}: {}", topic.name))?;
        self.page.say(2, &summary(topic))?;
        if !topic.sources.is_empty() {
            self.page.blank()?;
            self.page.say(2, "WHAT EACH SOURCE SAYS")?;
        }
        for source in &topic.sources {
            self.source(source)?;
        }
        let mut seen = [0; 3];
        for finding in &topic.findings {
            let place = finding.kind as usize;
            seen[place] += 1;
            let of = topic
                .findings
                .iter()
                .filter(|f| f.kind == finding.kind)
                .count();
            self.page.blank()?;
            self.finding(topic, finding, seen[place], of)?;
        }
        Ok(())
    }

    fn source(&mut self, source: &SourceStand) -> io::Result<()> {
        let Some(article) = self.articles.get(source.article) else {
            return Ok(());
        };
        let says = match source.silence {
            Some(silence) if source.stands.is_empty() => silent(silence).to_owned(),
            _ => source
                .stands
                .iter()
                .map(stand)
                .collect::<Vec<_>>()
                .join("; "),
        };
        self.page.say(4, &format!("{}: {says}.", outlet(article)))
    }

    fn finding(
        &mut self,
        topic: &TopicComparison,
        finding: &Finding,
        n: usize,
        of: usize,
    ) -> io::Result<()> {
        let kind = kind(finding.kind);
        self.page
            .say(2, &format!("{kind} {n} of {of}: {}", finding.title))?;
        let between = match (finding.kind, finding.between) {
            (Kind::Agree, Between::Sources) => "The outlets agree",
            (Kind::Agree, Between::Parties) => "Different speakers agree",
            (_, Between::Sources) => "The outlets themselves differ",
            (_, Between::Parties) => "The parties whom the outlets quote differ",
        };
        let counts = format!(
            "{between}: {}, {}, {}. {}",
            counted(finding.outlets, "outlet"),
            counted(finding.speakers, "speaker"),
            counted(finding.origins, "origin"),
            finding.why,
        );
        self.page.say(4, &counts)?;
        let passages = finding.passages.iter();
        let passages = passages.filter_map(|&p| topic.passages.get(p)).collect();
        by_position(passages)
            .into_iter()
            .try_for_each(|passage| self.passage(passage))
    }

    fn passage(&mut self, passage: &TopicPassage) -> io::Result<()> {
        let Some(article) = self.articles.get(passage.article) else {
            return Ok(());
        };
        let quote = passage.span.of(&article.body);
        let line = format!(
            "{}, {}: \"{quote}\"",
            outlet(article),
            passage_facts(passage)
        );
        self.page.say(4, &line)
    }
}

/// Passages that take the same position together, in the order in which the positions come first.
fn by_position(mut passages: Vec<&TopicPassage>) -> Vec<&TopicPassage> {
    let mut order: Vec<Option<&str>> = Vec::new();
    for passage in &passages {
        if !order.contains(&passage.position.as_deref()) {
            order.push(passage.position.as_deref());
        }
    }
    passages.sort_by_key(|p| order.iter().position(|o| *o == p.position.as_deref()));
    passages
}

/// The outlet and the day, which together name an article to a reader.
fn outlet(article: &Article) -> String {
    match &article.published {
        Some(published) => format!("{}, {}", article.source, day(published.date)),
        None => format!("{}, undated", article.source),
    }
}

/// Who says it, what it amounts to, how sure it is.
fn passage_facts(passage: &TopicPassage) -> String {
    let mut facts = vec![match (&passage.speaker, &passage.side) {
        (Some(speaker), Some(side)) if side != speaker => format!("{speaker} ({side})"),
        (Some(speaker), _) => speaker.clone(),
        (None, _) => "in its own voice".to_owned(),
    }];
    facts.extend(passage.position.iter().map(|p| format!("says {p}")));
    facts.extend(passage.figures.iter().map(figure));
    if passage.denied {
        facts.push("as a denial".to_owned());
    }
    if !matches!(passage.certainty, Certainty::Stated | Certainty::Claimed) {
        facts.push(certainty(passage.certainty).to_owned());
    }
    facts.extend(passage.when.map(days));
    facts.join(", ")
}

fn summary(topic: &TopicComparison) -> String {
    let count = |kind| topic.findings.iter().filter(|f| f.kind == kind).count();
    let related: std::collections::BTreeSet<usize> =
        topic.relations.iter().flat_map(|r| [r.a, r.b]).collect();
    let alone = topic.passages.len().saturating_sub(related.len());
    format!(
        "{}, {}, {}; {} on the topic, {alone} of them alone.",
        counted(count(Kind::Conflict), "conflict"),
        counted(count(Kind::Update), "update"),
        counted(count(Kind::Agree), "agreement"),
        counted(topic.passages.len(), "passage"),
    )
}

/// "1 outlet", "2 outlets", "no outlets".
fn counted(n: usize, what: &str) -> String {
    match n {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        n => format!("{n} {what}s"),
    }
}

fn stand(stand: &Stand) -> String {
    match &stand.speaker {
        Some(speaker) => format!("{} (from {speaker})", stand.position),
        None => format!("{} (in its own voice)", stand.position),
    }
}

const fn silent(silence: Silence) -> &'static str {
    match silence {
        Silence::Topic => "silent, the topic is never mentioned",
        Silence::Point => "silent, the topic is mentioned and not answered",
        Silence::Earlier => "silent, published before there was an answer",
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Conflict => "CONFLICT",
        Kind::Update => "UPDATE",
        Kind::Agree => "AGREEMENT",
    }
}

const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated as a fact",
        Certainty::Claimed => "claimed",
        Certainty::Reported => "as reported",
        Certainty::Rumoured => "as a rumour",
        Certainty::Planned => "as a plan",
        Certainty::Hypothetical => "as a possibility",
    }
}

/// A figure in words: "killed: more than 350", "wounded: 85 to 90 (soldiers, in Andarab)".
fn figure(figure: &Figure) -> String {
    let number = match (figure.min, figure.max, &figure.amount) {
        (Some(a), Some(b), _) if (a - b).abs() < f64::EPSILON => format!("{a}"),
        (Some(a), Some(b), _) => format!("{a} to {b}"),
        (Some(a), None, _) => format!("{a} or more"),
        (None, Some(b), _) => format!("{b} or fewer"),
        (None, None, Some(amount)) => amount.clone(),
        (None, None, None) => "some".to_owned(),
    };
    let unit = figure
        .unit
        .as_ref()
        .map(|u| format!(" {u}"))
        .unwrap_or_default();
    let place = figure.place.as_ref().map(|p| format!("in {p}"));
    let narrowed: Vec<String> = figure.who.iter().cloned().chain(place).collect();
    let narrowed = match narrowed.is_empty() {
        true => String::new(),
        false => format!(" ({})", narrowed.join(", ")),
    };
    format!("{}: {number}{unit}{narrowed}", figure.of)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "6 September 2021".
fn day(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).ok();
    let month = month.and_then(|m| MONTHS.get(m)).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

fn days(days: Days) -> String {
    if days.from == days.to {
        format!("of {}", day(days.from))
    } else {
        format!("of {} to {}", day(days.from), day(days.to))
    }
}
