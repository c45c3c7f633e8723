//! What people have studied, and the gelar that goes with it.
use crate::model::{EducationLevel, Position};
use fastrand::Rng;

/// Education of one person.
pub(super) struct Schooling<'a> {
    /// `S-1`.
    pub level: &'static str,
    /// Empty below SLTA.
    pub field: &'a str,
    pub title_before: &'static str,
    pub title_after: String,
}

/// Fields of people whose post names none, or who have studied something else.
const OTHER: [&str; 18] = [
    "ADMINISTRASI NEGARA",
    "ADMINISTRASI PUBLIK",
    "HUKUM",
    "MANAJEMEN",
    "AKUNTANSI",
    "ILMU PEMERINTAHAN",
    "ILMU EKONOMI",
    "ILMU KOMUNIKASI",
    "SOSIOLOGI",
    "KESEJAHTERAAN SOSIAL",
    "TEKNIK SIPIL",
    "TEKNIK INFORMATIKA",
    "AGRIBISNIS",
    "PENDIDIKAN EKONOMI",
    "SASTRA INDONESIA",
    "PSIKOLOGI",
    "STATISTIKA",
    "KESEHATAN MASYARAKAT",
];
const SCHOOL: [&str; 5] = ["IPS", "IPA", "AKUNTANSI", "PERKANTORAN", "TEKNIK MESIN"];

/// Gelar of a first degree, by what begins the field.
const DEGREES: [(&str, &str); 26] = [
    ("HUKUM", "S.H."),
    ("PENDIDIKAN", "S.Pd."),
    ("BIMBINGAN", "S.Pd."),
    ("MANAJEMEN PENDIDIKAN", "S.Pd."),
    ("KEPERAWATAN", "S.Kep."),
    ("KEBIDANAN", "S.Keb."),
    ("KESEHATAN", "S.K.M."),
    ("FARMASI", "S.Farm."),
    ("GIZI", "S.Gz."),
    ("TEKNIK INFORMATIKA", "S.Kom."),
    ("SISTEM INFORMASI", "S.Kom."),
    ("ILMU KOMPUTER", "S.Kom."),
    ("TEKNIK", "S.T."),
    ("ARSITEKTUR", "S.T."),
    ("PERENCANAAN", "S.T."),
    ("AKUNTANSI", "S.E."),
    ("ILMU EKONOMI", "S.E."),
    ("MANAJEMEN", "S.E."),
    ("AGR", "S.P."),
    ("PETERNAKAN", "S.Pt."),
    ("PERIKANAN", "S.Pi."),
    ("PSIKOLOGI", "S.Psi."),
    ("SASTRA", "S.S."),
    ("STATISTIKA", "S.Si."),
    ("BIOLOGI", "S.Si."),
    ("KIMIA", "S.Si."),
];

/// Draws an education that reaches the post's minimum, `fits` times of a hundred in one of its fields.
pub(super) fn draw<'a>(rng: &mut Rng, post: &'a Position, fits: u8) -> Schooling<'a> {
    let level = match (post.education_min.map_or(40, EducationLevel::code), rng.u8(..100)) {
        (..15, 0..50) => "SLTP",
        (..15, _) | (15, 0..55) => "SLTA",
        (15, 55..70) | (30, 0..70) => "D-III",
        (15 | 30, _) | (40, 0..82) => "S-1",
        _ => "S-2",
    };
    let fields = &post.fields.0;
    let field = match level {
        "SLTP" => "",
        "SLTA" => SCHOOL[rng.usize(..SCHOOL.len())],
        _ if fields.is_empty() || rng.u8(..100) >= fits => OTHER[rng.usize(..OTHER.len())],
        _ => &fields[rng.usize(..fields.len())],
    };
    let first = DEGREES.iter().filter(|it| field.starts_with(it.0)).max_by_key(|it| it.0.len()).map_or("S.Sos.", |it| it.1);
    let (before, first) = match field {
        "KEDOKTERAN GIGI" => ("drg.", ""),
        "KEDOKTERAN" => ("dr.", ""),
        _ => ("", first),
    };
    let title_after = match level {
        "D-III" => "A.Md.".to_owned(),
        "S-1" => first.to_owned(),
        "S-2" if first.is_empty() => "M.Kes.".to_owned(),
        "S-2" => format!("{first}, {}", first.replacen('S', "M", 1)),
        _ => String::new(),
    };
    Schooling { level, field, title_before: if level.starts_with("S-") { before } else { "" }, title_after }
}
