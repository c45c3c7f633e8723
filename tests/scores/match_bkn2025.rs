//! The match score of Kepka BKN 411/2025: from where its inputs come, and that nothing missing counts as 0.
use super::*;
use mutasi::model::records::{DisciplineLevel, MatchInput};
use mutasi::scoring::MatchScore;

/// What is taken from the world, and the input that is then missing.
type Without = (fn(&mut World), MatchInput);

fn score(change: fn(&mut World)) -> MatchScore {
    let mut world = World::usual();
    world.change("B/STAF").fields = PipeList::parse("HUKUM").unwrap();
    change(&mut world);
    let built = world.build();
    MatchScore::of(&built.base.grounds, ANA, built.post("B/STAF"))
}

/// Everything that no other list tells.
fn listed(world: &mut World) {
    let row = &mut world.rosters.potential[0];
    let points = |text: &str| Points::parse(text);
    (row.training, row.length, row.variety, row.substance) = (points("50"), points("100"), points("60"), points("60"));
}

#[test]
fn inputs_come_from_the_list_of_talent_and_else_from_the_facts() {
    // JPM 100 (capped), potential 60: (40 × 100 + 25 × 60) / 65. S-1 is 80, the post's own field 100, no discipline 100.
    let found = score(listed);
    assert_eq!((found.potkom, found.qualification, found.integrity), (Some(8_462), Some(7_583), Some(10_000)));
    // 65 % of 84.62, 20 % of 75.8333, 15 % of 100.
    assert_eq!((found.total, found.missing.len()), (Some(8_517), 0));
    let own = score(|w| {
        listed(w);
        let row = &mut w.rosters.potential[0];
        (row.potkom, row.integrity) = (Points::parse("82"), Points::parse("75"));
    });
    assert_eq!(own.total, Some(7_972), "the second published vector");
}

#[test]
fn what_no_list_tells_is_missing() {
    use MatchInput::{Education, Field, Integrity, Length, Potkom, Substance, Training, Variety};
    let open = [Training, Length, Variety, Substance];
    let found = score(|_| {});
    assert_eq!((found.total, found.qualification, found.missing.as_slice()), (None, None, &open[..]));
    let missing = |change: fn(&mut World)| score(change).missing;
    let rows: [Without; 6] = [
        (|w| w.rosters.competence.clear(), Potkom),
        (|w| w.rosters.potential[0].potential = None, Potkom),
        (|w| w.ana().education = mutasi::model::EducationLevel::from_code(45), Education),
        (|w| w.ana().education_name = "S-1 BIOLOGI".into(), Field),
        (|w| w.disciplined(Some(DisciplineLevel::Examination), None, None), Integrity),
        (|w| w.disciplined(None, None, Some(date(2026, 1, 1))), Integrity),
    ];
    for (change, input) in rows {
        assert!(missing(change).contains(&input), "{input:?}");
    }
}

#[test]
fn the_heaviest_measure_counts_for_integrity() {
    use DisciplineLevel::{Light, Moderate, Severe};
    let integrity = |change: fn(&mut World)| score(change).integrity;
    assert_eq!(integrity(|w| w.disciplined(Some(Light), None, Some(date(2026, 1, 1)))), Some(7_500));
    assert_eq!(integrity(|w| w.disciplined(Some(Moderate), None, Some(date(2026, 1, 1)))), Some(5_000));
    assert_eq!(integrity(|w| w.disciplined(Some(Severe), None, Some(date(2026, 1, 1)))), Some(2_500));
    assert_eq!(integrity(|w| w.disciplined(Some(Light), Some(date(2026, 1, 1)), None)), Some(0), "it is served");
    assert_eq!(integrity(|w| w.disciplined(Some(Light), Some(date(2027, 1, 2)), None)), Some(10_000), "it begins later");
    let both: fn(&mut World) = |w| {
        w.disciplined(Some(Light), None, Some(date(2026, 1, 1)));
        w.disciplined(Some(Severe), None, Some(date(2020, 1, 1)));
    };
    assert_eq!(integrity(both), Some(2_500));
}
