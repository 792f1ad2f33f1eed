//! Holds a line against what the comparison found.

use super::file::{ArticleBlock, Case};
use super::line::{Ask, Line, Place};
use super::show;
use parallax::article::Article;
use parallax::article::file::{Names, read};
use parallax::comparison::{Comparison, Relation, TopicComparison, TopicPassage, compare};
use parallax::problem::{Problem, Severity};
use parallax::text::Span;

/// What was found in a case's articles.
pub struct Evidence {
    articles: Vec<Article>,
    comparison: Comparison,
}

type Verdict = Result<(), Vec<String>>;

impl Evidence {
    /// Reads a case's configuration and articles and compares them; the error says what cannot be read.
    pub fn gather(case: &Case) -> Result<Self, String> {
        let (config, problems) = parallax::config::read("config", &case.config);
        let articles = case.articles.iter().map(article);
        let (articles, more): (Vec<_>, Vec<_>) = articles.unzip();
        let mut problems = problems.iter().chain(more.iter().flatten());
        match problems.find(|p| p.severity == Severity::Error) {
            Some(problem) => Err(problem.to_string()),
            None => Ok(Self {
                comparison: compare(&articles, &config),
                articles,
            }),
        }
    }

    /// Whether a line holds; the error says what stands instead.
    pub fn check(&self, text: &str, case: &Case) -> Verdict {
        let line = Line::read(text).map_err(|e| vec![e])?;
        let topic = self.topic(line.topic.as_deref())?;
        let verdict = match &line.ask {
            Ask::NoOther => self.no_other(topic, line.topic.as_deref(), case),
            Ask::Silent { outlet, silence } => {
                let stand = topic
                    .sources
                    .iter()
                    .find(|s| self.articles[s.article].source == *outlet);
                match stand {
                    Some(stand) if stand.silence == Some(*silence) => Ok(()),
                    Some(stand) => Err(vec![format!(
                        "silence: {:?}, {} stands",
                        stand.silence,
                        stand.stands.len()
                    )]),
                    None => Err(vec![format!("no outlet {outlet}")]),
                }
            }
            Ask::Passage { place, facts } => self.passage(topic, place, facts),
            Ask::Relation { places, .. } => {
                let found = topic.relations.iter().any(|r| self.is(&line.ask, r, topic));
                if found {
                    Ok(())
                } else {
                    Err(self.between(topic, places))
                }
            }
        };
        self.turned(line, verdict)
    }

    /// The verdict, turned round for a line that must not hold. Its places must be there all the same.
    fn turned(&self, line: Line, verdict: Verdict) -> Verdict {
        if !line.not {
            return verdict;
        }
        let places = match &line.ask {
            Ask::Relation { places, .. } => places.iter().collect(),
            Ask::Passage { place, .. } => vec![place],
            _ => Vec::new(),
        };
        for place in places {
            self.span(place)?;
        }
        match verdict {
            Ok(()) => Err(vec!["it stands".to_owned()]),
            Err(_) => Ok(()),
        }
    }

    fn topic(&self, name: Option<&str>) -> Result<&TopicComparison, Vec<String>> {
        let mut topics = self.comparison.topics.iter();
        let found = match name {
            None => topics.next(),
            Some(name) => topics.find(|t| t.name == name),
        };
        found.ok_or_else(|| vec![format!("no topic {}", name.unwrap_or("at all"))])
    }

    /// Where a place's words stand.
    fn span(&self, place: &Place) -> Result<(usize, Span), Vec<String>> {
        let articles = self.articles.iter().enumerate();
        let mut own = articles.filter(|(_, a)| a.source == place.outlet);
        let (at, article) = own
            .next()
            .ok_or_else(|| vec![format!("no outlet {}", place.outlet)])?;
        let start = article.body.find(&place.words);
        let start =
            start.ok_or_else(|| vec![format!("not in the article: \"{}\"", place.words)])?;
        Ok((
            at,
            Span {
                start,
                end: start + place.words.len(),
            },
        ))
    }

    /// Whether a passage covers at least half of a place's words, and its speaker is the one asked for.
    fn covers(&self, place: &Place, passage: &TopicPassage) -> bool {
        let speaks = match (&place.speaker, &passage.speaker) {
            (None, _) | (Some(None), None) => true,
            (Some(Some(asked)), Some(speaker)) => is_speaker(asked, speaker),
            _ => false,
        };
        speaks && self.lies_on(place, passage)
    }

    fn lies_on(&self, place: &Place, passage: &TopicPassage) -> bool {
        let Ok((article, words)) = self.span(place) else {
            return false;
        };
        let shared = passage
            .span
            .end
            .min(words.end)
            .saturating_sub(passage.span.start.max(words.start));
        passage.article == article && shared * 2 >= words.end - words.start
    }

    fn passage(&self, topic: &TopicComparison, place: &Place, facts: &[String]) -> Verdict {
        self.span(place)?;
        let on: Vec<_> = topic
            .passages
            .iter()
            .filter(|p| self.lies_on(place, p))
            .collect();
        let good = |p: &&TopicPassage| self.covers(place, p) && facts.iter().all(|f| holds(f, p));
        if on.iter().any(good) {
            return Ok(());
        }
        Err(on
            .iter()
            .map(|p| show::passage(p, &self.articles))
            .collect())
    }

    fn is(&self, ask: &Ask, relation: &Relation, topic: &TopicComparison) -> bool {
        let Ask::Relation {
            kind,
            places: [x, y],
            between,
            same_wording,
            counts,
        } = ask
        else {
            return false;
        };
        let [a, b] = [relation.a, relation.b].map(|p| &topic.passages[p]);
        let meets = |p, q| self.covers(x, p) && self.covers(y, q);
        let counted = counts.is_none_or(|(outlets, origins)| {
            topic.findings.iter().any(|f| {
                let both = f.passages.contains(&relation.a) && f.passages.contains(&relation.b);
                both && f.kind == *kind && f.outlets == outlets && f.origins == origins
            })
        });
        relation.kind == *kind
            && between.is_none_or(|b| b == relation.between)
            && (!same_wording || relation.same_wording)
            && counted
            && (meets(a, b) || meets(b, a))
    }

    /// What stands between two places, or on each of them.
    fn between(&self, topic: &TopicComparison, places: &[Place; 2]) -> Vec<String> {
        if let Some(missing) = places.iter().find_map(|p| self.span(p).err()) {
            return missing;
        }
        let [x, y] = places;
        let related = topic.relations.iter().filter(|r| {
            let [a, b] = [r.a, r.b].map(|p| &topic.passages[p]);
            let meets = |p, q| self.lies_on(x, p) && self.lies_on(y, q);
            meets(a, b) || meets(b, a)
        });
        let mut stands: Vec<_> = related
            .map(|r| show::relation(r, topic, &self.articles))
            .collect();
        for place in places {
            let on = topic.passages.iter().filter(|p| self.lies_on(place, p));
            let mut on: Vec<_> = on.map(|p| show::passage(p, &self.articles)).collect();
            if on.is_empty() {
                on.push(format!(
                    "no passage on {}: \"{}\"",
                    place.outlet, place.words
                ));
            }
            stands.append(&mut on);
        }
        stands
    }

    fn no_other(&self, topic: &TopicComparison, name: Option<&str>, case: &Case) -> Verdict {
        let named = case
            .expected
            .iter()
            .filter_map(|e| Line::read(&e.text).ok());
        let named: Vec<Line> = named
            .filter(|l| !l.not && l.topic.as_deref() == name)
            .collect();
        let two = |r: &&Relation| topic.passages[r.a].article != topic.passages[r.b].article;
        let extra = topic
            .relations
            .iter()
            .filter(two)
            .filter(|r| !named.iter().any(|l| self.named(&l.ask, r, topic)));
        let extra: Vec<_> = extra
            .map(|r| show::relation(r, topic, &self.articles))
            .collect();
        if extra.is_empty() { Ok(()) } else { Err(extra) }
    }

    /// Whether a line names these two passages in this relation, whoever speaks.
    fn named(&self, ask: &Ask, relation: &Relation, topic: &TopicComparison) -> bool {
        let Ask::Relation {
            kind,
            places: [x, y],
            ..
        } = ask
        else {
            return false;
        };
        let [a, b] = [relation.a, relation.b].map(|p| &topic.passages[p]);
        let meets = |p, q| self.lies_on(x, p) && self.lies_on(y, q);
        *kind == relation.kind && (meets(a, b) || meets(b, a))
    }
}

/// Whether the speaker is the one asked for, who may be named with more words in front: a title, an article.
fn is_speaker(asked: &str, speaker: &str) -> bool {
    let before = asked.strip_suffix(speaker);
    before.is_some_and(|b| b.is_empty() || b.ends_with(' '))
}

/// Whether a fact, as written, is true of a passage.
fn holds(fact: &str, passage: &TopicPassage) -> bool {
    if let Some(days) = fact.strip_prefix("on ") {
        let (from, to) = days.split_once("..").unwrap_or((days, days));
        return passage
            .when
            .is_some_and(|w| w.from.to_string() == from && w.to.to_string() == to);
    }
    fact == show::certainty(passage.certainty)
        || passage.position.as_deref() == Some(fact)
        || (fact == "no position" && passage.position.is_none())
        || passage.figures.iter().any(|f| show::figure(f) == fact)
}

/// An article of a case, read as a file would be, and what is wrong with it.
fn article(block: &ArticleBlock) -> (Article, Vec<Problem>) {
    let names = Names {
        id: block.outlet.to_lowercase().replace(' ', "-"),
        file: format!("{}.md", block.outlet),
        shown: format!("the article of {}", block.outlet),
    };
    let text = if block.text.starts_with("+++") {
        block.text.clone()
    } else {
        let date = block.date.as_ref().map(|d| format!("published = {d}\n"));
        let outlet = format!("source = \"{}\"\n", block.outlet);
        format!(
            "+++\n{outlet}{}+++\n\n{}",
            date.unwrap_or_default(),
            block.text
        )
    };
    read(&names, text.into_bytes())
}
