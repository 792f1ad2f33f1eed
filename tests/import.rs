//! What import makes of what people bring.

mod commands;
mod formats;
mod http;
mod pages;
mod scraped;
mod word_lists;

/// Paragraphs of an invented article.
pub const PARAGRAPHS: [&str; 5] = [
    "The old harbour bridge at Orla was closed on Tuesday after engineers found cracks in two of its piers, the port authority said.",
    "“We will not open it until every bolt has been looked at,” the authority’s director told reporters. “That can take weeks.”",
    "Ferries carried about 4,000 people across the water on the first evening, twice as many as on a usual day, according to the operator.",
    "It was over by nine.",
    "The city council has denied that it knew of the damage, and the opposition has asked for the reports of the past ten years to be published.",
];

/// The paragraphs as an article file has them.
pub fn body() -> String {
    PARAGRAPHS.join("\n\n")
}

/// The paragraphs as HTML.
pub fn paragraphs() -> String {
    PARAGRAPHS.iter().map(|p| format!("<p>{p}</p>\n")).collect()
}

/// A news page around the paragraphs.
pub fn page() -> String {
    format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Bridge at Orla closed over cracks | Orla Courier</title>
<meta property="og:site_name" content="Orla Courier">
<link rel="canonical" href="https://courier.example/news/bridge-closed">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Bridge at Orla closed over cracks","datePublished":"2020-03-03T14:05:00+01:00",
"author":[{{"@type":"Person","name":"Mara Lindqvist"}}]}}</script>
<script>var text = "<p>Not for readers, however long this sentence in a script may get before it ends.</p>";</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news</a></li></ul></nav>
<main><article><h1>Bridge at Orla closed over cracks</h1>
<div class="share-tools"><a href="/s">Share</a> <a href="/t">Tweet</a></div>
<figure><img src="b.jpg"><figcaption>The bridge seen from the fish market on Monday. Photo: Orla Courier</figcaption></figure>
<div class="article-body">{}
<div class="related-links"><h3>Read more</h3><ul><li><a href="/1">Ten bridges to see before they fall</a></li></ul></div>
</div>
<div class="author-bio">Mara Lindqvist is a reporter who covers the harbour and the sea for this newspaper.</div>
</article></main>
<section id="comments"><h3>2 comments</h3><p>I crossed that bridge every day and have always said that it would come down.</p></section>
<footer><p>© 2020 Orla Courier. All rights reserved.</p></footer>
</body></html>"#,
        paragraphs()
    )
}
