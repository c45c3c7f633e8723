//! Employees: SIASN's "Export Data ASN" and its trimmed variants.
use super::super::nip_check;
use crate::model::records::PipeList;
use crate::model::{Echelon, EducationLevel, Employee, EmploymentKind, JabatanKind, LegalStatus, Nip, Rank};
use crate::store::import::clean::quote;
use crate::store::import::problem::{Detail, Earlier, Expected};
use crate::store::import::row::{Rejected, Row, When};
use crate::store::import::run::Run;
use crate::store::import::words;
use std::collections::HashMap;

super::header! {
    NIP: Required "NIP BARU" | "NIP" | "NI PPPK" | "NIP/NI PPPK" | "NIPPPK";
    NAME: Required "NAMA" | "NAMA LENGKAP" | "NAMA PEGAWAI";
    UNIT: Required "UNOR ID" | "ID UNOR";
    JABATAN: Required "JABATAN ID" | "ID JABATAN";
    BEFORE: Optional "GELAR DEPAN";
    BEHIND: Optional "GELAR BELAKANG";
    BORN: Optional[date] "TANGGAL LAHIR" | "TGL LAHIR";
    SEX: Optional "JENIS KELAMIN" | "JK" | "SEX";
    EMPLOYMENT: Optional "JENIS PEGAWAI NAMA" | "JENIS PEGAWAI";
    LEGAL_ID: Optional "KEDUDUKAN HUKUM ID";
    LEGAL: Optional "KEDUDUKAN HUKUM NAMA" | "KEDUDUKAN HUKUM" | "KEDUDUKAN PNS NAMA";
    STATUS: Optional "STATUS CPNS PNS" | "STATUS CPNS/PNS";
    TMT_CPNS: Optional[date] "TMT CPNS";
    TMT_PNS: Optional[date] "TMT PNS";
    RANK_ID: Optional "GOL AKHIR ID" | "GOLONGAN ID" | "GOL ID";
    RANK: Optional "GOL AKHIR NAMA" | "GOLONGAN" | "GOL AKHIR" | "GOLONGAN NAMA" | "GOLONGAN AKHIR" | "GOL RUANG" | "PANGKAT GOLONGAN";
    TMT_RANK: Optional[date] "TMT GOLONGAN" | "TMT GOLONGAN AKHIR" | "TMT GOL";
    JABATAN_KIND_ID: Optional "JENIS JABATAN ID";
    JABATAN_KIND: Optional "JENIS JABATAN NAMA" | "JENIS JABATAN";
    JABATAN_NAME: Optional "JABATAN NAMA" | "NAMA JABATAN" | "JABATAN";
    ECHELON_ID: Optional "ESELON ID";
    ECHELON: Optional "ESELON NAMA" | "ESELON";
    TMT_JABATAN: Optional[date] "TMT JABATAN";
    EDUCATION_ID: Optional "TINGKAT PENDIDIKAN ID" | "TK PENDIDIKAN ID";
    EDUCATION: Optional "TINGKAT PENDIDIKAN NAMA" | "TINGKAT PENDIDIKAN";
    EDUCATION_NAME: Optional "PENDIDIKAN NAMA" | "PENDIDIKAN TERAKHIR NAMA" | "PENDIDIKAN" | "PENDIDIKAN TERAKHIR";
    HOME: Optional "KELURAHAN DOMISILI";
    KEY_UNTIL: Optional[date] "KUNCI SAMPAI";
    EMAIL: Optional "EMAIL" | "EMAIL PRIBADI";
    PHONE: Optional "NOMOR HP" | "NO HP";
    NIK: Optional "NIK";
}

/// Every row.
pub fn read_all(run: &mut Run) -> Vec<Employee> {
    let added_to = run.request.added_to;
    let mut seen: HashMap<Nip, Earlier> = HashMap::new();
    seen.extend(added_to.iter().flat_map(|lists| &lists.employees).map(|employee| (employee.nip, Earlier::Imported)));
    run.collect(|row| read(row, &mut seen))
}

fn read(row: &mut Row, seen: &mut HashMap<Nip, Earlier>) -> Result<Employee, Rejected> {
    let nip = unseen(row, seen);
    let known_nip = nip.as_ref().ok().copied();
    let name = row.text(NAME);
    let (title_before, title_after) = (row.text(BEFORE), row.text(BEHIND));
    let birth_date = row.date(BORN, When::Past);
    let kind = employment(row, known_nip);
    let (tmt_cpns, tmt_pns) = (row.date(TMT_CPNS, When::Past), row.date(TMT_PNS, When::Any));
    let sex = row.word(SEX, Expected::Sex, words::sex_digit);
    let flags = flags(row, known_nip, nip_check::Record { birth_date, sex, tmt_cpns });
    let (unit, jabatan) = (row.unit(UNIT), row.jabatan(JABATAN));
    row.check_position((UNIT, JABATAN), &unit, &jabatan);
    Ok(Employee {
        name,
        title_before: title_before.into(),
        title_after: title_after.into(),
        birth_date,
        kind,
        status: legal_status(row),
        tmt_cpns,
        tmt_pns,
        rank: rank(row, kind),
        tmt_rank: row.date(TMT_RANK, When::Any),
        holds_two: words::holds_two(row.cell(JABATAN_KIND), row.cell(JABATAN_KIND_ID)),
        jabatan_kind: jabatan_kind(row),
        jabatan,
        jabatan_name: row.text(JABATAN_NAME).into(),
        echelon: echelon(row),
        tmt_jabatan: row.date(TMT_JABATAN, When::Past),
        unit,
        education: education(row),
        education_name: row.text(EDUCATION_NAME).into(),
        home: row.text(HOME).into(),
        key_until: row.date(KEY_UNTIL, When::Any),
        flags,
        nip: nip?,
    })
}

/// The NIP, if no row before has it.
fn unseen(row: &mut Row, seen: &mut HashMap<Nip, Earlier>) -> Result<Nip, Rejected> {
    let nip = row.nip(NIP)?;
    if let Some(earlier) = seen.get(&nip) {
        return Err(row.reject(NIP, Detail::NipDuplicate(*earlier)));
    }
    seen.insert(nip, Earlier::Row(row.number));
    Ok(nip)
}

fn employment(row: &Row, nip: Option<Nip>) -> EmploymentKind {
    let names = [row.cell(EMPLOYMENT), row.cell(LEGAL)];
    words::employment(&names, row.cell(STATUS), nip.is_some_and(|nip| nip.is_pppk()))
}

/// By its name; the number only where there is no name (01 PNS aktif, 71 PPPK aktif).
fn legal_status(row: &mut Row) -> LegalStatus {
    if row.cell(LEGAL).is_empty() {
        return match (row.cell(LEGAL_ID), row.has(LEGAL) || row.has(LEGAL_ID)) {
            ("01" | "1" | "71", _) => LegalStatus::Active,
            // A list without either column is one of active staff.
            (_, false) => LegalStatus::Active,
            _ => LegalStatus::Unknown,
        };
    }
    row.word(LEGAL, Expected::LegalStatus, words::legal_status).unwrap_or(LegalStatus::Unknown)
}

fn rank(row: &mut Row, kind: EmploymentKind) -> Option<Rank> {
    let column = if row.cell(RANK).is_empty() { RANK_ID } else { RANK };
    let cell = row.plain(column);
    if cell.is_empty() {
        return None;
    }
    let rank = if column == RANK { words::rank(&cell) } else { words::rank_of_code(&cell, kind.is_pppk()) };
    if rank.is_none() {
        row.warn(column, Detail::RankUnknown(quote(&cell)));
    }
    rank
}

/// The name wins over the number, which local systems give out anew.
fn jabatan_kind(row: &mut Row) -> Option<JabatanKind> {
    if let Some(kind) = words::jabatan_kind(row.cell(JABATAN_KIND)) {
        return Some(kind);
    }
    // Two held together are of no one kind.
    if words::holds_two(row.cell(JABATAN_KIND), row.cell(JABATAN_KIND_ID)) {
        return None;
    }
    let column = if row.cell(JABATAN_KIND_ID).is_empty() { JABATAN_KIND } else { JABATAN_KIND_ID };
    row.word(column, Expected::JabatanKind, words::jabatan_kind_of_code)
}

fn echelon(row: &mut Row) -> Option<Echelon> {
    let column = if row.cell(ECHELON_ID).is_empty() { ECHELON } else { ECHELON_ID };
    row.word(column, Expected::Echelon, words::echelon).flatten()
}

fn education(row: &mut Row) -> Option<EducationLevel> {
    let column = if row.cell(EDUCATION_ID).is_empty() { EDUCATION } else { EDUCATION_ID };
    row.word(column, Expected::Education, words::education)
}

/// Codes of BKN's indicators that need columns which are not kept.
fn flags(row: &mut Row, nip: Option<Nip>, record: nip_check::Record) -> PipeList {
    let mut flags = Vec::new();
    for disagreement in nip.map(|nip| nip_check::disagreements(&nip, &record)).unwrap_or_default() {
        let column = match disagreement.detail {
            Detail::NipBirthDate => BORN,
            Detail::NipSex => SEX,
            _ => TMT_CPNS,
        };
        flags.push(disagreement.indicator.into());
        row.warn(column, disagreement.detail);
    }
    let is_empty = |column| row.has(column) && row.cell(column).is_empty();
    if row.has(EMAIL) && !row.cell(EMAIL).contains('@') {
        flags.push("COM_6".into());
    }
    if is_empty(PHONE) {
        flags.push("COM_7".into());
    }
    if is_empty(NIK) {
        flags.push("ACC_5".into());
    }
    PipeList(flags.into())
}
