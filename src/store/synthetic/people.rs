//! Who sits on a post: age, service, golongan and schooling that go with it.
use super::schooling::{self, Schooling};
use crate::model::records::PipeList;
use crate::model::{
    EducationLevel, Employee, EmploymentKind, Golongan, Grade, JabatanKind, Jenjang, LegalStatus, Nip, Position, Rank,
};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashSet;

const FIRST: [&str; 40] = [
    "Adi", "Agus", "Anggun", "Bagas", "Bambang", "Citra", "Cahya", "Dewi", "Dimas", "Eko", "Endah", "Fitri", "Fajar", "Gunawan",
    "Galuh", "Hesti", "Hendra", "Indra", "Intan", "Joko", "Kartika", "Krisna", "Lestari", "Laras", "Mulyono", "Melati",
    "Ningsih", "Nanda", "Prasetyo", "Puspita", "Rangga", "Ratna", "Satria", "Sekar", "Taufik", "Tri", "Wulan", "Wahyu", "Yoga",
    "Yuni",
];
const LAST: [&str; 40] = [
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
    "Purnomo",
    "Anggraini",
    "Wijaya",
    "Maharani",
    "Firmansyah",
    "Lestari",
    "Prabowo",
    "Safitri",
    "Ramadhan",
    "Permata",
    "Haryanto",
    "Kusuma",
    "Nurhayati",
    "Sasongko",
    "Widodo",
    "Yulianti",
    "Suharto",
    "Puspitasari",
    "Gunadi",
    "Amalia",
    "Iskandar",
    "Oktaviani",
    "Mahendra",
    "Damayanti",
];
/// PNS golongan in order, BKN ids.
const RANKS: [u8; 17] = [11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34, 41, 42, 43, 44, 45];

/// What posts of a kind have in common: where guru, nakes and everybody else differ.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Calling {
    Office,
    School,
    Health,
}

impl Calling {
    /// By the id of the jabatan.
    pub fn of(position: &Position) -> Self {
        match position.jabatan.0.get(..2) {
            Some("G-") => Self::School,
            Some("K-") => Self::Health,
            _ => Self::Office,
        }
    }
}

/// Draws people.
pub(super) struct People {
    pub rng: Rng,
    pub today: Date,
    nips: HashSet<Nip>,
}

/// Someone's number and what it tells.
struct Identity {
    nip: Nip,
    born: Date,
    appointed: Date,
}

impl People {
    pub fn new(rng: Rng, today: Date, expected: usize) -> Self {
        Self { rng, today, nips: HashSet::with_capacity(expected) }
    }

    /// A day so many years ago.
    pub fn day(&mut self, years_ago: std::ops::Range<i32>) -> Date {
        let days = self.rng.i32(years_ago.start * 365..years_ago.end * 365);
        self.today.checked_sub(days.days()).unwrap_or(self.today)
    }

    /// Someone for the post.
    pub fn employee(&mut self, post: &Position) -> Employee {
        let calling = Calling::of(post);
        let kind = self.employment(post, calling);
        let Identity { nip, born, appointed } = self.identity(post, kind);
        let is_fitting = if post.kind == JabatanKind::Functional { 95 } else { 70 };
        let schooling = schooling::draw(&mut self.rng, post, is_fitting);
        let is_cpns = kind == EmploymentKind::Cpns;
        let tmt_jabatan = if is_cpns { appointed } else { self.day(0..9).max(appointed) };
        let name = format!("{} {}", FIRST[self.rng.usize(..FIRST.len())], LAST[self.rng.usize(..LAST.len())]);
        let status = match self.rng.u8(..200) {
            0 => LegalStatus::UnpaidLeave,
            1 => LegalStatus::StudyLeave,
            _ => LegalStatus::Active,
        };
        let is_pns = kind == EmploymentKind::Pns;
        let education_name = format!("{} {}", schooling.level, schooling.field).trim_end().to_owned();
        Employee {
            nip,
            name,
            title_before: schooling.title_before.into(),
            rank: Some(self.rank(post, kind, &schooling, appointed)),
            education: EducationLevel::parse(schooling.level),
            education_name: education_name.into(),
            title_after: schooling.title_after.into(),
            birth_date: Some(born),
            kind,
            status,
            tmt_cpns: Some(appointed),
            tmt_pns: is_pns.then(|| appointed.checked_add(1.year()).unwrap_or(appointed)),
            tmt_rank: Some(self.day(0..4).max(appointed)),
            holds_two: false,
            jabatan_kind: Some(post.kind),
            jabatan: post.jabatan.clone(),
            jabatan_name: post.name.clone(),
            echelon: post.echelon,
            tmt_jabatan: Some(tmt_jabatan),
            unit: post.unit.clone(),
            home: "".into(),
            key_until: None,
            flags: PipeList::default(),
        }
    }

    /// PPPK are mostly guru and nakes; structural posts are for PNS.
    fn employment(&mut self, post: &Position, calling: Calling) -> EmploymentKind {
        let draw = self.rng.u16(..1_000);
        let pppk = match (calling, post.kind) {
            (_, JabatanKind::Structural) => return EmploymentKind::Pns,
            (Calling::School, _) => 300,
            (Calling::Health, _) => 200,
            (_, JabatanKind::Functional) => 60,
            (_, JabatanKind::Staff) => 30,
        };
        // The foot of a ladder is where people begin.
        let is_entry = matches!(post.jenjang, None | Some(Jenjang::Pm | Jenjang::Tr | Jenjang::Pt));
        match draw {
            _ if draw < pppk && is_entry => EmploymentKind::Pppk,
            970.. if is_entry => EmploymentKind::Cpns,
            950..965 if post.kind == JabatanKind::Staff => EmploymentKind::PppkPartTime,
            _ => EmploymentKind::Pns,
        }
    }

    /// A number of its own: birth date and first appointment are drawn until it is. Serial 999 marks it as invented.
    fn identity(&mut self, post: &Position, kind: EmploymentKind) -> Identity {
        let (youngest, oldest) = match kind {
            EmploymentKind::Cpns => (23, 34),
            EmploymentKind::Pppk | EmploymentKind::PppkPartTime => (27, 52),
            EmploymentKind::Pns => ages(post),
        };
        // Every failure in a row widens what may be drawn: there is always another number.
        let mut failures: i16 = 0;
        loop {
            // The mean of two draws: most are in the middle.
            let days = (self.rng.i32(youngest * 365..oldest * 365) + self.rng.i32(youngest * 365..oldest * 365)) / 2;
            let born = self.today.checked_sub(days.days()).unwrap_or(self.today);
            let month = self.rng.i8(1..=12);
            let year = match kind {
                EmploymentKind::Cpns => self.today.year() - 1,
                EmploymentKind::Pppk | EmploymentKind::PppkPartTime => self.today.year() - self.rng.i16(1..=5),
                EmploymentKind::Pns => {
                    let room = self.today.year() - 3 - (born.year() + 22);
                    born.year() + 22 + if room > 0 { self.rng.i16(0..=room.min(10 + failures)) } else { 0 }
                }
            };
            let appointed = Date::new(year, month, 1).unwrap_or(self.today);
            let agreement = if kind.is_pppk() { self.rng.i16(21..=(25 + failures).min(99)) } else { month.into() };
            let sex = self.rng.u8(1..=2);
            let text = format!("{:04}{:02}{:02}{year:04}{agreement:02}{sex}999", born.year(), born.month(), born.day());
            match Nip::parse(&text) {
                Ok(nip) if self.nips.insert(nip) => return Identity { nip, born, appointed },
                _ => failures = (failures + 1).min(1_000),
            }
        }
    }

    /// A step every four years from where the schooling begins, but within what the post asks for nearly always.
    fn rank(&mut self, post: &Position, kind: EmploymentKind, schooling: &Schooling<'_>, appointed: Date) -> Rank {
        if kind.is_pppk() {
            return Rank::Pppk(match schooling.level {
                "SLTP" => 4,
                "SLTA" => 5,
                "D-III" => 7,
                "S-1" => 9,
                _ => 10,
            });
        }
        let first = match schooling.level {
            "SLTP" => 2,
            "SLTA" => 4,
            "D-III" => 6,
            "S-1" => 8,
            _ => 9,
        };
        let steps = usize::try_from((self.today.year() - appointed.year()) / 4).unwrap_or(0);
        let earned = RANKS[(first + steps).min(13)];
        let (least, most) = (post.rank_min.map_or(11, Golongan::code), post.rank_max.map_or(45, Golongan::code));
        let code = if self.rng.u8(..10) == 0 && post.kind == JabatanKind::Staff { earned } else { earned.clamp(least, most) };
        Golongan::from_code(code).map_or(Rank::Pppk(9), Rank::Pns)
    }
}

/// Youngest and oldest holders of a post, years; whoever would be older has retired.
fn ages(post: &Position) -> (i32, i32) {
    match post.grade() {
        Some(Grade::Structural(echelon)) => match echelon.code() {
            ..=30 => (46, 60),
            31 => (43, 58),
            32 => (39, 58),
            41 => (35, 58),
            _ => (32, 58),
        },
        Some(Grade::Functional(jenjang)) => match jenjang {
            Jenjang::Pm | Jenjang::Tr | Jenjang::Pt => (26, 56),
            Jenjang::Mh => (32, 58),
            Jenjang::Mu => (35, 58),
            Jenjang::Py => (40, 58),
            Jenjang::Ma | Jenjang::Ut => (43, 60),
        },
        _ => (26, 58),
    }
}
