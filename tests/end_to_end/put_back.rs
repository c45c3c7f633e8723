//! What is refused, what is put back.

use super::*;

#[test]
fn a_refused_drop_names_rule_and_article_and_changes_nothing() {
    for size in SIZES {
        let work = Work::new();
        let mut session = open(&work, size);
        pick_up(&mut session, "Rahmat Subagyo");
        go_to(&mut session, "lurah tinjomoyo");
        shows(&mut session, "R05");
        keys(&mut session, "enter");
        for part in ["⊘ R05", "16 dari 24 bulan", "Perban BKN 5/2019 Pasal 2 ayat (3)"] {
            shows(&mut session, part);
        }
        shows(&mut session, "Mutasi 0 (");
        // With keys the person stays in hand for another try.
        keys(&mut session, "esc");
        shows(&mut session, "Rahmat Subagyo dikembalikan");
        // By mouse the hand is empty.
        let at = hold(&mut session, "Rahmat Subagyo", "Lurah Tinjom");
        shows(&mut session, "Mengangkat Rahmat Subagyo");
        session.release(at.0, at.1);
        shows_no_more(&mut session, "Mengangkat");
        shows(&mut session, "R05");
        assert_eq!(work.lines().len(), 0);
        quit(session);
        assert_eq!(work.lines().len(), 0);
    }
}

#[test]
fn escape_the_right_button_and_a_release_on_nothing_put_back() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        // Esc while carrying by keys.
        pick_up(&mut session, "Agung Wicaksana");
        keys(&mut session, "esc");
        shows(&mut session, "Agung Wicaksana dikembalikan; rencana tidak berubah");
        keys(&mut session, "backtab esc");
        shows_no_more(&mut session, "Pegawai 1 dari");
        keys(&mut session, "tab");
        // Esc and the right button while dragging: the rest of the gesture is ignored.
        for way in ["esc", "right button"] {
            let at = hold(&mut session, "Agung Wica", "Lurah Gedawa");
            shows(&mut session, "Mengangkat Agung Wicaksana");
            if way == "esc" {
                keys(&mut session, "esc");
            } else {
                session.mouse(2, at.0, at.1, 'M');
            }
            shows(&mut session, "Agung Wicaksana dikembalikan");
            session.drag(at.0, at.1 + 1);
            session.release(at.0, at.1 + 1);
            session.settle();
            assert!(!flat(session.screen()).contains("Mengangkat"), "{}", session.screen_text());
        }
        // On the head line there is nothing to drop on.
        hold(&mut session, "Agung Wica", "Rencana Mutasi");
        shows(&mut session, "Mengangkat Agung Wicaksana");
        session.release(10, 0);
        shows_no_more(&mut session, "Mengangkat");
        assert_eq!(work.lines().len(), 0);
        quit(session);
    }
}

#[test]
fn a_lost_release_never_sticks() {
    type End<'a> = &'a dyn Fn(&mut Session);
    let work = Work::new();
    let mut session = open(&work, (140, 40));
    let ends: [(&str, End<'_>); 4] = [
        ("a new press", &|session: &mut Session| click(session, "Agus Kristanto")),
        ("Esc", &|session: &mut Session| keys(session, "esc")),
        ("another window", &|session: &mut Session| session.send("\x1b[O")),
        ("a resize", &|session: &mut Session| session.resize(139, 40)),
    ];
    for (what, end) in ends {
        hold(&mut session, "Agung Wica", "Lurah Gedawa");
        shows(&mut session, "Mengangkat Agung Wicaksana");
        end(&mut session);
        session.settle();
        shows_no_more(&mut session, "Mengangkat");
        // And the next gesture works as ever.
        let at = hold(&mut session, "Agus Krist", "Lurah Gedawa");
        shows(&mut session, "Mengangkat Agus Kristanto");
        session.mouse(2, at.0, at.1, 'M');
        session.release(at.0, at.1);
        shows(&mut session, "dikembalikan");
        assert_eq!(work.lines().len(), 0, "{what}");
    }
    quit(session);
}

#[test]
fn a_click_selects_and_never_acts() {
    let work = Work::new();
    let mut session = open(&work, (140, 40));
    for text in ["Agus Kristanto", "Lurah Sumurboto", "▸ Gedawang", "Endah Purwanti", "Pegawai 163", "Rencana Mutasi"] {
        if session.find(text).is_some() {
            click(&mut session, text);
        }
        session.settle();
    }
    assert_eq!(work.lines().len(), 0);
    quit(session);
}
