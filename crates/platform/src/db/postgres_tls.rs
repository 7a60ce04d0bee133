//! Whom a connection to PostgreSQL trusts. On this computer the address decides;
//! over a network the connection is encrypted and the server proves its name,
//! whatever the address leaves out.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::fault::Fault;

/// What an address may say beside what the driver reads: a file of
/// certificates (PEM) to trust in place of the public ones. The name is
/// libpq's.
const ROOTS: &str = "sslrootcert";

/// How to reach a server.
#[derive(Clone)]
pub(super) struct Address {
    pub config: tokio_postgres::Config,
    pub tls: MakeRustlsConnect,
}

impl Address {
    /// Reads a `postgres://` address.
    pub(super) fn read(url: &str) -> Result<Self, Fault> {
        let (url, roots) = take_roots(url);
        let mut config: tokio_postgres::Config =
            url.parse().map_err(|_| Fault::bug("the PostgreSQL address can't be read"))?;
        config.ssl_mode(mode(&config)?);
        Ok(Self { config, tls: MakeRustlsConnect::new(client(roots.as_deref())?) })
    }
}

/// Takes our own part out of the address.
fn take_roots(url: &str) -> (String, Option<String>) {
    let Some((place, query)) = url.split_once('?') else { return (url.to_owned(), None) };
    let mut roots = None;
    let rest: Vec<&str> = query
        .split('&')
        .filter(|pair| match pair.split_once('=') {
            Some((ROOTS, file)) => {
                let file = percent_encoding::percent_decode_str(file).decode_utf8_lossy();
                roots = Some(file.into_owned());
                false
            }
            _ => true,
        })
        .collect();
    let mark = if rest.is_empty() { "" } else { "?" };
    (format!("{place}{mark}{}", rest.join("&")), roots)
}

/// The driver's default would take an unencrypted connection where the server
/// offers no other.
fn mode(config: &tokio_postgres::Config) -> Result<SslMode, Fault> {
    let is_here = config.get_hosts().iter().all(is_here)
        && config.get_hostaddrs().iter().all(std::net::IpAddr::is_loopback);
    match (config.get_ssl_mode(), is_here) {
        (SslMode::Prefer, true) => Ok(SslMode::Disable),
        (SslMode::Disable, false) => Err(Fault::bug(
            "PostgreSQL on another computer must not be reached without encryption: \
             leave sslmode out, or say sslmode=require",
        )),
        (SslMode::Prefer, false) => Ok(SslMode::Require),
        (said, _) => Ok(said),
    }
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost"
                || name.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
        }
    }
}

fn client(roots: Option<&str>) -> Result<ClientConfig, Fault> {
    let mut store = RootCertStore::empty();
    match roots {
        None => store.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            let wrong = |error: &dyn std::fmt::Display| {
                Fault::bug(format_args!("{ROOTS} of the PostgreSQL address: {error}: {file}"))
            };
            let read = CertificateDer::pem_file_iter(file).map_err(|error| wrong(&error))?;
            for certificate in read {
                let certificate = certificate.map_err(|error| wrong(&error))?;
                store.add(certificate).map_err(|error| wrong(&error))?;
            }
            if store.is_empty() {
                return Err(wrong(&"holds no certificate"));
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(Fault::bug)?
        .with_root_certificates(store)
        .with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode_of(url: &str) -> Result<SslMode, String> {
        Address::read(url).map(|a| a.config.get_ssl_mode()).map_err(|fault| fault.to_string())
    }

    #[test]
    fn over_a_network_the_connection_is_encrypted_whatever_the_address_leaves_out() {
        assert_eq!(mode_of("postgres://u@db.example/k"), Ok(SslMode::Require));
        assert_eq!(mode_of("postgres://u@10.0.0.7/k?sslmode=prefer"), Ok(SslMode::Require));
        assert_eq!(mode_of("postgres://u@a,db.example/k"), Ok(SslMode::Require));
        let refused = mode_of("postgres://u@db.example/k?sslmode=disable");
        assert!(refused.is_err_and(|text| text.contains("sslmode=require")));
    }

    #[test]
    fn on_this_computer_the_address_decides() {
        assert_eq!(mode_of("postgres://u@localhost/k"), Ok(SslMode::Disable));
        assert_eq!(mode_of("postgres://u@/k?host=/run/postgresql"), Ok(SslMode::Disable));
        assert_eq!(mode_of("postgres://u@127.0.0.1/k?sslmode=require"), Ok(SslMode::Require));
    }

    #[test]
    fn our_own_part_is_taken_out_of_the_address() {
        let (url, roots) = take_roots("postgres://u@h/k?a=b&sslrootcert=%2Fetc%2Fca.pem&c=d");
        assert_eq!(url, "postgres://u@h/k?a=b&c=d");
        assert_eq!(roots.as_deref(), Some("/etc/ca.pem"));
        assert_eq!(take_roots("postgres://u@h/k?sslrootcert=x").0, "postgres://u@h/k");
    }

    #[test]
    fn a_file_of_certificates_that_is_none_is_told_by_name() {
        let refused = mode_of("postgres://u@h/k?sslrootcert=/no/such.pem");
        assert!(refused.is_err_and(|text| text.contains("/no/such.pem")));
    }
}
