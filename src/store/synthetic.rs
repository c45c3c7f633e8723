//! A synthetic workspace: invented people in an invented agency, the same for the same seed. Large
//! enough to measure, plausible enough that hundreds of moves are lawful.
//!
//! An agency has bidang of an administrator (III.b) with four seksi each; a seksi has a head (IV.a), a
//! deputy (IV.b), staff of three kinds and one functional post. One structural post in eight is vacant;
//! staff are spread unevenly, so that some seksi are crowded and others starved.
mod agency;

use crate::model::records::{
    Appraisal, Aspiration, Assessment, Discipline, DisciplineLevel, FormerPost, PipeList, Points, Predicate, Relation, Talent,
    Workload,
};
use crate::model::{
    EducationLevel, Employee, EmploymentKind, Golongan, JabatanKind, Jenjang, Kind, LegalStatus, Nip, Position, Rank, Rosters,
};
use agency::{COMPETENCIES, add_agency};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashSet;

const FIRST: [&str; 16] = [
    "Adi", "Bagas", "Citra", "Dewi", "Eko", "Fitri", "Gunawan", "Hesti", "Indra", "Joko", "Kartika", "Lestari", "Mulyono",
    "Ningsih", "Prasetyo", "Wulan",
];
const LAST: [&str; 16] = [
    "Santoso",
    "Wibowo",
    "Hartono",
    "Susanti",
    "Nugroho",
    "Rahayu",
    "Setiawan",
    "Handayani",
    "Kurniawan",
    "Utami",
    "Saputra",
    "Wahyuni",
    "Hidayat",
    "Pratiwi",
    "Suryanto",
    "Astuti",
];
/// Level, name, field.
const SCHOOLING: [(&str, &str, &str); 8] = [
    ("SLTA", "SLTA IPS", ""),
    ("D-III", "D-III KEARSIPAN", "A.Md."),
    ("D-III", "D-III AKUNTANSI", "A.Md."),
    ("S-1", "S-1 ADMINISTRASI NEGARA", "S.Sos."),
    ("S-1", "S-1 HUKUM", "S.H."),
    ("S-1", "S-1 TEKNIK INFORMATIKA", "S.Kom."),
    ("S-1", "S-1 EKONOMI", "S.E."),
    ("S-2", "S-2 ADMINISTRASI PUBLIK", "S.Sos., M.Si."),
];
/// People of one bidang, when every place is filled nearly.
const PEOPLE_PER_BIDANG: u32 = 56;

/// Invents a workspace of that many people.
pub fn generate(employees: u32, seed: u64, today: Date) -> Rosters {
    let mut lists = Rosters {
        imported: vec![
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
        ],
        ..Rosters::default()
    };
    add_agency(&mut lists, employees.div_ceil(PEOPLE_PER_BIDANG).max(1));
    let mut invent = Invent { rng: Rng::with_seed(seed), today, nips: HashSet::new() };
    for at in invent.places(&lists, employees) {
        let position = lists.positions[at].clone();
        invent.add_person(&mut lists, &position);
    }
    invent.add_relations(&mut lists);
    invent.add_workload(&mut lists);
    lists
}

struct Invent {
    rng: Rng,
    today: Date,
    nips: HashSet<Nip>,
}

impl Invent {
    /// One place a person: seven in eight structural posts, then staff, crowded here and starved there.
    fn places(&mut self, lists: &Rosters, employees: u32) -> Vec<usize> {
        let employees = employees as usize;
        let structural = |at: &usize| lists.positions[*at].is_structural();
        let mut places: Vec<usize> = (0..lists.positions.len()).filter(structural).filter(|_| self.rng.u8(..8) > 0).collect();
        let mut staff: Vec<usize> = Vec::new();
        for at in (0..lists.positions.len()).filter(|at| !structural(at)) {
            // 40 to 130 % of the need; the mean leaves one place in seven vacant.
            let need = lists.positions[at].need;
            let heads = (need * self.rng.u32(40..=130) + 50) / 100;
            staff.extend(std::iter::repeat_n(at, heads as usize));
        }
        self.rng.shuffle(&mut staff);
        places.truncate(employees);
        let more = employees - places.len();
        // Small agencies may run out of places: the rest sit where others sit already.
        let again: Vec<usize> = staff.iter().copied().cycle().take(more).collect();
        places.extend(again);
        places
    }

    fn day(&mut self, years_ago: std::ops::Range<i32>) -> Date {
        let days = self.rng.i32(years_ago.start * 365..years_ago.end * 365);
        self.today.checked_sub(days.days()).unwrap_or(self.today)
    }

    /// A number of its own: birth date and first appointment are drawn until it is.
    fn nip(&mut self, senior: bool) -> (Nip, Date, Date) {
        loop {
            let born = self.day(if senior { 38..57 } else { 25..57 });
            let youngest = born.checked_add(22.years()).unwrap_or(born);
            let room = self.today.year() - 2 - youngest.year();
            let after = if room > 0 { self.rng.i16(0..=room.min(8)) } else { 0 };
            let month = self.rng.i8(1..=12);
            let appointed = Date::new(youngest.year() + after, month, 1).unwrap_or(youngest);
            let (sex, born_digits) = (self.rng.u8(1..=2), born.strftime("%Y%m%d"));
            let text = format!("{born_digits}{:04}{month:02}{sex}999", appointed.year());
            match Nip::parse(&text) {
                Ok(nip) if self.nips.insert(nip) => return (nip, born, appointed),
                _ => {}
            }
        }
    }

    fn add_person(&mut self, lists: &mut Rosters, position: &Position) {
        let senior = position.is_structural();
        let (nip, born, appointed) = self.nip(senior);
        let schooling = self.schooling(position);
        let tmt_jabatan = self.day(0..9).max(appointed);
        let kind = if !senior && self.rng.u8(..12) == 0 { EmploymentKind::Cpns } else { EmploymentKind::Pns };
        let is_cpns = kind == EmploymentKind::Cpns && appointed.year() >= self.today.year() - 2;
        let lowest = position.rank_min.map_or(31, Golongan::code);
        lists.employees.push(Employee {
            nip,
            name: format!("{} {}", self.choose(&FIRST), self.choose(&LAST)),
            title_before: String::new(),
            title_after: schooling.2.to_owned(),
            birth_date: Some(born),
            kind: if is_cpns { kind } else { EmploymentKind::Pns },
            status: if self.rng.u8(..200) == 0 { LegalStatus::UnpaidLeave } else { LegalStatus::Active },
            tmt_cpns: Some(appointed),
            tmt_pns: (!is_cpns).then(|| appointed.checked_add(1.year()).unwrap_or(appointed)),
            rank: Golongan::from_code(lowest).map(Rank::Pns),
            tmt_rank: Some(self.day(0..4)),
            jabatan_kind: Some(position.kind),
            jabatan: position.jabatan.clone(),
            jabatan_name: position.name.clone(),
            echelon: position.echelon,
            tmt_jabatan: Some(tmt_jabatan),
            unit: position.unit.clone(),
            education: EducationLevel::parse(schooling.0),
            education_name: schooling.1.to_owned(),
            home: String::new(),
            key_until: None,
            flags: PipeList::default(),
        });
        self.add_record(lists, nip, position, appointed, tmt_jabatan);
        if self.rng.u8(..5) == 0 {
            self.add_wishes(lists, nip);
        }
    }

    /// Schooling that the post allows, and often the one it asks for.
    fn schooling(&mut self, position: &Position) -> (&'static str, &'static str, &'static str) {
        let enough = |it: &&(&str, &str, &str)| EducationLevel::parse(it.0) >= position.education_min;
        let allowed: Vec<_> = SCHOOLING.iter().filter(enough).collect();
        allowed.get(self.rng.usize(..allowed.len().max(1))).map_or(SCHOOLING[3], |it| **it)
    }

    fn choose<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.rng.usize(..from.len())]
    }

    fn add_record(&mut self, lists: &mut Rosters, nip: Nip, position: &Position, appointed: Date, tmt_jabatan: Date) {
        let last = self.today.year() - 1;
        for year in [last - 1, last] {
            let predicate = match self.rng.u8(..20) {
                0 => Predicate::NeedsImprovement,
                1..=4 => Predicate::VeryGood,
                _ => Predicate::Good,
            };
            lists.appraisals.push(Appraisal { nip, year, semester: None, predicate: Some(predicate) });
        }
        if self.rng.u8(..10) < 6 {
            let date = Some(self.day(0..4));
            let own = position.requirements.0.first().map_or(1, |(_, level)| *level);
            for code in COMPETENCIES {
                let level = (own + self.rng.u8(..3)).saturating_sub(1).clamp(1, 5);
                lists.competence.push(Assessment { nip, code: code.to_owned(), level: Some(level), date });
            }
        }
        if self.rng.u8(..10) < 6 {
            let potential = Some(Points(self.rng.u16(4_500..=9_800)));
            lists.potential.push(Talent { nip, potential, date: Some(self.day(0..2)) });
        }
        if self.rng.u8(..100) == 0 {
            let from = self.day(0..1);
            let until = from.checked_add(1.year()).ok();
            lists.discipline.push(Discipline { nip, level: Some(DisciplineLevel::Light), from: Some(from), until });
        }
        if appointed < tmt_jabatan {
            // Before a managerial post staff, before the rest the same kind.
            let kind = if position.is_structural() { JabatanKind::Staff } else { position.kind };
            let unit = position.unit.clone();
            let jenjang = (kind == JabatanKind::Functional).then_some(Jenjang::Pt);
            let (from, until) = (Some(appointed), Some(tmt_jabatan));
            lists.history.push(FormerPost { nip, kind: Some(kind), echelon: None, jenjang, unit, from, until });
        }
    }

    fn add_wishes(&mut self, lists: &mut Rosters, nip: Nip) {
        let to_stay = self.rng.u8(..8) == 0;
        for order in if to_stay { 0..=0 } else { 1..=self.rng.i8(1..=3) } {
            let wished = &lists.positions[self.rng.usize(..lists.positions.len())];
            let jabatan = (self.rng.bool() && !to_stay).then(|| wished.jabatan.clone());
            lists.aspirations.push(Aspiration { nip, order, unit: wished.unit.clone(), jabatan, reason: String::new() });
        }
    }

    fn add_relations(&mut self, lists: &mut Rosters) {
        let people = lists.employees.len();
        for _ in 0..people / 200 {
            let (a, b) = (self.rng.usize(..people), self.rng.usize(..people));
            if a != b {
                let (nip_a, nip_b) = (lists.employees[a].nip, lists.employees[b].nip);
                lists.relations.push(Relation { nip_a, nip_b, relation: "SUAMI/ISTRI".to_owned() });
            }
        }
    }

    fn add_workload(&mut self, lists: &mut Rosters) {
        let data: Vec<&Position> = lists.positions.iter().filter(|position| position.jabatan.0 == "DATA").collect();
        if let Some(post) = data.get(self.rng.usize(..data.len().max(1))) {
            lists.workload.push(Workload {
                unit: post.unit.clone(),
                jabatan: Some(post.jabatan.clone()),
                from: Some(self.today),
                hours: 2_500,
                programme: "Pendataan Rekaan".to_owned(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_seed_invents_the_same_people_and_as_many_as_asked_for() {
        let today = date(2026, 11, 1);
        for people in [1, 7, 500] {
            let lists = generate(people, 42, today);
            assert_eq!(lists.employees.len(), people as usize);
            assert_eq!(lists.employees, generate(people, 42, today).employees);
        }
        assert_ne!(generate(50, 1, today).employees, generate(50, 2, today).employees);
    }
}
