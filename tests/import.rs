//! What an import says of files, and what it leaves on disk.
#![allow(clippy::unwrap_used, clippy::panic, clippy::type_complexity, clippy::cloned_ref_to_slice_refs)]
use jiff::civil::{Date, date};
use mutasi::model::{Echelon, EmploymentKind, JabatanId, JabatanKind, Kind, LegalStatus, PositionId, Rosters, UnitId};
use mutasi::store::import::{
    Applied, DateOrder, ImportError, Imported, Known, Options, Refusal, Report, Request, Severity, import_files, parse,
};
use mutasi::store::rosters;
use mutasi::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "import/disk.rs"]
mod disk;

const TODAY: Date = date(2026, 11, 1);

fn known() -> Known {
    let unit = |id: &str| UnitId(id.into());
    Known {
        units: Some([unit("U1"), unit("U2")].into()),
        positions: Some([PositionId { unit: unit("U1"), jabatan: JabatanId("J1".into()) }].into()),
        employees: Some([mutasi::model::Nip::parse("198001012005011999").unwrap()].into()),
    }
}

fn read_as(kind: Option<Kind>, bytes: &[u8], date_order: Option<DateOrder>) -> Result<Imported, Refusal> {
    parse(bytes, &Request { as_kind: kind, today: TODAY, date_order, known: &known(), added_to: None })
}

fn read(text: &str) -> Imported {
    read_as(None, text.as_bytes(), None).unwrap()
}

/// Row, code and severity of every problem.
fn problems(imported: &Imported) -> Vec<(u64, &'static str, Severity)> {
    imported.problems.iter().map(|problem| (problem.row, problem.code(), problem.severity())).collect()
}

/// One employee with these cells instead of the clean ones.
fn employee(cells: &[(&str, &str)]) -> String {
    let clean = [
        ("NIP BARU", "198001012005011999"),
        ("NAMA", "BUDI"),
        ("TANGGAL LAHIR", "01-01-1980"),
        ("JENIS KELAMIN", "M"),
        ("TMT CPNS", "01-01-2005"),
        ("GOL AKHIR NAMA", "III/a"),
        ("TMT JABATAN", "01-01-2020"),
        ("UNOR ID", "U1"),
        ("JABATAN ID", "J1"),
    ];
    for (name, _) in cells {
        assert!(clean.iter().any(|(known, _)| known == name), "{name}");
    }
    let value = |name: &str, clean| cells.iter().find(|(n, _)| *n == name).map_or(clean, |(_, value)| *value);
    let header: Vec<&str> = clean.iter().map(|(name, _)| *name).collect();
    let row: Vec<String> = clean.iter().map(|(name, clean)| format!("\"{}\"", value(name, clean).replace('"', "\"\""))).collect();
    format!("{}\n{}\n", header.join(";"), row.join(";"))
}

#[test]
fn a_clean_employee_has_no_problem() {
    let imported = read(&employee(&[]));
    assert_eq!(problems(&imported), []);
    assert_eq!((imported.kind, imported.rows, imported.accepted, imported.warnings), (Kind::Employees, 1, 1, 0));
    let employee = &imported.records.employees[0];
    assert_eq!(employee.birth_date, Some(date(1980, 1, 1)));
    assert_eq!((employee.kind, employee.status), (EmploymentKind::Pns, LegalStatus::Active));
}

#[test]
fn each_code_of_an_employee_comes_with_its_severity() {
    use Severity::{Error, Warning};
    let long = "x".repeat(201);
    let table: &[(&str, &str, &str, Severity)] = &[
        ("NIP BARU", "1.96809E+17", "nip.damaged", Error),
        ("NIP BARU", "1,96809E+17", "nip.damaged", Error),
        ("NIP BARU", "198001012005011000.0", "nip.damaged", Error),
        ("NIP BARU", "19800101200501199", "nip.length", Error),
        ("NIP BARU", "", "nip.length", Error),
        ("NIP BARU", "19800101200501199X", "nip.length", Error),
        ("NIP BARU", "198001012005131999", "nip.form", Error),
        ("NIP BARU", "'198001012005011999", "nip.normalised", Warning),
        ("NIP BARU", "19800101 200501 1 999", "nip.normalised", Warning),
        ("NIP BARU", "19800101.200501.1.999", "nip.normalised", Warning),
        ("NIP BARU", "\u{a0}198001012005011999\u{200b}", "nip.normalised", Warning),
        ("NIP BARU", "=\"198001012005011999\"", "nip.normalised", Warning),
        ("TANGGAL LAHIR", "02-01-1980", "nip.birth-date", Warning),
        ("JENIS KELAMIN", "Perempuan", "nip.sex", Warning),
        ("TMT CPNS", "01-02-2005", "nip.tmt-cpns", Warning),
        ("TMT JABATAN", "00-00-0000", "date.invalid", Warning),
        ("TMT JABATAN", "0000-00-00", "date.invalid", Warning),
        ("TMT JABATAN", "31-02-2020", "date.invalid", Warning),
        ("TMT JABATAN", "45000", "date.invalid", Warning),
        ("TMT JABATAN", "02-11-2026", "date.future", Warning),
        ("UNOR ID", "U9", "unit.unknown", Warning),
        ("JABATAN ID", "J9", "position.unknown", Warning),
        ("JABATAN ID", "", "position.missing", Warning),
        ("JABATAN ID", "\\N", "position.missing", Warning),
        ("UNOR ID", "", "position.missing", Warning),
        ("NAMA", "BU\u{1b}[31mDI", "text.control", Warning),
        ("NAMA", "BU\u{202e}DI", "text.control", Warning),
        ("NAMA", "\u{a0}BUDI", "text.normalised", Warning),
        ("NAMA", "BUDI\nSANTOSO", "text.normalised", Warning),
        ("NAMA", "=HYPERLINK(1)", "text.formula", Warning),
        ("NAMA", "@BUDI", "text.formula", Warning),
        ("NAMA", long.as_str(), "text.too-long", Warning),
        ("GOL AKHIR NAMA", "I/E", "rank.unknown", Warning),
        ("JENIS KELAMIN", "X", "value.range", Warning),
    ];
    for (column, cell, code, severity) in table {
        let imported = read(&employee(&[(column, cell)]));
        assert_eq!(problems(&imported), [(2, *code, *severity)], "{column} {cell:?}");
        assert_eq!(&*imported.problems[0].column, *column);
        let rejected = u64::from(*severity == Severity::Error);
        assert_eq!((imported.rows, imported.accepted, imported.rejected.len() as u64), (1, 1 - rejected, rejected), "{cell:?}");
        assert_eq!(imported.warnings, 1 - rejected, "{cell:?}");
    }
}

#[test]
fn what_is_read_in_silence_is_silent() {
    for (column, cell) in [
        ("GOL AKHIR NAMA", "IIIA"),
        ("GOL AKHIR NAMA", "III-a"),
        ("GOL AKHIR NAMA", "31"),
        ("GOL AKHIR NAMA", ""),
        ("JENIS KELAMIN", "L"),
        ("JENIS KELAMIN", "Laki-Laki"),
        ("JENIS KELAMIN", "Pria"),
        ("TANGGAL LAHIR", "1980-01-01"),
        ("TMT JABATAN", ""),
        ("TMT JABATAN", "-"),
        ("TMT JABATAN", "\\N"),
        ("TMT JABATAN", "01-11-2026"),
        ("NAMA", "  BUDI "),
    ] {
        assert_eq!(problems(&read(&employee(&[(column, cell)]))), [], "{column} {cell:?}");
    }
}

#[test]
fn a_nip_seen_before_rejects_the_later_row_and_names_the_earlier() {
    let one = employee(&[]);
    let again = one.lines().nth(1).unwrap();
    let imported = read(&format!("{one}\n{}\n", again.replace("198001012005011999", "'198001012005011999")));
    // The blank line is row 3 of a spreadsheet, but no row of the file.
    let expected = [(4, "nip.normalised", Severity::Warning), (4, "nip.duplicate", Severity::Error)];
    assert_eq!(problems(&imported), expected);
    assert_eq!((imported.rows, imported.accepted, imported.warnings), (2, 1, 1));
    let report = Report::new("pegawai.csv", &imported, Lang::En);
    assert!(report.problems[1].message.contains("row 2"), "{}", report.problems[1].message);
}

#[test]
fn positions_are_listed_once_and_structural_ones_need_one() {
    let header = "UNOR ID;UNOR NAMA;JABATAN ID;JABATAN NAMA;JENIS JABATAN ID;ESELON ID;JENJANG;KELAS JABATAN;KEBUTUHAN;PENDIDIKAN MIN;\
                  BIDANG PENDIDIKAN;GOL MIN;GOL MAX;KOMPETENSI\n";
    let row = |jabatan: &str, kind: &str, eselon: &str, class: &str, need: &str, skills: &str| {
        format!("U1;Unit;{jabatan};Nama;{kind};{eselon};;{class};{need};40;HUKUM|ADMINISTRASI;III/a;34;{skills}\n")
    };
    let text = [
        header.to_owned(),
        row("A", "1", "42", "9", "1", "M1=2|SK1=2"),
        row("A", "1", "42", "9", "1", ""),
        row("B", "1", "42", "9", "2", ""),
        row("C", "4", "", "18", "5,69", "M1=2|M2=9"),
        row("D", "7", "42", "9", "", ""),
    ]
    .concat();
    let imported = read(&text);
    use Severity::{Error, Warning};
    let expected = [
        (3, "position.duplicate", Error),
        (4, "need.structural", Error),
        (5, "value.range", Warning),
        (5, "value.range", Warning),
        (5, "value.range", Warning),
        (6, "value.range", Warning),
        (6, "need.structural", Error),
    ];
    let mut found = problems(&imported);
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(found, expected);
    let [a, c] = &imported.records.positions[..] else { panic!("{:?}", imported.records.positions) };
    assert_eq!((a.kind, a.echelon, a.need, a.fields.0.len()), (JabatanKind::Structural, Some(Echelon::IV_B), 1, 2));
    assert_eq!((c.kind, c.class, c.need, c.requirements.to_string().as_str()), (JabatanKind::Staff, None, 0, "M1=2"));
}

#[test]
fn units_lose_their_dashes_and_must_be_found() {
    let imported = read("ID;NAMA_UNOR;ID_ATASAN\nA;--Dinas;\nB;----Bidang;A\nC;=Seksi;Z\nA;Lagi;\n;Tanpa id;\n");
    let expected = [
        (4, "text.formula", Severity::Warning),
        (4, "unit.unknown", Severity::Warning),
        (5, "unit.duplicate", Severity::Error),
        (6, "id.missing", Severity::Error),
    ];
    assert_eq!(problems(&imported), expected);
    let names: Vec<&str> = imported.records.units.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(names, ["Dinas", "Bidang", "=Seksi"]);
}

#[test]
fn other_files_tell_what_they_do_not_know() {
    use Severity::{Error, Warning};
    let nip = "198001012005011999";
    let stranger = "199001012015011999";
    let table: Vec<(Kind, String, Vec<(&str, Severity)>)> = vec![
        (Kind::Competence, format!("NIP;KODE;LEVEL;TANGGAL ASESMEN\n{nip};M1;6;01-01-2025"), vec![("value.range", Warning)]),
        (
            Kind::Competence,
            format!("NIP;KODE;LEVEL;TANGGAL ASESMEN\n{stranger};M1;5;01-01-2025"),
            vec![("employee.unknown", Warning)],
        ),
        (Kind::Competence, "NIP;KODE;LEVEL;TANGGAL ASESMEN\n1.98E+17;M1;5;01-01-2025".into(), vec![("nip.damaged", Error)]),
        (Kind::Appraisals, format!("NIP;TAHUN;HASIL KERJA;PERILAKU KERJA\n{nip};2025;4;2"), vec![("value.range", Warning)]),
        (Kind::Appraisals, format!("NIP;TAHUN;HASIL KERJA;PERILAKU KERJA\n{nip};2025;Di Atas Ekspektasi;2"), vec![]),
        (Kind::Appraisals, format!("NIP,TAHUN,PREDIKAT\n{nip},2025,Sangat  Baik"), vec![]),
        (Kind::Potential, format!("NIP;POTENSI;TANGGAL\n{nip};100,5;01-01-2025"), vec![("value.range", Warning)]),
        (Kind::Potential, format!("NIP;POTENSI;TANGGAL\n{nip};74,09;01-01-2027"), vec![("date.future", Warning)]),
        (Kind::Discipline, format!("NIP;TINGKAT;TMT MULAI;TMT AKHIR\n{nip};Hukuman Berat;01-01-2025;01-01-2027"), vec![]),
        (Kind::Discipline, format!("NIP;TINGKAT;TMT MULAI;TMT AKHIR\n{nip};XX;01-01-2025;"), vec![("value.range", Warning)]),
        (
            Kind::History,
            format!("NIP;JENIS JABATAN ID;ESELON ID;JENJANG;UNOR ID;TMT MULAI;TMT AKHIR\n{nip};2;99;XX;U7;;"),
            vec![("value.range", Warning)],
        ),
        (Kind::Aspirations, format!("NIP;URUTAN;UNOR ID;JABATAN ID;ALASAN\n{nip};7;U1;;x"), vec![("value.range", Warning)]),
        (Kind::Aspirations, format!("NIP;URUTAN;UNOR ID;JABATAN ID;ALASAN\n{nip};-1;U9;;x"), vec![("unit.unknown", Warning)]),
        (Kind::Aspirations, format!("NIP;URUTAN;UNOR ID;JABATAN ID;ALASAN\n{nip};0;;;x"), vec![]),
        (
            Kind::Aspirations,
            format!("NIP;URUTAN;UNOR ID;JABATAN ID;ALASAN\n{nip};1;U1;J9;x"),
            vec![("position.unknown", Warning)],
        ),
        (Kind::Relations, format!("NIP 1;NIP 2;HUBUNGAN\n{nip};{stranger};SUAMI/ISTRI"), vec![("employee.unknown", Warning)]),
        (
            Kind::Workload,
            "UNOR ID;JABATAN ID;MULAI;TAMBAHAN JAM;PROGRAM\nU2;J1;01-12-2026;x;P".into(),
            vec![("position.unknown", Warning), ("value.range", Warning)],
        ),
        (
            Kind::Acting,
            format!("NIP;UNOR ID;JABATAN ID;SEJAK;SAMPAI;NOMOR SURAT\n{nip};U1;;01-01-2026;;1/2"),
            vec![("position.missing", Warning)],
        ),
        (
            Kind::Satisfaction,
            "UNOR ID;TANGGAL;U1;U2;U3;U4;U5;U6;U7;U8;U9\nU1;01-01-2026;1;2;3;4;5;1;1;1;".into(),
            vec![("value.range", Warning)],
        ),
    ];
    for (kind, text, expected) in table {
        let imported = read(&text);
        let found: Vec<_> = imported.problems.iter().map(|p| (p.code(), p.severity())).collect();
        assert_eq!((imported.kind, found), (kind, expected), "{text}");
    }
}

#[test]
fn references_to_kinds_never_imported_are_not_judged() {
    let request = Request { as_kind: None, today: TODAY, date_order: None, known: &Known::default(), added_to: None };
    let imported = parse(employee(&[("UNOR ID", "U9")]).as_bytes(), &request).unwrap();
    assert_eq!(problems(&imported), []);
    let wish = "NIP;URUTAN;UNOR ID;JABATAN ID;ALASAN\n199001012015011999;1;U9;J9;x";
    assert_eq!(problems(&parse(wish.as_bytes(), &request).unwrap()), []);
}

#[test]
fn the_order_of_dates_is_decided_by_the_column_or_asked_for() {
    let refused = read_as(None, employee(&[("TMT JABATAN", "03/04/2020")]).as_bytes(), None).unwrap_err();
    assert!(matches!(&refused, Refusal::DateOrder { column, .. } if column == "TMT JABATAN"), "{refused:?}");
    assert_eq!(refused.code(), "date.order");
    for (order, expected) in [(DateOrder::DayFirst, date(2020, 4, 3)), (DateOrder::MonthFirst, date(2020, 3, 4))] {
        let imported = read_as(None, employee(&[("TMT JABATAN", "03/04/2020")]).as_bytes(), Some(order)).unwrap();
        assert_eq!(imported.records.employees[0].tmt_jabatan, Some(expected));
    }
    for (cell, expected) in [("31/01/2020", date(2020, 1, 31)), ("01.31.20", date(2020, 1, 31)), ("05/05/2020", date(2020, 5, 5))]
    {
        let imported = read(&employee(&[("TMT JABATAN", cell)]));
        assert_eq!(imported.records.employees[0].tmt_jabatan, Some(expected), "{cell}");
    }
    assert!(read_as(None, employee(&[("TMT JABATAN", "03-04-20")]).as_bytes(), None).is_err());
}

#[test]
fn encodings_and_delimiters_come_to_the_same() {
    let text = employee(&[("NAMA", "RENÉ; \"SI\" BUDI")]);
    let with_bom = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let windows: Vec<u8> = text.chars().map(|c| if c == 'É' { 0xc9 } else { c as u8 }).collect();
    let commas = text.replace("\";\"", "\",\"").replace(";T", ",T").replace(";N", ",N");
    let commas = commas.replace(";J", ",J").replace(";G", ",G").replace(";U", ",U");
    for bytes in [text.into_bytes(), with_bom, windows, commas.into_bytes()] {
        let imported = read_as(None, &bytes, None).unwrap();
        assert_eq!(imported.records.employees[0].name, "RENÉ; \"SI\" BUDI");
    }
    assert_eq!(read_as(None, b"PK\x03\x04\0\0", None).unwrap_err().code(), "encoding");
    let missing = read_as(None, b"NIP BARU;NAMA;UNOR ID\n", None).unwrap_err();
    assert_eq!(missing, Refusal::HeaderMissing { kind: Kind::Employees, columns: vec!["JABATAN ID"] });
}

#[test]
fn the_headers_of_the_wild_are_understood() {
    let long = "PNS ID, NIP BARU, NIP LAMA, NAMA, GELAR DEPAN, GELAR BELAKANG, TEMPAT LAHIR ID, TEMPAT LAHIR NAMA, TANGGAL LAHIR, \
        JENIS KELAMIN, AGAMA ID, AGAMA NAMA, JENIS KAWIN ID, JENIS KAWIN NAMA, NIK, NOMOR HP, EMAIL, EMAIL GOV, ALAMAT, NPWP NOMOR, BPJS, \
        JENIS PEGAWAI ID, JENIS PEGAWAI NAMA, KEDUDUKAN HUKUM ID, KEDUDUKAN HUKUM NAMA, STATUS CPNS PNS, KARTU ASN VIRTUAL, NOMOR SK CPNS, \
        TANGGAL SK CPNS, TMT CPNS, NOMOR SK PNS, TANGGAL SK PNS, TMT PNS, GOL AWAL ID, GOL AWAL NAMA, GOL AKHIR ID, GOL AKHIR NAMA, \
        TMT GOLONGAN, MK TAHUN, MK BULAN, JENIS JABATAN ID, JENIS JABATAN NAMA, JABATAN ID, JABATAN NAMA, TMT JABATAN, \
        TINGKAT PENDIDIKAN ID, TINGKAT PENDIDIKAN NAMA, PENDIDIKAN ID, PENDIDIKAN NAMA, TAHUN LULUS, KPKN ID, KPKN NAMA, LOKASI KERJA ID, \
        LOKASI KERJA NAMA, UNOR ID, UNOR NAMA, INSTANSI INDUK ID, INSTANSI INDUK NAMA, INSTANSI KERJA ID, INSTANSI KERJA NAMA, \
        SATUAN KERJA INDUK ID, SATUAN KERJA INDUK NAMA, SATUAN KERJA KERJA ID, SATUAN KERJA KERJA NAMA";
    let newer = format!("{long}, IS VALID NIK, NAMA SEKOLAH, FLAG IKD, ESELON ID, ESELON NAMA");
    let cells = |header: &str| {
        let cell = |name: &str| match name {
            "NIP BARU" => "198001012005011999",
            "UNOR ID" => "U1",
            "JABATAN ID" => "J1",
            "ESELON ID" => "42",
            "NIK" | "ALAMAT" | "EMAIL" => "rahasia",
            "TMT GOLONGAN" => "01-04-2020",
            name if name.contains("TANGGAL") || name.contains("TMT") => "",
            name if name.contains("JENIS") || name.contains("TINGKAT") || name.contains("KEDUDUKAN") || name.contains("GOL") => {
                ""
            }
            _ => "x",
        };
        header.split(',').map(|name| cell(name.trim())).collect::<Vec<_>>().join(",")
    };
    for (header, echelon) in [(long, None), (newer.as_str(), Some(Echelon::IV_B))] {
        let imported = read(&format!("{header}\n{}\n", cells(header)));
        assert_eq!(problems(&imported), []);
        let employee = &imported.records.employees[0];
        assert_eq!((employee.echelon, employee.tmt_rank), (echelon, Some(date(2020, 4, 1))));
        assert_eq!(employee.flags.to_string(), "COM_6");
        assert!(!format!("{employee:?}").contains("rahasia"));
    }
    let trimmed = "nip;Nama_Lengkap;unor_id;jabatan id;GOLONGAN;TMT GOLONGAN AKHIR;PENDIDIKAN TERAKHIR NAMA;JENIS PEGAWAI\n\
                   199001012021211999;ANI;U1;J1;IX;2021-08-01;S-1 HUKUM;PPPK\n";
    let employee = &read(trimmed).records.employees[0];
    assert_eq!((employee.kind, employee.rank.unwrap().to_string().as_str()), (EmploymentKind::Pppk, "IX"));
    assert_eq!((employee.tmt_rank, employee.education_name.as_str()), (Some(date(2021, 8, 1)), "S-1 HUKUM"));
}

#[test]
fn a_row_with_other_cells_than_the_header_is_told() {
    let imported =
        read("NIP;KODE;LEVEL;TANGGAL ASESMEN\n198001012005011999;M1;3;01-01-2025;x\n198001012005011999;M1;3;01-01-2025;\n");
    assert_eq!(problems(&imported), [(2, "row.cells", Severity::Warning)]);
    let stray = "NIP;KODE;LEVEL;TANGGAL ASESMEN\n198001012005011999;\"M1;3;01-01-2025\n198001012005011999;M1\";3;01-01-2025\n";
    let imported = read(stray);
    assert!(problems(&imported).contains(&(2, "row.quote", Severity::Error)), "{:?}", imported.problems);
    assert_eq!((imported.rows, imported.accepted), (1, 0));
}

#[test]
fn every_message_says_something_in_both_languages() {
    let samples = [
        employee(&[
            ("NIP BARU", "1"),
            ("NAMA", "=\u{1b}x\u{a0}y"),
            ("TMT JABATAN", "x"),
            ("GOL AKHIR NAMA", "x"),
            ("UNOR ID", "U9"),
        ]),
        employee(&[("TANGGAL LAHIR", "02-01-1980"), ("JENIS KELAMIN", "F"), ("TMT CPNS", "01-01-2006"), ("JABATAN ID", "")]),
        "NIP;KODE;LEVEL;TANGGAL ASESMEN\n1.9E+17;;9;01-01-2030;x\n199001012015132999;M1;1;\n199001012015012999;M1;;\n".into(),
    ];
    for imported in samples.iter().map(|text| read(text)) {
        for lang in [Lang::Id, Lang::En] {
            for problem in Report::new("x", &imported, lang).problems {
                assert!(problem.message.len() > 20, "{problem:?}");
            }
        }
    }
}
