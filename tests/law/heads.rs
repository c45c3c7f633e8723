//! R08, R23, R24, R25, R30, R36: courts, elections and heads of the region, sectors, classes. The days are those of
//! domain.md: the freezes of 2024 and 2020, the inauguration of 20 February 2025.
use super::*;
use jiff::civil::Date;
use mutasi::model::Head;

#[test]
fn r08_no_criminal_proceedings() {
    let trial: fn(&mut World) = |w| w.disciplined(Some(DisciplineLevel::Trial), Some(date(2026, 6, 1)), None);
    let rows: &[Row] = &[
        ("in no list", "B/STAF", nothing, "pass"),
        ("in proceedings", "B/STAF", trial, "fail O"),
        ("a promotion too", "B/SEK", trial, "fail O"),
        ("they begin after TMT", "B/STAF", |w| w.disciplined(Some(DisciplineLevel::Trial), Some(date(2027, 1, 2)), None), "pass"),
        ("they ended by TMT", "B/STAF", |w| w.disciplined(Some(DisciplineLevel::Trial), None, Some(TMT)), "pass"),
        ("a disciplinary measure is none", "B/STAF", |w| w.disciplined(Some(DisciplineLevel::Severe), None, None), "pass"),
        (
            "a PPPK too",
            "B/STAF",
            |w| {
                w.ana().kind = EmploymentKind::Pppk;
                w.disciplined(Some(DisciplineLevel::Trial), None, None);
            },
            "fail O",
        ),
        (
            "an official permitted it",
            "B/STAF",
            |w| {
                w.disciplined(Some(DisciplineLevel::Trial), None, None);
                w.permit("B/STAF", RuleId::R08);
            },
            "overridden O",
        ),
    ];
    judged(RuleId::R08, rows);
}

#[test]
fn proceedings_are_no_disciplinary_measure() {
    let rows: &[Row] = &[("only R08 judges them", "B/STAF", |w| w.disciplined(Some(DisciplineLevel::Trial), None, None), "pass")];
    judged(RuleId::R07, rows);
}

/// What a rule says of a move to a post on a day.
fn on(day: Date, rule: RuleId, post: &str, change: fn(&mut World)) -> String {
    let mut world = World::usual();
    change(&mut world);
    world.policy.tmt = day;
    let built = world.build();
    let verdicts = judge(&built).verdicts(ANA, built.post(post));
    verdicts.iter().find(|verdict| verdict.rule == rule).map_or("-".to_owned(), word)
}

#[test]
fn r23_officials_are_not_replaced_around_an_election() {
    let cases = [
        // Candidates fixed on 22 September 2024: from 22 March.
        (date(2024, 3, 21), "B/SEK", "pass"),
        (date(2024, 3, 22), "B/SEK", "fail O"),
        (date(2024, 12, 1), "B/LURAH", "fail O"),
        (date(2025, 2, 20), "B/SEK", "fail O"),
        (date(2025, 2, 21), "B/SEK", "pass"),
        // Candidates fixed on 8 July 2020: from 8 January.
        (date(2020, 1, 7), "B/SEK", "-"),
        (date(2020, 1, 8), "B/SEK", "fail O"),
        // Pelaksana and ordinary JF are no officials.
        (date(2024, 6, 1), "B/STAF", "-"),
        (date(2024, 6, 1), "B/ARSIP1", "-"),
        // The usual day is in no freeze.
        (TMT, "B/SEK", "pass"),
    ];
    for (day, post, expected) in cases {
        assert_eq!(on(day, RuleId::R23, post, nothing), expected, "{day} {post}");
    }
    // Who leaves an official's post is replaced too, also from a functional post at the head of a unit.
    let day = date(2024, 6, 1);
    assert_eq!(on(day, RuleId::R23, "B/STAF", |w| w.seat("A/SEK")), "fail O");
    let head: fn(&mut World) = |w| w.change("B/GURU1").name = "Kepala Sekolah Ahli Pertama".into();
    assert_eq!(on(day, RuleId::R23, "B/GURU1", head), "fail O");
    // A name that only begins with the same letters is none.
    let other: fn(&mut World) = |w| w.change("B/GURU1").name = "Kepalawan Ahli Pertama".into();
    assert_eq!(on(day, RuleId::R23, "B/GURU1", other), "-");
    // The Mendagri's letter opens it.
    assert_eq!(on(day, RuleId::R23, "B/SEK", |w| w.permit("B/SEK", RuleId::R23)), "overridden O");
    // The workspace's own election.
    let own: fn(&mut World) = |w| {
        let source = "KPU".into();
        let (candidates_fixed, end_of_term) = (date(2029, 9, 22), date(2030, 2, 20));
        w.policy.parameters.elections.push(mutasi::model::Election { candidates_fixed, end_of_term, source });
    };
    assert_eq!(on(date(2029, 3, 22), RuleId::R23, "B/SEK", own), "fail O");
    assert_eq!(on(date(2029, 3, 21), RuleId::R23, "B/SEK", own), "pass");
}

#[test]
fn r24_a_new_head_waits_six_months() {
    let head: fn(&mut World) = |w| w.policy.head.inaugurated = Some(date(2025, 2, 20));
    let cases = [
        (date(2025, 2, 19), "-"),
        (date(2025, 2, 20), "fail O"),
        (date(2025, 8, 19), "fail O"),
        (date(2025, 8, 20), "pass"),
        (date(2025, 8, 22), "pass"),
    ];
    for (day, expected) in cases {
        assert_eq!(on(day, RuleId::R24, "B/SEK", head), expected, "{day}");
        assert_eq!(on(day, RuleId::R24, "B/STAF", head), "-", "{day}: no official");
        assert_eq!(on(day, RuleId::R24, "B/SEK", nothing), "-", "{day}: no inauguration is recorded");
    }
}

#[test]
fn r25_an_acting_head_transfers_nobody() {
    let acting = |from: Date, until: Option<Date>| Head { acting_since: Some(from), acting_until: until, inaugurated: None };
    let table = [
        (acting(date(2026, 1, 1), None), "fail O"),
        (acting(TMT, Some(TMT)), "fail O"),
        (acting(date(2027, 1, 2), None), "pass"),
        (acting(date(2026, 1, 1), Some(date(2026, 12, 31))), "pass"),
        (Head::default(), "-"),
    ];
    for (head, expected) in table {
        let mut world = World::usual();
        world.policy.head = head.clone();
        let built = world.build();
        let verdicts = judge(&built).verdicts(ANA, built.post("B/STAF"));
        let found = verdicts.iter().find(|verdict| verdict.rule == RuleId::R25).map_or("-".to_owned(), word);
        assert_eq!(found, expected, "{head:?}");
    }
}

#[test]
fn r30_guru_in_schools_and_nakes_in_health_services() {
    fn called(world: &mut World, unit: &str, name: &str) {
        world.rosters.units.iter_mut().filter(|it| *it.id.0 == *unit).for_each(|it| it.name = name.into());
    }
    let rows: &[Row] = &[
        ("an ordinary person", "B/STAF", nothing, "-"),
        ("a guru to a kelurahan", "B/STAF", |w| w.seat("A/GURU1"), "fail O"),
        (
            "a guru to a school",
            "B/GURU1",
            |w| {
                w.seat("A/GURU1");
                called(w, "B", "SD Negeri Banyumanik 01");
            },
            "pass",
        ),
        (
            "to a unit under a school",
            "B/GURU1",
            |w| {
                w.seat("A/GURU1");
                called(w, "KEC", "SMP Rekaan 3");
            },
            "pass",
        ),
        (
            "a name that begins alike is no school",
            "B/GURU1",
            |w| {
                w.seat("A/GURU1");
                called(w, "B", "SDM dan Umum");
            },
            "fail O",
        ),
        (
            "a bidan to a school",
            "B/BIDAN1",
            |w| {
                w.seat("A/BIDAN1");
                called(w, "B", "SDN Rekaan");
            },
            "fail O",
        ),
        (
            "a bidan to a puskesmas",
            "B/BIDAN1",
            |w| {
                w.seat("A/BIDAN1");
                called(w, "B", "--UPTD Puskesmas Padangsari");
            },
            "pass",
        ),
    ];
    judged(RuleId::R30, rows);
}

#[test]
fn r36_a_falling_class_is_told() {
    let rows: &[Row] = &[
        ("the same class", "B/STAF", nothing, "pass"),
        ("a higher one", "B/SEK", nothing, "pass"),
        ("a lower one", "B/STAF", |w| w.change("B/STAF").class = Some(5), "fail I"),
        ("nobody knows", "B/STAF", |w| w.change("B/STAF").class = None, "-"),
    ];
    judged(RuleId::R36, rows);
}
