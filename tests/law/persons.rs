//! R01–R07, R09: rules on the person.
use super::*;

#[test]
fn r01_mutasi_is_for_pns() {
    judged(
        RuleId::R01,
        &[
            ("a PNS may", "B/STAF", nothing, "pass"),
            ("a CPNS is R03's business", "B/STAF", |w| w.ana().kind = EmploymentKind::Cpns, "pass"),
            ("a PPPK is R02's", "B/STAF", |w| w.ana().kind = EmploymentKind::Pppk, "-"),
            ("staying is never judged", "A/STAF", nothing, "-"),
        ],
    );
}

#[test]
fn r02_a_pppk_keeps_the_jabatan() {
    judged(
        RuleId::R02,
        &[
            ("the same jabatan elsewhere warns", "B/STAF", |w| w.ana().kind = EmploymentKind::Pppk, "fail W"),
            ("another jabatan is blocked", "B/ARSIP", |w| w.ana().kind = EmploymentKind::Pppk, "fail B"),
            ("paruh waktu too", "B/ARSIP", |w| w.ana().kind = EmploymentKind::PppkPartTime, "fail B"),
            ("a PNS is not asked", "B/ARSIP", nothing, "-"),
        ],
    );
}

#[test]
fn r03_a_cpns_must_be_pns_first() {
    judged(
        RuleId::R03,
        &[
            ("a PNS is", "B/STAF", nothing, "pass"),
            ("a CPNS is not", "B/STAF", |w| w.ana().kind = EmploymentKind::Cpns, "fail B"),
            ("nor someone without TMT PNS", "B/STAF", |w| w.ana().tmt_pns = None, "fail B"),
            ("a PPPK is not asked", "B/STAF", |w| w.ana().kind = EmploymentKind::Pppk, "-"),
        ],
    );
}

#[test]
fn r04_active_on_tmt() {
    judged(
        RuleId::R04,
        &[
            ("active", "B/STAF", nothing, "pass"),
            ("on CLTN", "B/STAF", |w| w.ana().status = LegalStatus::UnpaidLeave, "fail O"),
            ("on study leave", "B/STAF", |w| w.ana().status = LegalStatus::StudyLeave, "fail O"),
            ("suspended", "B/STAF", |w| w.ana().status = LegalStatus::Suspended, "fail O"),
            ("MPP", "B/STAF", |w| w.ana().status = LegalStatus::PreRetirement, "fail O"),
            ("a status the import did not know", "B/STAF", |w| w.ana().status = LegalStatus::Unknown, "unknown"),
            (
                "a PPPK is asked too",
                "B/STAF",
                |w| (w.ana().kind, w.ana().status) = (EmploymentKind::Pppk, LegalStatus::Suspended),
                "fail O",
            ),
        ],
    );
}

#[test]
fn r05_minimum_tenure_is_met_on_the_day() {
    judged(
        RuleId::R05,
        &[
            ("24 months on TMT exactly", "B/STAF", |w| w.ana().tmt_jabatan = Some(date(2025, 1, 1)), "pass"),
            ("one day short", "B/STAF", |w| w.ana().tmt_jabatan = Some(date(2025, 1, 2)), "fail O"),
            ("no TMT jabatan", "B/STAF", |w| w.ana().tmt_jabatan = None, "unknown"),
            (
                "an official permitted it",
                "B/STAF",
                |w| {
                    w.ana().tmt_jabatan = Some(date(2026, 6, 1));
                    w.permit("B/STAF", RuleId::R05);
                },
                "overridden O",
            ),
            (
                "the permission is for that post alone",
                "B/ARSIP",
                |w| {
                    w.ana().tmt_jabatan = Some(date(2026, 6, 1));
                    w.permit("B/STAF", RuleId::R05);
                },
                "fail O",
            ),
            ("a permission nobody needs changes nothing", "B/STAF", |w| w.permit("B/STAF", RuleId::R05), "pass"),
        ],
    );
}

#[test]
fn r05_the_minimum_is_a_parameter() {
    judged(
        RuleId::R05,
        &[
            ("six months on TMT exactly", "B/STAF", |w| six_months(w, 2026, 7, 1), "pass"),
            ("one day short of six", "B/STAF", |w| six_months(w, 2026, 7, 2), "fail O"),
            (
                "six months from 31 August end on the last of February",
                "B/STAF",
                |w| {
                    six_months(w, 2026, 8, 31);
                    w.policy.tmt = date(2027, 2, 28);
                },
                "pass",
            ),
            ("a PPPK is asked too", "B/STAF", |w| w.ana().kind = EmploymentKind::Pppk, "pass"),
        ],
    );
}

fn six_months(world: &mut World, year: i16, month: i8, day: i8) {
    world.policy.parameters.minimum_tenure_months = 6;
    world.ana().tmt_jabatan = Some(date(year, month, day));
}

#[test]
fn r06_more_than_five_years_warns() {
    judged(
        RuleId::R06,
        &[
            ("five years on TMT exactly", "B/STAF", |w| w.ana().tmt_jabatan = Some(date(2022, 1, 1)), "pass"),
            ("one day more", "B/STAF", |w| w.ana().tmt_jabatan = Some(date(2021, 12, 31)), "fail W"),
            ("no TMT jabatan", "B/STAF", |w| w.ana().tmt_jabatan = None, "unknown"),
        ],
    );
}

#[test]
fn r07_discipline_of_any_level_on_tmt() {
    judged(
        RuleId::R07,
        &[
            ("in no list", "B/STAF", nothing, "pass"),
            ("light, open", "B/STAF", |w| w.disciplined(Some(DisciplineLevel::Light), None, None), "fail O"),
            ("under examination", "B/STAF", |w| w.disciplined(Some(DisciplineLevel::Examination), None, None), "fail O"),
            ("of unreadable level", "B/STAF", |w| w.disciplined(None, None, None), "fail O"),
            ("a promotion is blocked", "B/SEK", |w| w.disciplined(Some(DisciplineLevel::Light), None, None), "fail B"),
            ("served until TMT", "B/STAF", |w| w.disciplined(Some(DisciplineLevel::Moderate), None, Some(TMT)), "pass"),
            (
                "served a day longer",
                "B/STAF",
                |w| w.disciplined(Some(DisciplineLevel::Moderate), None, Some(date(2027, 1, 2))),
                "fail O",
            ),
            ("begins after TMT", "B/STAF", |w| w.disciplined(None, Some(date(2027, 1, 2)), None), "pass"),
            (
                "an official permitted it",
                "B/STAF",
                |w| {
                    w.disciplined(Some(DisciplineLevel::Light), None, None);
                    w.permit("B/STAF", RuleId::R07);
                },
                "overridden O",
            ),
            (
                "a promotion cannot be permitted",
                "B/SEK",
                |w| {
                    w.disciplined(Some(DisciplineLevel::Light), None, None);
                    w.permit("B/SEK", RuleId::R07);
                },
                "fail B",
            ),
        ],
    );
}

#[test]
fn r09a_retired_by_tmt() {
    judged(
        RuleId::R09a,
        &[
            ("58 in January: retires in February", "B/STAF", |w| w.ana().birth_date = Some(date(1969, 1, 1)), "pass"),
            ("58 in December: retired on TMT", "B/STAF", |w| w.ana().birth_date = Some(date(1968, 12, 31)), "fail B"),
            (
                "a JF Madya retires at 60",
                "B/ARSIP3",
                |w| {
                    w.seat("A/ARSIP3");
                    w.ana().birth_date = Some(date(1968, 12, 31));
                },
                "pass",
            ),
        ],
    );
}

#[test]
fn r09b_the_margin_is_twelve_months_and_24_for_managers() {
    judged(
        RuleId::R09b,
        &[
            ("retires 1 January 2028: twelve months", "B/STAF", |w| w.ana().birth_date = Some(date(1969, 12, 31)), "pass"),
            ("retires 1 December 2027", "B/STAF", |w| w.ana().birth_date = Some(date(1969, 11, 30)), "fail W"),
            ("retires 1 January 2029, to a managerial post", "B/SEK", |w| w.ana().birth_date = Some(date(1970, 12, 1)), "pass"),
            (
                "retires 1 December 2028, to a managerial post",
                "B/SEK",
                |w| w.ana().birth_date = Some(date(1970, 11, 1)),
                "fail W",
            ),
            (
                "a PPPK is asked too",
                "B/STAF",
                |w| (w.ana().kind, w.ana().birth_date) = (EmploymentKind::Pppk, Some(date(1969, 6, 1))),
                "fail W",
            ),
        ],
    );
}
