//! R10–R12, R19, R27, R29: rules on what the post asks for.
use super::*;

#[test]
fn r10_level_of_education() {
    judged(
        RuleId::R10,
        &[
            ("S-1 where SLTA is asked", "B/STAF", nothing, "pass"),
            ("exactly the minimum", "B/STAF", |w| w.ana().education = EducationLevel::from_code(15), "pass"),
            ("below it, a staff post warns", "B/STAF", |w| w.ana().education = EducationLevel::from_code(10), "fail W"),
            ("below it, a pengawas post is blocked", "B/SEK", |w| w.ana().education = EducationLevel::from_code(25), "fail B"),
            ("below it, a JF is blocked", "B/ARSIP1", |w| w.ana().education = EducationLevel::from_code(35), "fail B"),
            ("the person's level missing", "B/STAF", |w| w.ana().education = None, "unknown"),
            ("the post's minimum missing", "B/STAF", |w| w.change("B/STAF").education_min = None, "unknown"),
            (
                "a PPPK is asked too",
                "B/STAF",
                |w| (w.ana().kind, w.ana().education) = (EmploymentKind::Pppk, EducationLevel::from_code(5)),
                "fail W",
            ),
        ],
    );
}

#[test]
fn r11_field_of_education() {
    judged(
        RuleId::R11,
        &[
            ("the post names none", "B/STAF", nothing, "-"),
            ("a named one, case ignored", "B/STAF", |w| name(w, "Ekonomi|Hukum"), "pass"),
            ("the same cluster is not enough", "B/STAF", |w| name(w, "SYARIAH"), "fail W"),
            (
                "the person's unknown",
                "B/STAF",
                |w| {
                    name(w, "HUKUM");
                    w.ana().education_name = "S-1".into();
                },
                "unknown",
            ),
            (
                "a PPPK is not asked",
                "B/STAF",
                |w| {
                    name(w, "EKONOMI");
                    w.ana().kind = EmploymentKind::Pppk;
                },
                "-",
            ),
        ],
    );
}

fn name(world: &mut World, fields: &str) {
    world.change("B/STAF").fields = PipeList::parse(fields).unwrap();
}

#[test]
fn r12_golongan_within_the_range() {
    judged(
        RuleId::R12,
        &[
            ("the post names none", "B/STAF", nothing, "-"),
            ("at the lower end", "B/STAF", |w| range(w, "B/STAF", 33, 34), "pass"),
            ("at the upper end", "B/STAF", |w| range(w, "B/STAF", 21, 33), "pass"),
            ("above it", "B/STAF", |w| range(w, "B/STAF", 21, 32), "fail W"),
            ("below it", "B/STAF", |w| range(w, "B/STAF", 34, 41), "fail W"),
            ("below it, for a JPT", "D2/KADIS", |w| range(w, "D2/KADIS", 42, 43), "fail B"),
            (
                "the person's unknown",
                "B/STAF",
                |w| {
                    range(w, "B/STAF", 21, 34);
                    w.ana().rank = None;
                },
                "unknown",
            ),
            ("only a lower end", "B/STAF", |w| w.change("B/STAF").rank_min = Golongan::from_code(34), "fail W"),
        ],
    );
}

fn range(world: &mut World, post: &str, min: u8, max: u8) {
    let post = world.change(post);
    (post.rank_min, post.rank_max) = (Golongan::from_code(min), Golongan::from_code(max));
}

#[test]
fn r19_the_unit_is_active() {
    judged(
        RuleId::R19,
        &[
            ("it is", "B/STAF", nothing, "pass"),
            (
                "its unit is in no list",
                "GONE/STAF",
                |w| {
                    w.post("GONE/STAF", "Pengolah Data");
                },
                "fail B",
            ),
            (
                "a PPPK is asked too",
                "GONE/STAF",
                |w| {
                    w.post("GONE/STAF", "Pengolah Data");
                    w.ana().kind = EmploymentKind::Pppk;
                },
                "fail B",
            ),
        ],
    );
}

#[test]
fn r27_a_camat_knows_government() {
    judged(
        RuleId::R27,
        &[
            ("not asked of others", "KEC/SEKCAM", nothing, "-"),
            ("a lawyer is not enough", "KEC/CAMAT", nothing, "fail B"),
            ("S-1 Ilmu Pemerintahan", "KEC/CAMAT", |w| w.ana().education_name = "S-1 ILMU PEMERINTAHAN".into(), "pass"),
            ("the field unknown", "KEC/CAMAT", |w| w.ana().education_name = "".into(), "unknown"),
            (
                "the certificate",
                "KEC/CAMAT",
                |w| {
                    let nip = w.ana().nip;
                    w.assessed(nip, "KEPAMONGPRAJAAN", 3, None);
                },
                "pass",
            ),
            (
                "the certificate, field unknown",
                "KEC/CAMAT",
                |w| {
                    let nip = w.ana().nip;
                    w.ana().education_name = "".into();
                    w.assessed(nip, "KEPAMONGPRAJAAN", 3, None);
                },
                "pass",
            ),
        ],
    );
}

#[test]
fn r29_into_between_and_out_of_functional_posts() {
    judged(
        RuleId::R29,
        &[
            ("staff to staff", "B/STAF", nothing, "-"),
            ("into a JF", "B/ARSIP1", nothing, "fail O"),
            ("the same JF elsewhere", "B/ARSIP1", |w| w.seat("A/ARSIP1"), "-"),
            ("another JF", "B/GURU1", |w| w.seat("A/ARSIP1"), "fail O"),
            ("the next jenjang", "B/ARSIP2", |w| w.seat("A/ARSIP1"), "fail O"),
            ("out of a JF", "B/STAF", |w| w.seat("A/ARSIP1"), "fail O"),
            ("an official permitted it", "B/ARSIP1", |w| w.permit("B/ARSIP1", RuleId::R29), "overridden O"),
            ("a PPPK is not asked", "B/ARSIP1", |w| w.ana().kind = EmploymentKind::Pppk, "-"),
            (
                "the jenjang of the present JF missing: still a JF",
                "B/STAF",
                |w| {
                    w.seat("A/ARSIP1");
                    w.change("A/ARSIP1").jenjang = None;
                },
                "unknown",
            ),
        ],
    );
}
