//! Packs and profiles through the binary: a planner's own rules, thresholds chosen by name, two packs side by side.
use super::*;

const OWN: &str = r#"// Ketentuan kota.
(
    local: [
        (
            id: "L01",
            fact: tenure_months,
            min: 90,
            targets: [pengawas],
            target_units: ["3374-BMK-TJM"],
            severity: O,
            citation: "Perwal 12/2026 Pasal 3",
            name: (id: "pengalaman di jabatan", en: "experience in post"),
            sentence: (id: "baru {has} bulan; paling sedikit {min}", en: "only {has} months; at least {min}"),
        ),
    ],
)
"#;

fn with_own(text: &str) -> Desk {
    let desk = Desk::sample();
    std::fs::create_dir(desk.root.join("rules")).unwrap();
    std::fs::write(desk.root.join("rules/kota.ron"), text).unwrap();
    desk.set("  pool: [", "  rules: [\"2026-07\", \"kota\"],\n  pool: [");
    desk
}

#[test]
fn a_planner_adds_a_rule_without_code() {
    let desk = with_own(OWN);
    let refused = desk.edit(&["propose", SEKLUR, LURAH]).expect(1).stderr;
    assert!(refused.contains("L01") && refused.contains("paling sedikit 90"), "{refused}");
    assert!(refused.contains("Perwal 12/2026 Pasal 3 (perlu diverifikasi)"), "{refused}");
    let english = mutasi(&["--lang", "en", "edit", desk.root.to_str().unwrap(), "propose", SEKLUR, LURAH]).expect(1).stderr;
    assert!(english.contains("months; at least 90"), "{english}");
    let score = desk.run("score", &["--employee", SEKLUR, "--position", LURAH, "--json"]).expect(0).json();
    let local = score["verdicts"].as_array().unwrap().iter().find(|it| it["rule"] == "L01").unwrap().clone();
    assert_eq!((local["severity"].as_str(), local["outcome"].as_str()), (Some("O"), Some("fail")));
    assert_eq!(score["profiles"]["pack"], "2026-07+kota");
    let permit = ["override", SEKLUR, LURAH, "--rule", "L01", "--document", "1", "--date", "2026-10-01"];
    desk.edit(&[&permit[..], &["--official", "Sekda", "--reason", "kekosongan lama"]].concat()).expect(0);
    desk.edit(&["propose", SEKLUR, LURAH]).expect(0);
    let check = desk.run("check", &["--json"]).json();
    assert_eq!(check["metrics"]["overridden"], 1);
    // Another number is no rule here.
    let other = ["override", SEKLUR, LURAH, "--rule", "L02", "--document", "1", "--date", "2026-10-01"];
    desk.edit(&[&other[..], &["--official", "Sekda", "--reason", "x"]].concat()).expect(2);
    desk.run("plan", &["--json"]).expect(0);
    desk.run("verify", &[]).expect(0);
}

#[test]
fn a_mistake_in_a_pack_is_told_with_its_place() {
    let desk = with_own(&OWN.replace("min: 90", "min: \"sembilan\""));
    let said = desk.run("check", &[]).expect(2).stderr;
    assert!(said.contains("rules/kota.ron:7:19") && said.contains("sembilan") && said.contains("bilangan bulat"), "{said}");
    let desk = with_own(&OWN.replace("severity: O", "severity: X"));
    let said = desk.run("check", &[]).expect(2).stderr;
    assert!(said.contains("rules/kota.ron:10:"), "{said}");
    let desk = with_own(&OWN.replace("3374-BMK-TJM", "3374-XXX"));
    assert!(desk.run("check", &[]).expect(2).stderr.contains("3374-XXX"));
    let desk = Desk::sample();
    desk.set("  pool: [", "  rules: [\"2019\"],\n  pool: [");
    let said = desk.run("check", &[]).expect(2).stderr;
    assert!(said.contains("2019") && said.contains("2026-07, 2025-07"), "{said}");
}

#[test]
fn every_result_names_its_profiles() {
    let desk = Desk::sample();
    let of = ["--employee", SEKLUR, "--position", LURAH];
    let lines = [
        desk.run("check", &[]).stdout,
        desk.run("score", &of).stdout,
        desk.run("rank", &["--employee", SEKLUR]).stdout,
        desk.run("plan", &[]).stdout,
    ];
    for said in lines {
        assert!(said.contains("Profil: ketentuan 2026-07 · masa jabatan 24 bulan") && said.contains("75.000 menit"), "{said}");
    }
    let json = |name, more: &[&str]| desk.run(name, &[more, &["--json"]].concat()).json();
    let all = [json("check", &[]), json("score", &of), json("rank", &["--employee", SEKLUR])[0].clone(), json("plan", &[])];
    for result in all {
        let it = &result["profiles"];
        has_keys(it, &["pack", "minimum_tenure", "jpm", "nine_box", "retirement", "working_hours"]);
        assert_eq!((it["jpm"]["threshold"].as_u64(), it["working_hours"]["minutes"].as_u64()), (Some(6_800), Some(75_000)));
        assert_eq!((it["nine_box"]["high"].as_u64(), it["nine_box"]["middle"].as_u64()), (Some(8_000), Some(6_000)));
        assert_eq!(it["retirement"]["ages"], serde_json::json!([60, 58, 65, 60, 58]));
    }
    desk.set("  pool: [", "  parameters: (profiles: (working_hours: \"WKE 72.000\", jpm: \"MS 80\")),\n  pool: [");
    let it = &json("check", &[])["profiles"];
    assert_eq!((it["jpm"]["threshold"].as_u64(), it["working_hours"]["minutes"].as_u64()), (Some(8_000), Some(72_000)));
    desk.set("WKE 72.000", "WKE 1");
    let said = desk.run("check", &[]).expect(2).stderr;
    assert!(said.contains("working_hours") && said.contains("WKE 75.000, WKE 72.000"), "{said}");
}

#[test]
fn one_plan_is_judged_under_two_packs_side_by_side() {
    let desk = Desk::sample();
    desk.set("  pool: [", "  rules: [\"2025-07\"],\n  pool: [");
    // Sixteen months in post: lawful under the statement of July 2025.
    let ranked = desk.run("rank", &["--employee", RECENT, "--json"]).expect(0).json();
    let lawful = ranked.as_array().unwrap().iter().find(|it| it["eligible"] == true).unwrap();
    desk.edit(&["propose", RECENT, lawful["position"].as_str().unwrap()]).expect(0);
    desk.run("check", &[]).expect(0);
    desk.run("check", &["--rules", "2026-07"]).expect(1);
    let both = ["--rules", "2026-07", "--rules", "2025-07"];
    let found = desk.run("check", &[&both[..], &["--json"]].concat()).expect(1).json();
    let packs = &found["packs"];
    assert_eq!((packs[0]["holds"].as_bool(), packs[1]["holds"].as_bool()), (Some(false), Some(true)));
    assert_eq!((packs[0]["metrics"]["blocked"].as_u64(), packs[1]["metrics"]["blocked"].as_u64()), (Some(1), Some(0)));
    let months = |at: usize| packs[at]["profiles"]["minimum_tenure"]["months"].as_u64();
    assert_eq!((months(0), months(1)), (Some(24), Some(6)));
    assert_eq!(packs[1]["profiles"]["nine_box"]["name"], "90/78");
    let different = found["different"].as_array().unwrap();
    assert_eq!(different.len(), 1, "{found}");
    assert_eq!((different[0]["employee"].as_str(), different[0]["rule"].as_str()), (Some(RECENT), Some("R05")));
    assert_eq!(different[0]["verdicts"][0]["outcome"], "fail");
    assert!(different[0]["verdicts"][1].is_null());
    let text = desk.run("check", &both).expect(1).stdout;
    let first = text.lines().next().unwrap();
    assert!(first.starts_with("1 putusan berbeda antara 2026-07 dan 2025-07"), "{text}");
    assert!(text.contains("2026-07: ⊘ R05") && text.contains("2025-07: ✓ tidak ada yang menghalangi"), "{text}");
    desk.run("check", &["--rules", "2026-07", "--rules", "2025-07", "--rules", "2025-07"]).expect(2);
    desk.run("check", &["--rules", "1999"]).expect(2);
}

#[test]
fn the_match_score_of_bkn_stands_beside_the_score() {
    let desk = Desk::sample();
    let of = ["--employee", SEKLUR, "--position", LURAH];
    let found = desk.run("score", &[&of[..], &["--json"]].concat()).expect(0).json();
    let it = &found["match_bkn2025"];
    assert!(it["total"].is_null() && it["qualification"].is_null(), "{it}");
    assert!(it["missing"].as_array().unwrap().iter().any(|input| input == "training"), "{it}");
    let said = desk.run("score", &of).expect(0).stdout;
    assert!(said.contains("kecocokan BKN-2025 – (belum ada:") && said.contains("pengembangan kompetensi"), "{said}");
    let file = desk.root.join("talenta.csv");
    let header = "NIP;POTENSI;TANGGAL;POTKOM;NILAI PENDIDIKAN;BIDANG ILMU;PENGEMBANGAN KOMPETENSI;PENGALAMAN LAMA;PENGALAMAN KERAGAMAN;PENGALAMAN SUBSTANSI;INTEGRITAS";
    std::fs::write(&file, format!("{header}\n{SEKLUR};80;01-06-2026;82;80;100;50;100;60;60;75\n")).unwrap();
    desk.run("import", &[file.to_str().unwrap()]).expect(0);
    let found = desk.run("score", &[&of[..], &["--json"]].concat()).expect(0).json();
    let it = &found["match_bkn2025"];
    assert_eq!((it["total"].as_i64(), it["qualification"].as_i64()), (Some(7_972), Some(7_583)), "{it}");
    assert_eq!((it["inputs"]["training"].as_u64(), it["missing"].as_array().map(Vec::len)), (Some(5_000), Some(0)));
    let said = desk.run("score", &of).expect(0).stdout;
    assert!(said.contains("kecocokan BKN-2025 79,72 = 65 % potkom 82,00 + 20 % kualifikasi 75,83"), "{said}");
}
