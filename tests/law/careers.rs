//! R13–R17, R26, R38: rules on how a career goes on.
use super::*;
use mutasi::model::records::{FormerPost, Requirements};
use mutasi::model::{Echelon, JabatanKind, Kind};

#[test]
fn r13_to_administrator_after_36_months_as_pengawas() {
    judged(
        RuleId::R13,
        &[
            ("not asked of a rotation", "B/LURAH", |w| w.seat("A/LURAH"), "-"),
            ("36 months on TMT exactly", "KEC/SEKCAM", |w| lurah_since(w, 1), "pass"),
            ("one day short", "KEC/SEKCAM", |w| lurah_since(w, 2), "fail B"),
            (
                "one day short, but a former pengawas post counts",
                "KEC/SEKCAM",
                |w| {
                    lurah_since(w, 2);
                    let nip = w.ana().nip;
                    let (from, until) = (Some(date(2020, 1, 1)), Some(date(2020, 2, 1)));
                    let (kind, echelon) = (Some(JabatanKind::Structural), Echelon::from_code(42));
                    let unit = mutasi::model::UnitId("OUT".into());
                    w.rosters.history.push(FormerPost { nip, kind, echelon, jenjang: None, unit, from, until });
                },
                "pass",
            ),
            (
                "too short, and no history was imported",
                "KEC/SEKCAM",
                |w| {
                    lurah_since(w, 2);
                    w.rosters.imported.retain(|kind| *kind != Kind::History);
                },
                "unknown",
            ),
        ],
    );
}

fn lurah_since(world: &mut World, day: i8) {
    world.seat("A/LURAH");
    world.ana().tmt_jabatan = Some(date(2024, 1, day));
}

#[test]
fn r14_to_pengawas_after_48_months_as_pelaksana() {
    judged(
        RuleId::R14,
        &[
            ("not asked of a rotation", "B/STAF", nothing, "-"),
            ("nine years, former posts included", "B/SEK", nothing, "pass"),
            ("48 months on TMT exactly", "B/SEK", |w| staff_since(w, 1), "pass"),
            ("one day short", "B/SEK", |w| staff_since(w, 2), "fail B"),
            (
                "a former post without dates may make it enough",
                "B/SEK",
                |w| {
                    w.rosters.history[0].from = None;
                    w.ana().tmt_jabatan = Some(date(2023, 1, 2));
                },
                "unknown",
            ),
            ("a PPPK is not asked", "B/SEK", |w| w.ana().kind = EmploymentKind::Pppk, "-"),
        ],
    );
}

fn staff_since(world: &mut World, day: i8) {
    world.rosters.history.clear();
    world.ana().tmt_jabatan = Some(date(2023, 1, day));
}

#[test]
fn r15_baik_in_each_of_the_last_two_years() {
    judged(
        RuleId::R15,
        &[
            ("Baik in both", "B/SEK", nothing, "pass"),
            ("last year below, a promotion", "B/SEK", |w| w.appraised(2025, Some(Predicate::NeedsImprovement)), "fail B"),
            ("the year before below, a promotion", "B/SEK", |w| w.appraised(2024, Some(Predicate::Poor)), "fail B"),
            ("last year below, a rotation", "B/STAF", |w| w.appraised(2025, Some(Predicate::NeedsImprovement)), "fail W"),
            ("one year missing, the other Baik", "B/STAF", |w| w.appraised(2024, None), "unknown"),
            (
                "one year missing, the other below",
                "B/STAF",
                |w| {
                    w.appraised(2024, None);
                    w.appraised(2025, Some(Predicate::VeryPoor));
                },
                "fail W",
            ),
            ("three years ago does not count", "B/SEK", |w| w.appraised(2023, Some(Predicate::VeryPoor)), "pass"),
            ("nor does this year", "B/SEK", |w| w.appraised(2026, Some(Predicate::VeryPoor)), "pass"),
            ("a PPPK is not asked", "B/STAF", |w| w.ana().kind = EmploymentKind::Pppk, "-"),
        ],
    );
}

#[test]
fn r16_an_assessment_is_valid_three_years() {
    judged(
        RuleId::R16,
        &[
            ("three years on TMT exactly", "B/STAF", |w| assessed_on(w, 2024, 1, 1), "pass"),
            ("one day older, a rotation", "B/STAF", |w| assessed_on(w, 2023, 12, 31), "fail W"),
            ("one day older, a promotion", "B/SEK", |w| assessed_on(w, 2023, 12, 31), "fail B"),
            (
                "one day older, from JPT to JPT",
                "D2/KADIS",
                |w| {
                    w.seat("D1/KADIS");
                    assessed_on(w, 2023, 12, 31);
                },
                "fail B",
            ),
            ("none at all", "B/STAF", |w| w.rosters.competence.clear(), "fail W"),
            ("none at all, a promotion", "B/SEK", |w| w.rosters.competence.clear(), "fail B"),
            ("one without a date", "B/STAF", |w| w.rosters.competence[0].date = None, "unknown"),
            (
                "the latest of two counts",
                "B/STAF",
                |w| {
                    assessed_on(w, 2020, 1, 1);
                    let nip = w.ana().nip;
                    w.assessed(nip, "M2", 1, Some(date(2026, 1, 1)));
                },
                "pass",
            ),
            ("a PPPK is not asked", "B/STAF", |w| w.ana().kind = EmploymentKind::Pppk, "-"),
        ],
    );
}

fn assessed_on(world: &mut World, year: i16, month: i8, day: i8) {
    world.rosters.competence[0].date = Some(date(year, month, day));
}

#[test]
fn r17_jpm_reaches_68_percent() {
    judged(
        RuleId::R17,
        &[
            ("above it", "B/STAF", nothing, "pass"),
            ("68.00 exactly", "B/STAF", |w| five_held(w, [2, 4, 4, 4, 3]), "pass"),
            ("64.00", "B/STAF", |w| five_held(w, [2, 4, 4, 4, 2]), "fail W"),
            ("a surplus hides no gap", "B/STAF", |w| five_held(w, [5, 5, 3, 1, 1]), "fail W"),
            ("the post requires none", "B/STAF", |w| w.change("B/STAF").requirements = Requirements::default(), "-"),
            ("nobody was assessed: R16's failure", "B/STAF", |w| w.rosters.competence.clear(), "-"),
            (
                "fewer than half assessed",
                "B/STAF",
                |w| w.change("B/STAF").requirements = Requirements::parse("M1=2|M2=2|M3=2").unwrap(),
                "unknown",
            ),
        ],
    );
}

/// Five competencies required at level 5, and what Ana holds of them.
fn five_held(world: &mut World, held: [u8; 5]) {
    world.change("B/STAF").requirements = Requirements::parse("M1=5|M2=5|M3=5|M4=5|M5=5").unwrap();
    world.rosters.competence.clear();
    let nip = world.ana().nip;
    for (code, level) in ["M1", "M2", "M3", "M4", "M5"].into_iter().zip(held) {
        world.assessed(nip, code, level, Some(date(2026, 1, 1)));
    }
}

#[test]
fn r26_no_demotion_without_a_ground() {
    judged(
        RuleId::R26,
        &[
            ("a rotation", "B/STAF", nothing, "-"),
            ("IV.b to IV.a is none", "B/LURAH", |w| w.seat("A/SEK"), "-"),
            ("IV.a to IV.b is one", "B/SEK", |w| w.seat("A/LURAH"), "fail B"),
            ("III.a to III.b is none", "KEC/SEKCAM", |w| w.seat("KEC/CAMAT"), "-"),
            ("pengawas to pelaksana", "B/STAF", |w| w.seat("A/SEK"), "fail B"),
            ("JF Muda to JF Pertama", "B/ARSIP1", |w| w.seat("A/ARSIP2"), "fail B"),
            ("the wish names the post", "B/STAF", |w| wisher(w, "B/STAF"), "pass"),
            ("the wish names the unit", "B/STAF", |w| wisher(w, "B"), "pass"),
            ("the wish names another post", "B/STAF", |w| wisher(w, "B/ARSIP"), "fail B"),
            ("after a severe measure", "B/STAF", |w| measured(w, DisciplineLevel::Severe), "pass"),
            ("after a moderate one", "B/STAF", |w| measured(w, DisciplineLevel::Moderate), "fail B"),
            ("an eselon missing", "B/SEK", |w| w.change("B/SEK").echelon = None, "unknown"),
            ("no official can permit it", "B/STAF", permitted, "fail B"),
        ],
    );
}

fn wisher(world: &mut World, target: &str) {
    world.seat("A/SEK");
    let nip = world.ana().nip;
    world.wishes(nip, 2, target);
}

fn measured(world: &mut World, level: DisciplineLevel) {
    world.seat("A/SEK");
    world.disciplined(Some(level), None, None);
}

fn permitted(world: &mut World) {
    world.seat("A/SEK");
    world.permit("B/STAF", RuleId::R26);
}

#[test]
fn r38_one_step_at_a_time() {
    judged(
        RuleId::R38,
        &[
            ("a rotation", "B/STAF", nothing, "-"),
            ("pelaksana to pengawas", "B/SEK", nothing, "pass"),
            ("pelaksana to lurah: pengawas too", "B/LURAH", nothing, "pass"),
            ("pelaksana to administrator", "KEC/SEKCAM", nothing, "fail O"),
            ("pengawas to administrator", "KEC/CAMAT", |w| w.seat("A/SEK"), "pass"),
            ("administrator to JPT", "D2/KADIS", |w| w.seat("KEC/SEKCAM"), "fail O"),
            ("JPT to JPT", "D2/KADIS", |w| w.seat("D1/KADIS"), "-"),
            ("JF Pertama to JF Muda", "B/ARSIP2", |w| w.seat("A/ARSIP1"), "pass"),
            ("JF Pertama to JF Madya", "B/ARSIP3", |w| w.seat("A/ARSIP1"), "fail O"),
            ("down is R26's business", "B/STAF", |w| w.seat("A/SEK"), "-"),
            ("an eselon missing", "B/SEK", |w| w.change("B/SEK").echelon = None, "unknown"),
            ("an official permitted it", "KEC/SEKCAM", |w| w.permit("KEC/SEKCAM", RuleId::R38), "overridden O"),
        ],
    );
}
