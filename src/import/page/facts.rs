//! What a page says about its article outside the text: JSON-LD, OpenGraph, meta tags, `time`.

use crate::article::Published;
use crate::import::line::{ratio, words};
use crate::import::{byline, date, outlet};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

/// What a page says about its article.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The headline, without the outlet's name.
    pub title: Option<String>,
    /// Other wordings of the headline: for the address bar, for other sites.
    pub other_titles: Vec<String>,
    /// The outlet.
    pub source: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Its own address.
    pub url: Option<String>,
    /// Its language.
    pub language: Option<String>,
}

/// Reads what a page says. `address` is where it was got from, if known.
pub fn read(html: &Html, address: Option<&str>) -> Facts {
    let page = Page {
        html,
        article: articles(html),
    };
    let url = page.url(address);
    let (title, other_titles, titled) = page.titles();
    let host = url.as_deref().and_then(host);
    let source = host
        .as_deref()
        .and_then(outlet::of_host)
        .map(|o| o.name.clone());
    Facts {
        source: source.or_else(|| page.outlet()).or(titled).or(host),
        byline: page.byline(),
        published: page.published(url.as_deref()),
        language: page.language(),
        title,
        other_titles,
        url,
    }
}

struct Page<'h> {
    html: &'h Html,
    article: Vec<Value>,
}

/// The elements that a selector written here finds.
fn select<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    Selector::parse(selector).map_or_else(|_| Vec::new(), |s| html.select(&s).collect())
}

/// Types of JSON-LD objects that are articles.
fn is_article(value: &Value) -> bool {
    let named = |v: &Value| {
        v.as_str().is_some_and(|t| {
            t.ends_with("Article")
                || matches!(
                    t,
                    "BlogPosting" | "Report" | "LiveBlogPosting" | "ClaimReview" | "Review"
                )
        })
    };
    match value.get("@type") {
        Some(Value::Array(types)) => types.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

/// The articles that a page's JSON-LD describes, in order.
fn articles(html: &Html) -> Vec<Value> {
    let mut found = Vec::new();
    for script in select(html, "script") {
        if !script
            .value()
            .attr("type")
            .is_some_and(|t| t.contains("ld+json"))
        {
            continue;
        }
        let text: String = script.text().collect();
        if let Some(value) = json(&text) {
            collect(value, &mut found);
        }
    }
    found
}

/// JSON as pages write it: with line breaks inside strings, or wrapped into CDATA.
fn json(text: &str) -> Option<Value> {
    let text = text
        .trim()
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("//]]>")
        .trim_end_matches("]]>");
    let text = text.trim().trim_end_matches(';');
    serde_json::from_str(text)
        .ok()
        .or_else(|| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " ")).ok())
}

fn collect(value: Value, found: &mut Vec<Value>) {
    match value {
        Value::Array(values) => values.into_iter().for_each(|v| collect(v, found)),
        Value::Object(mut map) => {
            if let Some(graph) = map.remove("@graph") {
                collect(graph, found);
            }
            if let Some(entity) = map.remove("mainEntity") {
                collect(entity, found);
            }
            let value = Value::Object(map);
            if is_article(&value) || value.get("@type").is_some_and(|t| t == "WebPage") {
                found.push(value);
            }
        }
        _ => {}
    }
}

impl Page<'_> {
    /// The content of the first meta tag of one of these names, in the names' order.
    fn meta(&self, names: &[&str]) -> Option<String> {
        let tags = select(self.html, "meta");
        let has = |tag: &ElementRef<'_>, name: &str| {
            ["property", "name", "itemprop", "http-equiv"]
                .iter()
                .any(|a| {
                    tag.value()
                        .attr(a)
                        .is_some_and(|v| v.eq_ignore_ascii_case(name))
                })
        };
        names.iter().find_map(|name| {
            let tag = tags
                .iter()
                .filter(|t| has(t, name))
                .find_map(|t| t.value().attr("content"));
            tag.map(plain).filter(|c| !c.is_empty())
        })
    }

    fn field(&self, name: &str) -> Option<&Value> {
        self.article
            .iter()
            .filter(|a| is_article(a))
            .find_map(|a| a.get(name))
    }

    /// The date of the article, else of the page that is described around it.
    fn dated(&self, name: &str) -> Option<Published> {
        let (articles, pages): (Vec<&Value>, Vec<&Value>) =
            self.article.iter().partition(|a| is_article(a));
        articles
            .iter()
            .chain(&pages)
            .find_map(|a| one_date(a.get(name)?.as_str()?))
    }

    fn text_field(&self, name: &str) -> Option<String> {
        let text = plain(self.field(name)?.as_str()?);
        (!text.is_empty()).then_some(text)
    }

    fn url(&self, address: Option<&str>) -> Option<String> {
        let canonical = select(self.html, "link[rel=canonical]")
            .first()
            .and_then(|l| l.value().attr("href").map(str::to_owned));
        let own = [canonical, self.meta(&["og:url"]), self.text_field("url")];
        let whole = |u: &String| u.starts_with("http://") || u.starts_with("https://");
        let own: Option<String> = own
            .into_iter()
            .flatten()
            .map(|u| u.trim().to_owned())
            .find(|u| whole(u) && !is_front_page(u));
        own.or_else(|| address.map(str::to_owned))
    }

    /// The headline, its other wordings, and the outlet that they name.
    fn titles(&self) -> (Option<String>, Vec<String>, Option<String>) {
        let heading = self.headings();
        let page = select(self.html, "title")
            .first()
            .map(|t| plain(&t.text().collect::<String>()));
        let told = [
            self.text_field("headline"),
            self.meta(&["og:title", "twitter:title", "dc.title", "title"]),
            page.clone(),
        ];
        let told: Vec<String> = told
            .into_iter()
            .flatten()
            .filter(|t| !t.is_empty())
            .collect();
        let near = heading.iter().find(|h| told.iter().any(|t| alike(h, t)));
        let first = near
            .or_else(|| told.first())
            .or_else(|| heading.first())
            .cloned();
        let all: Vec<String> = heading.iter().take(1).chain(&told).cloned().collect();
        let foreign = |name: &str| {
            outlet::known(name).is_some()
                || self
                    .meta(&["og:site_name"])
                    .is_some_and(|s| outlet::key(&s) == outlet::key(name))
        };
        let named = page.as_deref().and_then(|p| {
            outlet::split_title(p, &|n| {
                foreign(n) || !first.as_deref().is_some_and(|f| f.contains(n))
            })
            .1
        });
        let first = first.map(|t| outlet::split_title(&t, &foreign).0.to_owned());
        (first, all, named)
    }

    fn headings(&self) -> Vec<String> {
        let texts = select(self.html, "h1")
            .into_iter()
            .map(|h| plain(&h.text().collect::<Vec<_>>().join(" ")));
        texts
            .filter(|t| {
                words(t).len() >= 2
                    && self
                        .meta(&["og:site_name"])
                        .is_none_or(|s| outlet::key(&s) != outlet::key(t))
            })
            .collect()
    }

    fn outlet(&self) -> Option<String> {
        let publisher = self
            .field("publisher")
            .and_then(|p| p.get("name").or(Some(p)))
            .and_then(Value::as_str)
            .map(plain);
        let site = self.meta(&[
            "og:site_name",
            "application-name",
            "dc.publisher",
            "publisher",
        ]);
        let named = |n: &String| {
            !n.is_empty() && !n.starts_with("http") && !n.starts_with('@') && n.len() < 60
        };
        let name = site.filter(named).or(publisher.filter(named))?;
        let name = name.split(" | ").next().unwrap_or(&name);
        Some(outlet::proper(name))
    }

    fn byline(&self) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        if let Some(author) = self.field("author") {
            authors(author, &mut names);
        }
        if names.is_empty() {
            names.extend(self.meta(&[
                "author",
                "article:author",
                "dc.creator",
                "sailthru.author",
                "parsely-author",
                "byl",
            ]));
        }
        let names: Vec<String> = names
            .iter()
            .map(|n| without_by(n))
            .filter(|n| is_writer(n))
            .collect();
        if !names.is_empty() {
            return Some(joined(&names));
        }
        let marked = select(
            self.html,
            "[rel=author], [itemprop=author], .byline, .author, .author-name",
        );
        marked
            .iter()
            .map(|e| plain(&e.text().collect::<Vec<_>>().join(" ")))
            .find_map(|t| named_writer(&t))
    }

    fn published(&self, url: Option<&str>) -> Option<Published> {
        const NAMES: &[&str] = &[
            "article:published_time",
            "og:published_time",
            "og:article:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publication_date",
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.date",
            "article.published",
            "cxenseparse:recs:publishtime",
            "article_date_original",
            "originalpublicationdate",
            "rnews:datepublished",
            "weibo:article:create_at",
        ];
        let told = ["datePublished", "dateCreated"]
            .iter()
            .find_map(|n| self.dated(n));
        let marked = || {
            let times = select(
                self.html,
                "[itemprop=datePublished], time[pubdate], time[datetime]",
            );
            times
                .iter()
                .find_map(|t| one_date(t.value().attr("datetime").or(t.value().attr("content"))?))
        };
        told.or_else(|| one_date(&self.meta(NAMES)?))
            .or_else(marked)
            .or_else(|| in_address(url?))
    }

    fn language(&self) -> Option<String> {
        let own = self
            .html
            .root_element()
            .value()
            .attr("lang")
            .map(str::to_owned);
        let tag = own
            .or_else(|| self.meta(&["content-language", "og:locale", "language", "dc.language"]))?
            .trim()
            .replace('_', "-");
        let fits = (2..=11).contains(&tag.len())
            && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && tag.split('-').next().is_some_and(|p| p.len() <= 3);
        fits.then_some(tag)
    }
}

/// Text without tags and entities and with single spaces.
pub fn plain(text: &str) -> String {
    let text = if text.contains('&') || text.contains('<') {
        Html::parse_fragment(text)
            .root_element()
            .text()
            .collect::<String>()
    } else {
        text.to_owned()
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two headlines share most of their words.
fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let shared = a.iter().filter(|w| b.contains(w)).count();
    shared >= 2 && ratio(shared, a.len().min(b.len())) >= 0.6
}

/// The host of an address, without `www.`.
pub fn host(url: &str) -> Option<String> {
    let host = url::Url::parse(url).ok()?.host_str()?.to_owned();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

fn is_front_page(url: &str) -> bool {
    url::Url::parse(url).is_ok_and(|u| u.path().len() <= 1 && u.query().is_none())
}

fn authors(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|v| authors(v, names)),
        Value::Object(map) => {
            if let Some(name) = map.get("name") {
                authors(name, names);
            }
        }
        Value::String(name) => {
            let name = plain(name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        _ => {}
    }
}

fn without_by(name: &str) -> String {
    let start = ["By ", "by ", "BY "]
        .iter()
        .find_map(|b| name.strip_prefix(b))
        .unwrap_or(name);
    byline::tidy(start)
}

/// Whether a text can be a byline: no address, no number, not too long.
fn is_writer(name: &str) -> bool {
    let words = words(name).len();
    (1..=16).contains(&words)
        && !name.contains("://")
        && !name.contains('@')
        && !name.chars().any(|c| c.is_ascii_digit())
        && !matches!(
            name.to_lowercase().as_str(),
            "admin" | "administrator" | "editor" | "webmaster" | "null" | "undefined" | "unknown"
        )
}

/// Several names as one byline.
pub fn joined(names: &[String]) -> String {
    match names {
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
        [] => String::new(),
    }
}

fn named_writer(text: &str) -> Option<String> {
    let line = crate::import::line::Line::new(text);
    byline::of_line(&line).or_else(|| line.is_name().then(|| byline::tidy(text)))
}

/// The one date that a text gives.
pub fn one_date(text: &str) -> Option<Published> {
    let found = date::dates(text).into_iter().next()?;
    found.month_first.is_none().then_some(found.date)
}

/// The date in an address such as `/2019/11/18/bridge-closed`.
fn in_address(url: &str) -> Option<Published> {
    let parts: Vec<&str> = url.split('/').collect();
    parts.windows(3).find_map(|p| {
        let day = (p[0].len() == 4 && p[1].len() == 2 && p[2].len() == 2)
            .then(|| format!("{}-{}-{}", p[0], p[1], p[2]))?;
        one_date(&day)
    })
}
