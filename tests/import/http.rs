//! Addresses, against a server on loopback.

use super::commands::{import, names, said};
use super::{page, paragraphs};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// A server that answers each path by a function of it, until the test ends.
fn server(answer: fn(&str, &mut TcpStream, &str)) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let own = address.clone();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let own = own.clone();
            thread::spawn(move || {
                let path = request(&stream);
                answer(&path, &mut stream, &own);
                let _ = stream.shutdown(std::net::Shutdown::Write);
            });
        }
    });
    address
}

fn request(stream: &TcpStream) -> String {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().and_then(Result::ok).unwrap_or_default();
    let _ = lines
        .map_while(Result::ok)
        .take_while(|l| !l.is_empty())
        .count();
    first.split_whitespace().nth(1).unwrap_or("/").to_owned()
}

fn send(stream: &mut TcpStream, head: &str, body: &[u8]) {
    let head = format!(
        "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(body);
}

const HTML: &str = "200 OK\r\nContent-Type: text/html; charset=utf-8";

fn site(path: &str, stream: &mut TcpStream, own: &str) {
    match path {
        "/moved" => send(stream, "301 Moved\r\nLocation: /page", b""),
        "/round" => send(stream, "302 Found\r\nLocation: /round", b""),
        "/page" => send(stream, HTML, page().as_bytes()),
        "/other" => send(
            stream,
            HTML,
            page().replace("over by nine", "over by ten").as_bytes(),
        ),
        "/cyrillic" => {
            // Declared as what it is not: the page's own bytes decide.
            let text = "<html><body><article><p>Мост в Орле закрыт из-за трещин, сообщили власти порта во вторник.</p><p>Паромы перевезли четыре тысячи человек за один вечер, говорят перевозчики.</p></article></body></html>";
            send(
                stream,
                "200 OK\r\nContent-Type: text/html; charset=utf-8",
                &encoding_rs::WINDOWS_1251.encode(text).0,
            );
        }
        "/gzip" => {
            let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            let _ = gz.write_all(page().as_bytes());
            send(
                stream,
                &format!("{HTML}\r\nContent-Encoding: gzip"),
                &gz.finish().unwrap(),
            );
        }
        "/feed" => {
            let feed = format!(
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Orla Courier</title><item><title>One</title><link>{own}/page</link><description>Short.</description></item><item><title>Two</title><link>{own}/other</link></item><item><title>Three</title><link>{own}/gone</link></item></channel></rss>"
            );
            send(
                stream,
                "200 OK\r\nContent-Type: application/rss+xml",
                feed.as_bytes(),
            );
        }
        "/endless" => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
            let more = paragraphs().repeat(100);
            while stream.write_all(more.as_bytes()).is_ok() {}
        }
        "/silent" => {
            let _ = stream.read(&mut [0]);
        }
        _ => send(stream, "404 Not Found", b"nothing here"),
    }
}

fn got(path: &str, more: &[&str]) -> (bool, Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("{}{path}", server(site));
    let mut arguments = vec![address.as_str()];
    arguments.extend(more);
    let output = import(folder.path(), &arguments);
    (output.status.success(), names(folder.path()), said(&output))
}

#[test]
fn an_address_is_imported_through_a_redirect() {
    let (done, names, said) = got("/moved", &[]);
    assert!(done && names.len() == 1, "{said}");
}

#[test]
fn a_redirect_without_end_is_left() {
    let (done, names, said) = got("/round", &[]);
    assert!(
        !done && names.is_empty() && said.contains("redirected more than"),
        "{said}"
    );
}

#[test]
fn a_page_that_is_not_there_says_so() {
    let (done, names, said) = got("/nowhere", &[]);
    assert!(
        !done && names.is_empty() && said.contains("the server answered 404"),
        "{said}"
    );
}

#[test]
fn a_compressed_page_is_unpacked() {
    let (done, names, said) = got("/gzip", &[]);
    assert!(done && names.len() == 1, "{said}");
}

#[test]
fn a_wrongly_declared_charset_is_seen_through() {
    let folder = tempfile::tempdir().unwrap();
    let output = import(folder.path(), &[&format!("{}/cyrillic", server(site))]);
    let name = names(folder.path())
        .pop()
        .unwrap_or_else(|| panic!("{}", said(&output)));
    let file = std::fs::read_to_string(folder.path().join("articles").join(name)).unwrap();
    assert!(file.contains("Мост в Орле закрыт"), "{file}");
}

#[test]
fn an_answer_without_end_ends() {
    let (done, names, said) = got("/endless", &["--timeout", "20"]);
    assert!(
        !done
            && names.is_empty()
            && (said.contains("larger than") || said.contains("took more than")),
        "{said}"
    );
}

#[test]
fn a_silent_server_is_left_in_time() {
    let (done, names, said) = got("/silent", &["--timeout", "1"]);
    assert!(
        !done && names.is_empty() && said.contains("took more than 1 seconds"),
        "{said}"
    );
}

#[test]
fn a_feed_without_texts_is_followed_where_asked() {
    let (done, names, said) = got("/feed", &[]);
    assert!(
        done && names.is_empty() && said.contains("--follow gets it"),
        "{said}"
    );
    let (done, names, said) = got("/feed", &["--follow"]);
    assert!(
        !done && names.len() == 2 && said.contains("/gone: failed: the server answered 404"),
        "{said}"
    );
}
