//! Several people dropped at once, by trying every way.
use super::Drawn;
use mutasi::desk::Desk;
use mutasi::desk::edit::Edit;
use mutasi::desk::preview::Target;
use mutasi::model::{EmployeeIx, PositionIx};
use proptest::prelude::*;

/// Whether a post holds no more than it may, or no more than before.
fn has_room(before: &Desk, after: &Desk, post: PositionIx) -> bool {
    let grounds = before.grounds();
    let need = grounds.projection.need[post.at()].max(grounds.projection.holders[post.at()]);
    let most = if grounds.facts.positions[post.at()].is_structural() { 1 } else { need };
    after.placement.heads(post) <= most.max(before.placement.heads(post))
}

/// The highest total of scores of any lawful way to bring people to some of these posts; `None`: there is none.
fn best(desk: &Desk, people: &[EmployeeIx], posts: &[PositionIx]) -> Option<i64> {
    let mut best = None;
    for way in 0..posts.len().pow(people.len() as u32) {
        let at = |person: usize| posts[way / posts.len().pow(person as u32) % posts.len()];
        let spread: Vec<_> = people
            .iter()
            .enumerate()
            .map(|(person, who)| (*who, Some(at(person)).filter(|post| desk.grounds().present(*who) != Some(*post))))
            .collect();
        let Ok(action) = desk.decide(Edit::Together(desk.changes(&spread))) else { continue };
        let after = desk.after(&action);
        // Back on his own post somebody is lawful even beside a newcomer; a place that is free it is not.
        if posts.iter().all(|post| has_room(desk, &after, *post)) {
            let total = people.iter().enumerate().map(|(person, who)| desk.score(*who, at(person)).total).sum();
            best = best.max(Some(total));
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn several_people_go_where_their_scores_are_highest_of_all_lawful_ways(seed in any::<u64>(), people in 2usize..=8) {
        let mut drawn = Drawn::new(seed, people, 6);
        for _ in 0..drawn.dice.usize(..4) {
            let action = drawn.action();
            drawn.take(action);
        }
        for _ in 0..6 {
            let (post, desk) = (drawn.post(), drawn.desk.clone());
            let grounds = desk.grounds();
            let is_in_plan = |who: &EmployeeIx| grounds.projection.standing[who.at()].seat().is_some();
            let mut who: Vec<EmployeeIx> = grounds.everyone().filter(is_in_plan).collect();
            drawn.dice.shuffle(&mut who);
            who.truncate(drawn.dice.usize(1..=3));
            let unit = grounds.facts.position_unit[post.at()].filter(|_| drawn.dice.bool());
            let (target, posts) = match unit {
                Some(unit) => (Target::Unit(unit), grounds.index.posts_of(unit).to_vec()),
                None => (Target::Post(post), vec![post]),
            };
            // More ways than are looked at.
            if posts.len() > 4 {
                continue;
            }
            let is_elsewhere = |who: &EmployeeIx| {
                desk.placement.post(&grounds.projection, *who).is_none_or(|here| !posts.contains(&here))
            };
            let coming: Vec<EmployeeIx> = who.iter().copied().filter(is_elsewhere).collect();
            match desk.spread(&who, target) {
                Ok(spread) => {
                    prop_assert_eq!(spread.iter().map(|(who, _)| *who).collect::<Vec<_>>(), coming.clone());
                    let decided = desk.decide(Edit::Together(desk.changes(&spread)));
                    prop_assert!(decided.is_ok() || coming.is_empty(), "{:?}", decided);
                    let at = |(who, to): &(EmployeeIx, Option<PositionIx>)| {
                        desk.score(*who, to.or(grounds.present(*who)).unwrap()).total
                    };
                    prop_assert_eq!(Some(spread.iter().map(at).sum::<i64>()), best(&desk, &coming, &posts));
                }
                Err(refusal) => prop_assert!(best(&desk, &coming, &posts).is_none(), "{:?}", refusal),
            }
        }
    }
}
