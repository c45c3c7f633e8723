//! What a government's offices are about: the head, the technical competence, and the functional families in them.

/// An office directly under a government.
pub(super) struct Sector {
    pub code: &'static str,
    /// `Dinas Kesehatan`.
    pub name: &'static str,
    /// What its head is called.
    pub head: &'static str,
    /// The technical competence of its posts.
    pub technical: &'static str,
    /// Fields of education that its heads of bidang have.
    pub fields: &'static str,
    /// Codes of functional families, one bidang after the other.
    pub families: &'static [&'static str],
    /// How many bidang.
    pub bidang: u8,
    /// Seksi under each bidang: where seksi were not made functional posts.
    pub seksi: u8,
}

const fn sector(
    code: &'static str,
    name: &'static str,
    technical: &'static str,
    fields: &'static str,
    families: &'static [&'static str],
    shape: (u8, u8),
) -> Sector {
    Sector { code, name, head: "Kepala Dinas", technical, fields, families, bidang: shape.0, seksi: shape.1 }
}

const fn led_by(head: &'static str, sector: Sector) -> Sector {
    Sector { head, ..sector }
}

const GENERAL: &str = "ILMU PEMERINTAHAN|ADMINISTRASI PUBLIK|ADMINISTRASI NEGARA|HUKUM";
const ECONOMIC: &str = "ILMU EKONOMI|AKUNTANSI|MANAJEMEN";
const SOCIAL: &str = "SOSIOLOGI|KESEJAHTERAAN SOSIAL|ILMU KOMUNIKASI|ADMINISTRASI PUBLIK";
const BUILDING: &str = "TEKNIK SIPIL|ARSITEKTUR|PERENCANAAN WILAYAH DAN KOTA";
const FARMING: &str = "AGRONOMI|AGRIBISNIS|PETERNAKAN|PERIKANAN";
const SCHOOLS: &str = "MANAJEMEN PENDIDIKAN|ADMINISTRASI PUBLIK|PENDIDIKAN GURU SEKOLAH DASAR";
const MEDICAL: &str = "KESEHATAN MASYARAKAT|KEDOKTERAN|KEPERAWATAN";

/// In the order in which a growing government gets them; schools hang under the first, health centres and
/// hospitals under the second, technical units under the fourth and fifth.
pub(super) const SECTORS: [Sector; 33] = [
    sector("DIK", "Dinas Pendidikan", "T.DIK", SCHOOLS, &["JF-AKEB", "JF-PRAKOM", "JF-RENCANA"], (4, 1)),
    sector("KES", "Dinas Kesehatan", "T.KES", MEDICAL, &["JF-AKEB", "JF-STAT", "JF-RENCANA"], (4, 0)),
    led_by("Kepala Badan", sector("PEG", "Badan Kepegawaian", "T.ADM", GENERAL, &["JF-SDMA", "JF-AKEB", "JF-PRAKOM"], (3, 0))),
    sector("PU", "Dinas Pekerjaan Umum", "T.TEK", BUILDING, &["JF-TJJ", "JF-TBP", "JF-PTR", "JF-PBJ"], (4, 2)),
    sector("TANI", "Dinas Pertanian", "T.TANI", FARMING, &["JF-PENYULUH", "JF-AKEB"], (4, 1)),
    led_by("Kepala Badan", sector("KEU", "Badan Keuangan dan Aset", "T.KEU", ECONOMIC, &["JF-KEUDA", "JF-HUKUM"], (4, 1))),
    led_by(
        "Asisten Sekretaris Daerah",
        sector("SETDA", "Sekretariat Daerah", "T.PEM", GENERAL, &["JF-AKEB", "JF-PUU", "JF-PBJ", "JF-KEUDA"], (6, 0)),
    ),
    sector("DUK", "Dinas Kependudukan dan Pencatatan Sipil", "T.PEM", GENERAL, &["JF-PRAKOM", "JF-STAT"], (4, 0)),
    led_by(
        "Kepala Badan",
        sector("BAPPEDA", "Badan Perencanaan Pembangunan", "T.PEM", ECONOMIC, &["JF-RENCANA", "JF-STAT"], (4, 0)),
    ),
    led_by("Kepala Satuan", sector("POLPP", "Satuan Polisi Pamong Praja", "T.HUK", GENERAL, &["JF-POLPP"], (3, 2))),
    sector("SOS", "Dinas Sosial", "T.SOS", SOCIAL, &["JF-PEKSOS", "JF-AKEB"], (3, 0)),
    sector("LH", "Dinas Lingkungan Hidup", "T.TEK", "TEKNIK LINGKUNGAN|BIOLOGI|KIMIA", &["JF-PLH"], (3, 1)),
    sector("HUB", "Dinas Perhubungan", "T.TEK", "TEKNIK SIPIL|TEKNIK MESIN", &["JF-PKBM", "JF-AKEB"], (3, 2)),
    sector(
        "KOMINFO",
        "Dinas Komunikasi dan Informatika",
        "T.TIK",
        "TEKNIK INFORMATIKA|SISTEM INFORMASI|ILMU KOMUNIKASI",
        &["JF-PRAKOM", "JF-HUMAS", "JF-STAT"],
        (4, 0),
    ),
    led_by("Inspektur", sector("ITDA", "Inspektorat", "T.KEU", ECONOMIC, &["JF-AUDITOR", "JF-PPUPD"], (4, 0))),
    led_by("Sekretaris DPRD", sector("SETWAN", "Sekretariat DPRD", "T.PEM", GENERAL, &["JF-PUU", "JF-HUMAS", "JF-AKEB"], (3, 0))),
    sector("PTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu", "T.PEM", GENERAL, &["JF-AKEB", "JF-PTR"], (3, 0)),
    led_by("Kepala Badan", sector("PENDA", "Badan Pendapatan", "T.KEU", ECONOMIC, &["JF-KEUDA", "JF-PRAKOM"], (3, 2))),
    sector("RUMKIM", "Dinas Perumahan dan Kawasan Permukiman", "T.TEK", BUILDING, &["JF-TBP", "JF-PTR"], (3, 1)),
    sector("NAKER", "Dinas Tenaga Kerja", "T.SOS", SOCIAL, &["JF-HI", "JF-AKEB"], (3, 0)),
    sector("KB", "Dinas Pengendalian Penduduk dan KB", "T.SOS", SOCIAL, &["JF-PKB"], (3, 0)),
    sector("PMD", "Dinas Pemberdayaan Masyarakat", "T.SOS", SOCIAL, &["JF-AKEB", "JF-PEKSOS"], (3, 0)),
    sector("DAG", "Dinas Perdagangan", "T.KEU", ECONOMIC, &["JF-DAGANG"], (3, 1)),
    sector("KOP", "Dinas Koperasi dan Usaha Kecil", "T.KEU", ECONOMIC, &["JF-DAGANG", "JF-AKEB"], (3, 0)),
    sector("IND", "Dinas Perindustrian", "T.TEK", "TEKNIK INDUSTRI|TEKNIK MESIN|ILMU EKONOMI", &["JF-AKEB", "JF-DAGANG"], (3, 0)),
    sector("PORA", "Dinas Kepemudaan, Olahraga, dan Pariwisata", "T.SOS", SOCIAL, &["JF-AKEB", "JF-HUMAS"], (3, 0)),
    sector("BUD", "Dinas Kebudayaan", "T.SOS", SOCIAL, &["JF-AKEB", "JF-PUSTAKA"], (3, 0)),
    sector(
        "ARPUS",
        "Dinas Kearsipan dan Perpustakaan",
        "T.SOS",
        "ILMU PERPUSTAKAAN|KEARSIPAN",
        &["JF-PUSTAKA", "JF-ARSIP"],
        (3, 0),
    ),
    sector("IKAN", "Dinas Kelautan dan Perikanan", "T.TANI", FARMING, &["JF-IKAN"], (3, 0)),
    sector("PANGAN", "Dinas Ketahanan Pangan", "T.TANI", FARMING, &["JF-PENYULUH", "JF-AKEB"], (3, 0)),
    led_by("Kepala Badan", sector("BENCANA", "Badan Penanggulangan Bencana", "T.TEK", GENERAL, &["JF-AKEB"], (3, 0))),
    led_by("Kepala Badan", sector("POL", "Badan Kesatuan Bangsa dan Politik", "T.PEM", GENERAL, &["JF-AKEB"], (3, 0))),
    led_by("Kepala Badan", sector("RISET", "Badan Riset dan Inovasi", "T.PEM", GENERAL, &["JF-RENCANA", "JF-STAT"], (2, 0))),
];
