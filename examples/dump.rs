use parallax::analysis::{Analysed, names::Entities};
fn main() {
    for f in std::env::args().skip(1) {
        let t = std::fs::read_to_string(&f).unwrap();
        let body = t.splitn(3, "+++").last().unwrap().trim();
        let (ents, _c) = (Entities::of(&[]), 0);
        let a = Analysed::of(body, &ents);
        println!("=== {f}");
        for c in &a.claims {
            let r = &a.reading;
            let tr = parallax::analysis::clause::trimmed(r, &c.tokens);
            let e = c.content.end..c.content.end;
            println!(
                "[{}] {:?} {} {:?} | {}",
                c.sentence,
                a.speaker(c).map(|s| s.name.clone()),
                if parallax::analysis::polarity::denied(&a, c, &e, 0) {
                    "DENIED"
                } else {
                    ""
                },
                parallax::analysis::polarity::certainty(&a, c, &e),
                r.span(&tr).of(body).replace('\n', " ")
            );
        }
    }
}
