//! Offices of a government, unit by unit: dinas and badan, kecamatan and kelurahan, schools, health centres,
//! hospitals, technical units.
use super::catalogue::{self as posts, FAMILIES, Family, HEALTH, TEACHERS, TRADES, Template, head};
use super::sectors::Sector;
use crate::model::records::PipeList;
use crate::model::{EducationLevel, Golongan, JabatanId, Jenjang, Position, Rosters, Unit, UnitId};
use fastrand::Rng;

/// Adds units and posts, and counts the need.
pub(super) struct Builder<'a> {
    pub lists: &'a mut Rosters,
    pub rng: &'a mut Rng,
    /// Heads needed by all posts so far.
    pub need: u32,
}

impl Builder<'_> {
    /// Adds a unit with its posts; of more than one place, each post has 70 to 140 % of what is usual.
    pub fn unit(&mut self, id: &str, name: String, parent: Option<&str>, templates: Vec<Template>) {
        let parent = parent.map(|id| UnitId(id.into()));
        self.lists.units.push(Unit { id: UnitId(id.into()), name, parent });
        let size = self.rng.u32(70..=140);
        for mut template in templates {
            if template.need > 1 {
                template.need = ((template.need * size + 50) / 100).max(1);
            }
            self.need += template.need;
            self.lists.positions.push(position(id, template));
        }
    }

    /// A dinas or badan: secretariat, bidang, and here and there seksi.
    pub fn agency(&mut self, id: &str, government: &str, sector: &Sector, suffix: &str) {
        let (technical, fields, name) = (sector.technical, sector.fields, format!("{}{suffix}", sector.name));
        self.unit(id, name.clone(), Some(government), vec![head("KEPALA", sector.head, 22, fields, technical)]);
        self.secretariat(id, &name);
        let trade = TRADES.iter().find(|it| it.technical == technical).unwrap_or(&posts::ANALYST);
        for b in 1..=sector.bidang {
            let unit = format!("{id}-{b}");
            let family = family_of(sector.families[usize::from(b - 1) % sector.families.len()]);
            let mut list = vec![
                head("KABID", "Kepala Bidang", 32, fields, technical),
                family.at(Jenjang::Pt, 2),
                family.at(Jenjang::Mu, 2),
                posts::ANALYST.places(4),
                posts::CLERK.places(4),
            ];
            if b % 3 == 1 {
                list.push(family.at(Jenjang::Ma, 1));
            }
            if trade.id != posts::ANALYST.id {
                list.push(trade.places(4));
            }
            self.unit(&unit, format!("Bidang {b} {name}"), Some(id), list);
            for s in 1..=sector.seksi {
                let list = vec![
                    head("KASI", "Kepala Seksi", 41, fields, technical),
                    trade.places(4),
                    posts::DATA.places(3),
                    posts::OPERATOR.places(4),
                ];
                self.unit(&format!("{unit}-{s}"), format!("Seksi {s} Bidang {b} {name}"), Some(&unit), list);
            }
        }
    }

    fn secretariat(&mut self, id: &str, name: &str) {
        let unit = format!("{id}-0");
        let chief = head("SEKRETARIS", "Sekretaris", 31, "", "T.ADM");
        let list = vec![chief, posts::PLANNER.at(Jenjang::Pt, 1), posts::PLANNER.at(Jenjang::Mu, 1)];
        self.unit(&unit, format!("Sekretariat {name}"), Some(id), list);
        let general = vec![
            head("KASUBBAG-UMUM", "Kepala Subbagian Umum dan Kepegawaian", 41, "", "T.ADM"),
            posts::CLERK.places(4),
            posts::OPERATOR.places(4),
            posts::SERVICE.places(3),
            posts::CARETAKER.places(2),
            posts::ARCHIVIST.at(Jenjang::Tr, 1),
            posts::PERSONNEL.at(Jenjang::Tr, 1),
            posts::PERSONNEL.at(Jenjang::Pt, 1),
        ];
        self.unit(&format!("{unit}-1"), format!("Subbagian Umum {name}"), Some(&unit), general);
        let money = vec![
            head("KASUBBAG-KEU", "Kepala Subbagian Keuangan", 41, "", "T.KEU"),
            posts::BOOKKEEPER.places(3),
            posts::TREASURER.places(3),
            posts::FINANCE.at(Jenjang::Pt, 1),
        ];
        self.unit(&format!("{unit}-2"), format!("Subbagian Keuangan {name}"), Some(&unit), money);
    }

    /// A kecamatan, without its kelurahan.
    pub fn district(&mut self, id: &str, government: &str, name: &str) {
        self.unit(id, name.to_owned(), Some(government), vec![head("CAMAT", "Camat", 31, "", "T.PEM")]);
        let unit = format!("{id}-0");
        let secretary = head("SEKCAM", "Sekretaris Kecamatan", 32, "", "T.PEM");
        self.unit(&unit, format!("Sekretariat {name}"), Some(id), vec![secretary, posts::SERVICE.places(2)]);
        let general = vec![
            head("KASUBBAG-UMUM", "Kepala Subbagian Umum dan Kepegawaian", 42, "", "T.ADM"),
            posts::CLERK.places(3),
            posts::OPERATOR.places(2),
        ];
        self.unit(&format!("{unit}-1"), format!("Subbagian Umum {name}"), Some(&unit), general);
        let money = head("KASUBBAG-KEU", "Kepala Subbagian Keuangan", 42, "", "T.KEU");
        let money = vec![money, posts::BOOKKEEPER.places(2), posts::TREASURER.places(2)];
        self.unit(&format!("{unit}-2"), format!("Subbagian Keuangan {name}"), Some(&unit), money);
        let sections =
            [("Pemerintahan", "T.PEM"), ("Pembangunan", "T.TEK"), ("Kesejahteraan Sosial", "T.SOS"), ("Ketertiban", "T.HUK")];
        for (at, (section, technical)) in sections.into_iter().enumerate() {
            let chief = head("KASI", &format!("Kepala Seksi {section}"), 41, "", technical);
            let list = vec![chief, posts::CLERK.places(2), posts::ANALYST.places(2), posts::DATA.places(2)];
            self.unit(&format!("{id}-{}", at + 1), format!("Seksi {section} {name}"), Some(id), list);
        }
    }

    /// A kelurahan of a kecamatan.
    pub fn village(&mut self, id: &str, district: &str, name: &str) {
        let list = vec![
            head("LURAH", "Lurah", 41, "", "T.PEM"),
            head("SEKLUR", "Sekretaris Kelurahan", 42, "", "T.PEM"),
            head("KASI-PEM", "Kepala Seksi Pemerintahan dan Pembangunan", 42, "", "T.PEM"),
            head("KASI-KESOS", "Kepala Seksi Kesejahteraan Sosial", 42, "", "T.SOS"),
            head("KASI-TRANTIB", "Kepala Seksi Ketenteraman dan Ketertiban", 42, "", "T.HUK"),
            posts::CLERK.places(4),
            posts::SERVICE.places(3),
        ];
        self.unit(id, name.to_owned(), Some(district), list);
    }

    /// A primary school.
    pub fn primary_school(&mut self, id: &str, under: &str, name: &str) {
        let [class, religion, sport, ..] = &TEACHERS;
        let mut list = vec![class.at(Jenjang::Pt, 4), class.at(Jenjang::Mu, 2), class.at(Jenjang::Ma, 1)];
        list.extend([religion.at(Jenjang::Pt, 1), sport.at(Jenjang::Pt, 1)]);
        if self.rng.u8(..4) == 0 {
            list.push(posts::OPERATOR.places(1));
        }
        self.unit(id, name.to_owned(), Some(under), list);
    }

    /// A school of subjects: SMP (eleven of them), SMA or SMK (all).
    pub fn secondary_school(&mut self, id: &str, under: &str, name: &str, is_senior: bool) {
        let subjects = if is_senior { &TEACHERS[1..] } else { &TEACHERS[1..12] };
        let mut list = Vec::new();
        for subject in subjects {
            list.extend([subject.at(Jenjang::Pt, 2), subject.at(Jenjang::Mu, 1)]);
            if is_senior {
                list.push(subject.at(Jenjang::Ma, 1));
            }
        }
        self.unit(id, name.to_owned(), Some(under), list);
        let mut office = vec![posts::CLERK.places(3), posts::SERVICE.places(2)];
        if is_senior {
            office.push(head("KASUBBAG-TU", "Kepala Subbagian Tata Usaha", 42, "", "T.ADM"));
            office.extend([posts::BOOKKEEPER.places(2), posts::LABORATORY.at(Jenjang::Tr, 1)]);
        }
        self.unit(&format!("{id}-0"), format!("Tata Usaha {name}"), Some(id), office);
    }

    /// A puskesmas.
    pub fn health_centre(&mut self, id: &str, under: &str, name: &str) {
        let [doctor, nurse, midwife, dentist, rest @ ..] = &HEALTH;
        let mut list = vec![doctor.at(Jenjang::Pt, 2), doctor.at(Jenjang::Mu, 1), dentist.at(Jenjang::Pt, 1)];
        for many in [nurse, midwife] {
            list.extend([many.at(Jenjang::Tr, 4), many.at(Jenjang::Mh, 3), many.at(Jenjang::Pt, 3), many.at(Jenjang::Py, 1)]);
        }
        let [pharmacist, assistant, diet, hygiene, laboratory, promotion, records, epidemics, ..] = rest;
        list.extend([assistant, diet, hygiene, laboratory, records].map(|it| it.at(Jenjang::Tr, 1)));
        list.extend([pharmacist, promotion, epidemics].map(|it| it.at(Jenjang::Pt, 1)));
        self.unit(id, name.to_owned(), Some(under), list);
        let chief = head("KASUBBAG-TU", "Kepala Subbagian Tata Usaha", 42, "", "T.ADM");
        let office = vec![chief, posts::CLERK.places(3), posts::BOOKKEEPER.places(2)];
        self.unit(&format!("{id}-0"), format!("Tata Usaha {name}"), Some(id), office);
    }

    /// A hospital of ten wards.
    pub fn hospital(&mut self, id: &str, under: &str, name: &str) {
        self.unit(
            id,
            name.to_owned(),
            Some(under),
            vec![head("DIREKTUR", "Direktur", 31, "KEDOKTERAN|KESEHATAN MASYARAKAT", "T.KES")],
        );
        let office = vec![
            head("KABAG-TU", "Kepala Bagian Tata Usaha", 32, "", "T.ADM"),
            head("KASUBBAG-TU", "Kepala Subbagian Tata Usaha", 41, "", "T.ADM"),
            posts::CLERK.places(10),
            posts::BOOKKEEPER.places(4),
            posts::TREASURER.places(4),
            posts::COMPUTING.at(Jenjang::Tr, 2),
        ];
        self.unit(&format!("{id}-0"), format!("Bagian Tata Usaha {name}"), Some(id), office);
        let [doctor, nurse, midwife, ..] = &HEALTH;
        for ward in 1..=10 {
            let mut list = vec![doctor.at(Jenjang::Pt, 2), doctor.at(Jenjang::Mu, 3), doctor.at(Jenjang::Ma, 1)];
            let care = if ward % 4 == 0 { midwife } else { nurse };
            list.extend([care.at(Jenjang::Tr, 7), care.at(Jenjang::Mh, 5), care.at(Jenjang::Pt, 6), care.at(Jenjang::Mu, 3)]);
            let special = &HEALTH[4 + ward % 10];
            list.extend([special.at(Jenjang::Tr, 2), special.at(Jenjang::Mh, 1), posts::CLERK.places(2)]);
            self.unit(&format!("{id}-{ward}"), format!("Instalasi {ward} {name}"), Some(id), list);
        }
    }

    /// A technical unit (UPTD) of a dinas, with the staff of its trade.
    pub fn technical_unit(&mut self, id: &str, under: &str, name: &str, farming: bool) {
        let family = if farming { &posts::EXTENSION } else { family_of("JF-TJJ") };
        let trade = TRADES.iter().find(|it| it.technical == family.technical).unwrap_or(&posts::SERVICE);
        let list = vec![
            head("KAUPTD", "Kepala UPTD", 41, family.fields, family.technical),
            head("KASUBBAG-TU", "Kepala Subbagian Tata Usaha", 42, "", "T.ADM"),
            family.at(Jenjang::Tr, 3),
            family.at(Jenjang::Mh, 2),
            family.at(Jenjang::Pt, 3),
            family.at(Jenjang::Mu, 1),
            trade.places(5),
            posts::CLERK.places(3),
        ];
        self.unit(id, name.to_owned(), Some(under), list);
    }
}

fn family_of(code: &str) -> &'static Family {
    FAMILIES.iter().find(|family| family.code == code).unwrap_or(&posts::PLANNER)
}

fn position(unit: &str, it: Template) -> Position {
    let general = posts::COMPETENCIES.iter().chain([&it.technical]);
    Position {
        unit: UnitId(unit.into()),
        jabatan: JabatanId(it.jabatan.into()),
        name: it.name.into(),
        kind: it.kind,
        echelon: it.echelon,
        jenjang: it.jenjang,
        class: Some(it.class),
        need: it.need,
        education_min: EducationLevel::parse(it.education),
        fields: PipeList::parse(it.fields).unwrap_or_default(),
        rank_min: Golongan::from_code(it.ranks.0),
        rank_max: Golongan::from_code(it.ranks.1),
        requirements: general.map(|code| (*code, it.level)).collect(),
        vacant_since: None,
    }
}
