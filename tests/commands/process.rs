//! A plan on its way, through the binary: documents recorded, gates listed, freezes and acting heads of the workspace.
use super::*;

/// The gates of a plan as a whole: rule, outcome, the status that needs it.
fn gates(desk: &Desk) -> Vec<String> {
    let check = desk.run("check", &["--json"]).json();
    let told = |gate: &Value| {
        assert_eq!(gate["scope"], "gate");
        has_keys(gate, &["rule", "severity", "outcome", "citation", "verified", "reason", "before"]);
        assert!(gate.get("employee").is_none());
        let before = gate["before"].as_str().unwrap_or("-");
        format!("{} {} {before}", gate["rule"].as_str().unwrap(), gate["outcome"].as_str().unwrap())
    };
    check["gates"].as_array().unwrap().iter().map(told).collect()
}

/// What a rule says of the mover.
fn verdict(desk: &Desk, rule: &str) -> Option<Value> {
    let check = desk.run("check", &["--json"]).json();
    let all = check["verdicts"].as_array().unwrap().clone();
    all.into_iter().find(|it| it["rule"] == rule && it["employee"] == SEKLUR)
}

#[test]
fn documents_open_the_gates_one_by_one() {
    let desk = Desk::sample();
    assert!(gates(&desk).is_empty(), "a plan without moves needs nothing");
    desk.edit(&["propose", SEKLUR, LURAH]).expect(0);
    assert_eq!(gates(&desk), ["R32 fail approved", "R33 fail decreed"]);
    let text = desk.run("check", &[]).stdout;
    assert!(text.contains("R32") && text.contains("berita acara TPK belum dicatat, untuk 1 mutasi (sebelum"), "{text}");
    assert!(text.contains("PP 11/2017 Pasal 191 (perlu diverifikasi)"), "{text}");
    let minutes = ["record", "berita-acara", "--number", "800/1", "--date", "2026-11-02", "--official", "Sekda"];
    let said = desk.edit(&minutes).expect(0).stdout;
    assert!(said.contains("berita acara TPK 800/1 (2 Nov 2026) Sekda"), "{said}");
    assert_eq!(gates(&desk), ["R32 pass approved", "R33 fail decreed"]);
    desk.edit(&["record", "pertek", "--number", "P-1", "--date", "2026-11-20"]).expect(0);
    desk.edit(&["record", "decree", "--number", "SK-1", "--date", "2026-10-25"]).expect(0);
    assert_eq!(gates(&desk), ["R32 pass approved", "R33 pass decreed", "R34 fail -"]);
    desk.edit(&["undo"]).expect(0);
    assert_eq!(gates(&desk), ["R32 pass approved", "R33 pass decreed"]);
    let log = desk.run("log", &["--json"]).expect(0).json();
    let record = &log[1];
    assert_eq!((record["action"].as_str(), record["document"].as_str()), (Some("record"), Some("minutes")));
    assert_eq!((record["number"].as_str(), record["official"].as_str()), (Some("800/1"), Some("Sekda")));
    desk.edit(&["record", "surat", "--number", "1", "--date", "2026-11-20"]).expect(2);
    desk.edit(&["record", "pertek", "--number", " ", "--date", "2026-11-20"]).expect(2);
    desk.run("verify", &[]).expect(0);
}

#[test]
fn a_post_left_empty_waits_for_somebody_to_take_note() {
    let desk = Desk::sample();
    desk.edit(&["acknowledge", "3374-BMK-PDS/SEKLUR", "x"]).expect(1);
    desk.edit(&["propose", SEKLUR, LURAH]).expect(0);
    let gate = verdict(&desk, "R21").unwrap();
    assert_eq!((gate["scope"].as_str(), gate["severity"].as_str()), (Some("gate"), Some("G")));
    let reason = gate["reason"].as_str().unwrap();
    assert!(reason.contains("tanpa Plt"), "{reason}");
    let post = reason.split(['(', ')']).nth(1).unwrap();
    assert!(desk.edit(&["acknowledge", post, "  "]).expect(2).stderr.contains("kosong"));
    desk.edit(&["acknowledge", post, "diisi bulan depan"]).expect(0);
    assert_eq!(verdict(&desk, "R21").unwrap()["outcome"], "overridden");
    assert_eq!(desk.run("check", &["--json"]).json()["metrics"]["overridden"], 0, "no rule was overridden");
    desk.edit(&["undo"]).expect(0);
    assert_eq!(verdict(&desk, "R21").unwrap()["outcome"], "fail");
}

#[test]
fn the_head_of_the_region_and_elections_stand_in_the_workspace() {
    let desk = Desk::sample();
    let permit = |rule| {
        let arguments = ["override", SEKLUR, LURAH, "--rule", rule, "--document", "100/M", "--date", "2026-10-01"];
        desk.edit(&[&arguments[..], &["--official", "Mendagri", "--reason", "persetujuan tertulis"]].concat())
    };
    let tmt = "tmt: \"2027-01-01\",";
    desk.set(tmt, &format!("{tmt}\n  head: (inaugurated: \"2026-07-02\"),"));
    let refused = desk.edit(&["propose", SEKLUR, LURAH]).expect(1).stderr;
    assert!(refused.contains("R24") && refused.contains("2 Jan 2027") && refused.contains("UU 10/2016 Pasal 162"), "{refused}");
    permit("R24").expect(0);
    desk.edit(&["propose", SEKLUR, LURAH]).expect(0);
    assert_eq!(gates(&desk), ["R32 fail approved", "R33 fail decreed", "R35 fail implemented"]);
    desk.edit(&["undo"]).expect(0);
    desk.edit(&["undo"]).expect(0);
    // Six months to the day: free.
    desk.set("2026-07-02", "2026-07-01");
    desk.edit(&["propose", SEKLUR, LURAH]).expect(0);
    desk.edit(&["undo"]).expect(0);
    desk.set("(inaugurated: \"2026-07-01\")", "(acting_since: \"2026-11-01\")");
    assert!(desk.edit(&["propose", SEKLUR, LURAH]).expect(1).stderr.contains("R25"));
    let own = "parameters: (elections: [(candidates_fixed: \"2027-06-30\", end_of_term: \"2027-12-01\", source: \"KPU\")]),";
    desk.set("head: (acting_since: \"2026-11-01\"),", own);
    let refused = desk.edit(&["propose", SEKLUR, LURAH]).expect(1).stderr;
    assert!(refused.contains("R23") && refused.contains("30 Des 2026 sampai 1 Des 2027"), "{refused}");
    permit("R23").expect(0);
    desk.edit(&["propose", SEKLUR, LURAH]).expect(0);
}

#[test]
fn proceedings_come_with_the_list_of_discipline() {
    let desk = Desk::sample();
    let file = desk.root.join("hukdis.csv");
    std::fs::write(&file, format!("NIP;TINGKAT;TMT MULAI;TMT AKHIR\n{SEKLUR};Proses Peradilan;01-11-2026;\n")).unwrap();
    desk.run("import", &[file.to_str().unwrap()]).expect(0);
    let refused = desk.edit(&["propose", SEKLUR, LURAH]).expect(1).stderr;
    assert!(refused.contains("R08") && refused.contains("proses peradilan") && !refused.contains("R07"), "{refused}");
    let plan = desk.run("plan", &["--json"]).expect(0).json();
    let left: Vec<&str> = plan["left_out"].as_array().unwrap().iter().filter_map(|it| it["reason"].as_str()).collect();
    assert!(left.contains(&"R08"), "{left:?}");
}

#[test]
fn two_jabatan_held_together_come_with_the_export() {
    let desk = Desk::new(&["--tmt", "2027-01-01", "--today", "2026-11-01"]);
    let import = |name: &str, text: &str| {
        let file = desk.root.join(name);
        std::fs::write(&file, text).unwrap();
        desk.run("import", &[file.to_str().unwrap(), "--json"]).expect(0).json()
    };
    import("unor.csv", "Id;NamaUnor;DiatasanId\nU;Kecamatan;\n");
    import(
        "peta.csv",
        "UNOR ID;UNOR NAMA;JABATAN ID;JABATAN NAMA;JENIS JABATAN ID;ESELON ID;JENJANG;KELAS JABATAN;KEBUTUHAN;PENDIDIKAN MIN;BIDANG PENDIDIKAN;GOL MIN;GOL MAX;KOMPETENSI\n\
         U;Kecamatan;A;Pengolah Data;4;;;6;2;SLTA;;;;\nU;Kecamatan;B;Arsiparis Ahli Muda;2;;MU;9;2;S-1;;;;\n",
    );
    let report = import(
        "pegawai.csv",
        "NIP BARU;NAMA;UNOR ID;JABATAN ID;JENIS JABATAN ID;JENIS JABATAN NAMA;TMT JABATAN\n\
         198001012005011999;Ana;U;A;3;Jabatan Rangkap;01-01-2020\n197501012000031999;Budi;U;A;4;;01-01-2020\n",
    );
    assert_eq!(report[0]["rejected"].as_u64().or(report["rejected"].as_u64()), Some(0), "{report}");
    let check = desk.run("check", &["--json"]).expect(0).json();
    let found: Vec<&Value> = check["verdicts"].as_array().unwrap().iter().filter(|it| it["rule"] == "R28").collect();
    assert_eq!(found.len(), 1, "{check}");
    assert_eq!((found[0]["employee"].as_str(), found[0]["severity"].as_str()), (Some("198001012005011999"), Some("W")));
    assert!(found[0]["reason"].as_str().unwrap().contains("merangkap JA dan JF"));
}
