//! Packs: two of them judge alike but where they differ; local ones add rules without code; what is wrong in a file is told
//! with file, line and column.
use super::*;
use mutasi::model::{ParameterChoices, ProfileChoices};
use mutasi::rules::{Pack, PackError, PackText};

/// A local rule with these fields beside the usual ones.
fn local(fields: &str) -> String {
    format!(
        "(local: [(id: \"L01\", {fields}, severity: O, citation: \"Perwal 12/2026 Pasal 3\",\n\
         name: (id: \"ketentuan kota\", en: \"city's rule\"), sentence: (id: \"{{has}} dari {{min}}\", en: \"{{has}} of {{min}}\"))])"
    )
}

/// The packs of these names, with a local one of that text.
fn load(names: &[&str], text: &str) -> Result<Pack, PackError> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let own = |name: &str| (name == "kota").then(|| PackText { place: "rules/kota.ron".into(), text: text.into() });
    Pack::load(&names, &own)
}

/// What L01 says of Ana's move to a post.
fn said(fields: &str, post: &str, change: fn(&mut World)) -> String {
    let mut world = World::usual();
    change(&mut world);
    world.pack = load(&["2026-07", "kota"], &local(fields)).unwrap();
    world.policy.parameters = world.pack.parameters(TMT);
    let built = world.build();
    let verdicts = judge(&built).verdicts(ANA, built.post(post));
    verdicts.iter().find(|verdict| verdict.rule == RuleId::Local(1)).map_or("-".to_owned(), word)
}

#[test]
fn a_local_rule_has_the_least_or_the_most_of_a_fact() {
    // Ana: 36 months in post, S-1, III/c, class 6, potential 60, Baik, M1 at 3 of 2.
    let rows = [
        ("fact: tenure_months, min: 36", "pass"),
        ("fact: tenure_months, min: 37", "fail O"),
        ("fact: tenure_months, max: 35", "fail O"),
        ("fact: tenure_months, min: 30, max: 40", "pass"),
        ("fact: education, min: \"S-1\"", "pass"),
        ("fact: education, min: \"S-2\"", "fail O"),
        ("fact: golongan, min: \"III/c\"", "pass"),
        ("fact: golongan, min: \"III/d\"", "fail O"),
        ("fact: class_change, min: 0", "pass"),
        ("fact: class_change, min: 1", "fail O"),
        ("fact: jpm, min: \"99.99\"", "pass"),
        ("fact: potential, min: 60", "pass"),
        ("fact: potential, min: \"60.01\"", "fail O"),
        ("fact: performance, min: \"Baik\"", "pass"),
        ("fact: performance, min: \"Sangat Baik\"", "fail O"),
        // Born on 1 January 1985, BUP 58: TMT pensiun is 1 February 2043.
        ("fact: retirement_months, min: 193", "pass"),
        ("fact: retirement_months, min: 194", "fail O"),
        ("fact: staff_months, min: 108", "pass"),
        ("fact: staff_months, min: 109", "fail O"),
        ("fact: supervisor_months, max: 0", "pass"),
    ];
    for (fields, expected) in rows {
        assert_eq!(said(fields, "B/STAF", nothing), expected, "{fields}");
    }
    assert_eq!(said("fact: education, min: \"S-1\"", "B/STAF", |w| w.ana().education = None), "unknown");
    assert_eq!(said("fact: tenure_months, min: 37", "A/STAF", nothing), "-", "staying is judged by no rule");
}

#[test]
fn a_local_rule_looks_at_some_posts_only() {
    let rows = [
        ("targets: [pengawas]", "B/STAF", "-"),
        ("targets: [pengawas]", "B/SEK", "fail O"),
        ("targets: [jf]", "B/ARSIP1", "fail O"),
        ("origins: [pelaksana]", "B/SEK", "fail O"),
        ("origins: [jpt, administrator]", "B/SEK", "-"),
        ("target_units: [\"B\"]", "B/STAF", "fail O"),
        ("target_units: [\"B\"]", "A/ARSIP", "-"),
        ("target_units: [\"KEC\"]", "B/STAF", "fail O"),
        ("origin_units: [\"A\", \"OUT\"]", "B/STAF", "fail O"),
        ("origin_units: [\"B\"]", "B/STAF", "-"),
        ("only_promotions: true", "B/SEK", "fail O"),
        ("only_promotions: true", "B/STAF", "-"),
        ("from: \"2027-01-01\"", "B/STAF", "fail O"),
        ("from: \"2027-01-02\"", "B/STAF", "-"),
        ("to: \"2027-01-01\"", "B/STAF", "fail O"),
        ("to: \"2026-12-31\"", "B/STAF", "-"),
    ];
    for (condition, post, expected) in rows {
        assert_eq!(said(&format!("fact: tenure_months, min: 60, {condition}"), post, nothing), expected, "{condition} {post}");
    }
    let pppk: fn(&mut World) = |w| w.ana().kind = EmploymentKind::Pppk;
    assert_eq!(said("fact: tenure_months, min: 60", "B/STAF", pppk), "-");
    assert_eq!(said("fact: tenure_months, min: 60, pppk: true", "B/STAF", pppk), "fail O");
}

#[test]
fn a_local_rule_tells_the_core_what_it_may() {
    let rows = [
        ("severity: W, automatic: price(250)", true, Some(850)),
        ("severity: W, automatic: no", true, None),
        ("severity: I", true, Some(600)),
        ("severity: B", false, None),
    ];
    for (sense, is_eligible, price) in rows {
        let text = local("fact: tenure_months, min: 60").replace("severity: O", sense);
        let mut world = World::usual();
        world.pack = load(&["2026-07", "kota"], &text).unwrap();
        let built = world.build();
        let (judge, post) = (judge(&built), built.post("B/STAF"));
        assert_eq!((judge.is_eligible(ANA, post), judge.automatic_price(ANA, post)), (is_eligible, price), "{sense}");
        let pair = judge.pair(ANA, post);
        assert_eq!((pair.is_eligible, pair.is_automatic.then_some(pair.price)), (is_eligible, price), "{sense}");
    }
}

#[test]
fn what_is_wrong_in_a_pack_is_told_with_file_line_and_column() {
    let sound = local("fact: tenure_months,\n min: 60");
    assert!(load(&["2026-07", "kota"], &sound).is_ok());
    let rows = [
        ("min: 60", "mim: 60", "rules/kota.ron:2:", "mim"),
        ("min: 60", "min: \"S-1\"", "rules/kota.ron:2:8", "S-1"),
        ("fact: tenure_months", "fact: age", "rules/kota.ron:1:", "age"),
        ("fact: tenure_months", "fact: education", "rules/kota.ron:2:7", "60"),
        ("\n min: 60", "targets: []", "rules/kota.ron:1:15", "min"),
        ("L01", "R05", "rules/kota.ron:1:15", "R05"),
        ("L01", "L99", "rules/kota.ron:1:", "R05"),
        ("{has} dari", "{punya} dari", "rules/kota.ron:3:", "{punya}"),
        ("severity: O", "severity: G", "rules/kota.ron:1:15", "severity"),
        ("city's rule", " ", "rules/kota.ron:1:15", "languages"),
        ("(local:", "(loca:", "rules/kota.ron:1:", "loca"),
    ];
    for (from, to, place, word) in rows {
        let text = sound.replace(from, to);
        assert_ne!(text, sound, "{from}");
        let error = load(&["2026-07", "kota"], &text).unwrap_err().to_string();
        assert!(error.contains(place) && error.contains(word), "{to}: {error}");
    }
    let twice = sound.replace(")])", "),\n (id: \"L01\", fact: jpm, min: 1, severity: W, citation: \"\", name: (id: \"a\", en: \"a\"), sentence: (id: \"a\", en: \"a\"))])");
    assert!(load(&["2026-07", "kota"], &twice).unwrap_err().to_string().contains("rules/kota.ron:4:7: L01 stands twice"));
    // An addition needs something to be laid over.
    assert!(load(&["kota"], &sound).unwrap_err().to_string().contains("minimum_tenure is missing"));
    assert!(load(&["2026-07", "desa"], &sound).unwrap_err().to_string().contains("desa"));
    assert!(load(&["kota"], "(based_on: \"kota\")").unwrap_err().to_string().contains("based on itself"));
}

#[test]
fn a_pack_based_on_another_tells_only_what_differs() {
    let text = "(based_on: \"2026-07\", kept_pct: 70, rules: [(id: \"R11\", scope: pair, severity: I, automatic: free, citation: \"SE\", verified: true)])";
    let (kota, base) = (load(&["kota"], text).unwrap(), Pack::built_in("2026-07").unwrap());
    assert_eq!(kota.parameters(TMT).kept_pct, 70);
    assert_eq!(kota.parameters(TMT).clusters, base.parameters(TMT).clusters);
    assert_eq!(format!("{:?}", kota.entry(RuleId::R11).severity), "I");
    assert_eq!(kota.entry(RuleId::R12).citation, base.entry(RuleId::R12).citation);
    // Laid over another, the same changes count; a pack that stands for itself does not touch the first.
    let over = load(&["2025-07", "kota"], &text.replace("based_on: \"2026-07\", ", "")).unwrap();
    assert_eq!(
        (over.name.as_str(), over.parameters(TMT).kept_pct, over.parameters(TMT).minimum_tenure_months),
        ("2025-07+kota", 70, 6)
    );
    assert_eq!(load(&["2026-07", "2025-07"], "").unwrap().parameters(TMT), base.parameters(TMT));
}

#[test]
fn the_two_packs_differ_in_tenure_and_nine_boxes() {
    let (new, old) = (Pack::built_in("2026-07").unwrap().parameters(TMT), Pack::built_in("2025-07").unwrap().parameters(TMT));
    assert_eq!((new.minimum_tenure_months, old.minimum_tenure_months), (24, 6));
    assert_eq!(
        (new.nine_box.high.0, new.nine_box.middle.0, old.nine_box.high.0, old.nine_box.middle.0),
        (8_000, 6_000, 9_000, 7_800)
    );
    assert_eq!(
        (new.jpm_threshold, new.hours_per_head, new.retirement_ages),
        (old.jpm_threshold, old.hours_per_head, old.retirement_ages)
    );
    assert!(!Pack::built_in("2025-07").unwrap().entry(RuleId::R05).verified, "nobody has read such a rule");
}

#[test]
fn profiles_are_chosen_by_name_or_set_by_hand() {
    let pack = Pack::built_in("2026-07").unwrap();
    let chosen = |profiles: ProfileChoices| pack.chosen(TMT, &ParameterChoices { profiles, ..ParameterChoices::default() });
    let hours = chosen(ProfileChoices { working_hours: Some("WKE 72.000".into()), ..ProfileChoices::default() });
    assert_eq!((hours.hours_per_head, hours.profiles.working_hours.as_str()), (1_200, "WKE 72.000"));
    let boxes = chosen(ProfileChoices { nine_box: Some("77/68".into()), ..ProfileChoices::default() });
    assert_eq!((boxes.nine_box.high.0, boxes.nine_box.middle.0), (7_700, 6_800));
    let jpm = chosen(ProfileChoices { jpm: Some("MS 80".into()), ..ProfileChoices::default() });
    assert_eq!(jpm.jpm_threshold, 8_000);
    let own = pack.chosen(TMT, &ParameterChoices { minimum_tenure_months: Some(6), ..ParameterChoices::default() });
    assert_eq!((own.minimum_tenure_months, own.profiles.minimum_tenure.as_str()), (6, "workspace.ron"));
}
