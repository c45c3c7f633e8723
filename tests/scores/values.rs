//! The score people read, and the value the core adds up.
use super::*;
use mutasi::model::records::AbolishedPost;
use mutasi::model::{JabatanId, JabatanKind, Weights};

#[test]
fn a_score_is_the_weighted_mean_of_what_is_known() {
    let of = |factors| Score::of(&Weights::default(), &factors);
    // 240,000 + 140,000 + 141,180 + 70,590 + 150,000 + 50,000 = 791,770
    let complete = [Some(8_000), Some(7_000), Some(9_412), Some(7_059), Some(10_000), Some(5_000)];
    assert_eq!(of(complete), Score { total: 7_918, low: 7_918, high: 7_918, is_complete: true });
    // Without competence: 551,770 over 70; at 0: 551,770 / 100; at 10,000: 851,770 / 100.
    let partly = [None, Some(7_000), Some(9_412), Some(7_059), Some(10_000), Some(5_000)];
    assert_eq!(of(partly), Score { total: 7_882, low: 5_518, high: 8_518, is_complete: false });
    // 15 × 10 / 100 = 1.5
    let half = [Some(0), Some(0), Some(10), Some(0), Some(0), Some(0)];
    assert_eq!(of(half).total, 2);
    assert_eq!(of([None; 6]), Score { total: 0, low: 0, high: 10_000, is_complete: false });
}

/// Ana for lurah of B: 8,000, 7,000, 9,412, 7,059, 10,000 and 5,000.
fn for_lurah() -> World {
    let mut world = World::usual();
    let lurah = world.change("B/LURAH");
    lurah.requirements = Requirements::parse("M1=5").unwrap();
    world.rosters.competence[0].level = Some(4);
    world
}

#[test]
fn the_parts_of_a_score_add_up_to_it() {
    let built = for_lurah().build();
    let opened = Breakdown::of(&built.base.grounds, ANA, built.post("B/LURAH"));
    assert_eq!(opened.score.total, 7_918);
    // 2,400 + 1,400 + 1,411.8 + 705.9 + 1,500 + 500: the two missing hundredths go to the largest remainders.
    let parts: Vec<i64> = opened.lines.iter().map(|line| line.part).collect();
    assert_eq!(parts, [2_400, 1_400, 1_412, 706, 1_500, 500]);
}

/// Ana's value of staying, and of a post.
fn values(change: fn(&mut World), target: &str) -> (i64, i64) {
    let mut world = World::usual();
    change(&mut world);
    let built = world.build();
    let valuer = Valuer::new(&built.base.grounds, ANA);
    (valuer.present(), valuer.at(built.post(target)))
}

#[test]
fn a_move_is_worth_its_differences() {
    let built = for_lurah().build();
    let valuer = Valuer::new(&built.base.grounds, ANA);
    // At home 10,000, 7,000, 10,000, 10,000, 10,000, 5,000: 890,000. There 791,770: −982.3.
    assert_eq!((valuer.present(), valuer.at(built.post("B/LURAH"))), (8_900, 8_900 - 982));
    assert_eq!(valuer.at(built.post("A/STAF")), 8_900, "the present post is worth staying");
}

#[test]
fn the_present_value_is_rounded_before_the_differences() {
    // Potential 30.15: 5,025 at home, 4,020 as sekretaris. Home: 840,250 / 100 = 8,402.5 → 8,403.
    // The difference 10 × −1,005 / 100 = −100.5 rounds half up, to −100. Rounded at once it would be 8,302.
    assert_eq!(values(|w| potential(w, "30.15"), "B/SEK"), (8_403, 8_303));
    // And back: home 830,200 → 8,302; +100.5 → +101.
    let down: fn(&mut World) = |w| {
        w.seat("A/SEK");
        potential(w, "30.15");
    };
    assert_eq!(values(down, "B/STAF"), (8_302, 8_403));
}

#[test]
fn missing_data_never_buy_a_move() {
    let asks = |w: &mut World, post: &str| w.change(post).requirements = Requirements::parse("M9=2").unwrap();
    let there: fn(&mut World) = |w| w.change("B/STAF").requirements = Requirements::parse("M9=2").unwrap();
    assert_eq!(values(there, "B/STAF"), (8_900, 8_600), "unknown there: 300 less");
    let here: fn(&mut World) = |w| w.change("A/STAF").requirements = Requirements::parse("M9=2").unwrap();
    assert_eq!(values(here, "B/STAF"), (5_900, 5_900), "unknown here: not counted on either side");
    let mut both = World::usual();
    asks(&mut both, "A/STAF");
    asks(&mut both, "B/STAF");
    let built = both.build();
    assert_eq!(Valuer::new(&built.base.grounds, ANA).at(built.post("B/STAF")), 5_600);
    let two: fn(&mut World) = |w| {
        w.change("B/STAF").requirements = Requirements::parse("M9=2").unwrap();
        w.change("B/STAF").education_min = None;
    };
    assert_eq!(values(two, "B/STAF"), (8_900, 8_300), "twice unknown: twice 300");
}

fn abolished(world: &mut World) {
    world.ana().jabatan = JabatanId("LAMA".into());
    let post = world.ana().position_id();
    world.rosters.abolished.push(AbolishedPost {
        unit: post.unit,
        jabatan: post.jabatan,
        name: "Lama".into(),
        kind: JabatanKind::Staff,
        echelon: None,
        jenjang: None,
        class: Some(6),
    });
}

#[test]
fn the_tray_has_first_claim_to_a_post_of_equal_level() {
    assert_eq!(values(abolished, "B/STAF"), (0, 8_900 + 6_000));
    // As sekretaris 10,000, 7,000, 10,000, 8,000, 10,000, 5,000: 8,700 and no claim.
    assert_eq!(values(abolished, "B/SEK"), (0, 8_700));
    let unknown: fn(&mut World) = |w| {
        abolished(w);
        w.change("B/STAF").requirements = Requirements::parse("M9=2").unwrap();
    };
    assert_eq!(values(unknown, "B/STAF"), (0, 5_900 - 300 + 6_000));
}

#[test]
fn people_unknown_to_the_import_have_no_claim() {
    assert_eq!(values(|w| w.ana().jabatan = JabatanId("?".into()), "B/STAF"), (0, 8_900));
}

#[test]
fn a_pool_member_is_measured_against_the_post_outside() {
    let from_outside: fn(&mut World) = |w| {
        w.post("OUT/STAF", "Pengolah Data").education_min = EducationLevel::from_code(15);
        w.seat("OUT/STAF");
        let nip = w.ana().nip;
        w.policy.pool.push(nip);
    };
    // Outside K and holders are those on TMT too, but nobody of the pool is counted among them: 10,000.
    assert_eq!(values(from_outside, "B/STAF"), (8_900, 8_900));
}
