//! The guard rails of the solve preview: each warns from the first person too many, and not before.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::world::World;
use jiff::civil::date;
use mutasi::desk::guard_rails::{self, GuardReport, Limits, Staff};
use mutasi::model::records::FormerPost;
use mutasi::model::{EmployeeIx, JabatanKind, Placement, Predicate, UnitId};
use mutasi::text::{Lang, guard_rails as words};

/// Ana first, then people on these posts; moves by number and post. What the rails say, in English.
fn rails(change: impl FnOnce(&mut World), moves: &[(u32, &str)]) -> Vec<String> {
    let (report, facts) = report(change, moves);
    let name = |who: EmployeeIx| format!("#{}", who.0);
    report.warnings.iter().map(|rail| words::warning(Lang::En, &facts.base.grounds.facts, rail, &name)).collect()
}

/// Those of the rails that say this.
fn saying(word: &str, change: impl FnOnce(&mut World), moves: &[(u32, &str)]) -> Vec<String> {
    rails(change, moves).into_iter().filter(|line| line.contains(word)).collect()
}

fn report(change: impl FnOnce(&mut World), moves: &[(u32, &str)]) -> (GuardReport, common::world::Built) {
    let mut world = World::usual();
    change(&mut world);
    let built = world.build();
    let projection = &built.base.grounds.projection;
    let before = Placement::status_quo(projection);
    let mut after = before.clone();
    for (who, post) in moves {
        after.put(projection, EmployeeIx(*who), built.post(post));
    }
    (guard_rails::report(&built.base, &before, &after, &Limits::default()), built)
}

fn add(world: &mut World, posts: &[&str]) {
    for post in posts {
        world.person(post);
    }
}

/// Nine colleagues of Ana in KEC, so that single moves are few of many.
fn crowd(world: &mut World) {
    add(world, &["KEC/STAF"; 9]);
}

#[test]
fn nothing_is_said_of_a_plan_that_moves_nobody() {
    assert!(rails(crowd, &[]).is_empty());
}

#[test]
fn at_most_a_fifth_moves() {
    assert_eq!(rails(crowd, &[(1, "B/STAF"), (2, "A/ARSIP")]), [""; 0]);
    let three = rails(crowd, &[(1, "B/STAF"), (2, "A/ARSIP"), (0, "B/ARSIP")]);
    assert_eq!(three, ["3 of 10 employees move; better at most 2"]);
}

#[test]
fn people_of_the_pool_are_not_people_in_scope() {
    let pool = |w: &mut World| {
        crowd(w);
        w.post("OUT/STAF", "Pengolah Data");
        for _ in 0..3 {
            let nip = w.person("OUT/STAF");
            w.policy.pool.push(nip);
        }
    };
    assert_eq!(rails(pool, &[(10, "B/STAF"), (11, "B/STAF"), (12, "B/ARSIP"), (1, "A/STAF")]), [""; 0]);
}

#[test]
fn at_most_a_quarter_leaves_a_unit_but_one_always_may() {
    // KEC has nine people: two may leave. Ten more elsewhere keep the fifth away.
    let many = |w: &mut World| {
        crowd(w);
        add(w, &["B/ARSIP1"; 10]);
    };
    assert_eq!(rails(many, &[(1, "B/STAF"), (2, "B/STAF")]), [""; 0]);
    let three = rails(many, &[(1, "B/STAF"), (2, "B/STAF"), (3, "B/STAF")]);
    assert_eq!(three, ["KEC: 3 of 9 employees leave; better at most 2"]);
    assert_eq!(saying("leave", many, &[(0, "B/STAF")]), [""; 0], "Ana is all there is in A");
    assert_eq!(rails(many, &[(1, "KEC/ARSIP"), (2, "KEC/ARSIP"), (3, "KEC/ARSIP")]), [""; 0], "they stay in the unit");
}

#[test]
fn a_move_that_fills_no_hole_should_gain_five_points() {
    // B/STAF has its three people; number 10 is one of them.
    let full = |w: &mut World| {
        crowd(w);
        add(w, &["B/STAF"; 3]);
        for who in [1, 10] {
            let nip = w.rosters.employees[who].nip;
            w.rosters.competence.retain(|row| row.nip != nip);
            w.assessed(nip, "M1", 2, Some(date(2026, 1, 1)));
        }
    };
    // A swap of equals gains nobody anything. (KEC/STAF: K 3, nine people; B/STAF: K 3, three.)
    let swap = saying("fills no vacancy", full, &[(1, "B/STAF"), (10, "KEC/STAF")]);
    // At home #10 fills one of three places (3,333 × 15 %): five points that are lost.
    assert_eq!(
        swap,
        [
            "#1 → Pengolah Data, B: fills no vacancy, score change 0.0; better at least +5.0",
            "#10 → Pengolah Data, KEC: fills no vacancy, score change −5.0; better at least +5.0",
        ]
    );
    // Through its chain: the one who makes room fills a hole.
    assert_eq!(saying("fills no vacancy", full, &[(10, "B/ARSIP"), (1, "B/STAF")]), [""; 0]);
    // With five points of gain it may fill none: a first wish is worth 5,000 × 10 %.
    let wished = |w: &mut World| {
        full(w);
        let nip = w.rosters.employees[1].nip;
        w.wishes(nip, 1, "B/STAF");
    };
    assert_eq!(saying("#1 ", wished, &[(1, "B/STAF"), (10, "KEC/STAF")]), [""; 0]);
}

#[test]
fn a_unit_keeps_sixty_percent_or_what_it_has() {
    // A: four people, K = 5.
    let unit = |w: &mut World| {
        w.rosters.positions.retain(|post| post.unit != UnitId("A".into()) || post.jabatan.0 == "STAF");
        w.change("A/STAF").need = 5;
        add(w, &["A/STAF", "A/STAF", "A/STAF"]);
        add(w, &["KEC/STAF"; 6]);
    };
    assert_eq!(rails(unit, &[(0, "B/STAF")]), [""; 0], "three of five are sixty percent");
    let two = rails(unit, &[(0, "B/STAF"), (1, "B/STAF")]);
    assert!(two.contains(&"A: filled 4 → 2 of a need of 5; better at least 3".to_owned()), "{two:?}");
    // Two of five: it keeps what it has.
    let thin = |w: &mut World| {
        unit(w);
        w.rosters.employees[2].unit = UnitId("KEC".into());
        w.rosters.employees[3].unit = UnitId("KEC".into());
    };
    assert_eq!(rails(thin, &[(0, "B/STAF")]), ["A: filled 2 → 1 of a need of 5; better at least 2"]);
}

#[test]
fn lurah_and_sekretaris_do_not_leave_at_once() {
    let heads = |w: &mut World| {
        crowd(w);
        add(w, &["A/LURAH", "A/SEK", "A/ARSIP1", "A/ARSIP1", "A/ARSIP1", "A/ARSIP1", "A/ARSIP1"]);
    };
    let both = rails(heads, &[(10, "B/LURAH"), (11, "B/SEK")]);
    assert!(both.contains(&"A: lurah (#10) and sekretaris (#11) leave at once".to_owned()), "{both:?}");
    let one = rails(heads, &[(10, "B/LURAH")]);
    assert!(!one.iter().any(|line| line.contains("at once")), "{one:?}");
    // The sekretaris becomes lurah in the same kelurahan: both posts change hands.
    let up = rails(heads, &[(10, "B/LURAH"), (11, "A/LURAH")]);
    assert!(up.iter().any(|line| line.contains("at once")), "{up:?}");
}

#[test]
fn one_experienced_pengawas_stays() {
    let two = |w: &mut World, months: i8| {
        crowd(w);
        add(w, &["A/LURAH", "A/SEK", "A/ARSIP1", "A/ARSIP1", "A/ARSIP1"]);
        // The sekretaris came 12 or 11 months before TMT.
        w.rosters.employees[11].tmt_jabatan = Some(date(2026, 13 - months, 1));
    };
    assert_eq!(saying("experienced", |w| two(w, 12), &[(10, "B/LURAH")]), [""; 0], "the sekretaris is experienced");
    let lost = "A: no experienced pengawas (12 months) stays; there were 1";
    assert_eq!(saying("experienced", |w| two(w, 11), &[(10, "B/LURAH")]), [lost]);
    assert_eq!(saying("experienced", |w| two(w, 11), &[(11, "B/SEK")]), [""; 0], "the lurah stays");
    // A former post of the same unit that adjoins the present one counts.
    let before = |w: &mut World| {
        two(w, 11);
        let nip = w.rosters.employees[11].nip;
        let (from, until) = (Some(date(2025, 6, 1)), Some(date(2026, 2, 1)));
        let kind = Some(JabatanKind::Staff);
        w.rosters.history.push(FormerPost { nip, kind, echelon: None, jenjang: None, unit: UnitId("A".into()), from, until });
    };
    assert_eq!(saying("experienced", before, &[(10, "B/LURAH")]), [""; 0]);
}

#[test]
fn the_share_of_rated_and_settled_staff_is_told_before_and_after() {
    let change = |w: &mut World| {
        add(w, &["A/STAF", "B/STAF", "B/STAF"]);
        for year in [2025, 2024] {
            w.appraised(year, Some(Predicate::Poor));
        }
        w.rosters.employees[2].tmt_jabatan = Some(date(2026, 6, 1));
    };
    // Ana (Kurang, settled in A) goes to B, where one of two came lately.
    let (report, built) = report(change, &[(0, "B/STAF")]);
    let (before, after) = report.staff;
    assert_eq!(before, Staff { people: 4, rated: 3, settled: 3 });
    assert_eq!(after, Staff { people: 4, rated: 3, settled: 2 });
    let unit = |id: &str| built.base.grounds.facts.unit(&UnitId(id.into())).unwrap();
    let of = |people, rated, settled| Staff { people, rated, settled };
    assert_eq!(report.units[&unit("A")], (of(2, 1, 2), of(1, 1, 1)));
    assert_eq!(report.units[&unit("B")], (of(2, 2, 1), of(3, 2, 1)));
    assert!(!report.units.contains_key(&unit("KEC")), "nothing changes there");
    let line = words::staff(Lang::Id, &before, &after);
    assert_eq!(line, "Kinerja Baik ke atas 75 % → 75 % · 12 bulan di unit 75 % → 50 %");
}
