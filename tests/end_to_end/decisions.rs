//! Search, and the decisions that are no move.

use super::*;

#[test]
fn search_finds_names_posts_and_nips_and_escape_clears_it() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        keys(&mut session, "backtab /");
        session.send("wahpra");
        shows(&mut session, "Wahyu Prase");
        keys(&mut session, "esc");
        shows(&mut session, "Pegawai 163");
        keys(&mut session, "/");
        session.send(sample_work::nip("Wahyu Prasetya"));
        shows(&mut session, "Pegawai 1 dari 163");
        shows(&mut session, "Wahyu Prase");
        keys(&mut session, "enter esc");
        shows(&mut session, "Pegawai 163");
        keys(&mut session, "tab /");
        session.send("kasi kesos jabungan");
        shows(&mut session, "IV.b Kasi Kesos Jabu");
        keys(&mut session, "enter");
        keys(&mut session, "esc");
        shows(&mut session, "keterisian terendah");
        quit(session);
    }
}

#[test]
fn pin_ban_reason_remark_and_permission_are_written_and_undone() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        let before = work.lines().len();
        keys(&mut session, "enter");
        shows(&mut session, "Kandidat · Lurah Tinjomoyo");
        keys(&mut session, "x");
        shows(&mut session, "dikecualikan: Wahyu Prasetya ≠ Lurah Tinjomoyo · tersimpan");
        keys(&mut session, "X");
        shows(&mut session, "pengecualian dihapus: ");
        keys(&mut session, "m");
        shows(&mut session, "disematkan: ");
        keys(&mut session, "m");
        shows(&mut session, "sematan dilepas: ");
        keys(&mut session, "r");
        shows(&mut session, "Alasan · ");
        session.send("rumahnya dekat, \"warga\" setuju");
        keys(&mut session, "enter");
        shows(&mut session, "alasan ditulis: ");
        keys(&mut session, "c");
        shows(&mut session, "Komentar · ");
        session.send("tanya camat");
        keys(&mut session, "enter");
        shows(&mut session, "komentar ditulis: ");
        for _ in 0..6 {
            keys(&mut session, "u");
        }
        session.wait_until("all is undone", |_| work.lines().len() == before + 12);
        shows(&mut session, "diurungkan: ");
        session.settle();
        assert_eq!(work.lines().len(), before + 12);
        quit(session);
        work.verify();
    }
}

#[test]
fn a_permission_of_an_official_opens_a_pair_through_the_form() {
    for size in SIZES {
        let work = Work::new();
        let mut session = open(&work, size);
        keys(&mut session, "backtab /");
        session.send("Rahmat Subagyo");
        keys(&mut session, "enter enter");
        shows(&mut session, "Nilai · Rahmat Subagyo");
        // His best post is closed by R05 only.
        session.wait_until("a post is closed by R05", |screen| screen.contents().contains("R05"));
        for _ in 0..60 {
            keys(&mut session, "o");
            session.settle();
            if flat(session.screen()).contains("Izin pejabat atas") {
                break;
            }
            keys(&mut session, "down");
        }
        shows(&mut session, "Izin pejabat atas R05 · Rahmat Subagyo");
        shows(&mut session, "Nomor dokumen");
        session.send("800/123/BKPP");
        keys(&mut session, "enter");
        session.send("besok");
        keys(&mut session, "enter");
        session.send("Sekretaris Daerah");
        keys(&mut session, "enter");
        session.send("kekosongan lama");
        keys(&mut session, "enter");
        shows(&mut session, "tanggal ditulis seperti 2027-01-31");
        for _ in 0..5 {
            keys(&mut session, "backspace");
        }
        session.send("2026-10-15");
        keys(&mut session, "enter enter enter");
        shows(&mut session, "izin pejabat R05 Rahmat Subagyo → ");
        assert_eq!(work.lines().len(), 1);
        assert!(work.lines()[0].contains("800/123/BKPP"));
        // The pair is open now.
        keys(&mut session, "a enter");
        session.wait_until("he is proposed", |_| work.lines().len() == 2);
        shows(&mut session, "Mutasi 1 (");
        quit(session);
        work.verify();
    }
}

#[test]
fn the_proposals_are_listed_and_taken_back_one_by_one() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        keys(&mut session, "p");
        shows(&mut session, "belum ada usulan");
        keys(&mut session, "esc s");
        shows(&mut session, "terbukti terbaik");
        // Somebody whose post another one takes cannot be left out alone.
        keys(&mut session, "space enter");
        shows(&mut session, "✗ ");
        assert_eq!(work.lines().len() % 4, 0, "nothing was written");
        // The choice is still there to be mended: somebody nobody follows can be left out.
        shows(&mut session, "terbukti terbaik");
        keys(&mut session, "space end space enter");
        shows(&mut session, "usulan inti diterima");
        keys(&mut session, "p");
        session.wait_until("the proposals", |screen| flat(screen).contains("Usulan 21"));
        let count = |screen: &Screen| -> Option<u32> {
            let text = flat(screen);
            text.split_once("Usulan ")?.1.split(' ').next()?.parse().ok()
        };
        session.settle();
        let before = count(session.screen()).unwrap();
        // Whose structural post another one takes cannot go home alone; whose post nobody takes can.
        keys(&mut session, "home d");
        shows(&mut session, "✗ R18");
        assert_eq!(count(session.screen()), Some(before));
        keys(&mut session, "end d");
        session.wait_until("one proposal less", |screen| count(screen) == Some(before - 1));
        shows(&mut session, "usulan dibatalkan: ");
        keys(&mut session, "u u");
        session.wait_until("none is left", |screen| flat(screen).contains("belum ada usulan"));
        quit(session);
        work.verify();
    }
}
