//! A day of a planner.

use super::*;

#[test]
fn a_day_by_keys() {
    for size in SIZES {
        let work = Work::new();
        let mut session = open(&work, size);
        // The longest vacancy is selected; its candidates are ranked.
        shows(&mut session, "IV.a Lurah Tinjom");
        keys(&mut session, "enter");
        shows(&mut session, "Kandidat · Lurah Tinjomoyo");
        // The best of them is carried onto it: the change is seen before anything is done.
        keys(&mut session, "enter");
        for part in
            ["Wahyu Prasetya", "Mutasi 0→1", "Capaian 0→", "✓ memenuhi syarat", "tinggalkan Seklur Padangsari", "pengganti: "]
        {
            shows(&mut session, part);
        }
        for part in ["Tinjomoyo 6→7 dari 12", "biaya 0,0", "aspirasi ke-1"] {
            shows(&mut session, part);
        }
        // Where there is room, all of it.
        for part in ["Padangsari 10→9 dari 13", "rencana +54,7"].iter().filter(|_| size.0 >= 140) {
            shows(&mut session, part);
        }
        assert_eq!(work.lines().len(), 0, "nothing is done yet");
        keys(&mut session, "enter");
        shows(&mut session, "Wahyu Prasetya → Lurah Tinjomoyo · tersimpan");
        shows(&mut session, "Mutasi 1 (");
        assert_eq!(work.lines().len(), 1);
        // Back and forth.
        keys(&mut session, "u");
        shows(&mut session, "diurungkan: Wahyu Prasetya → Lurah Tinjomoyo");
        shows(&mut session, "Mutasi 0 (");
        keys(&mut session, "U");
        shows(&mut session, "diulangi: Wahyu Prasetya → Lurah Tinjomoyo");
        shows(&mut session, "Mutasi 1 (");
        // The best plan is looked at, then taken.
        keys(&mut session, "s");
        shows(&mut session, "terbukti terbaik");
        assert_eq!(work.lines().len(), 3, "looking changes nothing");
        keys(&mut session, "enter");
        shows(&mut session, "rencana terbaik diterima: ");
        shows(&mut session, "Capaian 100 %");
        let text = flat(session.screen());
        quit(session);
        work.verify();
        // It is all there again.
        let mut again = open_with(&work, size, &[], &[]);
        shows(&mut again, "Capaian 100 %");
        let moves = |text: &str| text.split_once("Mutasi ").unwrap().1.split(' ').next().unwrap().to_owned();
        assert_eq!(moves(&flat(again.screen())), moves(&text));
        quit(again);
    }
}

#[test]
fn a_day_by_mouse() {
    for size in SIZES {
        let work = Work::new();
        let mut session = open(&work, size);
        // From Pegawai onto a vacancy.
        let at = hold(&mut session, "Agung Wica", "Lurah Gedawa");
        shows(&mut session, "Mengangkat Agung Wicaksana");
        for part in ["✓ memenuhi syarat", "tinggalkan Seklur Ngesrep", "Mutasi 0→1"] {
            shows(&mut session, part);
        }
        for part in ["Gedawang 9→10 dari 13", "biaya 0,0"] {
            shows(&mut session, part);
        }
        for part in ["Ngesrep 10→9 dari 13", "rencana +"].iter().filter(|_| size.0 >= 140) {
            shows(&mut session, part);
        }
        assert_eq!(work.lines().len(), 0);
        session.release(at.0, at.1);
        shows(&mut session, "Agung Wicaksana → Lurah Gedawang · tersimpan");
        shows(&mut session, "Mutasi 1 (");
        // Undo by its hint: the first click only says so.
        click(&mut session, "u urungkan");
        shows(&mut session, "klik sekali lagi: urungkan");
        click(&mut session, "u urungkan");
        shows(&mut session, "diurungkan: ");
        shows(&mut session, "Mutasi 0 (");
        keys(&mut session, "U");
        shows(&mut session, "Mutasi 1 (");
        // Onto a unit: its best lawful post.
        let at = hold(&mut session, "Agus Krist", "▸ Tinjomoyo");
        shows(&mut session, "Mengangkat Agus Kristanto");
        session.release(at.0, at.1);
        session.wait_until("a post of the unit is taken", |screen| {
            let text = flat(screen);
            text.contains("Agus Kristanto → ") && text.contains("Tinjomoyo · tersimpan")
        });
        shows(&mut session, "Mutasi 2 (");
        // The best plan, by a click.
        click(&mut session, "s susun");
        shows(&mut session, "klik sekali lagi: susun");
        click(&mut session, "s susun");
        shows(&mut session, "terbukti terbaik");
        keys(&mut session, "enter");
        shows(&mut session, "rencana terbaik diterima: ");
        quit(session);
        work.verify();
        let mut again = open_with(&work, size, &[], &[]);
        shows(&mut again, "Capaian 100 %");
        quit(again);
    }
}

#[test]
fn dragged_onto_a_held_post_two_people_swap() {
    for size in SIZES {
        let work = Work::new();
        let mut session = open(&work, size);
        let at = hold(&mut session, "Agung Wica", "Seklur Tinj");
        shows(&mut session, "bertukar dengan Sumaryadi");
        session.release(at.0, at.1);
        shows(&mut session, "tukar: Agung Wicaksana ⇄ Sumaryadi · tersimpan");
        shows(&mut session, "Mutasi 2 (");
        quit(session);
        work.verify();
    }
}
