//! How many saved pages a second become articles, on one core and on all.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use parallax::import::page;
use rayon::prelude::*;
use std::hint::black_box;

/// Pages as a folder of saved pages holds them.
const PAGES: usize = 1_000;

/// A page of about 40 kB: menus, scripts, twenty paragraphs, related links, a footer.
fn saved_page(number: usize) -> String {
    let menu: String = (0..80)
        .map(|n| {
            format!("<li class=\"menu-item\"><a href=\"/section/{n}\">Section number {n}</a></li>")
        })
        .collect();
    let text: String = (0..20)
        .map(|n| format!("<p>Paragraph {n} of report {number}: the council said on Tuesday that the bridge would stay closed for {n} more days, while its engineers look at every pier and bolt.</p>\n"))
        .collect();
    let links: String = (0..30)
        .map(|n| {
            format!(
                "<li><a href=\"/a/{n}\">Another report about something else, number {n}</a></li>"
            )
        })
        .collect();
    let script = "window.data.push({\"key\": \"value of no use to readers\"});".repeat(300);
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Report {number} on the bridge</title><script>{script}</script></head><body><nav><ul>{menu}</ul></nav>\
         <article><h1>Report {number} on the bridge</h1><div class=\"entry-content\">{text}</div></article>\
         <aside class=\"related\"><ul>{links}</ul></aside><footer><p>Copyright 2020. All rights reserved.</p></footer></body></html>"
    )
}

fn import(c: &mut Criterion) {
    let pages: Vec<String> = (0..PAGES).map(saved_page).collect();
    let read = |html: &String| page::read(html, None, "page.html").map_or(0, |d| d.body.len());
    let mut group = c.benchmark_group("import");
    group.sample_size(10);
    group.throughput(Throughput::Elements(1));
    group.bench_function("one page", |b| b.iter(|| black_box(read(&pages[0]))));
    group.throughput(Throughput::Elements(PAGES as u64));
    group.bench_function("1,000 pages, all cores", |b| {
        b.iter(|| black_box(pages.par_iter().map(read).sum::<usize>()))
    });
    group.finish();
}

criterion_group!(benches, import);
criterion_main!(benches);
