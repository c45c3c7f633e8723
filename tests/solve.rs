//! `mutasi solve`: both shapes in any order, the answer in the file's own numbers, and what is refused
//! with its line. The oracle is a plain count of what was printed.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod common;
use common::{Desk, Ended, command, mutasi};
use std::collections::HashMap;
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

#[path = "../benches/instances/mod.rs"]
mod instances;
#[path = "solve/printed.rs"]
mod printed;
#[path = "solve/refused.rs"]
mod refused;

use instances::{Options, Rng};
use mutasi::matching::dimacs::{self, Unnamed};
use serde_json::json;

/// Two people, three posts, one unit: the best is 1 → 3 → 6 and 2 → 4 → 6.
const LAYERED: &str = "c objective = 0 - cost\np min 7 9\nn 1 1\nn 2 1\nn 7 -2\n\
    a 1 3 0 1 -5\na 1 4 0 1 2\na 2 4 0 1 -1\na 3 6 0 1 -10\na 3 6 0 4 3\na 4 6 0 2 0\na 5 7 0 2 1\na 6 7 0 1 -4\na 6 7 0 9 0\n";

/// Gives a text to `solve -`.
fn solve(text: &[u8], more: &[&str]) -> Ended {
    let args: Vec<&str> = ["solve", "-"].into_iter().chain(more.iter().copied()).collect();
    let mut child = command(&args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Whoever refuses early does not read to the end.
    let _ = child.stdin.take().unwrap().write_all(text);
    let output = child.wait_with_output().unwrap();
    Ended {
        status: output.status.code().expect("ended by a signal"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// An instance of the benches as DIMACS.
fn instance(name: &str, options: Options) -> String {
    let mut text = Vec::new();
    dimacs::write(&instances::named(name, options).unwrap(), &Unnamed, 0, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// Other numbers for the nodes and another order of the lines.
fn shuffled(text: &str, seed: u64) -> String {
    let mut rng = Rng::new(seed);
    let nodes: usize = text.lines().find_map(|line| line.strip_prefix("p min ")?.split(' ').next()?.parse().ok()).unwrap();
    let mut numbers: Vec<usize> = (1..=nodes).collect();
    mix(&mut numbers, &mut rng);
    let renumbered = |line: &str| {
        let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let named = match words[0].as_str() {
            "a" => 1..3,
            "n" => 1..2,
            _ => 0..0,
        };
        for word in &mut words[named] {
            *word = numbers[word.parse::<usize>().unwrap() - 1].to_string();
        }
        words.join(" ")
    };
    let mut lines: Vec<String> = text.lines().map(renumbered).collect();
    mix(&mut lines, &mut rng);
    lines.join("\n")
}

fn mix<T>(list: &mut [T], rng: &mut Rng) {
    for at in (1..list.len()).rev() {
        list.swap(at, rng.below(at as i64 + 1) as usize);
    }
}

#[test]
fn a_small_file_is_answered_line_by_line() {
    let text = solve(LAYERED.as_bytes(), &[]).expect(0).stdout;
    assert!(text.starts_with("s -20\n"), "{text}");
    for line in ["f 1 3 1", "f 2 4 1", "f 3 6 1", "f 4 6 1"] {
        assert!(text.lines().any(|found| found == line), "{line}: {text}");
    }
    let covers = |text: &str| text.lines().nth(1).unwrap().to_owned();
    assert!(covers(&text).starts_with("c ") && covers(&text).contains("3 pasangan"), "{text}");
    let english = solve(LAYERED.as_bytes(), &["--lang", "en"]).expect(0).stdout;
    assert!(covers(&english).contains("3 pairs") && covers(&english).contains("no others"), "{english}");
    // The second person in the unit is on its second segment: parallel arcs have a line each.
    assert_eq!(text.lines().filter(|line| *line == "f 6 7 1").count(), 2, "{text}");
    let priced: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("c price ")?.split(' ').next()).collect();
    assert_eq!(priced, ["3", "4", "5", "6"]);
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let json = solve(LAYERED.as_bytes(), &["--json"]).expect(0).json();
    assert_eq!((json["cost"].as_i64(), json["bound"].as_i64()), (Some(-20), Some(20)));
    assert_eq!((json["status"].as_str(), json["nodes"].as_i64(), json["arcs"].as_i64()), (Some("optimal"), Some(7), Some(9)));
    for step in ["parse", "solve", "check"] {
        assert!(json["timings_ms"][step].as_f64().unwrap() >= 0.0);
    }
    assert_eq!(json["prices"].as_array().unwrap().len(), 4);
    assert!(json.get("infeasible").is_none());
}

#[test]
fn every_shape_in_every_order_has_the_same_proved_optimum() {
    let layered = Options { units: true, ..Options::default() };
    let ties = Options { bands: 500, ..Options::default() };
    let cases = [("S", Options::default()), ("S", layered), ("S", ties), ("M", layered), ("ring-shift", Options::default())];
    for (name, options) in cases {
        let text = instance(name, options);
        let cost = printed::proved(&text, &solve(text.as_bytes(), &[]).expect(0).stdout);
        for seed in 1..3 {
            let other = shuffled(&text, seed);
            assert_eq!(printed::proved(&other, &solve(other.as_bytes(), &[]).expect(0).stdout), cost, "{name}, order {seed}");
        }
    }
}

#[test]
fn a_file_is_read_by_name_and_the_problem_of_a_workspace_is_such_a_file() {
    let desk = Desk::sample();
    let problem = desk.run("problem", &[]).expect(0).stdout;
    let path = desk.root.join("problem.min");
    std::fs::write(&path, &problem).unwrap();
    let solved = mutasi(&["solve", path.to_str().unwrap(), "--json"]).expect(0).json();
    let plan = desk.run("plan", &["--json"]).expect(0).json();
    assert_eq!(solved["bound"], plan["relaxed"]);
    assert!(mutasi(&["--lang", "en", "solve", "/nowhere/x.min"]).expect(2).stderr.contains("/nowhere/x.min"));
    assert!(mutasi(&["solve", desk.path()]).expect(2).stderr.contains(desk.path()), "a folder is no file");
}

#[test]
fn windows_lines_tabs_and_a_byte_order_mark_do_not_matter() {
    let strange = format!("\u{feff}{}", LAYERED.replace('\n', " \t\r\n").replace("a 1 3 0 1 -5", "  a\t1 3\t\t0 1   -5"));
    assert_eq!(solve(strange.as_bytes(), &[]).expect(0).stdout, solve(LAYERED.as_bytes(), &[]).expect(0).stdout);
}

#[test]
fn an_unused_post_a_lonely_node_and_parallel_pairs_are_fine() {
    let more = LAYERED.replace("p min 7 9", "p min 9 11") + "a 1 3 0 1 -6\na 8 6 0 3 -1\n";
    let text = solve(more.as_bytes(), &[]).expect(0).stdout;
    assert!(text.starts_with("s -21\n"), "{text}");
    assert!(solve(b"p min 0 0\n", &[]).expect(0).stdout.starts_with("s 0\n"));
}

#[test]
fn what_cannot_be_is_told_with_who_and_where() {
    let crowded = LAYERED.replace("a 4 6 0 2 0", "a 4 6 0 0 0").replace("a 1 4 0 1 2\n", "").replace("p min 7 9", "p min 7 8");
    let json = solve(crowded.as_bytes(), &["--json"]).expect(1).json();
    assert_eq!((json["status"].as_str(), json["cost"].as_i64(), json["bound"].as_i64()), (Some("infeasible"), None, None));
    assert_eq!((&json["infeasible"]["employees"], &json["infeasible"]["positions"]), (&json!([2]), &json!([4])));
    let idle = LAYERED.replace("a 2 4 0 1 -1\n", "").replace("p min 7 9", "p min 7 8");
    let ended = solve(idle.as_bytes(), &["--json"]).expect(1);
    assert!(ended.stderr.contains("pegawai tanpa busur (1): 2"), "{}", ended.stderr);
    assert_eq!(ended.json()["infeasible"]["employees"], json!([2]));
    assert_eq!(solve(idle.as_bytes(), &[]).expect(1).stdout, "c infeasible\n");
}

#[test]
fn an_interrupt_ends_it_at_once() {
    let text = instance("L", Options::default());
    let mut child = command(&["solve", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(&text.as_bytes()[..1 << 20]).unwrap();
    let pid = rustix::process::Pid::from_raw(child.id() as i32).unwrap();
    let asked = Instant::now();
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    assert!(!child.wait().unwrap().success());
    assert!(asked.elapsed() < Duration::from_secs(2));
}
