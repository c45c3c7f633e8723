//! Asking never hurts; who one is by birth never counts.
use super::*;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// A ranked wish for a post, or a unit, other than where one is.
    #[test]
    fn a_wish_never_lowers_the_worth_of_moving_elsewhere(seed in any::<u64>(), order in 1i8..=5, pick in 0usize..8) {
        let before = random::world(seed, 3, 5);
        let targets: Vec<String> = before.rosters.positions.iter().take(5).map(|post| post.id().to_string()).collect();
        let target = match pick {
            5 => "A",
            6 => "B",
            7 => "KEC",
            at => targets[at].as_str(),
        };
        let mut after = before.clone();
        let nip = after.ana().nip;
        after.wishes(nip, order, target);
        let (before, after) = (before.build(), after.build());
        let grounds = &after.base.grounds;
        let own = grounds.present(ANA);
        let asked_for_own = grounds.facts.people[ANA.at()].wishes.iter().filter_map(|wish| wish.target).any(|target| match target {
            WishTarget::Position(post) => own == Some(post),
            WishTarget::Unit(unit) => own.is_some_and(|own| grounds.facts.position_unit[own.at()] == Some(unit)),
        });
        // To wish for where one is, is to ask to stay.
        prop_assume!(!asked_for_own);
        let gain = |built: &common::world::Built, at: usize| {
            let valuer = Valuer::new(&built.base.grounds, ANA);
            valuer.at(mutasi::model::PositionIx::of(at)) - valuer.present()
        };
        for at in 0..=5 {
            prop_assert!(gain(&after, at) >= gain(&before, at), "{}: {} < {}", targets.get(at).map_or("outside", String::as_str), gain(&after, at), gain(&before, at));
        }
    }

    /// R31: birth, sex, name and home change nothing, but for the date of retirement.
    #[test]
    fn two_people_who_differ_by_birth_alone_score_the_same(seed in any::<u64>()) {
        let before = random::world(seed, 4, 5);
        let mut after = before.clone();
        let old = after.ana().nip;
        // Another birth date, another sex, another serial.
        let new = Nip::parse("199102282010012999").unwrap();
        let ana = after.ana();
        (ana.nip, ana.birth_date) = (new, Some(date(1991, 2, 28)));
        (ana.name, ana.home, ana.title_before) = ("Orang Lain".into(), "Jauh".into(), "Hj.".into());
        rename(&mut after, old, new);
        let (before, after) = (before.build(), after.build());
        for who in (0..4).map(EmployeeIx::of) {
            let seat = |built: &common::world::Built| built.base.grounds.projection.standing[who.at()].seat();
            prop_assert_eq!(seat(&before), seat(&after));
            let (one, other) = (Valuer::new(&before.base.grounds, who), Valuer::new(&after.base.grounds, who));
            for post in before.base.grounds.every_post() {
                prop_assert_eq!(factors(&before.base.grounds, who, post), factors(&after.base.grounds, who, post));
                prop_assert_eq!(one.at(post), other.at(post));
            }
        }
    }
}

fn rename(world: &mut World, old: Nip, new: Nip) {
    let rosters = &mut world.rosters;
    let nips = rosters.competence.iter_mut().map(|row| &mut row.nip);
    let nips = nips.chain(rosters.appraisals.iter_mut().map(|row| &mut row.nip));
    let nips = nips.chain(rosters.potential.iter_mut().map(|row| &mut row.nip));
    let nips = nips.chain(rosters.history.iter_mut().map(|row| &mut row.nip));
    let nips = nips.chain(rosters.aspirations.iter_mut().map(|row| &mut row.nip));
    for nip in nips.chain(world.policy.pool.iter_mut()).filter(|nip| **nip == old) {
        *nip = new;
    }
}

#[test]
fn who_asks_to_stay_may_be_worth_less_elsewhere() {
    let mut world = World::usual();
    let nip = world.ana().nip;
    world.wishes(nip, 0, "A");
    let built = world.build();
    assert_eq!(built.base.grounds.projection.standing[ANA.at()].seat(), Some(Seat::Post(built.post("A/STAF"))));
    let valuer = Valuer::new(&built.base.grounds, ANA);
    // Aspiration 10,000 at home and 0 there: ten points apart.
    assert_eq!(valuer.present() - valuer.at(built.post("B/STAF")), 1_000);
}
