//! The way to a push service: one request over TLS, to an address on the open
//! internet. A browser names the address, so somebody could name one inside
//! our own network: what a name stands for is looked at before it is connected
//! to, and nothing leads on from there.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::fault::Fault;

/// A push service that has not answered by then is tried again later.
const PATIENCE: Duration = Duration::from_secs(5);
/// Seconds for which a push service keeps a message for a device that is off.
const KEEP: &str = "86400";
/// Longest address of a device, in bytes.
const LONGEST: usize = 1000;

/// Where a device is reached: `https://HOST/PATH`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Endpoint {
    host: String,
    port: u16,
    path: String,
}

impl Endpoint {
    /// Reads an address; none when it is not one of a push service.
    pub(super) fn read(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://")?;
        if text.len() > LONGEST || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (place, path) = rest.split_at(at);
        if !path.starts_with('/') || path.contains('#') {
            return None;
        }
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().ok()?),
            None => (place, 443),
        };
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-.".contains(letter);
        let is_host = host.contains('.') && host.chars().all(is_name);
        is_host.then(|| Self { host: host.to_ascii_lowercase(), port, path: path.to_owned() })
    }

    /// The push service itself.
    pub(super) fn origin(&self) -> String {
        format!("https://{}", self.authority())
    }

    fn authority(&self) -> String {
        match self.port {
            443 => self.host.clone(),
            port => format!("{}:{port}", self.host),
        }
    }
}

/// Carries messages to push services.
pub struct Carrier {
    tls: TlsConnector,
    /// Addresses that are reached in spite of being our own network's.
    may_reach_home: bool,
}

impl Carrier {
    /// To push services on the internet.
    ///
    /// # Errors
    /// A fault when TLS can't be set up.
    pub fn new() -> Result<Self, Fault> {
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        Self::with(roots, false)
    }

    /// To a push service on this computer that shows this certificate, for
    /// tests.
    ///
    /// # Errors
    /// A fault when the certificate is none.
    pub fn to_here(certificate: CertificateDer<'static>) -> Result<Self, Fault> {
        let mut roots = RootCertStore::empty();
        roots.add(certificate).map_err(Fault::bug)?;
        Self::with(roots, true)
    }

    fn with(roots: RootCertStore, may_reach_home: bool) -> Result<Self, Fault> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(Fault::bug)?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), may_reach_home })
    }

    /// Hands a message over; the status that the push service answers with.
    pub(super) async fn carry(
        &self,
        to: &Endpoint,
        token: &str,
        body: Vec<u8>,
    ) -> Result<u16, Fault> {
        let answer = timeout(PATIENCE, self.hand_over(to, token, body)).await;
        answer.map_err(|_| Fault::unavailable("a push service does not answer"))?
    }

    async fn hand_over(&self, to: &Endpoint, token: &str, body: Vec<u8>) -> Result<u16, Fault> {
        let away = |error: &dyn std::fmt::Display| {
            Fault::unavailable(format_args!("a push service can't be reached: {error}"))
        };
        let request = hyper::Request::post(&to.path)
            .header("host", to.authority())
            .header("authorization", token)
            .header("ttl", KEEP)
            .header("urgency", "normal")
            // A newer message takes the place of one that still waits there.
            .header("topic", "news")
            .header("content-encoding", "aes128gcm")
            .header("content-type", "application/octet-stream")
            .body(Full::new(Bytes::from(body)))
            .map_err(Fault::bug)?;
        let address = self.resolve(to).await?;
        let stream = TcpStream::connect(address).await.map_err(|error| away(&error))?;
        let name = ServerName::try_from(to.host.clone()).map_err(Fault::bug)?;
        let stream = self.tls.connect(name, stream).await.map_err(|error| away(&error))?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(|error| away(&error))?;
        let connection = tokio::spawn(connection);
        let answer = sender.send_request(request).await.map_err(|error| away(&error));
        connection.abort();
        Ok(answer?.status().as_u16())
    }

    /// The address behind a name, if it may be connected to.
    async fn resolve(&self, to: &Endpoint) -> Result<SocketAddr, Fault> {
        let found = lookup_host((to.host.as_str(), to.port)).await;
        let found = found.map_err(|_| Fault::unavailable("a push service's name is not known"))?;
        let mut reachable =
            found.filter(|address| self.may_reach_home || is_on_the_internet(address.ip()));
        reachable.next().ok_or_else(|| Fault::unavailable("a push service of no open address"))
    }
}

/// Whether an address is one of the open internet (RFC 6890 and its like).
fn is_on_the_internet(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_open_v4(v4),
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => is_open_v4(v4),
            None => is_open_v6(v6),
        },
    }
}

fn is_open_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_kept = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || matches!((a, b), (0 | 240..=255, _) | (100, 64..=127) | (198, 18 | 19))
        || (a, b, c) == (192, 0, 0);
    !is_kept
}

fn is_open_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    // 2000::/3 is what is given out; documentation, tunnels to IPv4 addresses
    // and the like stand in it too.
    (0x2000..0x4000).contains(&first)
        && first != 0x2002
        && !(first == 0x2001 && (second == 0xdb8 || second < 0x200))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_an_https_address_with_a_name() {
        let read = |text| Endpoint::read(text).map(|found| (found.origin(), found.path));
        assert_eq!(
            read("https://fcm.googleapis.com/fcm/send/ab:c-d_e?x=1"),
            Some(("https://fcm.googleapis.com".into(), "/fcm/send/ab:c-d_e?x=1".into()))
        );
        assert_eq!(
            read("https://push.example:8443/a"),
            Some(("https://push.example:8443".into(), "/a".into()))
        );
        for wrong in [
            "http://push.example/a",
            "https://localhost/a",
            "https://[::1]/a",
            "https://user@push.example/a",
            "https://push.example",
            "https://push.example/a\r\nHost: x",
            "https://push.example/ä",
            "https://push.example:x/a",
            "",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(read(&format!("https://push.example/{}", "a".repeat(1000))), None);
    }

    #[test]
    fn only_the_open_internet_is_reached() {
        for (address, is_open) in [
            ("142.250.74.106", true),
            ("2a00:1450:400f:80d::200a", true),
            ("10.0.0.7", false),
            ("127.0.0.1", false),
            ("169.254.169.254", false),
            ("172.16.3.4", false),
            ("192.168.1.1", false),
            ("100.64.0.1", false),
            ("0.0.0.0", false),
            ("255.255.255.255", false),
            ("224.0.0.1", false),
            ("::1", false),
            ("::", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("::ffff:127.0.0.1", false),
            ("64:ff9b::7f00:1", false),
            ("2002:7f00:1::", false),
            ("2001:db8::1", false),
        ] {
            assert_eq!(is_on_the_internet(address.parse().unwrap()), is_open, "{address}");
        }
    }
}
