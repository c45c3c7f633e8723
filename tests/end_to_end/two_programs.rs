//! Two programs on one plan.

use super::*;

#[test]
fn a_second_program_reads_only_and_follows_and_edit_is_refused_while_the_plan_is_open() {
    let work = Work::new();
    let mut first = open(&work, (140, 40));
    let mut second = open_with(&work, (140, 40), &["--lang", "id"], &[]);
    shows(&mut second, "hanya baca");
    shows(&mut second, &format!("pid {}", first.pid().as_raw_nonzero()));
    // It cannot change anything, by keys or by mouse.
    keys(&mut second, "enter enter");
    shows(&mut second, "hanya baca: rencana ini sedang dibuka program lain");
    keys(&mut second, "s");
    shows(&mut second, "hanya baca: rencana ini sedang dibuka program lain");
    let at = hold(&mut second, "Agung Wica", "Lurah Gedawa");
    second.release(at.0, at.1);
    second.settle();
    assert_eq!(work.lines().len(), 0);
    // What the first one does is seen in the second.
    keys(&mut first, "enter enter enter");
    shows(&mut first, "· tersimpan ");
    shows(&mut second, "Mutasi 1 (");
    keys(&mut first, "u");
    shows(&mut first, "Mutasi 0 (");
    shows(&mut second, "Mutasi 0 (");
    // A command is refused with who has the plan, and may read.
    let nip = sample_work::nip("Wahyu Prasetya");
    let refused = work.run("edit", &["reason", nip, "karena"]);
    assert_eq!(refused.status.code(), Some(2));
    let words = said(&refused.stderr);
    assert!(words.contains(&first.pid().as_raw_nonzero().to_string()), "{words}");
    assert_eq!(work.lines().len(), 2);
    assert!(work.run("log", &[]).status.success());
    work.verify();
    // Once the first has gone, the plan is free again.
    quit(first);
    assert!(work.run("edit", &["reason", nip, "karena"]).status.success());
    second.settle();
    quit(second);
}
