//! Programmes written down: they raise the need, and the core sends people there.
use super::*;

const UNIT: &str = "3374-BMK-YAN";

/// The jabatan of some post of staff there.
fn first_jabatan(desk: &Desk) -> String {
    let problem = desk.run("problem", &[]).expect(0).stdout;
    let of_unit = format!("{UNIT}/");
    let posts = problem.lines().filter(|line| line.starts_with("c position")).filter_map(|line| line.rsplit(' ').next());
    let found = posts.filter_map(|id| id.strip_prefix(&of_unit)).find(|id| !id.contains("KASI"));
    found.expect("a post of staff").to_owned()
}

#[test]
fn a_programme_written_down_raises_the_need_and_may_be_taken_away() {
    let desk = Desk::sample();
    let vacancies = || desk.run("check", &["--json"]).expect(0).json()["metrics"]["vacancies"].as_u64().unwrap();
    let before = vacancies();
    let jabatan = first_jabatan(&desk);
    let of = ["--unit", UNIT, "--jabatan", &jabatan, "--programme", "Layanan malam"];
    let mut add = vec!["add"];
    add.extend(of);
    add.extend(["--from", "2026-12-01", "--hours", "2500"]);
    let told = desk.run("workload", &add).expect(0).stdout;
    assert!(told.contains("K +2") && told.contains("2.500 jam"), "{told}");
    assert_eq!(vacancies(), before + 2, "2,500 hours are two heads");
    assert!(desk.run("workload", &["list"]).expect(0).stdout.contains("Layanan malam"));
    let mut remove = vec!["remove"];
    remove.extend(of);
    desk.run("workload", &remove).expect(0);
    assert_eq!(vacancies(), before);
    let refused = desk.run("workload", &remove).expect(2);
    assert!(refused.stderr.contains("Layanan malam"), "{}", refused.stderr);
    desk.run("workload", &["add", "--unit", "X", "--programme", "P", "--from", "2026-12-01", "--hours", "1"]).expect(2);
}

#[test]
fn the_core_sends_able_people_where_a_programme_needs_them() {
    let desk = Desk::sample();
    let jabatan = "DATALAYAN";
    let goes = |desk: &Desk| {
        let plan = desk.run("plan", &["--json"]).expect(0).json();
        let to = format!("{UNIT}/{jabatan}");
        plan["assignments"].as_array().unwrap().iter().filter(|it| it["to"] == to.as_str()).count()
    };
    // The programme of the sample: without it nobody goes there.
    let name = "Layanan Adminduk Jemput Bola 2027";
    let with = goes(&desk);
    desk.run("workload", &["remove", "--unit", UNIT, "--jabatan", jabatan, "--programme", name]).expect(0);
    let without = goes(&desk);
    assert!(with >= 2, "two able people, as the sample's story has it: {with}");
    assert!(without < with, "{without} of {with}");
    let hours = ["--from", "2027-01-01", "--hours", "2400"];
    let again = ["add", "--unit", UNIT, "--jabatan", jabatan, "--programme", name];
    desk.run("workload", &[&again[..], &hours[..]].concat()).expect(0);
    assert_eq!(goes(&desk), with);
}
