//! PostgreSQL over a network: encrypted, and only with a server that proves
//! who it is.

use std::path::Path;

use kafferum_platform::Fault;
use kafferum_platform::db::{Database, Place};
use kafferum_testkit::postgres::{Durability, Server};

fn open(port: u16, more: &str) -> Result<Database, Fault> {
    let url = format!("postgres://kafferum@localhost:{port}/postgres?sslmode=require{more}");
    Database::open(&Place::Postgres(url), &[], 1)
}

#[test]
fn a_server_on_a_network_must_prove_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let ours = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let other = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let mut server = Server::start(Durability::ThrowAway).unwrap();
    let port = server.open_to_network(&ours.cert.pem(), &ours.signing_key.serialize_pem()).unwrap();

    let nobody_known = open(port, "").err().unwrap();
    assert!(nobody_known.to_string().contains("certificate"), "{nobody_known}");

    let file = |name: &str, text: String| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let trusting = |path: &Path| format!("&sslrootcert={}", path.display());
    let wrong = file("other.pem", other.cert.pem());
    assert!(open(port, &trusting(&wrong)).is_err());

    let right = file("ours.pem", ours.cert.pem());
    let db = open(port, &trusting(&right)).unwrap();
    let version = db.read(|tx| {
        let sql = "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
        Ok(tx.one(sql, &[], |row| row.get::<String>(0))?)
    });
    let version = tokio::runtime::Runtime::new().unwrap().block_on(version).unwrap();
    assert_eq!(version, "TLSv1.3");
}
