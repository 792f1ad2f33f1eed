//! Addresses: what a server answers, within bounds.

use super::error::ImportError;
use super::read::Origin;

/// Redirects that are followed.
pub const REDIRECTS: u32 = 8;
/// Seconds for all of one address, redirects included, and for each silence in it.
pub const SECONDS: u64 = 30;

/// What a server answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The content, decompressed.
    pub bytes: Vec<u8>,
    /// The address in the end, and what the server said of the content.
    pub origin: Origin,
}

/// Whether an input is an address.
pub fn is_address(input: &str) -> bool {
    let lower = input.to_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

/// Gets an address. `seconds` is the most that it may take.
///
/// # Errors
///
/// When there is no answer within the bounds, or one that says that it failed.
#[cfg(feature = "http")]
pub fn get(address: &str, seconds: u64) -> Result<Answer, ImportError> {
    use std::time::Duration;
    use ureq::ResponseExt;
    url::Url::parse(address).map_err(|_| ImportError::Address(address.to_owned()))?;
    let agent = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(seconds)))
        .max_redirects(REDIRECTS)
        .http_status_as_error(true)
        .user_agent(concat!("parallax/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, text/*;q=0.8, */*;q=0.5")
        .build()
        .new_agent();
    let mut response = agent.get(address).call().map_err(|e| told(&e, seconds))?;
    let end = response.get_uri().to_string();
    let media = response
        .headers()
        .get("content-type")
        .and_then(|v| v.to_str().ok())
        .map(str::to_owned);
    let largest = super::read::LARGEST as u64;
    let bytes = response
        .body_mut()
        .with_config()
        .limit(largest)
        .read_to_vec()
        .map_err(|e| told(&e, seconds))?;
    Ok(Answer {
        bytes,
        origin: Origin::of_answer(&end, media.as_deref()),
    })
}

/// Gets an address: this build cannot.
///
/// # Errors
///
/// Always.
#[cfg(not(feature = "http"))]
pub fn get(_: &str, _: u64) -> Result<Answer, ImportError> {
    Err(ImportError::NoHttp)
}

#[cfg(feature = "http")]
fn told(error: &ureq::Error, seconds: u64) -> ImportError {
    use ureq::Error;
    match error {
        Error::StatusCode(code) => ImportError::Status(*code),
        Error::Timeout(_) => {
            ImportError::Connection(format!("the server took more than {seconds} seconds"))
        }
        Error::TooManyRedirects => {
            ImportError::Connection(format!("the server redirected more than {REDIRECTS} times"))
        }
        Error::BodyExceedsLimit(_) => ImportError::TooLarge {
            most: super::read::LARGEST / 1_000_000,
        },
        Error::HostNotFound => {
            ImportError::Connection("there is no such host, or no network".to_owned())
        }
        Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => {
            ImportError::Connection(format!("the server took more than {seconds} seconds"))
        }
        other => ImportError::Connection(format!("the connection failed: {other}")),
    }
}
