//! Each factor over its table.
use super::*;

#[test]
fn competence_is_the_mean_of_what_is_held_of_what_is_required() {
    table(
        0,
        &[
            ("nothing required", "B/STAF", |w| require(w, "", &[]), Some(7_000)),
            ("more than required counts as full", "B/STAF", |w| require(w, "M1=2", &[("M1", 5)]), Some(10_000)),
            ("two of three", "B/STAF", |w| require(w, "M1=3", &[("M1", 2)]), Some(6_667)),
            ("one of three", "B/STAF", |w| require(w, "M1=3", &[("M1", 1)]), Some(3_333)),
            ("(3,333 + 10,000) / 2 rounds half up", "B/STAF", |w| require(w, "M1=3|M2=3", &[("M1", 1), ("M2", 4)]), Some(6_667)),
            ("each term is rounded first", "B/STAF", |w| require(w, "M1=3|M2=3", &[("M1", 1), ("M2", 1)]), Some(3_333)),
            ("half of them assessed", "B/STAF", |w| require(w, "M1=2|M2=2", &[("M1", 1)]), Some(5_000)),
            ("two of three assessed", "B/STAF", |w| require(w, "M1=3|M2=3|M3=3", &[("M1", 1), ("M3", 2)]), Some(5_000)),
            ("fewer than half", "B/STAF", |w| require(w, "M1=2|M2=2|M3=2", &[("M1", 5)]), None),
            ("none", "B/STAF", |w| require(w, "M1=2", &[]), None),
            ("the latest assessment counts, also if lower", "B/STAF", reassessed, Some(3_333)),
            ("an assessment without a readable level is none", "B/STAF", unreadable, None),
        ],
    );
}

fn reassessed(world: &mut World) {
    require(world, "M1=3", &[("M1", 3)]);
    let nip = world.ana().nip;
    world.assessed(nip, "M1", 1, Some(date(2026, 6, 1)));
}

fn unreadable(world: &mut World) {
    require(world, "M1=3", &[("M1", 3)]);
    world.rosters.competence[0].level = None;
}

#[test]
fn education_is_level_then_field() {
    table(
        1,
        &[
            ("no field named", "B/STAF", nothing, Some(7_000)),
            ("level below the minimum", "B/STAF", |w| w.ana().education = EducationLevel::from_code(10), Some(0)),
            ("a named field, case ignored", "B/STAF", |w| fields(w, "Ekonomi| Hukum "), Some(10_000)),
            ("a field of the same cluster", "B/STAF", |w| fields(w, "SYARIAH"), Some(7_000)),
            ("another field", "B/STAF", |w| fields(w, "BIOLOGI"), Some(4_000)),
            ("two fields of no cluster are not the same", "B/STAF", of_no_cluster, Some(4_000)),
            ("the person's level missing", "B/STAF", |w| w.ana().education = None, None),
            ("the post's level missing", "B/STAF", |w| w.change("B/STAF").education_min = None, None),
        ],
    );
}

fn fields(world: &mut World, names: &str) {
    world.change("B/STAF").fields = PipeList::parse(names).unwrap();
}

fn of_no_cluster(world: &mut World) {
    fields(world, "XYLOGRAFI");
    world.ana().education_name = "S-1 YURISPRUDENSI".into();
}

#[test]
fn performance_is_the_predicate_over_the_demand() {
    table(
        2,
        &[
            ("Baik twice, staff: 80 / 60", "B/STAF", nothing, Some(10_000)),
            ("Baik twice, IV.b: 80 / 75", "B/SEK", nothing, Some(10_000)),
            ("Baik twice, IV.a: 80 / 85", "B/LURAH", nothing, Some(9_412)),
            ("Baik twice, III: 80 / 90", "KEC/CAMAT", nothing, Some(8_889)),
            ("Baik twice, II: 80 / 95", "D2/KADIS", nothing, Some(8_421)),
            ("60 % last year's: (0.6 × 60 + 0.4 × 80) / 85", "B/LURAH", |w| years(w, "BP", "B"), Some(8_000)),
            ("40 % the year before's: (0.6 × 80 + 0.4 × 60) / 85", "B/LURAH", |w| years(w, "B", "BP"), Some(8_471)),
            ("SB and SK: (60 + 8) / 85", "B/LURAH", |w| years(w, "SB", "SK"), Some(8_000)),
            ("K twice: 40 / 60", "B/STAF", |w| years(w, "K", "K"), Some(6_667)),
            ("last year alone: 60 / 85", "B/LURAH", |w| years(w, "BP", ""), Some(7_059)),
            ("the year before alone: 60 / 85", "B/LURAH", |w| years(w, "", "BP"), Some(7_059)),
            ("neither year", "B/STAF", |w| years(w, "", ""), None),
            ("a workload event on the unit: 40 / 70", "B/STAF", |w| busy(w, "B", 1), Some(5_714)),
            ("one that names another post of the unit: 40 / 70", "B/STAF", |w| busy(w, "B/ARSIP", 1), Some(5_714)),
            ("one that begins after TMT", "B/STAF", |w| busy(w, "B", 2), Some(6_667)),
            ("95 + 10 stops at 100", "D2/KADIS", |w| busy(w, "D2", 1), Some(4_000)),
        ],
    );
}

fn years(world: &mut World, last: &str, before: &str) {
    world.appraised(2025, Predicate::parse(last));
    world.appraised(2024, Predicate::parse(before));
}

fn busy(world: &mut World, target: &str, day: i8) {
    years(world, "K", "K");
    world.workload(target, 1250, date(2027, 1, day));
}

#[test]
fn potential_is_the_figure_over_the_demand() {
    table(
        3,
        &[
            ("60 / 60", "B/STAF", nothing, Some(10_000)),
            ("60 / 85", "B/LURAH", nothing, Some(7_059)),
            ("74.09 / 85", "B/LURAH", |w| potential(w, "74.09"), Some(8_716)),
            ("30.15 / 60 is a whole number", "B/STAF", |w| potential(w, "30.15"), Some(5_025)),
            ("1.50 / 75", "B/SEK", |w| potential(w, "1.50"), Some(200)),
            ("nothing is known to be nothing", "B/STAF", |w| potential(w, "0"), Some(0)),
            ("no figure", "B/STAF", |w| w.rosters.potential.clear(), None),
            ("a figure nobody can read", "B/STAF", |w| w.rosters.potential[0].potential = None, None),
        ],
    );
}

#[test]
fn the_demand_rises_with_the_grade() {
    // 50.00 / demand: 60 → 8,333, 75 → 6,667, 85 → 5,882, 90 → 5,556.
    let demands = [
        (Jenjang::Pm, 8_333),
        (Jenjang::Tr, 8_333),
        (Jenjang::Mh, 6_667),
        (Jenjang::Py, 5_882),
        (Jenjang::Pt, 8_333),
        (Jenjang::Mu, 6_667),
        (Jenjang::Ma, 5_882),
        (Jenjang::Ut, 5_556),
    ];
    for (jenjang, expected) in demands {
        let mut world = World::usual();
        potential(&mut world, "50");
        world.change("B/ARSIP1").jenjang = Some(jenjang);
        let built = world.build();
        assert_eq!(factors(&built.base.grounds, ANA, built.post("B/ARSIP1"))[3], Some(expected), "{jenjang}");
    }
}

#[test]
fn need_is_the_share_still_missing_on_tmt() {
    table(
        4,
        &[
            ("nobody of three", "B/STAF", nothing, Some(10_000)),
            ("one of three", "B/STAF", |w| held(w, 1), Some(6_667)),
            ("two of three", "B/STAF", |w| held(w, 2), Some(3_333)),
            ("three of three", "B/STAF", |w| held(w, 3), Some(0)),
            ("four of three", "B/STAF", |w| held(w, 4), Some(0)),
            ("31 of 32: 312.5 rounds half up", "B/STAF", most_of_32, Some(313)),
            ("K = 0", "B/STAF", |w| w.change("B/STAF").need = 0, Some(0)),
            ("the own single post", "A/LURAH", |w| w.seat("A/LURAH"), Some(10_000)),
            ("the own post counts without oneself", "A/STAF", beside_another, Some(6_667)),
            ("1,250 hours are one place more", "B/STAF", |w| worked(w, 1250), Some(2_500)),
            ("625 hours round up to one", "B/STAF", |w| worked(w, 625), Some(2_500)),
            ("624 round down to none", "B/STAF", |w| worked(w, 624), Some(0)),
            ("a PPPK paruh waktu is no holder", "B/STAF", part_time, Some(10_000)),
            ("nor is who retires on TMT", "B/STAF", retired, Some(10_000)),
        ],
    );
}

fn held(world: &mut World, holders: usize) {
    for _ in 0..holders {
        world.person("B/STAF");
    }
}

fn beside_another(world: &mut World) {
    world.person("A/STAF");
}

fn most_of_32(world: &mut World) {
    world.change("B/STAF").need = 32;
    held(world, 31);
}

fn worked(world: &mut World, hours: i32) {
    held(world, 3);
    world.workload("B/STAF", hours, TMT);
}

fn part_time(world: &mut World) {
    held(world, 1);
    world.rosters.employees[1].kind = EmploymentKind::PppkPartTime;
}

fn retired(world: &mut World) {
    held(world, 1);
    world.rosters.employees[1].birth_date = Some(date(1968, 12, 1));
}

#[test]
fn aspiration_is_what_was_asked() {
    table(
        5,
        &[
            ("no wish", "B/STAF", nothing, Some(5_000)),
            ("the first", "B/STAF", |w| ask(w, &[(1, "B/STAF")]), Some(10_000)),
            ("the second", "B/STAF", |w| ask(w, &[(2, "B/STAF")]), Some(8_500)),
            ("the third", "B/STAF", |w| ask(w, &[(3, "B/STAF")]), Some(7_000)),
            ("the fourth", "B/STAF", |w| ask(w, &[(4, "B/STAF")]), Some(6_000)),
            ("the fifth", "B/STAF", |w| ask(w, &[(5, "B/STAF")]), Some(5_500)),
            ("a wish for the unit", "B/STAF", |w| ask(w, &[(1, "B")]), Some(10_000)),
            ("the better of two", "B/STAF", |w| ask(w, &[(3, "B"), (2, "B/STAF")]), Some(8_500)),
            ("a wisher's other posts", "A/ARSIP", |w| ask(w, &[(1, "B/STAF")]), Some(5_000)),
            ("a wisher's own post", "A/STAF", |w| ask(w, &[(1, "B/STAF")]), Some(5_000)),
            ("a wish for a post nobody knows", "B/STAF", |w| ask(w, &[(1, "B/NIRWANA")]), Some(5_000)),
            ("asked to stay: the own post", "A/STAF", |w| ask(w, &[(0, "A")]), Some(10_000)),
            ("asked to stay: others", "B/STAF", |w| ask(w, &[(0, "A")]), Some(0)),
            ("a refused unit", "B/STAF", |w| ask(w, &[(-1, "B")]), Some(0)),
            ("other units than the refused one", "KEC/STAF", |w| ask(w, &[(-1, "B")]), Some(5_000)),
        ],
    );
}

fn ask(world: &mut World, wishes: &[(i8, &str)]) {
    let nip = world.ana().nip;
    for (order, target) in wishes {
        world.wishes(nip, *order, target);
    }
}
