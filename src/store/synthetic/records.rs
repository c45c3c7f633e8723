//! What is on file about people: appraisals, assessments, potential, discipline, former posts, wishes.
use super::catalogue::COMPETENCIES;
use super::people::{Calling, People};
use crate::model::records::{
    Appraisal, Aspiration, Assessment, Discipline, DisciplineLevel, FormerPost, Points, Predicate, Talent,
};
use crate::model::{Echelon, Employee, JabatanKind, Jenjang, Nip, Position, Rosters};
use jiff::ToSpan;
use jiff::civil::Date;

/// How far away wishes go, in the list of posts: they are mostly for offices nearby.
const REACH: usize = 1_500;

/// Adds everything on file about someone on the post at that place of the list.
pub(super) fn add(people: &mut People, lists: &mut Rosters, posts: &[Position], at: usize, employee: &Employee) {
    let (nip, post) = (employee.nip, &posts[at]);
    let calling = Calling::of(post);
    let is_office = calling == Calling::Office;
    appraise(people, lists, nip);
    let assessed = match (is_office, post.kind) {
        (false, _) => 10,
        (_, JabatanKind::Structural) => 85,
        _ => 60,
    };
    if people.rng.u8(..100) < assessed {
        assess(people, lists, nip, post);
    }
    if people.rng.u8(..100) < if is_office { 60 } else { 10 } {
        let potential = Some(Points(people.rng.u16(4_500..=9_800)));
        lists.potential.push(Talent::measured(nip, potential, Some(people.day(0..2))));
    }
    if people.rng.u8(..100) == 0 {
        let from = people.day(0..1);
        let level = if people.rng.u8(..5) == 0 { DisciplineLevel::Moderate } else { DisciplineLevel::Light };
        lists.discipline.push(Discipline { nip, level: Some(level), from: Some(from), until: from.checked_add(1.year()).ok() });
    }
    if let (Some(appointed), Some(since)) = (employee.tmt_cpns, employee.tmt_jabatan) {
        career(people, lists, nip, post, (appointed, since));
    }
    if people.rng.u8(..100) < if is_office { 20 } else { 3 } {
        wish(people, lists, nip, posts, at);
    }
}

fn appraise(people: &mut People, lists: &mut Rosters, nip: Nip) {
    let last = people.today.year() - 1;
    for year in [last - 1, last] {
        let predicate = match people.rng.u8(..20) {
            0 => Predicate::NeedsImprovement,
            1..=4 => Predicate::VeryGood,
            _ => Predicate::Good,
        };
        lists.appraisals.push(Appraisal { nip, year, semester: None, predicate: Some(predicate) });
    }
}

/// The nine of everybody, and the technical competence of the post, around the level that it asks for.
fn assess(people: &mut People, lists: &mut Rosters, nip: Nip, post: &Position) {
    let date = Some(people.day(0..4));
    let (technical, own) = post.requirements.iter().next_back().unwrap_or(("T.ADM", 1));
    for code in COMPETENCIES.into_iter().chain([technical]) {
        let level = (own + people.rng.u8(..3)).saturating_sub(1).clamp(1, 5);
        lists.competence.push(Assessment { nip, code: code.into(), level: Some(level), date });
    }
}

/// Staff before a managerial post, a lower one before a higher one, the jenjang below before a functional one.
fn career(people: &mut People, lists: &mut Rosters, nip: Nip, post: &Position, (appointed, since): (Date, Date)) {
    if appointed >= since {
        return;
    }
    let mut add = |kind: JabatanKind, echelon: u8, jenjang: Option<Jenjang>, from: Date, until: Date| {
        let (echelon, unit) = (Echelon::from_code(echelon), post.unit.clone());
        lists.history.push(FormerPost { nip, kind: Some(kind), echelon, jenjang, unit, from: Some(from), until: Some(until) });
    };
    match (post.kind, post.echelon.map_or(0, Echelon::tier)) {
        (JabatanKind::Functional, _) => {
            let below = post.jenjang.map(|jenjang| match jenjang {
                Jenjang::Ut => Jenjang::Ma,
                Jenjang::Ma => Jenjang::Mu,
                Jenjang::Mu => Jenjang::Pt,
                Jenjang::Py => Jenjang::Mh,
                Jenjang::Mh => Jenjang::Tr,
                foot => foot,
            });
            add(JabatanKind::Functional, 0, below, appointed, since);
        }
        (JabatanKind::Structural, tier @ 2..=3) => {
            // Three to eight years on the rung below.
            let rise = since.checked_sub((people.rng.i32(3..=8) * 12).months()).map_or(appointed, |day| day.max(appointed));
            if appointed < rise {
                add(JabatanKind::Staff, 0, None, appointed, rise);
            }
            add(JabatanKind::Structural, if tier == 3 { 41 } else { 31 }, None, rise, since);
        }
        _ => add(JabatanKind::Staff, 0, None, appointed, since),
    }
}

fn wish(people: &mut People, lists: &mut Rosters, nip: Nip, posts: &[Position], at: usize) {
    let to_stay = people.rng.u8(..8) == 0;
    let near = at.saturating_sub(REACH)..(at + REACH).min(posts.len());
    for order in if to_stay { 0..=0 } else { 1..=people.rng.i8(1..=3) } {
        let wished = &posts[people.rng.usize(near.clone())];
        let jabatan = (people.rng.bool() && !to_stay).then(|| wished.jabatan.clone());
        lists.aspirations.push(Aspiration { nip, order, unit: wished.unit.clone(), jabatan, reason: String::new() });
    }
}
