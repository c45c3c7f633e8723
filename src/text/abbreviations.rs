//! Names of posts and units as planners say them: `Kasi Kesos`, `Seklur`, `Kasubbag`. Only on the
//! screen, where columns are narrow; documents print names in full.

/// Long and short, the longer first where one begins another.
const TABLE: &[(&str, &str)] = &[
    ("Kepala Sub Bagian", "Kasubbag"),
    ("Kepala Subbagian", "Kasubbag"),
    ("Kepala Bagian", "Kabag"),
    ("Kepala Bidang", "Kabid"),
    ("Kepala Seksi", "Kasi"),
    ("Kepala Dinas", "Kadis"),
    ("Kepala Badan", "Kaban"),
    ("Sekretaris Kelurahan", "Seklur"),
    ("Sekretaris Kecamatan", "Sekcam"),
    ("Sekretariat", "Sekret."),
    ("Sub Bagian", "Subbag"),
    ("Subbagian", "Subbag"),
    ("Ketenteraman dan Ketertiban Umum", "Trantibum"),
    ("Pemerintahan dan Pembangunan", "Pembang"),
    ("Kesejahteraan Sosial", "Kesos"),
    ("Pemberdayaan Masyarakat", "Permas"),
    ("Pelayanan Publik", "Yanlik"),
    ("Umum dan Kepegawaian", "Umpeg"),
    ("Perencanaan, Keuangan dan Evaluasi", "Renkeu"),
    ("Pengadministrasi", "Pengadm."),
    ("Kelurahan ", "Kel. "),
    ("Kecamatan ", "Kec. "),
];

/// The name, shortened.
pub fn short(name: &str) -> String {
    TABLE.iter().fold(name.to_owned(), |name, (long, short)| name.replace(long, short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_called_as_planners_call_them() {
        assert_eq!(short("Kepala Seksi Kesejahteraan Sosial Kelurahan Tinjomoyo"), "Kasi Kesos Kel. Tinjomoyo");
        assert_eq!(short("Sekretaris Kelurahan Padangsari"), "Seklur Padangsari");
        assert_eq!(short("Lurah Jabungan"), "Lurah Jabungan");
    }
}
