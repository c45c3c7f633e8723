//! A small invented world: one kecamatan (`KEC`) with two kelurahan (`A`, `B`) of the same posts, two dinas
//! (`D1`, `D2`), a unit outside (`OUT`), and people who may lawfully move until a test takes something from them.
use jiff::civil::{Date, date};
use mutasi::desk::Foundation;
use mutasi::model::records::{
    Appraisal, Aspiration, Assessment, Discipline, DisciplineLevel, FormerPost, PipeList, Requirements, Talent, Workload,
};
use mutasi::model::{
    Echelon, EducationLevel, Employee, EmployeeIx, EmploymentKind, Facts, Golongan, Grounds, JabatanId, JabatanKind, Jenjang,
    Kind, LegalStatus, MovePrices, Nip, ParameterChoices, Policy, Position, PositionId, PositionIx, Predicate, Rank, Rewards,
    Rosters, Unit, UnitId, Weights,
};
use mutasi::rules::plan::Overrides;
use mutasi::rules::{Pack, RuleId};

/// The day of the plan.
pub const TMT: Date = date(2027, 1, 1);

/// Rosters and policy, still open to change.
#[derive(Clone)]
pub struct World {
    pub rosters: Rosters,
    pub policy: Policy,
    pub pack: Pack,
    /// Whom a rule is overridden for, on which post.
    pub permits: Vec<(Nip, &'static str, RuleId)>,
}

impl World {
    /// Units and policy; no posts, no people.
    pub fn empty() -> Self {
        let pack = Pack::built_in(Pack::DEFAULT).unwrap();
        let unit = |id: &str, parent: Option<&str>| Unit {
            id: UnitId(id.into()),
            name: id.into(),
            parent: parent.map(|id| UnitId(id.into())),
        };
        let units = vec![unit("KEC", None), unit("A", Some("KEC")), unit("B", Some("KEC")), unit("OUT", None)];
        let policy = Policy {
            today: date(2026, 11, 1),
            tmt: TMT,
            scope: vec![UnitId("KEC".into())],
            pool: Vec::new(),
            unit_level: None,
            weights: Weights::default(),
            prices: MovePrices::default(),
            rewards: Rewards::default(),
            head: mutasi::model::Head::default(),
            parameters: pack.parameters(TMT),
            choices: ParameterChoices::default(),
        };
        let rosters = Rosters { units, imported: Kind::ALL.to_vec(), ..Rosters::default() };
        Self { rosters, policy, pack, permits: Vec::new() }
    }

    /// The usual posts in `A`, `B` and `KEC`, and Ana, pelaksana in A (`A/STAF`).
    pub fn usual() -> Self {
        let mut world = Self::empty();
        for unit in ["A", "B", "KEC"] {
            world.usual_posts(unit);
        }
        world.structural("KEC/SEKCAM", "Sekretaris Kecamatan", 32, 11, 35);
        world.structural("KEC/CAMAT", "Camat", 31, 12, 35);
        for dinas in ["D1", "D2"] {
            let parent = Some(UnitId("KEC".into()));
            world.rosters.units.push(Unit { id: UnitId(dinas.into()), name: dinas.into(), parent });
            world.structural(&format!("{dinas}/KADIS"), "Kepala Dinas", 22, 14, 35);
        }
        world.person("A/STAF");
        world
    }

    fn usual_posts(&mut self, unit: &str) {
        self.post(&format!("{unit}/STAF"), "Pengolah Data").education_min = EducationLevel::from_code(15);
        self.post(&format!("{unit}/ARSIP"), "Pengelola Arsip").education_min = EducationLevel::from_code(15);
        if unit != "KEC" {
            self.structural(&format!("{unit}/SEK"), "Sekretaris Kelurahan", 42, 8, 30);
            self.structural(&format!("{unit}/LURAH"), "Lurah", 41, 9, 30);
        }
        for (jabatan, name, jenjang) in [
            ("ARSIP1", "Arsiparis Ahli Pertama", Jenjang::Pt),
            ("ARSIP2", "Arsiparis Ahli Muda", Jenjang::Mu),
            ("ARSIP3", "Arsiparis Ahli Madya", Jenjang::Ma),
            ("GURU1", "Guru Ahli Pertama", Jenjang::Pt),
            ("BIDAN1", "Bidan Ahli Pertama", Jenjang::Pt),
        ] {
            let post = self.post(&format!("{unit}/{jabatan}"), name);
            post.kind = JabatanKind::Functional;
            post.jenjang = Some(jenjang);
            post.education_min = EducationLevel::from_code(40);
        }
    }

    /// Adds a structural post of one place.
    pub fn structural(&mut self, id: &str, name: &str, echelon: u8, class: u8, minimum: u8) {
        let post = self.post(id, name);
        post.kind = JabatanKind::Structural;
        post.echelon = Echelon::from_code(echelon);
        post.need = 1;
        post.class = Some(class);
        post.education_min = EducationLevel::from_code(minimum);
    }

    /// Adds a staff post of three places, class 6, that requires M1 at level 2.
    pub fn post(&mut self, id: &str, name: &str) -> &mut Position {
        let id = PositionId::parse(id).unwrap();
        self.rosters.positions.push(Position {
            unit: id.unit,
            jabatan: id.jabatan,
            name: name.into(),
            kind: JabatanKind::Staff,
            echelon: None,
            jenjang: None,
            class: Some(6),
            need: 3,
            education_min: None,
            fields: PipeList::default(),
            rank_min: None,
            rank_max: None,
            requirements: Requirements::parse("M1=2").unwrap(),
            vacant_since: None,
        });
        self.rosters.positions.last_mut().unwrap()
    }

    /// A post that is there, to be changed.
    pub fn change(&mut self, id: &str) -> &mut Position {
        let id = PositionId::parse(id).unwrap();
        self.rosters.positions.iter_mut().find(|post| post.id() == id).unwrap()
    }

    /// Adds a PNS (S-1 Hukum, III/c, three years in post, nine as pelaksana, assessed, Baik) on a post.
    pub fn person(&mut self, post: &str) -> Nip {
        // A birth date per person, so that no two NIPs are equal.
        let born = date(1985, 1, 1).checked_add(jiff::ToSpan::days(self.rosters.employees.len() as i64)).unwrap();
        let nip = Nip::parse(&format!("{}2010011999", born.strftime("%Y%m%d"))).unwrap();
        let id = PositionId::parse(post).unwrap();
        self.rosters.employees.push(employee(nip, &id));
        self.rosters.history.push(FormerPost {
            nip,
            kind: Some(JabatanKind::Staff),
            echelon: None,
            jenjang: None,
            unit: UnitId("OUT".into()),
            from: Some(date(2018, 1, 1)),
            until: Some(date(2024, 1, 1)),
        });
        for year in [2025, 2024] {
            self.rosters.appraisals.push(Appraisal { nip, year, semester: None, predicate: Some(Predicate::Good) });
        }
        self.assessed(nip, "M1", 3, Some(date(2025, 6, 1)));
        self.rosters.potential.push(Talent::measured(nip, mutasi::model::records::Points::parse("60"), None));
        nip
    }

    /// The first person.
    pub fn ana(&mut self) -> &mut Employee {
        &mut self.rosters.employees[0]
    }

    /// Puts Ana on another post.
    pub fn seat(&mut self, post: &str) {
        let id = PositionId::parse(post).unwrap();
        let ana = self.ana();
        (ana.unit, ana.jabatan) = (id.unit, id.jabatan);
    }

    pub fn assessed(&mut self, nip: Nip, code: &str, level: u8, day: Option<Date>) {
        self.rosters.competence.push(Assessment { nip, code: code.into(), level: Some(level), date: day });
    }

    pub fn appraised(&mut self, year: i16, predicate: Option<Predicate>) {
        let nip = self.ana().nip;
        self.rosters.appraisals.retain(|row| row.nip != nip || row.year != year);
        if predicate.is_some() {
            self.rosters.appraisals.push(Appraisal { nip, year, semester: None, predicate });
        }
    }

    pub fn disciplined(&mut self, level: Option<DisciplineLevel>, from: Option<Date>, until: Option<Date>) {
        let nip = self.ana().nip;
        self.rosters.discipline.push(Discipline { nip, level, from, until });
    }

    /// A wish: `B` for the unit, `B/STAF` for the post.
    pub fn wishes(&mut self, nip: Nip, order: i8, target: &str) {
        let (unit, jabatan) = target.split_once('/').map_or((target, None), |(unit, jabatan)| (unit, Some(jabatan)));
        let jabatan = jabatan.map(|id| JabatanId(id.into()));
        self.rosters.aspirations.push(Aspiration { nip, order, unit: UnitId(unit.into()), jabatan, reason: String::new() });
    }

    /// A programme that takes hours, of a unit or (`B/STAF`) of a post of it.
    pub fn workload(&mut self, target: &str, hours: i32, from: Date) {
        let (unit, jabatan) = target.split_once('/').map_or((target, None), |(unit, jabatan)| (unit, Some(jabatan)));
        let jabatan = jabatan.map(|id| JabatanId(id.into()));
        let unit = UnitId(unit.into());
        self.rosters.workload.push(Workload { unit, jabatan, from: Some(from), hours, programme: "Program".into() });
    }

    pub fn permit(&mut self, post: &'static str, rule: RuleId) {
        let nip = self.ana().nip;
        self.permits.push((nip, post, rule));
    }

    /// Links everything.
    pub fn build(self) -> Built {
        let base = Foundation::new(Grounds::new(Facts::link(self.rosters), self.policy), self.pack);
        let facts = &base.grounds.facts;
        let resolve = |(nip, post, rule): &(Nip, &str, RuleId)| {
            (facts.employee(nip).unwrap(), facts.position(&PositionId::parse(post).unwrap()).unwrap(), *rule)
        };
        let overrides = self.permits.iter().map(resolve).collect();
        Built { base, overrides }
    }
}

/// A world, linked.
pub struct Built {
    pub base: Foundation,
    pub overrides: Overrides,
}

impl Built {
    pub fn post(&self, id: &str) -> PositionIx {
        self.base.grounds.facts.position(&PositionId::parse(id).unwrap()).unwrap()
    }
}

/// The first person of every world.
pub const ANA: EmployeeIx = EmployeeIx(0);

fn employee(nip: Nip, post: &PositionId) -> Employee {
    Employee {
        nip,
        name: format!("Pegawai {}", &nip.as_str()[4..8]),
        title_before: "".into(),
        title_after: "".into(),
        birth_date: None,
        kind: EmploymentKind::Pns,
        status: LegalStatus::Active,
        tmt_cpns: Some(date(2010, 1, 1)),
        tmt_pns: Some(date(2011, 1, 1)),
        rank: Golongan::from_code(33).map(Rank::Pns),
        tmt_rank: None,
        holds_two: false,
        jabatan_kind: Some(JabatanKind::Staff),
        jabatan: post.jabatan.clone(),
        jabatan_name: "".into(),
        echelon: None,
        tmt_jabatan: Some(date(2024, 1, 1)),
        unit: post.unit.clone(),
        education: EducationLevel::from_code(40),
        education_name: "S-1 HUKUM".into(),
        home: "".into(),
        key_until: None,
        flags: PipeList::default(),
    }
}
