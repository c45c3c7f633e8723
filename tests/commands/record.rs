//! The record on disk: what is verified, who may write, what is refused and where it is said.
use super::*;

#[test]
fn verify_detects_every_change_of_a_byte_before_the_last_line() {
    let desk = Desk::sample();
    desk.run("plan", &[]).expect(0);
    desk.edit(&["reason", SEKLUR, "mengisi kekosongan"]).expect(0);
    let verified = desk.run("verify", &["--json"]).expect(0).json();
    assert_eq!((verified["holds"].as_bool(), verified["certificates"][0]["outcome"].as_str()), (Some(true), Some("holds")));
    let good = std::fs::read(desk.journal()).unwrap();
    let first = good.iter().position(|byte| *byte == b'\n').unwrap();
    for at in (0..first).step_by(97) {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        std::fs::write(desk.journal(), &bytes).unwrap();
        desk.run("verify", &[]).expect(1);
    }
    std::fs::write(desk.journal(), &good).unwrap();
    let folder = desk.root.join("plans/utama/certificates");
    let file = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("move_price:0", "move_price:1", 1)).unwrap();
    assert!(desk.run("verify", &[]).expect(1).stdout.contains("hash"));
    std::fs::remove_file(&file).unwrap();
    desk.run("verify", &[]).expect(1);
}

#[test]
fn verify_says_so_where_the_facts_have_changed_since() {
    let desk = Desk::sample();
    desk.run("plan", &[]).expect(0);
    desk.set("tmt: \"2027-01-01\"", "tmt: \"2027-02-01\"");
    let verified = desk.run("verify", &["--json"]).expect(0).json();
    assert_eq!(verified["certificates"][0]["outcome"], "facts-changed");
}

#[test]
fn a_limited_plan_is_verified_too() {
    let desk = Desk::sample();
    let plan = desk.run("plan", &["--json", "--max-moves", "10"]).expect(0).json();
    assert!(plan["moves"].as_u64().unwrap() <= 10);
    assert_eq!(plan["gap"].as_i64().unwrap(), plan["bound"].as_i64().unwrap() - plan["objective"].as_i64().unwrap());
    assert!(plan["bound"].as_i64() <= plan["relaxed"].as_i64());
    desk.run("verify", &[]).expect(0);
}

#[test]
fn a_second_writer_is_refused_and_readers_are_not() {
    let desk = Desk::sample();
    let lock =
        std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(desk.root.join("plans/utama/lock")).unwrap();
    lock.lock().unwrap();
    assert!(desk.edit(&["reason", SEKLUR, "x"]).expect(2).stderr.contains("program lain"));
    desk.run("plan", &[]).expect(2);
    desk.run("check", &[]).expect(0);
    desk.run("log", &[]).expect(0);
    drop(lock);
    desk.edit(&["reason", SEKLUR, "x"]).expect(0);
}

#[test]
fn a_torn_last_line_is_set_aside_and_told() {
    let desk = Desk::sample();
    desk.edit(&["reason", SEKLUR, "satu"]).expect(0);
    std::fs::OpenOptions::new().append(true).open(desk.journal()).unwrap().write_all(b"(sequence:2,time").unwrap();
    assert_eq!(desk.run("verify", &["--json"]).expect(1).json()["torn_bytes"], 16);
    let edited = desk.edit(&["reason", SEKLUR, "dua"]).expect(0);
    assert!(edited.stderr.contains("terputus"), "{}", edited.stderr);
    assert_eq!(std::fs::read(desk.root.join("plans/utama/journal.torn-1")).unwrap(), b"(sequence:2,time");
    desk.run("verify", &[]).expect(0);
}

#[test]
fn reading_changes_nothing_on_disk() {
    let desk = Desk::sample();
    let files = || {
        let mut all: Vec<_> =
            walk(&desk.root).into_iter().map(|path| (path.clone(), path.metadata().unwrap().modified().unwrap())).collect();
        all.sort();
        all
    };
    let before = files();
    for (name, more) in
        [("check", vec![]), ("problem", vec![]), ("log", vec![]), ("verify", vec![]), ("rank", vec!["--position", LURAH])]
    {
        desk.run(name, &more).expect(0);
    }
    assert_eq!(files(), before);
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn unusable_arguments_and_data_are_2_and_say_where() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("x");
    assert!(mutasi(&["check", nowhere.to_str().unwrap()]).expect(2).stderr.contains("workspace.ron"));
    mutasi(&["check"]).expect(2);
    mutasi(&["nonsense"]).expect(2);
    mutasi(&["--version"]).expect(0);
    mutasi(&["--help"]).expect(0);
    let desk = Desk::sample();
    let known = desk.run("check", &["--plan", "lain"]).expect(2);
    assert!(known.stderr.contains("utama"), "{}", known.stderr);
    assert!(desk.run("check", &["--plan", "lain", "--lang", "en"]).expect(2).stderr.contains("there is no plan lain"));
    desk.run("plan", &["--plan", "../jahat"]).expect(2);
    desk.run("plan", &["--plan", "lain"]).expect(0);
    desk.run("check", &["--plan", "lain"]).expect(0);
    desk.set("tmt: \"2027-01-01\"", "tmt: \"2027-13-01\"");
    assert!(desk.run("check", &[]).expect(2).stderr.contains("workspace.ron:"));
}

#[test]
fn an_approved_plan_is_closed() {
    let desk = Desk::sample();
    let refused = desk.run("plan", &["--plan", "2025-rotasi"]).expect(1);
    assert!(refused.stderr.contains("dilaksanakan"), "{}", refused.stderr);
    desk.edit(&["--plan", "2025-rotasi", "propose", SEKLUR, LURAH]).expect(1);
}

#[test]
fn check_tells_a_broken_plan_by_its_exit_status() {
    let desk = Desk::sample();
    desk.edit(&["reason", SEKLUR, "x"]).expect(0);
    let log = desk.run("log", &["--json"]).expect(0).json();
    append(&desk, &log, &format!("Propose(employee:\"{RECENT}\",position:\"3374-BMK-TJM/ADMUM\")"));
    let check = desk.run("check", &["--json"]).expect(1).json();
    assert_eq!(check["metrics"]["blocked"], 1);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let desk = Desk::sample();
    let mut child = command(&["problem", desk.path()]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(said, "");
}

#[test]
fn import_reports_as_the_contract_says_and_its_facts_are_planned_with() {
    let desk = Desk::new(&["--today", "2026-11-01", "--tmt", "2027-01-01"]);
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let units = file("unor.csv", "Id;NamaUnor;DiatasanId\nA;Bagian A;\nB;Bagian B;A\n");
    let report = desk.run("import", &[&units, "--json"]).expect(0).json();
    assert_eq!(
        (report["kind"].as_str(), report["rows"].as_u64(), report["accepted"].as_u64()),
        (Some("units"), Some(2), Some(2))
    );
    let people = file("orang.csv", "NIP BARU;NAMA;UNOR ID;JABATAN ID\n198001012005011999;Adi;A;X\n1.98001E+17;Budi;A;X\n");
    let tried = desk.run("import", &[&people, "--as", "pegawai", "--dry-run", "--json"]).expect(1).json();
    assert_eq!((tried["rejected"].as_u64(), tried["problems"][0]["code"].as_str()), (Some(1), Some("nip.damaged")));
    assert!(!desk.root.join("facts/employees.csv").exists());
    let both = desk.run("import", &[&units, &people, "--json"]).expect(1).json();
    assert_eq!(both.as_array().unwrap().len(), 2);
    let broken = file("rusak.csv", "Entah;Apa\n1;2\n");
    assert!(desk.run("import", &[&broken]).expect(2).stderr.contains("rusak.csv"));
    desk.run("import", &[&units, "--as", "bukan"]).expect(2);
    assert!(desk.run("check", &[]).expect(0).stdout.contains("belum diimpor"));
}

#[test]
fn without_a_terminal_the_program_says_so_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let ended = command(&[]).current_dir(folder.path()).env("TMPDIR", folder.path()).stdin(Stdio::null()).output().unwrap();
    assert_ne!(ended.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("Banyumanik"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_level_or_unit_is_locked_by_one_entry_that_undo_takes_back() {
    let desk = Desk::sample();
    desk.run("plan", &[]).expect(0);
    let proposals = || desk.run("plan", &["--json"]).expect(0).json()["moves"].as_u64().unwrap();
    assert!(desk.edit(&["lock", "--level", "3"]).expect(0).stdout.contains("jenjang pengawas dan JF Muda dikunci: "));
    assert!(proposals() > 0);
    let log = desk.run("log", &["--json"]).expect(0).json();
    let entry = &log.as_array().unwrap()[1];
    assert_eq!((entry["action"].as_str(), entry["of"]["level"].as_u64()), (Some("pin-many"), Some(3)));
    assert!(entry["pins"][0]["employee"].is_string() && entry["pins"][0]["position"].is_string());
    desk.run("verify", &[]).expect(0);
    let freed = desk.edit(&["unlock", "--level", "3"]).expect(0).stdout;
    assert!(freed.contains("kunci jenjang pengawas dan JF Muda dibuka: "), "{freed}");
    assert!(desk.edit(&["unlock", "--level", "3"]).expect(1).stderr.contains("tidak dikunci"));
    assert!(desk.edit(&["lock", "--unit", "nowhere"]).expect(1).stderr.contains("tidak ada pegawai yang dapat dikunci"));
    assert!(desk.edit(&["lock", "--unit", "3374-BMK-TJM"]).expect(0).stdout.contains("Tinjomoyo dilindungi: "));
    desk.edit(&["undo"]).expect(0);
    assert!(desk.edit(&["unlock", "--unit", "3374-BMK-TJM"]).expect(1).stderr.contains("tidak dikunci"));
    desk.edit(&["lock"]).expect(2);
}
