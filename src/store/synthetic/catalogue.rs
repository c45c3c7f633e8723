//! What posts there are: functional families with their jenjang, staff posts, structural posts, and what each asks for
//! (levels and golongan as the reference tables of eselon and jenjang have them).
use crate::model::{Echelon, JabatanKind, Jenjang};

/// The nine competencies that everyone is assessed for; a post asks for a technical one besides.
pub(super) const COMPETENCIES: [&str; 9] = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "SK1"];

/// A functional jabatan, all its jenjang.
pub(super) struct Family {
    /// Begins its ids; `G-` a guru, `K-` a health worker.
    pub code: &'static str,
    pub name: &'static str,
    /// Fields of education it asks for, `|` between them.
    pub fields: &'static str,
    pub technical: &'static str,
}

/// A staff jabatan (pelaksana).
pub(super) struct Staff {
    pub id: &'static str,
    pub name: &'static str,
    pub class: u8,
    pub education: &'static str,
    pub fields: &'static str,
    pub technical: &'static str,
}

/// A post of some unit, but for the unit.
pub(super) struct Template {
    pub jabatan: String,
    pub name: String,
    pub kind: JabatanKind,
    pub echelon: Option<Echelon>,
    pub jenjang: Option<Jenjang>,
    pub class: u8,
    pub need: u32,
    pub education: &'static str,
    pub fields: &'static str,
    /// Lowest and highest golongan, BKN ids.
    pub ranks: (u8, u8),
    /// Level of every competency it asks for.
    pub level: u8,
    pub technical: &'static str,
}

impl Family {
    /// The posts of one jenjang.
    pub fn at(&self, jenjang: Jenjang, need: u32) -> Template {
        let (code, title, class, education, ranks, level) = match jenjang {
            Jenjang::Pm => ("PM", "Pemula", 5, "SLTA", (21, 21), 1),
            Jenjang::Tr => ("TR", "Terampil", 6, "D-III", (22, 24), 1),
            Jenjang::Mh => ("MH", "Mahir", 7, "D-III", (31, 32), 2),
            Jenjang::Py => ("PY", "Penyelia", 8, "D-III", (33, 34), 2),
            Jenjang::Pt => ("PT", "Ahli Pertama", 8, "S-1", (31, 32), 2),
            Jenjang::Mu => ("MU", "Ahli Muda", 9, "S-1", (33, 34), 3),
            Jenjang::Ma => ("MA", "Ahli Madya", 11, "S-1", (41, 43), 4),
            Jenjang::Ut => ("UT", "Ahli Utama", 13, "S-2", (44, 45), 5),
        };
        Template {
            jabatan: format!("{}-{code}", self.code),
            name: format!("{} {title}", self.name),
            kind: JabatanKind::Functional,
            echelon: None,
            jenjang: Some(jenjang),
            class,
            need,
            education,
            fields: self.fields,
            ranks,
            level,
            technical: self.technical,
        }
    }
}

impl Staff {
    /// That many places of it.
    pub fn places(&self, need: u32) -> Template {
        Template {
            jabatan: self.id.to_owned(),
            name: self.name.to_owned(),
            kind: JabatanKind::Staff,
            echelon: None,
            jenjang: None,
            class: self.class,
            need,
            education: self.education,
            fields: self.fields,
            ranks: if self.class < 6 { (12, 32) } else { (21, 34) },
            level: 1,
            technical: self.technical,
        }
    }
}

/// A structural post of an eselon (22 to 42).
pub(super) fn head(id: &str, name: &str, echelon: u8, fields: &'static str, technical: &'static str) -> Template {
    let (class, ranks, education, level) = match echelon {
        22 => (14, (42, 43), "S-1", 4),
        31 => (12, (41, 42), "S-1", 3),
        32 => (11, (34, 41), "S-1", 3),
        41 => (9, (33, 34), "D-III", 2),
        _ => (8, (32, 34), "D-III", 2),
    };
    Template {
        jabatan: id.to_owned(),
        name: name.to_owned(),
        kind: JabatanKind::Structural,
        echelon: Echelon::from_code(echelon),
        jenjang: None,
        class,
        need: 1,
        education,
        fields,
        ranks,
        level,
        technical,
    }
}

const fn family(code: &'static str, name: &'static str, fields: &'static str, technical: &'static str) -> Family {
    Family { code, name, fields, technical }
}

const fn staff(
    id: &'static str,
    name: &'static str,
    class: u8,
    education: &'static str,
    fields: &'static str,
    technical: &'static str,
) -> Staff {
    Staff { id, name, class, education, fields, technical }
}

pub(super) const ARCHIVIST: Family = family("JF-ARSIP", "Arsiparis", "KEARSIPAN|ADMINISTRASI PERKANTORAN", "T.ADM");
pub(super) const PERSONNEL: Family =
    family("JF-SDMA", "Pranata Sumber Daya Manusia Aparatur", "ADMINISTRASI NEGARA|MANAJEMEN|PSIKOLOGI", "T.ADM");
pub(super) const PLANNER: Family =
    family("JF-RENCANA", "Perencana", "ILMU EKONOMI|ADMINISTRASI PUBLIK|PERENCANAAN WILAYAH DAN KOTA", "T.PEM");
pub(super) const FINANCE: Family =
    family("JF-KEUDA", "Analis Keuangan Pusat dan Daerah", "AKUNTANSI|MANAJEMEN|ILMU EKONOMI", "T.KEU");
pub(super) const COMPUTING: Family =
    family("JF-PRAKOM", "Pranata Komputer", "TEKNIK INFORMATIKA|SISTEM INFORMASI|ILMU KOMPUTER", "T.TIK");
pub(super) const EXTENSION: Family = family("JF-PENYULUH", "Penyuluh Pertanian", "AGRONOMI|AGRIBISNIS|PETERNAKAN", "T.TANI");
pub(super) const LABORATORY: Family =
    family("JF-PLP", "Pranata Laboratorium Pendidikan", "KIMIA|FISIKA|BIOLOGI|TEKNIK MESIN", "T.DIK");

/// Families by the code that a sector names.
pub(super) const FAMILIES: [Family; 26] = [
    PLANNER,
    FINANCE,
    COMPUTING,
    PERSONNEL,
    ARCHIVIST,
    EXTENSION,
    family("JF-AKEB", "Analis Kebijakan", "ADMINISTRASI NEGARA|ADMINISTRASI PUBLIK|ILMU PEMERINTAHAN|HUKUM", "T.PEM"),
    family("JF-AUDITOR", "Auditor", "AKUNTANSI|ILMU EKONOMI|HUKUM", "T.KEU"),
    family("JF-PPUPD", "Pengawas Penyelenggaraan Urusan Pemerintahan Daerah", "ILMU PEMERINTAHAN|HUKUM|TEKNIK SIPIL", "T.PEM"),
    family("JF-HUKUM", "Analis Hukum", "HUKUM", "T.HUK"),
    family("JF-PUU", "Perancang Peraturan Perundang-undangan", "HUKUM", "T.HUK"),
    family("JF-HUMAS", "Pranata Hubungan Masyarakat", "ILMU KOMUNIKASI|JURNALISTIK|SASTRA INDONESIA", "T.TIK"),
    family("JF-STAT", "Statistisi", "STATISTIKA|MATEMATIKA", "T.TIK"),
    family("JF-PBJ", "Pengelola Pengadaan Barang/Jasa", "TEKNIK SIPIL|MANAJEMEN|HUKUM", "T.KEU"),
    family("JF-PUSTAKA", "Pustakawan", "ILMU PERPUSTAKAAN|KEARSIPAN", "T.SOS"),
    family("JF-PEKSOS", "Pekerja Sosial", "KESEJAHTERAAN SOSIAL|SOSIOLOGI|PSIKOLOGI", "T.SOS"),
    family("JF-PKB", "Penyuluh Keluarga Berencana", "SOSIOLOGI|PSIKOLOGI|KESEHATAN MASYARAKAT", "T.SOS"),
    family("JF-HI", "Mediator Hubungan Industrial", "HUKUM|SOSIOLOGI|MANAJEMEN", "T.SOS"),
    family("JF-TBP", "Teknik Bangunan Gedung dan Perumahan", "TEKNIK SIPIL|ARSITEKTUR", "T.TEK"),
    family("JF-TJJ", "Teknik Jalan dan Jembatan", "TEKNIK SIPIL|TEKNIK GEODESI", "T.TEK"),
    family("JF-PTR", "Penata Ruang", "PERENCANAAN WILAYAH DAN KOTA|ARSITEKTUR|TEKNIK GEODESI", "T.TEK"),
    family("JF-PLH", "Pengendali Dampak Lingkungan", "TEKNIK LINGKUNGAN|BIOLOGI|KIMIA", "T.TEK"),
    family("JF-PKBM", "Penguji Kendaraan Bermotor", "TEKNIK MESIN|TEKNIK OTOMOTIF", "T.TEK"),
    family("JF-IKAN", "Penyuluh Perikanan", "PERIKANAN|BUDIDAYA PERAIRAN", "T.TANI"),
    family("JF-DAGANG", "Pengawas Perdagangan", "ILMU EKONOMI|HUKUM|TEKNIK INDUSTRI", "T.KEU"),
    family("JF-POLPP", "Polisi Pamong Praja", "ILMU PEMERINTAHAN|HUKUM|ILMU POLITIK", "T.HUK"),
];

/// Guru by subject; the first three teach in a primary school.
pub(super) const TEACHERS: [Family; 15] = [
    family("G-KELAS", "Guru Kelas", "PENDIDIKAN GURU SEKOLAH DASAR", "T.DIK"),
    family("G-PAI", "Guru Pendidikan Agama Islam", "PENDIDIKAN AGAMA ISLAM", "T.DIK"),
    family("G-PJOK", "Guru Pendidikan Jasmani", "PENDIDIKAN JASMANI", "T.DIK"),
    family("G-MTK", "Guru Matematika", "PENDIDIKAN MATEMATIKA", "T.DIK"),
    family("G-IND", "Guru Bahasa Indonesia", "PENDIDIKAN BAHASA INDONESIA", "T.DIK"),
    family("G-ING", "Guru Bahasa Inggris", "PENDIDIKAN BAHASA INGGRIS", "T.DIK"),
    family("G-IPA", "Guru IPA", "PENDIDIKAN BIOLOGI|PENDIDIKAN FISIKA", "T.DIK"),
    family("G-IPS", "Guru IPS", "PENDIDIKAN GEOGRAFI|PENDIDIKAN SEJARAH", "T.DIK"),
    family("G-PKN", "Guru PPKn", "PENDIDIKAN PANCASILA", "T.DIK"),
    family("G-BK", "Guru Bimbingan dan Konseling", "BIMBINGAN KONSELING", "T.DIK"),
    family("G-SENI", "Guru Seni Budaya", "PENDIDIKAN SENI", "T.DIK"),
    family("G-TIK", "Guru Informatika", "PENDIDIKAN TEKNIK INFORMATIKA", "T.DIK"),
    family("G-KIM", "Guru Kimia", "PENDIDIKAN KIMIA", "T.DIK"),
    family("G-EKO", "Guru Ekonomi", "PENDIDIKAN EKONOMI", "T.DIK"),
    family("G-KEJ", "Guru Kejuruan", "PENDIDIKAN TEKNIK MESIN|PENDIDIKAN TATA BOGA", "T.DIK"),
];

/// Health workers; dokter, perawat and bidan first.
pub(super) const HEALTH: [Family; 14] = [
    family("K-DOKTER", "Dokter", "KEDOKTERAN", "T.KES"),
    family("K-PERAWAT", "Perawat", "KEPERAWATAN", "T.KES"),
    family("K-BIDAN", "Bidan", "KEBIDANAN", "T.KES"),
    family("K-DRG", "Dokter Gigi", "KEDOKTERAN GIGI", "T.KES"),
    family("K-APOTEKER", "Apoteker", "FARMASI", "T.KES"),
    family("K-ASAPOT", "Asisten Apoteker", "FARMASI", "T.KES"),
    family("K-GIZI", "Nutrisionis", "GIZI", "T.KES"),
    family("K-SANI", "Tenaga Sanitasi Lingkungan", "KESEHATAN LINGKUNGAN", "T.KES"),
    family("K-LAB", "Pranata Laboratorium Kesehatan", "ANALIS KESEHATAN", "T.KES"),
    family("K-PROMKES", "Tenaga Promosi Kesehatan", "KESEHATAN MASYARAKAT", "T.KES"),
    family("K-RMIK", "Perekam Medis", "REKAM MEDIS", "T.KES"),
    family("K-EPID", "Epidemiolog Kesehatan", "KESEHATAN MASYARAKAT", "T.KES"),
    family("K-RADIO", "Radiografer", "RADIOLOGI", "T.KES"),
    family("K-FISIO", "Fisioterapis", "FISIOTERAPI", "T.KES"),
];

pub(super) const CLERK: Staff = staff("P-ADM", "Pengadministrasi Perkantoran", 5, "SLTA", "", "T.ADM");
pub(super) const OPERATOR: Staff = staff("P-OPR", "Operator Layanan Operasional", 5, "SLTA", "", "T.ADM");
pub(super) const CARETAKER: Staff = staff("P-UMUM", "Pengelola Umum Operasional", 3, "SLTP", "", "T.ADM");
pub(super) const SERVICE: Staff = staff("P-PLO", "Pengelola Layanan Operasional", 6, "D-III", "", "T.ADM");
pub(super) const DATA: Staff = staff(
    "P-DATA",
    "Pengolah Data dan Informasi",
    6,
    "D-III",
    "KEARSIPAN|MANAJEMEN INFORMATIKA|TEKNIK INFORMATIKA|STATISTIKA",
    "T.TIK",
);
pub(super) const BOOKKEEPER: Staff = staff("P-BUKU", "Pengelola Keuangan", 6, "D-III", "AKUNTANSI|KEUANGAN|PERPAJAKAN", "T.KEU");
pub(super) const TREASURER: Staff =
    staff("P-KEU", "Penata Laporan Keuangan", 7, "S-1", "AKUNTANSI|MANAJEMEN|ILMU EKONOMI", "T.KEU");
pub(super) const ANALYST: Staff = staff(
    "P-PTK",
    "Penelaah Teknis Kebijakan",
    7,
    "S-1",
    "ADMINISTRASI NEGARA|ADMINISTRASI PUBLIK|ILMU PEMERINTAHAN|HUKUM|ILMU EKONOMI",
    "T.PEM",
);

/// Staff posts of a trade, by what a sector names as its technical competence.
pub(super) const TRADES: [Staff; 9] = [
    staff("P-T-PEM", "Penata Kelola Pemerintahan", 7, "S-1", "ILMU PEMERINTAHAN|ADMINISTRASI PUBLIK|ILMU POLITIK", "T.PEM"),
    staff("P-T-HUK", "Penata Layanan Hukum dan Ketertiban", 7, "S-1", "HUKUM|ILMU PEMERINTAHAN", "T.HUK"),
    staff("P-T-KEU", "Pengelola Pendapatan dan Aset", 6, "D-III", "PERPAJAKAN|AKUNTANSI|KEUANGAN", "T.KEU"),
    staff("P-T-TIK", "Pengelola Teknologi Informasi", 6, "D-III", "MANAJEMEN INFORMATIKA|TEKNIK INFORMATIKA", "T.TIK"),
    staff("P-T-TEK", "Pengelola Sarana dan Prasarana", 6, "D-III", "TEKNIK SIPIL|TEKNIK MESIN|TEKNIK LINGKUNGAN", "T.TEK"),
    staff("P-T-KES", "Penata Kelola Layanan Kesehatan", 7, "S-1", "KESEHATAN MASYARAKAT|ADMINISTRASI NEGARA", "T.KES"),
    staff("P-T-DIK", "Penata Kelola Pendidikan", 7, "S-1", "MANAJEMEN PENDIDIKAN|ADMINISTRASI NEGARA", "T.DIK"),
    staff("P-T-SOS", "Pengelola Pemberdayaan Masyarakat", 6, "D-III", "SOSIOLOGI|KESEJAHTERAAN SOSIAL|ILMU KOMUNIKASI", "T.SOS"),
    staff("P-T-TANI", "Pengelola Produksi Pertanian dan Perikanan", 6, "D-III", "AGRIBISNIS|PETERNAKAN|PERIKANAN", "T.TANI"),
];
