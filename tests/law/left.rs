//! R21, R28: what a move leaves behind, and who holds two jabatan. Ana is 0, the others follow as they are added.
use super::plans::{PlanRow, add, broken};
use super::*;
use mutasi::model::plan::{Action, Plan};
use mutasi::model::records::Acting;
use mutasi::model::{EmployeeIx, JabatanId, Placement, PositionId, UnitId};
use mutasi::rules::Scope;
use mutasi::rules::plan::{PlanCase, verdicts};

/// Ana is sekretaris of A; so many others sit on its staff posts.
fn secretary(world: &mut World, others: usize) {
    world.seat("A/SEK");
    add(world, &vec!["A/STAF"; others]);
}

fn acting(world: &mut World, from: Option<jiff::civil::Date>, until: Option<jiff::civil::Date>) {
    let nip = world.ana().nip;
    let (unit, jabatan) = (UnitId("A".into()), JabatanId("SEK".into()));
    world.rosters.acting.push(Acting { nip, unit, jabatan, from, until, letter: "1".into() });
}

#[test]
fn r21_a_structural_post_left_empty_is_a_gate() {
    let cases: &[PlanRow] = &[
        ("nobody follows", |w| secretary(w, 3), &[(0, "B/SEK")], "#0 B/SEK fail G"),
        ("somebody follows", |w| secretary(w, 3), &[(0, "B/SEK"), (1, "A/SEK")], ""),
        (
            "a Plt is in force",
            |w| {
                secretary(w, 3);
                acting(w, Some(date(2026, 9, 1)), Some(TMT));
            },
            &[(0, "B/SEK")],
            "",
        ),
        (
            "a Plt that ends before",
            |w| {
                secretary(w, 3);
                acting(w, Some(date(2026, 9, 1)), Some(date(2026, 12, 31)));
            },
            &[(0, "B/SEK")],
            "#0 B/SEK fail G",
        ),
        (
            "a Plt that begins after",
            |w| {
                secretary(w, 3);
                acting(w, Some(date(2027, 1, 2)), None);
            },
            &[(0, "B/SEK")],
            "#0 B/SEK fail G",
        ),
        (
            "one of two holders goes",
            |w| {
                secretary(w, 3);
                add(w, &["A/SEK"]);
            },
            &[(0, "B/SEK")],
            "",
        ),
        ("nobody moves", |w| secretary(w, 3), &[], ""),
    ];
    for (sentence, change, moves, expected) in cases {
        assert_eq!(broken(RuleId::R21, *change, moves), *expected, "{sentence}");
    }
}

#[test]
fn r21_somebody_takes_note() {
    let mut world = World::usual();
    secretary(&mut world, 3);
    let built = world.build();
    let grounds = &built.base.grounds;
    let mut placement = Placement::status_quo(&grounds.projection);
    placement.put(&grounds.projection, ANA, built.post("B/SEK"));
    let mut plan = Plan::default();
    let found = |plan: &Plan| {
        let all = verdicts(&PlanCase { grounds, placement: &placement, plan }, &built.base.pack, &built.overrides);
        let mine = all.into_iter().find(|(who, _, verdict)| *who == ANA && verdict.rule == RuleId::R21);
        mine.map(|(_, _, verdict)| (verdict.scope, word(&verdict), verdict.blocks()))
    };
    assert_eq!(found(&plan), Some((Scope::Gate, "fail G".into(), false)));
    let position = PositionId::parse("A/SEK").unwrap();
    plan.apply(&Action::Acknowledge { position, text: "diisi bulan depan".into() });
    assert_eq!(found(&plan), Some((Scope::Gate, "overridden G".into(), false)));
}

/// Unit A: K 9 by its posts (three staff posts of 3 places), without its structural and functional posts.
fn small(world: &mut World, staff: usize) {
    world.rosters.positions.retain(|post| {
        let id = post.id().to_string();
        !id.starts_with("A/") || id == "A/STAF"
    });
    world.change("A/STAF").need = 10;
    add(world, &vec!["A/STAF"; staff - 1]);
}

#[test]
fn r21_a_unit_keeps_sixty_percent_or_what_it_has() {
    let cases: &[PlanRow] = &[
        ("seven of ten: one may leave", |w| small(w, 7), &[(0, "B/STAF")], ""),
        (
            "a second may not: both are told",
            |w| small(w, 7),
            &[(0, "B/STAF"), (1, "B/STAF")],
            "#0 B/STAF fail W; #1 B/STAF fail W",
        ),
        ("five of ten: nobody may leave", |w| small(w, 5), &[(0, "B/STAF")], "#0 B/STAF fail W"),
        (
            "somebody comes in",
            |w| {
                small(w, 5);
                add(w, &["B/ARSIP"]);
            },
            &[(5, "A/STAF"), (0, "B/STAF")],
            "",
        ),
        (
            "within the unit nothing is left",
            |w| {
                small(w, 5);
                w.post("A/X", "Pengelola Arsip").need = 0;
                w.change("A/X").education_min = EducationLevel::from_code(15);
            },
            &[(0, "A/X")],
            "",
        ),
    ];
    for (sentence, change, moves, expected) in cases {
        assert_eq!(broken(RuleId::R21, *change, moves), *expected, "{sentence}");
    }
}

#[test]
fn r28_ja_and_jf_are_not_held_together() {
    let cases: &[PlanRow] = &[
        ("one jabatan", nothing, &[(0, "B/STAF")], ""),
        ("both today, nobody moves", |w| w.ana().holds_two = true, &[], "#0 A/STAF fail W"),
        ("another JA, and the JF still", |w| w.ana().holds_two = true, &[(0, "B/STAF")], "#0 B/STAF fail B"),
        ("to a JF: one of two ends, but which?", |w| w.ana().holds_two = true, &[(0, "B/ARSIP1")], "#0 B/ARSIP1 unknown"),
        (
            "from the JF to another JF",
            |w| {
                w.ana().holds_two = true;
                w.seat("A/ARSIP1");
            },
            &[(0, "B/ARSIP1")],
            "#0 B/ARSIP1 fail B",
        ),
    ];
    for (sentence, change, moves, expected) in cases {
        assert_eq!(broken(RuleId::R28, *change, moves), *expected, "{sentence}");
    }
}

#[test]
fn the_core_does_not_move_who_holds_two_jabatan() {
    let mut world = World::usual();
    world.ana().holds_two = true;
    let built = world.build();
    let pair = judge(&built).pair(EmployeeIx(0), built.post("B/STAF"));
    assert!(pair.is_eligible && !pair.is_automatic);
    assert_eq!(judge(&built).automatic_price(ANA, built.post("B/STAF")), None);
}
