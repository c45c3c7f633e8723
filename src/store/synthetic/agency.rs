//! The invented agency: its units and posts.
use crate::model::records::{PipeList, Requirements};
use crate::model::{Echelon, EducationLevel, Golongan, JabatanId, JabatanKind, Jenjang, Position, Rosters, Unit, UnitId};

pub(super) const COMPETENCIES: [&str; 10] = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "SK1", "T.UMUM"];
/// A kind of post of a seksi.
struct Template {
    jabatan: &'static str,
    name: &'static str,
    kind: JabatanKind,
    echelon: Option<u8>,
    jenjang: Option<Jenjang>,
    class: u8,
    need: u32,
    education: &'static str,
    fields: &'static str,
    ranks: (u8, u8),
    level: u8,
}

const fn structural(jabatan: &'static str, name: &'static str, echelon: u8, class: u8, ranks: (u8, u8), level: u8) -> Template {
    let kind = JabatanKind::Structural;
    Template {
        jabatan,
        name,
        kind,
        echelon: Some(echelon),
        jenjang: None,
        class,
        need: 1,
        education: "D-III",
        fields: "",
        ranks,
        level,
    }
}

const fn staff(
    jabatan: &'static str,
    name: &'static str,
    class: u8,
    need: u32,
    education: &'static str,
    fields: &'static str,
) -> Template {
    let kind = JabatanKind::Staff;
    Template { jabatan, name, kind, echelon: None, jenjang: None, class, need, education, fields, ranks: (21, 34), level: 1 }
}

const HEAD: Template = structural("KABID", "Kepala Bidang", 32, 11, (33, 42), 3);
const SEKSI: [Template; 6] = [
    structural("KASI", "Kepala Seksi", 41, 9, (32, 41), 2),
    structural("KASUBBAG", "Kepala Subbagian Tata Usaha", 42, 8, (31, 34), 2),
    staff("ADMUM", "Pengadministrasi Umum", 5, 4, "SLTA", ""),
    staff("DATA", "Pengelola Data", 6, 4, "D-III", "KEARSIPAN|AKUNTANSI|TEKNIK INFORMATIKA"),
    staff("ANALIS", "Analis Kebijakan Daerah", 7, 4, "S-1", "ADMINISTRASI NEGARA|HUKUM|EKONOMI"),
    Template {
        jabatan: "JF-PRAKOM-PT",
        name: "Pranata Komputer Ahli Pertama",
        kind: JabatanKind::Functional,
        echelon: None,
        jenjang: Some(Jenjang::Pt),
        class: 8,
        need: 1,
        education: "S-1",
        fields: "TEKNIK INFORMATIKA",
        ranks: (31, 32),
        level: 2,
    },
];

/// Adds that many bidang with their seksi.
pub(super) fn add_agency(lists: &mut Rosters, bidang: u32) {
    let unit = |id: &str, name: String, parent: Option<&str>| Unit {
        id: UnitId(id.to_owned()),
        name,
        parent: parent.map(|id| UnitId(id.to_owned())),
    };
    lists.units.push(unit("SYN", "Instansi Rekaan".to_owned(), None));
    for b in 1..=bidang {
        let id = format!("SYN-{b:04}");
        lists.units.push(unit(&id, format!("Bidang {b}"), Some("SYN")));
        lists.positions.push(position(&id, &HEAD));
        for s in 1..=4 {
            let seksi = format!("{id}-{s}");
            lists.units.push(unit(&seksi, format!("Seksi {s} Bidang {b}"), Some(&id)));
            lists.positions.extend(SEKSI.iter().map(|template| position(&seksi, template)));
        }
    }
}

fn position(unit: &str, it: &Template) -> Position {
    let required = |code: &&str| ((*code).to_owned(), it.level);
    Position {
        unit: UnitId(unit.to_owned()),
        jabatan: JabatanId(it.jabatan.to_owned()),
        name: it.name.to_owned(),
        kind: it.kind,
        echelon: it.echelon.and_then(Echelon::from_code),
        jenjang: it.jenjang,
        class: Some(it.class),
        need: it.need,
        education_min: EducationLevel::parse(it.education),
        fields: PipeList::parse(it.fields).unwrap_or_default(),
        rank_min: Golongan::from_code(it.ranks.0),
        rank_max: Golongan::from_code(it.ranks.1),
        requirements: Requirements(COMPETENCIES.iter().map(required).collect()),
        vacant_since: None,
    }
}
