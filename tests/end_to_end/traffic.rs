//! Bytes and time.

use super::*;

#[test]
fn idle_sends_nothing_and_uses_no_processor() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        let before = session.cpu_ticks();
        assert_eq!(session.listen(Duration::from_secs(1)), 0);
        assert!(session.cpu_ticks() - before <= 1, "{} ticks", session.cpu_ticks() - before);
        // Nor while somebody is carried.
        pick_up(&mut session, "Agung Wicaksana");
        session.settle();
        let before = session.cpu_ticks();
        assert_eq!(session.listen(Duration::from_secs(1)), 0);
        assert!(session.cpu_ticks() - before <= 1, "{} ticks", session.cpu_ticks() - before);
        quit(session);
    }
}

#[test]
fn one_motion_to_the_next_target_sends_little() {
    let work = Work::new();
    let mut most = 0;
    for size in SIZES {
        let mut session = open(&work, size);
        let (col, row) = hold(&mut session, "Agung Wica", "Lurah Tinjom");
        shows(&mut session, "Mengangkat Agung Wicaksana");
        session.settle();
        // Down the vacancies and the units, from target to target, and back by a burst of motions that become one.
        let mut sent = Vec::new();
        // From one free post to another the line says the same of other figures; a swap or a refusal is another sentence.
        let (mut alike, mut was_free) = (0, true);
        for step in 1..=14 {
            let line: String = session.screen().rows(0, size.0).nth(usize::from(row + step)).unwrap();
            if line.chars().skip(usize::from(col)).take(4).all(|sign| "─ ".contains(sign)) || line.contains("── ") {
                continue;
            }
            let before = session.bytes();
            session.drag(col, row + step);
            session.settle();
            sent.push(session.bytes() - before);
            let is_free = flat(session.screen()).contains("Letakkan di sini: tinggalkan");
            if was_free && is_free {
                alike = alike.max(session.bytes() - before);
            }
            was_free = is_free;
            if sent[sent.len() - 1] >= 400 {
                eprintln!("{line}: {:?}", String::from_utf8_lossy(&session.raw()[before..]));
            }
        }
        let before = session.bytes();
        let burst: String = (0..50).map(|step| format!("\x1b[<32;{};{}M", col + step % 5, row + 1 + step % 9)).collect();
        session.send(burst);
        session.settle();
        eprintln!("{size:?}: a motion sends {sent:?}, a burst of 50 {}", session.bytes() - before);
        most = most.max(*sent.iter().max().unwrap());
        assert!(alike > 0 && (size.0 > 80 || alike < 400), "{alike} bytes of {sent:?}");
        keys(&mut session, "esc");
        session.release(col, row);
        shows(&mut session, "dikembalikan");
        quit(session);
    }
    // The aim at 80×24 is 300 for each.
    assert!(most < 800, "{most} bytes");
}

#[test]
fn a_key_answers_within_a_tenth_of_a_second() {
    let work = Work::new();
    let mut session = open(&work, (140, 40));
    let mut took = Vec::new();
    for pressed in ["down", "down", "up", "tab", "down", "backtab"] {
        let (before, start) = (session.bytes(), std::time::Instant::now());
        keys(&mut session, pressed);
        while session.bytes() == before && start.elapsed() < Duration::from_secs(2) {
            session.listen(Duration::from_millis(1));
        }
        took.push(start.elapsed());
    }
    took.sort();
    eprintln!("keys answer in {took:?}");
    // The machine may be loaded by other tests: the best half tells of the program.
    assert!(took[took.len() / 2] < Duration::from_millis(100), "{took:?}");
    quit(session);
}
