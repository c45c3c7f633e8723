//! How evenly a shortage lies on the units: the Gini coefficient against its definition, and what falling rewards do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::random;
use mutasi::desk::Desk;
use mutasi::matching::Control;
use mutasi::metrics::{Spread, UnitFill};
use mutasi::model::UnitIx;
use mutasi::model::plan::Plan;
use proptest::prelude::*;
use std::sync::Arc;

/// Half the mean absolute difference of all pairs of needed places, over the mean fill, in permille.
fn by_definition(fills: &[(u32, u32)]) -> i64 {
    // Every needed place stands for itself with its unit's fill.
    let places: Vec<f64> =
        fills.iter().flat_map(|(need, filled)| (0..*need).map(move |_| f64::from(*filled) / f64::from(*need))).collect();
    let mean = places.iter().sum::<f64>() / places.len() as f64;
    if places.is_empty() || mean == 0.0 {
        return 0;
    }
    let all: f64 = places.iter().flat_map(|a| places.iter().map(move |b| (a - b).abs())).sum();
    let gini = all / (places.len() as f64).powi(2) / 2.0 / mean;
    // What lies within a float's noise of a half rounds up, as integers do.
    (gini * 1000.0 + 0.5 + 1e-9).floor() as i64
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gini_is_half_the_mean_difference_over_the_mean(units in prop::collection::vec((0u32..=14, 0u32..=14), 0..9)) {
        let fills: Vec<(u32, u32)> = units.iter().map(|(need, filled)| (*need, *filled.min(need))).collect();
        let unit = |(at, (need, filled)): (usize, &(u32, u32))| {
            UnitFill { unit: UnitIx::of(at), need: *need, heads: *filled, filled: *filled }
        };
        let all: Vec<UnitFill> = fills.iter().enumerate().map(unit).collect();
        let spread = Spread::of(all.iter());
        prop_assert_eq!(spread.gini_permille, by_definition(&fills));
        let worst = fills.iter().filter(|it| it.0 >= 3).map(|(need, filled)| (2000 * filled + need) / (2 * need)).min();
        prop_assert_eq!(spread.lowest.map(|it| it.1), worst.map(i64::from));
    }

    #[test]
    fn each_spread_is_that_of_its_plan(seed in any::<u64>(), people in 2usize..=9, posts in 2usize..=6) {
        let desk = Desk::new(Arc::new(random::world(seed, people, posts).build().base), Plan::default());
        let calm = Control::unattended();
        let Ok(found) = desk.evenness(&calm) else { return Ok(()) };
        prop_assert_eq!(found.today, found.plan, "nobody moves in an empty plan");
        let best = desk.as_composed(&desk.compose(None, &calm).unwrap());
        prop_assert_eq!(found.best, Spread::of(best.tally.fills()));
    }
}

#[test]
fn on_the_sample_falling_rewards_lift_the_units_that_are_worst_off() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = mutasi::store::sample::create(&folder.path().join("w"), &mutasi::store::sample::Choices::default()).unwrap();
    let base = mutasi::store::session::foundation(&workspace, &Plan::default()).unwrap();
    let found = Desk::new(Arc::new(base), Plan::default()).evenness(&Control::unattended()).unwrap();
    let lowest = |it: &Spread| it.lowest.unwrap().1;
    assert!(lowest(&found.best) > lowest(&found.today), "{found:?}");
    assert!(lowest(&found.best) >= lowest(&found.best_flat), "{found:?}");
    assert!(found.best.gini_permille < found.today.gini_permille, "{found:?}");
    assert!(found.best.gini_permille <= found.best_flat.gini_permille, "{found:?}");
}
