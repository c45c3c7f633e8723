//! An employee as the personnel export tells it, less what must not be kept.
use super::{Echelon, EducationLevel, JabatanId, JabatanKind, Nip, PositionId, Rank, SharedText, UnitId, records::PipeList};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// PNS, CPNS, PPPK or PPPK paruh waktu.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmploymentKind {
    /// Pegawai negeri sipil.
    #[default]
    Pns,
    /// Calon PNS.
    Cpns,
    /// Pegawai pemerintah dengan perjanjian kerja.
    Pppk,
    /// PPPK paruh waktu: counted apart, never moved automatically.
    PppkPartTime,
}

impl EmploymentKind {
    /// Whether it is a PPPK of either kind.
    pub const fn is_pppk(self) -> bool {
        matches!(self, Self::Pppk | Self::PppkPartTime)
    }
}

/// Kedudukan hukum, by its name (the number differs between systems and is not trusted).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LegalStatus {
    /// Aktif.
    #[default]
    Active,
    /// Cuti di luar tanggungan negara (CLTN).
    UnpaidLeave,
    /// Tugas belajar.
    StudyLeave,
    /// Pemberhentian sementara.
    Suspended,
    /// Masa persiapan pensiun (MPP).
    PreRetirement,
    /// Meninggal dunia.
    Died,
    /// Diberhentikan.
    Dismissed,
    /// Pensiun.
    Retired,
    /// A name the import did not know: neither active nor inactive.
    Unknown,
}

/// One employee. Personal columns (NIK, address, religion, …) are dropped before anything is stored;
/// sex is used once, to check the NIP, and not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Employee {
    /// NIP, or NI PPPK.
    pub nip: Nip,
    /// Name without gelar.
    pub name: String,
    /// Gelar in front of the name.
    #[serde(default)]
    pub title_before: SharedText,
    /// Gelar behind the name.
    #[serde(default)]
    pub title_after: SharedText,
    /// Birth date, where known; else the NIP's.
    #[serde(default)]
    pub birth_date: Option<Date>,
    /// PNS, CPNS, PPPK.
    #[serde(default)]
    pub kind: EmploymentKind,
    /// Kedudukan hukum.
    #[serde(default)]
    pub status: LegalStatus,
    /// TMT CPNS, or of the first appointment of a PPPK.
    #[serde(default)]
    pub tmt_cpns: Option<Date>,
    /// TMT PNS.
    #[serde(default)]
    pub tmt_pns: Option<Date>,
    /// Golongan.
    #[serde(default)]
    pub rank: Option<Rank>,
    /// TMT of the golongan.
    #[serde(default)]
    pub tmt_rank: Option<Date>,
    /// Kind of the present jabatan, as the export says.
    #[serde(default)]
    pub jabatan_kind: Option<JabatanKind>,
    /// Recorded as holding a JA and a JF together (`JENIS JABATAN ID` 3, jabatan rangkap).
    #[serde(default)]
    pub holds_two: bool,
    /// Present jabatan.
    #[serde(default)]
    pub jabatan: JabatanId,
    /// Its name, as the export says.
    #[serde(default)]
    pub jabatan_name: SharedText,
    /// Eselon, where the export has it.
    #[serde(default)]
    pub echelon: Option<Echelon>,
    /// TMT of the present jabatan.
    #[serde(default)]
    pub tmt_jabatan: Option<Date>,
    /// Present unit.
    #[serde(default)]
    pub unit: UnitId,
    /// Level of education.
    #[serde(default)]
    pub education: Option<EducationLevel>,
    /// `PENDIDIKAN NAMA`: its first word is the level, the rest the field.
    #[serde(default)]
    pub education_name: SharedText,
    /// Kelurahan of residence.
    #[serde(default)]
    pub home: SharedText,
    /// Key staff until this date: not moved automatically.
    #[serde(default)]
    pub key_until: Option<Date>,
    /// Codes of BKN's indicators that failed at import on columns that are not kept
    /// (`CON_3` sex, `COM_6` e-mail, `COM_7` telephone, `ACC_5` NIK).
    #[serde(default)]
    pub flags: PipeList,
}

impl Employee {
    /// Birth date, from the record or the NIP.
    pub fn born(&self) -> Option<Date> {
        self.birth_date.or_else(|| self.nip.birth_date())
    }

    /// Name with gelar, as on a decree.
    pub fn full_name(&self) -> String {
        let before = if self.title_before.is_empty() { String::new() } else { format!("{} ", self.title_before) };
        let after = if self.title_after.is_empty() { String::new() } else { format!(", {}", self.title_after) };
        format!("{before}{}{after}", self.name)
    }

    /// The position the record names, whether or not it exists.
    pub fn position_id(&self) -> PositionId {
        PositionId { unit: self.unit.clone(), jabatan: self.jabatan.clone() }
    }
}
