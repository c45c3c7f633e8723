//! BKN's indicators of data quality, in words.
use super::Lang;

/// What an indicator counts.
pub fn indicator(lang: Lang, code: &str) -> &'static str {
    let (id, en) = match code {
        "COM_1" => ("tanpa SKP dua tahun terakhir", "no appraisal in the last two years"),
        "COM_2" => ("jabatan kosong", "jabatan missing"),
        "COM_3" => ("pendidikan kosong", "education missing"),
        "COM_4" => ("TMT PNS kosong", "TMT PNS missing"),
        "COM_5" => ("gelar kosong padahal D-I ke atas", "no gelar although D-I or higher"),
        "COM_6" => ("surel kosong", "e-mail missing"),
        "COM_7" => ("nomor telepon kosong", "telephone missing"),
        "TIM_1" => ("unor tidak aktif", "unit not active"),
        "TIM_3" => ("CPNS lebih dari satu tahun", "CPNS for more than a year"),
        "TIM_4" => ("struktural ganda", "two holders of one structural post"),
        "TIM_5" => ("melewati BUP tetapi aktif", "past retirement age and active"),
        "ACC_1" => ("TMT CPNS sesudah TMT PNS", "TMT CPNS after TMT PNS"),
        "ACC_3" => ("struktural dengan masa kerja di bawah dua tahun", "structural with under two years of service"),
        "ACC_4" => ("status PPPK tidak sesuai nomor induk", "PPPK status and number disagree"),
        "ACC_5" => ("NIK tidak sah", "NIK invalid"),
        "ACC_6" => ("pendidikan di bawah syarat jabatan struktural", "education below a structural post's minimum"),
        "ACC_7" => ("tahun pengangkatan PPPK tidak mungkin", "impossible year of a PPPK's appointment"),
        "ACC_8" => ("pendidikan di bawah syarat JF", "education below a functional post's minimum"),
        "ACC_9" => ("pelaksana dengan nama JF", "staff post called like a functional one"),
        "ACC_10" => ("pangkat di bawah syarat jabatan", "golongan below the post's minimum"),
        "CON_1" => ("TMT CPNS tidak sesuai NIP", "TMT CPNS and NIP disagree"),
        "CON_2" => ("tanggal lahir tidak sesuai NIP", "birth date and NIP disagree"),
        "CON_3" => ("jenis kelamin tidak sesuai NIP", "sex and NIP disagree"),
        "CON_4" => ("tahun pengangkatan PPPK tidak sesuai nomor", "a PPPK's year of appointment and number disagree"),
        _ => ("", ""),
    };
    if lang == Lang::Id { id } else { en }
}
