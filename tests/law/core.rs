//! What the core may do by itself: freely, at a price, or not; and what it needs no post to know.
use super::*;
use mutasi::model::records::AbolishedPost;
use mutasi::model::{JabatanId, JabatanKind};

/// A sentence, the target, what is changed, and `arc <price>`, `hand <why not automatic>` or `closed <rule>`.
const ROWS: &[Row] = &[
    ("an ordinary move costs 600", "B/STAF", nothing, "arc 600"),
    ("staying costs nothing", "A/STAF", nothing, "arc 0"),
    ("another field: 800 more", "B/STAF", |w| fields(w, "AKUNTANSI"), "arc 1400"),
    ("no assessment: 500 more", "B/STAF", |w| w.rosters.competence.clear(), "arc 1100"),
    ("no assessment, a promotion: closed", "B/SEK", |w| w.rosters.competence.clear(), "closed R16"),
    ("a promotion", "B/SEK", nothing, "arc 600"),
    ("the class falls: 1,000 more", "B/STAF", |w| w.change("B/STAF").class = Some(5), "arc 1600"),
    ("the class is unknown: nothing more", "B/STAF", |w| w.change("B/STAF").class = None, "arc 600"),
    ("over five years in post: 300 less", "B/STAF", |w| w.ana().tmt_jabatan = Some(date(2021, 12, 31)), "arc 300"),
    ("five years exactly: nothing less", "B/STAF", |w| w.ana().tmt_jabatan = Some(date(2022, 1, 1)), "arc 600"),
    ("under the minimum tenure", "B/STAF", |w| w.ana().tmt_jabatan = Some(date(2026, 1, 1)), "closed R05"),
    ("permitted: 1,000 more", "B/STAF", tenure_permitted, "arc 1600"),
    ("TMT jabatan unknown", "B/STAF", |w| w.ana().tmt_jabatan = None, "hand R05"),
    ("under discipline", "B/STAF", |w| w.disciplined(None, None, None), "closed R07"),
    ("permitted: free", "B/STAF", discipline_permitted, "arc 600"),
    ("near retirement", "B/STAF", |w| w.ana().birth_date = Some(date(1969, 6, 1)), "hand R09b"),
    ("far enough for staff, too near for a manager", "B/SEK", |w| w.ana().birth_date = Some(date(1970, 6, 1)), "hand R09b"),
    ("far enough for staff", "B/STAF", |w| w.ana().birth_date = Some(date(1970, 6, 1)), "arc 600"),
    ("education below a staff post's minimum", "B/STAF", |w| w.ana().education = EducationLevel::from_code(5), "arc 600"),
    ("education unknown", "B/STAF", |w| w.ana().education = None, "hand R10"),
    ("one appraisal missing", "B/STAF", |w| w.appraised(2024, None), "hand R15"),
    ("an appraisal below Baik, a rotation", "B/STAF", |w| w.appraised(2024, Some(Predicate::Poor)), "arc 600"),
    ("into a JF", "B/ARSIP1", nothing, "closed R29"),
    ("permitted: free", "B/ARSIP1", |w| w.permit("B/ARSIP1", RuleId::R29), "arc 600"),
    ("the same JF elsewhere", "B/ARSIP1", |w| w.seat("A/ARSIP1"), "arc 600"),
    ("two steps up", "KEC/SEKCAM", nothing, "closed R38"),
    ("permitted: free", "KEC/SEKCAM", |w| w.permit("KEC/SEKCAM", RuleId::R38), "arc 600"),
    ("a JPT as target", "D2/KADIS", jpt_permitted, "hand Jpt"),
    ("a JPT as origin", "D2/KADIS", |w| w.seat("D1/KADIS"), "hand Jpt"),
    ("a demotion", "B/STAF", |w| w.seat("A/SEK"), "closed R26"),
    ("a demotion by own wish", "B/STAF", own_wish, "hand Demotion"),
    ("a guru", "B/GURU1", |w| at_work(w, "A/GURU1", "SD Rekaan"), "hand Teacher"),
    ("a guru out of schools", "B/GURU1", |w| w.seat("A/GURU1"), "closed R30"),
    ("a guru in the school of a school's unit above", "B/GURU1", a_class, "hand Teacher"),
    ("a bidan", "B/BIDAN1", |w| at_work(w, "A/BIDAN1", "UPTD Puskesmas B"), "hand HealthWorker"),
    ("key staff", "B/STAF", |w| w.ana().key_until = Some(date(2027, 1, 2)), "hand KeyStaff"),
    ("key staff until TMT", "B/STAF", |w| w.ana().key_until = Some(TMT), "arc 600"),
    ("a PPPK on the same jabatan", "B/STAF", |w| w.ana().kind = EmploymentKind::Pppk, "arc 600"),
    ("a PPPK on another", "B/ARSIP", |w| w.ana().kind = EmploymentKind::Pppk, "closed R02"),
    ("a PPPK paruh waktu", "B/STAF", |w| w.ana().kind = EmploymentKind::PppkPartTime, "hand PartTime"),
    ("a CPNS", "B/STAF", |w| w.ana().kind = EmploymentKind::Cpns, "closed R03"),
    ("unknown to the import", "B/STAF", |w| w.ana().jabatan = JabatanId("?".into()), "hand Unmapped"),
    ("in the tray: no price for the move", "B/STAF", abolished, "arc 0"),
    ("in the tray, too short in the abolished post", "B/STAF", abolished_lately, "arc 0"),
];

/// Ana sits there, and every unit is called so.
fn at_work(world: &mut World, post: &str, units: &str) {
    world.seat(post);
    world.rosters.units.iter_mut().for_each(|unit| unit.name = units.into());
}
fn a_class(world: &mut World) {
    world.seat("A/GURU1");
    world.rosters.units[0].name = "Sekolah Rekaan".into();
}
fn fields(world: &mut World, names: &str) {
    world.change("B/STAF").fields = PipeList::parse(names).unwrap();
}
fn tenure_permitted(world: &mut World) {
    world.ana().tmt_jabatan = Some(date(2026, 1, 1));
    world.permit("B/STAF", RuleId::R05);
}
fn discipline_permitted(world: &mut World) {
    world.disciplined(None, None, None);
    world.permit("B/STAF", RuleId::R07);
}
fn jpt_permitted(world: &mut World) {
    world.seat("KEC/SEKCAM");
    world.permit("D2/KADIS", RuleId::R38);
}
fn own_wish(world: &mut World) {
    world.seat("A/SEK");
    let nip = world.ana().nip;
    world.wishes(nip, 1, "B/STAF");
}
fn abolished(world: &mut World) {
    world.ana().jabatan = JabatanId("LAMA".into());
    let ana = world.ana().position_id();
    world.rosters.abolished.push(AbolishedPost {
        unit: ana.unit,
        jabatan: ana.jabatan,
        name: "Lama".into(),
        kind: JabatanKind::Staff,
        echelon: None,
        jenjang: None,
        class: Some(6),
    });
}
fn abolished_lately(world: &mut World) {
    abolished(world);
    world.ana().tmt_jabatan = Some(date(2026, 12, 1));
}

#[test]
fn the_core_moves_freely_at_a_price_or_not_at_all() {
    for (sentence, target, change, expected) in ROWS {
        let mut world = World::usual();
        change(&mut world);
        let built = world.build();
        let pair = judge(&built).pair(ANA, built.post(target));
        let why = || match pair.exclusion {
            Some(exclusion) => format!("{exclusion:?}"),
            None => pair.first_rule.map_or("?".to_owned(), |rule| rule.to_string()),
        };
        let found = match (pair.is_eligible, pair.is_automatic) {
            (true, true) => format!("arc {}", pair.price),
            (true, false) => format!("hand {}", why()),
            (false, _) => format!("closed {}", pair.first_rule.map_or("?".to_owned(), |rule| rule.to_string())),
        };
        assert_eq!(found, *expected, "{sentence}");
    }
}

#[test]
fn the_quick_judgement_of_the_core_is_the_full_one() {
    for (sentence, _, change, _) in ROWS {
        let mut world = World::usual();
        change(&mut world);
        let built = world.build();
        let judge = judge(&built);
        let present = built.base.grounds.present(ANA);
        for post in built.base.grounds.every_post().filter(|post| Some(*post) != present) {
            let full = judge.pair(ANA, post);
            assert_eq!(judge.automatic_price(ANA, post), full.is_automatic.then_some(full.price), "{sentence}: {post:?}");
            let blocks = judge.verdicts(ANA, post).iter().any(Verdict::blocks);
            assert_eq!(full.is_eligible, !blocks, "{sentence}: {post:?}");
        }
    }
}

#[test]
fn an_obstacle_of_the_person_closes_every_post_to_the_core() {
    let mut stopped = 0;
    for (sentence, _, change, _) in ROWS.iter().filter(|(_, _, change, _)| !permits(*change)) {
        let mut world = World::usual();
        change(&mut world);
        let built = world.build();
        let Some(obstacle) = judge(&built).personal_obstacle(ANA) else { continue };
        stopped += 1;
        let present = built.base.grounds.present(ANA);
        for post in built.base.grounds.every_post().filter(|post| Some(*post) != present) {
            assert_eq!(judge(&built).automatic_price(ANA, post), None, "{sentence}: {obstacle:?}");
        }
    }
    assert!(stopped >= 8, "{stopped}");
}

/// Where a permission opens a pair, the obstacle is not asked for (`desk::staffing`).
fn permits(change: fn(&mut World)) -> bool {
    let mut world = World::usual();
    change(&mut world);
    !world.permits.is_empty()
}
