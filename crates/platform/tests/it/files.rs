//! Kept files: there when acknowledged, gone when nothing needs them.

use kafferum_platform::Error;
use kafferum_platform::files::{self, FileHash, NewFile};
use kafferum_testkit::on_both;
use kafferum_testkit::site::TestSite;

fn keep(site: &TestSite, content: &'static [u8]) -> FileHash {
    let file = NewFile { kind: "text/plain", size: None, bytes: content.into() };
    site.wait_for(files::keep(site.site(), &file)).unwrap()
}

fn read(site: &TestSite, hash: &FileHash) -> Option<Vec<u8>> {
    match site.wait_for(files::read(site.site(), hash)) {
        Ok(bytes) => Some(bytes.to_vec()),
        Err(Error::NotFound) => None,
        Err(error) => panic!("{error:?}"),
    }
}

on_both! {
    fn a_file_is_kept_once_however_often_it_comes(site) {
        let hash = keep(&site, b"kahvi");
        assert_eq!(keep(&site, b"kahvi"), hash);
        assert_ne!(keep(&site, b"tee"), hash);
        assert_eq!(read(&site, &hash).as_deref(), Some(&b"kahvi"[..]));
        let count = |tx: &mut kafferum_platform::db::Tx<'_>| {
            Ok(tx.one("SELECT COUNT(*) FROM file", &[], |row| row.get::<i64>(0))?)
        };
        assert_eq!(site.read(count), 2);
    }

    fn a_file_stays_while_anything_needs_it(site) {
        let hash = keep(&site, b"kahvi");
        let name = hash.clone();
        site.write(move |tx| {
            files::refer(tx, "cup", 1, &name)?;
            files::refer(tx, "cup", 1, &name)?;
            Ok(files::refer(tx, "cup", 2, &name)?)
        });
        site.pass_days(400);
        assert!(read(&site, &hash).is_some());
        let now = site.now();
        site.write(move |tx| Ok(files::release(tx, "cup", 1, now)?));
        site.pass_days(3);
        assert!(read(&site, &hash).is_some(), "the other one needs it");
        let now = site.now();
        site.write(move |tx| Ok(files::release(tx, "cup", 2, now)?));
        site.settle();
        assert!(read(&site, &hash).is_some(), "it lingers for a day");
        site.pass_days(1);
        assert!(read(&site, &hash).is_none());
        // It may come again, and go again.
        assert_eq!(keep(&site, b"kahvi"), hash);
        assert!(read(&site, &hash).is_some());
        site.pass_days(2);
        assert!(read(&site, &hash).is_none());
    }

    fn what_was_brought_for_nothing_goes_after_a_day(site) {
        let hash = keep(&site, b"kahvi");
        site.pass(kafferum_platform::clock::DAY / 2);
        site.settle();
        assert!(read(&site, &hash).is_some());
        // Brought again it stays longer.
        keep(&site, b"kahvi");
        site.pass(kafferum_platform::clock::DAY * 3 / 4);
        site.settle();
        assert!(read(&site, &hash).is_some());
        site.pass_days(1);
        assert!(read(&site, &hash).is_none());
    }

    fn a_file_on_its_way_out_is_neither_needed_nor_brought(site) {
        let hash = keep(&site, b"kahvi");
        site.write(|tx| Ok(tx.execute("UPDATE file SET state = 'going'", &[])?));
        let file = NewFile { kind: "text/plain", size: None, bytes: (&b"kahvi"[..]).into() };
        assert!(matches!(site.wait_for(files::keep(site.site(), &file)), Err(Error::Fault(_))));
        let needed = site.wait_for(
            site.site().db.write(move |tx| Ok(files::refer(tx, "cup", 1, &hash)?)),
        );
        assert!(matches!(needed, Err(Error::Fault(_))));
    }
}
