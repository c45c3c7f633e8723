//! Small random worlds: everything that moves the objective, in all combinations.
use super::world::World;
use jiff::civil::date;
use mutasi::model::records::{AbolishedPost, PipeList, Points, Requirements};
use mutasi::model::{Echelon, EducationLevel, EmploymentKind, JabatanId, JabatanKind, LegalStatus, Nip, Predicate};

struct Dice(fastrand::Rng);

impl Dice {
    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.0.usize(..of.len())].clone()
    }
    fn once_in(&mut self, n: u32) -> bool {
        self.0.u32(..n) == 0
    }
}

/// A world of that size: posts in `KEC`, `A` and `B`, one outside, and people on them, beside them and in
/// the pool.
pub fn world(seed: u64, people: usize, posts: usize) -> World {
    let mut dice = Dice(fastrand::Rng::with_seed(seed));
    let mut world = World::empty();
    world.policy.unit_level = dice.one(&[None, None, Some(0), Some(1)]);
    let mut ids = Vec::new();
    for at in 0..posts {
        let unit = dice.one(&["A", "A", "B", "KEC"]);
        // The same jabatan in several units: where a PPPK may go.
        let shared = format!("{unit}/P{}", at / 2);
        let id = if ids.contains(&shared) { format!("{unit}/Q{at}") } else { shared };
        add_post(&mut world, &mut dice, &id);
        ids.push(id);
    }
    add_post(&mut world, &mut dice, "OUT/P");
    for _ in 0..people {
        let nip = add_person(&mut world, &mut dice, &ids);
        add_records(&mut world, &mut dice, nip);
        add_wishes(&mut world, &mut dice, nip, &ids);
    }
    if dice.once_in(2) {
        let target = if dice.once_in(2) { dice.one(&["A", "B", "KEC"]).to_owned() } else { dice.one(&ids) };
        world.workload(
            &target,
            dice.one(&[600, 625, 1250, 2500]),
            dice.one(&[date(2027, 1, 1), date(2026, 1, 1), date(2027, 2, 1)]),
        );
    }
    world
}

fn add_post(world: &mut World, dice: &mut Dice, id: &str) {
    let grade =
        dice.one(&[None, None, None, Some((42, "Sekretaris")), Some((41, "Lurah")), Some((41, "Kasi")), Some((31, "Sekcam"))]);
    let post = world.post(id, grade.map_or("Pengolah", |(_, name)| name));
    post.need = dice.one(&[0, 1, 1, 2, 2, 3, 3, 4]);
    if let Some((echelon, _)) = grade {
        post.kind = JabatanKind::Structural;
        post.echelon = Echelon::from_code(echelon);
        post.need = post.need.min(1);
    }
    post.class = dice.one(&[None, Some(5), Some(6), Some(7)]);
    post.education_min = dice
        .one(&[None, Some(15), Some(15), Some(15), Some(15), Some(15), Some(30), Some(40)])
        .and_then(EducationLevel::from_code);
    post.fields = PipeList::parse(dice.one(&["", "", "HUKUM", "EKONOMI|HUKUM"])).unwrap();
    post.requirements = Requirements::parse(dice.one(&["", "M1=2", "M1=3|M2=3", "M1=3|M2=2|M3=5"])).unwrap();
}

fn add_person(world: &mut World, dice: &mut Dice, posts: &[String]) -> Nip {
    let seat = if dice.once_in(5) { "OUT/P".to_owned() } else { dice.one(posts) };
    let nip = world.person(&seat);
    if seat == "OUT/P" && !dice.once_in(4) {
        world.policy.pool.push(nip);
    }
    let unknown_post = seat != "OUT/P" && dice.once_in(8);
    let is_abolished = unknown_post && dice.once_in(2);
    let it = world.rosters.employees.last_mut().unwrap();
    if unknown_post {
        it.jabatan = JabatanId("LAMA".into());
    }
    it.kind = match dice.0.u32(..10) {
        0 => EmploymentKind::PppkPartTime,
        1 | 2 => EmploymentKind::Pppk,
        _ => EmploymentKind::Pns,
    };
    it.tmt_jabatan = Some(match dice.0.u32(..8) {
        0 => date(2026, 1, 1),
        1 | 2 => date(2020, 1, 1),
        3 => date(2022, 1, 1),
        _ => date(2024, 1, 1),
    });
    let education = if dice.once_in(12) { None } else { dice.one(&[Some(15), Some(40), Some(40), Some(40), Some(40)]) };
    it.education = education.and_then(EducationLevel::from_code);
    it.education_name = dice.one(&["S-1 HUKUM", "S-1 AKUNTANSI", "S-1 SYARIAH", "S-1 BIOLOGI"]).into();
    if dice.once_in(12) {
        it.status = LegalStatus::StudyLeave;
    }
    if dice.once_in(10) {
        it.key_until = Some(date(2027, 6, 1));
    }
    let post = it.position_id();
    if is_abolished {
        let (kind, class) = (JabatanKind::Staff, Some(6));
        let (unit, jabatan) = (post.unit, post.jabatan);
        world.rosters.abolished.push(AbolishedPost {
            unit,
            jabatan,
            name: "Lama".into(),
            kind,
            echelon: None,
            jenjang: None,
            class,
        });
    }
    nip
}

fn add_records(world: &mut World, dice: &mut Dice, nip: Nip) {
    world.rosters.competence.retain(|row| row.nip != nip);
    for code in ["M1", "M2", "M3"] {
        if !dice.once_in(3) {
            let level = dice.0.u8(1..=5);
            let day = dice.one(&[date(2023, 12, 31), date(2024, 1, 1), date(2026, 1, 1)]);
            world.assessed(nip, code, level, Some(day));
        }
    }
    for row in world.rosters.appraisals.iter_mut().filter(|row| row.nip == nip) {
        row.predicate = dice.one(&[Predicate::VeryGood, Predicate::Good, Predicate::Good, Predicate::NeedsImprovement]).into();
    }
    if dice.once_in(12) {
        world.rosters.appraisals.retain(|row| row.nip != nip || row.year != 2024);
    }
    if dice.once_in(16) {
        world.rosters.appraisals.retain(|row| row.nip != nip);
    }
    let figure = dice.0.u32(..=10_000);
    let points =
        (!dice.once_in(4)).then(|| format!("{}.{:02}", figure / 100, figure % 100)).and_then(|text| Points::parse(&text));
    for row in world.rosters.potential.iter_mut().filter(|row| row.nip == nip) {
        row.potential = points;
    }
}

fn add_wishes(world: &mut World, dice: &mut Dice, nip: Nip, posts: &[String]) {
    match dice.0.u32(..6) {
        0 => world.wishes(nip, 0, "A"),
        1 => world.wishes(nip, -1, "B"),
        2 | 3 => {
            for order in 1..=dice.0.i8(1..=3) {
                let target = if dice.once_in(3) { dice.one(&["A", "B"]).to_owned() } else { dice.one(posts) };
                world.wishes(nip, order, &target);
            }
        }
        _ => {}
    }
}
