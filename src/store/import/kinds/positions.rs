//! Peta jabatan.
use crate::model::records::{PipeList, Requirements};
use crate::model::{Echelon, Golongan, JabatanKind, Jenjang, Position, PositionId};
use crate::store::import::clean::quote;
use crate::store::import::problem::{Detail, Earlier, Expected};
use crate::store::import::row::{Rejected, Row, When};
use crate::store::import::run::Run;
use crate::store::import::words;
use std::collections::HashMap;

super::header! {
    UNIT: Required "UNOR ID" | "ID UNOR";
    JABATAN: Required "JABATAN ID" | "ID JABATAN";
    NAME: Required "JABATAN NAMA" | "NAMA JABATAN";
    KIND: Required "JENIS JABATAN ID" | "JENIS JABATAN";
    ECHELON: Required "ESELON ID" | "ESELON";
    JENJANG: Required "JENJANG";
    CLASS: Required "KELAS JABATAN" | "KELAS";
    NEED: Required "KEBUTUHAN" | "KEBUTUHAN ABK" | "ABK";
    EDUCATION: Required "PENDIDIKAN MIN" | "PENDIDIKAN MINIMAL";
    FIELDS: Required "BIDANG PENDIDIKAN" | "BIDANG";
    RANK_MIN: Required "GOL MIN" | "GOLONGAN MIN";
    RANK_MAX: Required "GOL MAX" | "GOLONGAN MAX" | "GOL MAKS";
    REQUIREMENTS: Required "KOMPETENSI";
    VACANT_SINCE: Optional[date] "LOWONG SEJAK";
}

/// No post of a city needs more heads than this; a larger figure is minutes or a slip.
const MOST_HEADS: i64 = 100_000;

/// Every row, and the positions that rejected rows name.
pub fn read_all(run: &mut Run) -> (Vec<Position>, Vec<PositionId>) {
    let added_to = run.request.added_to;
    let mut seen: HashMap<PositionId, Earlier> = HashMap::new();
    seen.extend(added_to.iter().flat_map(|lists| &lists.positions).map(|position| (position.id(), Earlier::Imported)));
    let mut refused = Vec::new();
    let positions = run.collect(|row| read(row, &mut seen, &mut refused));
    (positions, refused)
}

fn read(row: &mut Row, seen: &mut HashMap<PositionId, Earlier>, refused: &mut Vec<PositionId>) -> Result<Position, Rejected> {
    let (unit, jabatan) = (row.unit(UNIT), row.jabatan(JABATAN));
    row.check_unit(UNIT, &unit);
    let name = row.text(NAME);
    let (echelon, jenjang, kind) = grade(row);
    let need = need(row, kind);
    let position = Position {
        name: name.into(),
        kind,
        echelon,
        jenjang,
        class: row.number(CLASS, 1..=17).and_then(|class| u8::try_from(class).ok()),
        need: 0,
        education_min: row.word(EDUCATION, Expected::Education, words::education),
        fields: PipeList::parse(&row.plain(FIELDS)).unwrap_or_default(),
        rank_min: rank(row, RANK_MIN),
        rank_max: rank(row, RANK_MAX),
        requirements: requirements(row),
        vacant_since: row.date(VACANT_SINCE, When::Past),
        unit,
        jabatan,
    };
    if position.unit.0.is_empty() || position.jabatan.0.is_empty() {
        return Err(row.reject(if position.unit.0.is_empty() { UNIT } else { JABATAN }, Detail::IdMissing));
    }
    let id = position.id();
    if let Some(earlier) = seen.get(&id) {
        return Err(row.reject(JABATAN, Detail::PositionDuplicate(*earlier)));
    }
    match need {
        Ok(need) => {
            seen.insert(id, Earlier::Row(row.number));
            Ok(Position { need, ..position })
        }
        Err(rejected) => {
            refused.push(id);
            Err(rejected)
        }
    }
}

/// Kind, eselon and jenjang. A position must have a kind: where its own cell says none, eselon or
/// jenjang does, with a warning.
fn grade(row: &mut Row) -> (Option<Echelon>, Option<Jenjang>, JabatanKind) {
    let echelon = row.word(ECHELON, Expected::Echelon, words::echelon).flatten();
    let jenjang = row.word(JENJANG, Expected::Jenjang, Jenjang::parse);
    let kind = row.word(KIND, Expected::JabatanKind, words::jabatan_kind_of_code);
    if row.cell(KIND).is_empty() {
        row.out_of_range(KIND, Expected::JabatanKind);
    }
    let implied = match (echelon, jenjang) {
        (Some(_), _) => JabatanKind::Structural,
        (None, Some(_)) => JabatanKind::Functional,
        (None, None) => JabatanKind::Staff,
    };
    (echelon, jenjang, kind.unwrap_or(implied))
}

/// The need; exactly 1 for a structural post. An unreadable one is 0: nobody new is sent there.
fn need(row: &mut Row, kind: JabatanKind) -> Result<u32, Rejected> {
    let is_empty = row.cell(NEED).is_empty();
    if kind == JabatanKind::Structural {
        let need = crate::store::import::row::whole(row.cell(NEED));
        return match need {
            Some(1) => Ok(1),
            _ => Err(row.reject(NEED, Detail::NeedStructural(quote(row.cell(NEED))))),
        };
    }
    if is_empty {
        row.out_of_range(NEED, Expected::Between(0, MOST_HEADS));
    }
    Ok(row.number(NEED, 0..=MOST_HEADS).and_then(|need| u32::try_from(need).ok()).unwrap_or(0))
}

fn rank(row: &mut Row, column: usize) -> Option<Golongan> {
    let cell = row.plain(column);
    if cell.is_empty() {
        return None;
    }
    let rank = Golongan::parse(&cell);
    if rank.is_none() {
        row.warn(column, Detail::RankUnknown(quote(&cell)));
    }
    rank
}

/// The required competencies; parts that cannot be read are dropped, with one warning.
fn requirements(row: &mut Row) -> Requirements {
    let cell = row.plain(REQUIREMENTS);
    let parts: Vec<Option<Requirements>> = cell.split('|').map(|part| Requirements::parse(&part.to_uppercase())).collect();
    if parts.iter().any(Option::is_none) {
        row.out_of_range(REQUIREMENTS, Expected::Requirements);
    }
    parts.iter().flatten().flat_map(Requirements::iter).filter(|(code, _)| !code.is_empty()).collect()
}
