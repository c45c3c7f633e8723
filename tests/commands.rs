//! Every command of the binary, on the sample: exit status, JSON, refusals, what is left on disk.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod common;
use common::{Desk, assignments, command, mutasi, without_timings};
use serde_json::Value;
use std::collections::HashSet;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

#[path = "commands/chains.rs"]
mod chains;
#[path = "commands/packs.rs"]
mod packs;
#[path = "commands/plain.rs"]
mod plain;
#[path = "commands/process.rs"]
mod process;
#[path = "commands/record.rs"]
mod record;
#[path = "commands/workload.rs"]
mod workload;

/// A seklur who may become lurah, and where.
const SEKLUR: &str = "197904122006031999";
const LURAH: &str = "3374-BMK-TJM/LURAH";
/// Serves a disciplinary measure.
const DISCIPLINED: &str = "198101092009021999";
/// In the present post for 16 months.
const RECENT: &str = "199005022014031999";

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn has_keys(value: &Value, expected: &[&str]) {
    let found: HashSet<&str> = keys(value).into_iter().collect();
    for key in expected {
        assert!(found.contains(key), "{key} is missing in {value}");
    }
}

const METRICS: [&str; 15] = [
    "filled_permille",
    "worst_unit",
    "worst_unit_permille",
    "vacancies",
    "structural_vacant",
    "holes",
    "wishes_met",
    "wishes_partly",
    "wishes_open",
    "blocked",
    "overridden",
    "warnings",
    "unknown",
    "incomplete",
    "gain_permille",
];

#[test]
fn new_makes_a_private_workspace_and_never_overwrites_one() {
    let desk = Desk::sample();
    let mode = |path: &str| desk.root.join(path).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(""), mode("workspace.ron"), mode("facts/employees.ron")), (0o700, 0o600, 0o600));
    assert_eq!(mode("plans/utama/journal.ron"), 0o600);
    desk.run("new", &[]).expect(2);
    let log = desk.run("log", &["--plan", "2025-rotasi", "--json"]).expect(0).json();
    assert_eq!(log.as_array().unwrap().len(), 12);
    assert_eq!((log[0]["action"].as_str(), log[0]["time"].as_str()), (Some("set"), Some("2025-08-04T09:05:10+07:00")));
    has_keys(&log[1], &["sequence", "time", "actor", "action", "employee", "position", "hash"]);
    desk.run("verify", &["--plan", "2025-rotasi"]).expect(0);
}

#[test]
fn an_empty_workspace_has_the_default_effective_date_and_an_empty_plan() {
    let desk = Desk::new(&["--today", "2026-11-30", "--title", "Rencana \"uji\""]);
    let text = std::fs::read_to_string(desk.root.join("workspace.ron")).unwrap();
    assert!(text.contains(r#"tmt: "2027-01-01""#) && text.contains(r#"title: "Rencana \"uji\"""#), "{text}");
    let check = desk.run("check", &["--json"]).expect(0).json();
    assert!(check["metrics"]["gain_permille"].is_null());
    let plan = desk.run("plan", &["--json"]).expect(0).json();
    assert_eq!((plan["employees"].as_u64(), plan["moves"].as_u64()), (Some(0), Some(0)));
}

#[test]
fn a_name_without_a_folder_before_it_is_made_in_the_current_folder() {
    let folder = tempfile::tempdir().unwrap();
    assert!(command(&["new", "w"]).current_dir(folder.path()).status().unwrap().success());
    assert!(folder.path().join("w/workspace.ron").is_file());
}

#[test]
fn a_synthetic_workspace_is_the_same_for_the_same_seed_and_has_lawful_moves() {
    let chosen = ["--employees", "400", "--seed", "7", "--today", "2026-11-01"];
    let (a, b) = (Desk::new(&chosen), Desk::new(&chosen));
    for file in ["employees.csv", "competence.csv", "aspirations.csv"] {
        assert_eq!(
            std::fs::read(a.root.join("facts").join(file)).unwrap(),
            std::fs::read(b.root.join("facts").join(file)).unwrap()
        );
    }
    let plan = a.run("plan", &["--json"]).expect(0).json();
    assert_eq!((plan["status"].as_str(), plan["gap"].as_i64()), (Some("optimal"), Some(0)));
    assert!(plan["moves"].as_u64().unwrap() > 20, "{plan}");
    mutasi(&["new", "x", "--employees", "5"]).expect(2);
}

#[test]
fn check_reports_indicators_verdicts_and_metrics() {
    let desk = Desk::sample();
    let check = desk.run("check", &["--json"]).expect(0).json();
    has_keys(&check["metrics"], &METRICS);
    assert_eq!(check["metrics"]["gain_permille"], 0);
    let codes: Vec<&str> = check["indicators"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"COM_1") && codes.contains(&"TIM_4") && codes.contains(&"CON_1"), "{codes:?}");
    for verdict in check["verdicts"].as_array().unwrap() {
        has_keys(verdict, &["rule", "scope", "severity", "outcome", "citation", "verified", "reason", "employee", "position"]);
    }
    let text = desk.run("check", &[]).expect(0).stdout;
    assert!(text.contains("keluar sebelum TMT") && text.contains("Kusmanto"), "{text}");
}

#[test]
fn the_parts_of_a_score_add_up_and_every_verdict_is_worded() {
    let desk = Desk::sample();
    let score = |who: &str, more: &[&str]| {
        let args: Vec<&str> = ["--employee", who, "--position", LURAH, "--json"].iter().chain(more).copied().collect();
        desk.run("score", &args).expect(0).json()
    };
    let json = score(SEKLUR, &[]);
    has_keys(
        &json,
        &["employee", "position", "eligible", "automatic", "total", "low", "high", "complete", "value", "factors", "verdicts"],
    );
    let factors = json["factors"].as_array().unwrap();
    let parts: i64 = factors.iter().map(|it| it["part"].as_i64().unwrap()).sum();
    assert_eq!(Some(parts), json["total"].as_i64());
    assert_eq!(factors.len(), 6);
    assert_eq!(json["eligible"], true);
    for verdict in json["verdicts"].as_array().unwrap() {
        let reason = verdict["reason"].as_str().unwrap();
        assert!(!reason.is_empty() && !reason.contains("Some(") && !reason.contains('{'), "{verdict}");
    }
    let tenure = |json: &Value| {
        let verdicts = json["verdicts"].as_array().unwrap();
        verdicts.iter().find(|it| it["rule"] == "R05").unwrap()["reason"].as_str().unwrap().to_owned()
    };
    assert!(tenure(&score(RECENT, &[])).starts_with("baru 16 dari 24 bulan dalam jabatan; memenuhi syarat per "));
    assert!(tenure(&score(RECENT, &["--lang", "en"])).starts_with("only 16 of 24 months in post; lawful from "));
}

#[test]
fn rank_puts_who_may_go_first_and_then_the_highest_score() {
    let desk = Desk::sample();
    for chosen in [["--position", LURAH], ["--employee", SEKLUR]] {
        let ranked = desk.run("rank", &[chosen[0], chosen[1], "--top", "500", "--json"]).expect(0).json();
        let places: Vec<(bool, i64)> = ranked
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (!it["eligible"].as_bool().unwrap(), -it["total"].as_i64().unwrap()))
            .collect();
        assert!(places.len() > 100 && places.is_sorted(), "{places:?}");
        has_keys(&ranked[0], &["total", "value", "eligible", "automatic", "first_rule"]);
        let barred = ranked.as_array().unwrap().iter().find(|it| it["eligible"] == false).unwrap();
        assert!(barred["first_rule"].is_string());
    }
    let top = desk.run("rank", &["--position", LURAH, "--json"]).expect(0).json();
    assert_eq!(top.as_array().unwrap().len(), 20);
    desk.run("rank", &[]).expect(2);
    desk.run("rank", &["--employee", SEKLUR, "--position", LURAH]).expect(2);
}

#[test]
fn plan_is_proved_recorded_and_the_same_twice() {
    let desk = Desk::sample();
    let problem = desk.run("problem", &[]).expect(0).stdout;
    let first = desk.run("plan", &["--json"]).expect(0).json();
    has_keys(
        &first,
        &[
            "plan",
            "employees",
            "positions",
            "places",
            "pairs",
            "status",
            "objective",
            "relaxed",
            "bound",
            "gap",
            "status_quo",
            "moves",
            "metrics",
            "timings_ms",
            "assignments",
            "left_out",
        ],
    );
    has_keys(&first["metrics"], &METRICS);
    has_keys(&first["timings_ms"], &["load", "score", "solve", "record"]);
    assert_eq!((first["status"].as_str(), first["gap"].as_i64()), (Some("optimal"), Some(0)));
    assert_eq!(first["metrics"]["gain_permille"], 1000);
    let second = desk.run("plan", &["--json"]).expect(0).json();
    assert_eq!(without_timings(first.clone()), without_timings(second));
    assert_eq!(problem, desk.run("problem", &[]).expect(0).stdout);
    let log = desk.run("log", &["--json"]).expect(0).json();
    assert_eq!(log.as_array().unwrap().len(), 2);
    assert_eq!(log[1]["action"], "solve");
    assert_eq!(log[1]["objective"], first["objective"]);
    let certificate =
        desk.root.join("plans/utama/certificates").join(log[1]["certificate"].as_str().unwrap()).with_extension("ron");
    assert_eq!(common::sha256_of(&certificate), log[1]["certificate"].as_str().unwrap());
    let nips: Vec<String> = assignments(&first).into_iter().map(|(nip, _)| nip).collect();
    assert!(nips.is_sorted());
    // The plan's own check: nothing blocked, and the same figures.
    let check = desk.run("check", &["--json"]).expect(0).json();
    assert_eq!(check["metrics"], first["metrics"]);
}

/// The first figures of DIMACS lines that begin so.
fn figures(problem: &str, kind: &str) -> Vec<Vec<i64>> {
    let lines = problem.lines().filter_map(|line| line.strip_prefix(kind));
    lines.map(|rest| rest.split_whitespace().map(|word| word.parse().unwrap()).collect()).collect()
}

#[test]
fn the_prices_of_a_plan_prove_it_on_the_exported_problem() {
    let desk = Desk::sample();
    let problem = desk.run("problem", &[]).expect(0).stdout;
    let plan = desk.run("plan", &["--json", "--prices"]).expect(0).json();
    let price: std::collections::HashMap<i64, i64> =
        plan["prices"].as_array().unwrap().iter().map(|pair| (pair[0].as_i64().unwrap(), pair[1].as_i64().unwrap())).collect();
    let of = |node: i64| price.get(&node).copied().unwrap_or(0);
    let employees: HashSet<i64> = figures(&problem, "n ").into_iter().filter(|n| n[1] == 1).map(|n| n[0]).collect();
    let mut best = std::collections::HashMap::new();
    let mut bound = 0;
    for arc in figures(&problem, "a ") {
        let (from, to, places, cost) = (arc[0], arc[1], arc[3], arc[4]);
        if employees.contains(&from) {
            let net = -cost - of(to);
            best.entry(from).and_modify(|it: &mut i64| *it = net.max(*it)).or_insert(net);
        } else {
            bound += places * (-cost + of(from) - of(to)).max(0);
        }
    }
    bound += best.values().sum::<i64>();
    assert_eq!(Some(bound), plan["bound"].as_i64());
    assert_eq!(plan["employees"].as_u64().unwrap() as usize, employees.len());
    assert!(problem.contains("c objective = 0 - cost") && problem.contains("c omitted: conflict pairs (R22)"));
}

#[test]
fn edits_are_recorded_refused_with_the_rule_and_taken_back() {
    let desk = Desk::sample();
    let spaced = "19790412 200603 1 999";
    let said = desk.edit(&["propose", spaced, LURAH]).expect(0);
    assert!(said.stdout.contains("Wahyu Prasetya"), "{}", said.stdout);
    let refused = desk.edit(&["propose", DISCIPLINED, "3374-BMK-TJM/ADMUM"]).expect(1);
    assert!(refused.stderr.contains("R07") && refused.stderr.contains("Perban BKN"), "{}", refused.stderr);
    let twice = desk.edit(&["propose", "198109232006042999", LURAH]).expect(1);
    assert!(twice.stderr.contains("R18"), "{}", twice.stderr);
    desk.edit(&["propose", "198001012005011999", LURAH]).expect(2);
    desk.edit(&["propose", SEKLUR, "3374-BMK-TJM/NIHIL"]).expect(2);
    desk.edit(&["propose", "123", LURAH]).expect(2);
    desk.edit(&["--plan", "lain", "undo"]).expect(2);
    desk.edit(&["reason", DISCIPLINED, "menunggu putusan"]).expect(0);
    desk.edit(&["pin", SEKLUR]).expect(0);
    let pinned = desk.edit(&["withdraw", SEKLUR]).expect(1);
    assert!(pinned.stderr.contains("disematkan"), "{}", pinned.stderr);
    desk.edit(&["unpin", SEKLUR]).expect(0);
    desk.edit(&["ban", SEKLUR, LURAH]).expect(0);
    assert!(desk.edit(&["propose", SEKLUR, LURAH]).expect(1).stderr.contains("dikecualikan"));
    desk.edit(&["unban", SEKLUR, "3374-BMK-GED/LURAH"]).expect(1);
    desk.edit(&["unban", SEKLUR, LURAH]).expect(0);
    desk.edit(&["undo"]).expect(0);
    desk.edit(&["undo"]).expect(0);
    desk.edit(&["redo"]).expect(0);
    let log = desk.run("log", &["--json"]).expect(0).json();
    let actions: Vec<&str> = log.as_array().unwrap().iter().map(|it| it["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["propose", "reason", "pin", "unpin", "ban", "unban", "undo", "undo", "redo"]);
    assert_eq!(log[8]["entry"], 5);
    assert_eq!(log[1]["previous"], log[0]["hash"]);
}

#[test]
fn undo_and_redo_lead_back_to_the_same_plan() {
    let desk = Desk::sample();
    let figures = || desk.run("check", &["--json"]).expect(0).json()["metrics"].clone();
    let empty = figures();
    desk.run("plan", &[]).expect(0);
    let solved = figures();
    desk.edit(&["undo"]).expect(0);
    assert_eq!(figures(), empty);
    desk.edit(&["redo"]).expect(0);
    assert_eq!(figures(), solved);
    assert!(desk.edit(&["redo"]).expect(1).stderr.contains("diulangi"));
}

#[test]
fn an_officials_permission_opens_the_pair_and_is_priced() {
    let desk = Desk::sample();
    let post = "3374-BMK-TJM/ADMUM";
    assert!(desk.edit(&["propose", RECENT, post]).expect(1).stderr.contains("R05"));
    let permit = |rule: &str, document: &str| {
        let more = ["--document", document, "--date", "2026-10-20", "--official", "Sekda", "--reason", "kebutuhan mendesak"];
        let args: Vec<&str> = ["override", RECENT, post, "--rule", rule].iter().chain(&more).copied().collect();
        desk.edit(&args)
    };
    permit("R99", "800/1").expect(2);
    permit("R05", " ").expect(2);
    permit("R10", "800/1").expect(1);
    permit("R05", "800/123/2026").expect(0);
    desk.edit(&["propose", RECENT, post]).expect(0);
    let check = desk.run("check", &["--json"]).expect(0).json();
    assert_eq!(check["metrics"]["overridden"], 1);
    let tenure = check["verdicts"].as_array().unwrap().iter().find(|it| it["rule"] == "R05").unwrap();
    assert_eq!(tenure["outcome"], "overridden");
}

#[test]
fn pins_that_cannot_hold_together_are_named() {
    let desk = Desk::sample();
    desk.edit(&["pin", SEKLUR, LURAH]).expect(0);
    // A pin is the core's to work around: alone it is, a second one on the same post cannot be.
    let plan = desk.run("plan", &["--json"]).expect(0).json();
    assert!(assignments(&plan).contains(&(SEKLUR.to_owned(), LURAH.to_owned())));
    desk.edit(&["pin", "198109232006042999", LURAH]).expect(0);
    let ended = desk.run("plan", &["--json"]).expect(1);
    let plan = ended.json();
    assert_eq!(plan["status"], "infeasible");
    assert!(plan["objective"].is_null() && plan["moves"].is_null());
    assert!(ended.stderr.contains("Wahyu Prasetya") && ended.stderr.contains(LURAH), "{}", ended.stderr);
    assert_eq!(desk.run("check", &["--json"]).json()["metrics"]["gain_permille"], Value::Null);
}

/// Appends an action behind the program's back, rightly chained.
fn append(desk: &Desk, log: &Value, action: &str) {
    let last = log.as_array().unwrap().last().unwrap();
    let sequence = last["sequence"].as_u64().unwrap() + 1;
    let previous = last["hash"].as_str().unwrap();
    let body =
        format!("(sequence:{sequence},time:\"2026-11-24T08:00:00+07:00\",actor:\"uji\",previous:\"{previous}\",action:{action}");
    let sum = mutasi::store::journal::hash_of(body.as_bytes());
    let line = format!("{body},sum:\"{}\")\n", &sum[..16]);
    std::fs::OpenOptions::new().append(true).open(desk.journal()).unwrap().write_all(line.as_bytes()).unwrap();
}
