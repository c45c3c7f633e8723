//! Chains, a post filled, somebody who acts there: from the shell.
use super::*;
use serde_json::Value;

const LURAH: &str = "3374-BMK-SMB/LURAH";
const GEDAWANG: &str = "3374-BMK-GED/LURAH";

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
}

#[test]
fn plan_and_check_print_the_same_chains_and_that_nobody_is_lost() {
    let desk = Desk::sample();
    let plan = desk.run("plan", &["--json"]).expect(0).json();
    let check = desk.run("check", &["--json"]).json();
    assert_eq!(plan["chains"], check["chains"]);
    let mut told: Vec<&str> = check["chains"].as_array().unwrap().iter().flat_map(|chain| texts(&chain["moves"])).collect();
    told.sort_unstable();
    let moved: Vec<&str> = plan["assignments"].as_array().unwrap().iter().map(|it| it["employee"].as_str().unwrap()).collect();
    assert_eq!(told, moved, "every move is in one chain");
    let conservation = &check["conservation"];
    assert_eq!(conservation["holds"], true);
    for unit in conservation["units"].as_array().unwrap() {
        let figure = |name: &str| unit[name].as_i64().unwrap();
        assert_eq!(figure("before") + figure("comes") - figure("goes"), figure("after"), "{unit}");
    }
    assert!(desk.run("check", &[]).stdout.contains("neraca pegawai cocok di setiap unit kerja"));
}

#[test]
fn a_post_is_filled_by_one_decision_that_undo_takes_back() {
    let desk = Desk::sample();
    let shown = desk.run("fill", &["--position", GEDAWANG, "--dry-run", "--json"]).expect(0).json();
    assert_eq!((shown["recorded"].as_bool(), desk.run("log", &["--json"]).json().as_array().unwrap().len()), (Some(false), 0));
    let filled = desk.run("fill", &["--position", GEDAWANG, "--json"]).expect(0).json();
    assert_eq!(shown["chains"], filled["chains"]);
    let best = &filled["chains"][0];
    let check = desk.run("check", &["--json"]).json();
    let moves: Vec<&str> = best["moves"].as_array().unwrap().iter().map(|it| it["employee"].as_str().unwrap()).collect();
    assert_eq!(texts(&check["chains"][0]["moves"]), moves);
    assert_eq!(check["chains"][0]["end"], best["end"]);
    let ends: Vec<&Value> = filled["chains"].as_array().unwrap().iter().map(|it| &it["leaves"]).collect();
    assert!(ends.len() > 1 && ends.windows(2).all(|two| two[0] != two[1]), "{ends:?}");
    assert!(desk.run("fill", &["--position", GEDAWANG]).expect(1).stderr.contains("tidak kekurangan pemangku"));
    desk.edit(&["undo"]).expect(0);
    assert_eq!(desk.run("check", &["--json"]).json()["chains"].as_array().unwrap().len(), 0);
    desk.run("fill", &["--position", "TIDAK/ADA"]).expect(2);
    desk.run("fill", &["--position", GEDAWANG, "--depth", "10"]).expect(2);
}

#[test]
fn who_acts_on_a_vacant_post_is_kept_beside_the_imported_lists() {
    let desk = Desk::sample();
    let appoint = |from: &str, until: &str, at: &str| {
        desk.run("acting", &["appoint", SEKLUR, at, "--from", from, "--until", until, "--letter", "821/7/2026"])
    };
    let before = desk.run("check", &["--json"]).json();
    appoint("2026-11-01", "2027-01-31", LURAH).expect(0);
    assert!(desk.run("acting", &["list"]).expect(0).stdout.contains("821/7/2026"));
    let after = desk.run("check", &["--json"]).json();
    assert_eq!(before["metrics"], after["metrics"], "the post stays vacant");
    assert!(appoint("2027-02-01", "2027-01-01", LURAH).expect(1).stderr.contains("lebih awal"));
    assert!(appoint("2026-11-01", "2027-01-31", "3374-BMK-BYM/LURAH").expect(1).stderr.contains("masih ada pemangkunya"));
    // Three months have gone by.
    appoint("2026-06-01", "2027-01-31", LURAH).expect(0);
    let late = desk.run("check", &["--json"]).json();
    assert_eq!(late["acting_too_long"].as_array().unwrap().len(), before["acting_too_long"].as_array().unwrap().len() + 1);
    desk.run("acting", &["end", SEKLUR, LURAH, "--on", "2026-10-01"]).expect(0);
    let ended = desk.run("check", &["--json"]).json();
    assert_eq!(ended["acting_too_long"], before["acting_too_long"]);
    desk.run("acting", &["end", SEKLUR, GEDAWANG, "--on", "2026-10-01"]).expect(1);
    assert!(desk.root.join("facts/journal.ron").exists());
}
