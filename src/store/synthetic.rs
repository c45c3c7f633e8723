//! A synthetic workspace: invented people in an invented government, the same for the same seed. Large
//! enough to measure, plausible enough that hundreds of moves are lawful.
//!
//! From 30 people to a million: one kecamatan, a city with its dinas, schools and health centres, a province with
//! kabupaten and kota (`government`, `sectors`, `offices`). Posts are structural (a tree of JPT, administrator and
//! pengawas), functional (guru by subject, nakes, three dozen other families, by jenjang) and staff of several kelas
//! and fields of education (`catalogue`). One structural post in eight is vacant; other posts have from half to five
//! quarters of their need, unit by unit, so that some are crowded and others starved. People have the age,
//! service, golongan and schooling that go with the post (`people`, `schooling`), and what is on file about them
//! (`records`).
mod catalogue;
mod government;
mod offices;
mod people;
mod records;
mod schooling;
mod sectors;

use crate::model::records::{Relation, Workload};
use crate::model::{Kind, Position, Rosters};
use fastrand::Rng;
use jiff::civil::Date;
use people::People;

/// Invents a workspace of that many people; of posts there are as many as they need and some more. Time and memory
/// grow with the people alone.
pub fn generate(employees: u32, seed: u64, today: Date) -> Rosters {
    let mut rng = Rng::with_seed(seed);
    let mut lists = Rosters { imported: KINDS.to_vec(), ..Rosters::default() };
    government::add_governments(&mut lists, &mut rng, employees);
    // Aside, so that posts can be looked at while people are added.
    let posts = std::mem::take(&mut lists.positions);
    let places = places(&mut rng, &posts, employees as usize);
    let mut people = People::new(rng, today, places.len());
    for at in places {
        let employee = people.employee(&posts[at]);
        records::add(&mut people, &mut lists, &posts, at, &employee);
        lists.employees.push(employee);
    }
    add_relations(&mut people.rng, &mut lists);
    add_workload(&mut people, &mut lists, &posts);
    lists.positions = posts;
    lists
}

/// What is made.
const KINDS: [Kind; 11] = [
    Kind::Units,
    Kind::Positions,
    Kind::Employees,
    Kind::Competence,
    Kind::Appraisals,
    Kind::Potential,
    Kind::Discipline,
    Kind::History,
    Kind::Aspirations,
    Kind::Relations,
    Kind::Workload,
];

/// One place a person: seven in eight structural posts, then the others, crowded here and starved there.
fn places(rng: &mut Rng, posts: &[Position], employees: usize) -> Vec<usize> {
    let (mut places, mut others): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let (mut unit, mut fill) = (None, 0);
    for (at, post) in posts.iter().enumerate() {
        if unit != Some(&post.unit) {
            // In percent of the need; nine tenths on average, of which a few are then too many.
            (unit, fill) = (Some(&post.unit), rng.u32(55..=125));
        }
        if post.is_structural() {
            if rng.u8(..8) > 0 {
                places.push(at);
            }
        } else {
            let heads = (post.need * fill + rng.u32(..100)) / 100;
            others.extend(std::iter::repeat_n(at, heads as usize));
        }
    }
    rng.shuffle(&mut others);
    places.truncate(employees);
    let more = employees - places.len();
    // Small governments may run out of places: the rest sit where others sit already.
    places.extend(others.iter().copied().cycle().take(more));
    places
}

fn add_relations(rng: &mut Rng, lists: &mut Rosters) {
    let people = lists.employees.len();
    for _ in 0..people / 200 {
        let (a, b) = (rng.usize(..people), rng.usize(..people));
        if a != b {
            let (nip_a, nip_b) = (lists.employees[a].nip, lists.employees[b].nip);
            lists.relations.push(Relation { nip_a, nip_b, relation: "SUAMI/ISTRI".to_owned() });
        }
    }
}

/// A programme on one staff post, and on another for every five thousand people.
fn add_workload(people: &mut People, lists: &mut Rosters, posts: &[Position]) {
    let data: Vec<&Position> = posts.iter().filter(|post| post.jabatan.0 == "P-DATA").collect();
    if data.is_empty() {
        return;
    }
    for _ in 0..=lists.employees.len() / 5_000 {
        let post = data[people.rng.usize(..data.len())];
        lists.workload.push(Workload {
            unit: post.unit.clone(),
            jabatan: Some(post.jabatan.clone()),
            from: Some(people.today),
            hours: 2_500,
            programme: "Pendataan Rekaan".to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EmploymentKind, JabatanKind};
    use jiff::civil::date;
    use std::collections::{HashMap, HashSet};

    const TODAY: Date = date(2026, 11, 1);

    #[test]
    fn a_seed_invents_the_same_people_and_as_many_as_asked_for() {
        for people in [1, 7, 30, 500] {
            let lists = generate(people, 42, TODAY);
            assert_eq!(lists.employees.len(), people as usize);
            let again = generate(people, 42, TODAY);
            assert_eq!((lists.employees, lists.positions), (again.employees, again.positions));
            assert_eq!((lists.competence, lists.aspirations), (again.competence, again.aspirations));
        }
        assert_ne!(generate(50, 1, TODAY).employees, generate(50, 2, TODAY).employees);
    }

    /// Nothing names what is not there, nothing is there twice, and every number is marked as invented.
    #[test]
    fn every_size_hangs_together() {
        for people in [30, 300, 3_000, 45_000] {
            let lists = generate(people, 7, TODAY);
            let units: HashSet<&str> = lists.units.iter().map(|unit| unit.id.0.as_str()).collect();
            assert_eq!(units.len(), lists.units.len());
            assert!(lists.units.iter().all(|unit| unit.parent.as_ref().is_none_or(|parent| units.contains(parent.0.as_str()))));
            let posts: HashMap<String, &Position> = lists.positions.iter().map(|post| (post.id().to_string(), post)).collect();
            assert_eq!(posts.len(), lists.positions.len());
            assert!(lists.positions.iter().all(|post| units.contains(post.unit.0.as_str()) && post.need > 0));
            let mut holders: HashMap<String, u32> = HashMap::new();
            for employee in &lists.employees {
                *holders.entry(employee.position_id().to_string()).or_default() += 1;
                assert!(employee.nip.as_str().ends_with("999"), "marked as invented");
                let post = posts[&employee.position_id().to_string()];
                assert!(employee.education >= post.education_min && employee.rank.is_some(), "{} {}", employee.name, post.name);
                assert_eq!(employee.nip.is_pppk(), employee.kind.is_pppk());
            }
            assert_eq!(lists.employees.iter().map(|it| it.nip).collect::<HashSet<_>>().len(), people as usize);
            let doubled = |it: &(&String, &u32)| posts[it.0].is_structural() && *it.1 > 1;
            assert_eq!(holders.iter().filter(doubled).count(), 0);
            let need: u32 = lists.positions.iter().map(|post| post.need).sum();
            assert!((110..175).contains(&(need * 100 / people)), "{people}: {need}");
        }
    }

    #[test]
    fn a_province_has_posts_in_plenty_and_people_of_every_kind() {
        let lists = generate(60_000, 3, TODAY);
        assert!(lists.positions.len() >= 18_000, "{}", lists.positions.len());
        let share =
            |is: &dyn Fn(&crate::model::Employee) -> bool| lists.employees.iter().filter(|it| is(it)).count() * 100 / 60_000;
        let kind = |kind| share(&|it| it.jabatan_kind == Some(kind));
        assert!((4..=14).contains(&kind(JabatanKind::Structural)), "{}", kind(JabatanKind::Structural));
        assert!((45..=75).contains(&kind(JabatanKind::Functional)), "{}", kind(JabatanKind::Functional));
        assert!((15..=40).contains(&kind(JabatanKind::Staff)), "{}", kind(JabatanKind::Staff));
        assert!((5..=30).contains(&share(&|it| it.kind == EmploymentKind::Pppk)));
        let jabatan: HashSet<&str> = lists.positions.iter().map(|post| post.jabatan.0.as_str()).collect();
        assert!(jabatan.len() > 150, "{}", jabatan.len());
    }
}
