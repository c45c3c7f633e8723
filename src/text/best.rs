//! How good a plan is beside the best one, and what the next moves buy.
use super::Lang;
use super::figures::{change, points, thousands};
use super::screen::{Word, word};
use crate::desk::composition::Composition;
use crate::model::round_half_up;

/// The head of the core's plan: how many moves, what it gains, how good that is.
pub fn solved(lang: Lang, composition: &Composition, status_quo: i64) -> String {
    let gain = points(lang, composition.objective - status_quo);
    let count = thousands(lang, composition.moves.len() as i64);
    let mut head = match lang {
        Lang::Id => format!("{count} mutasi · menambah {gain} · "),
        Lang::En => format!("{count} moves · gains {gain} · "),
    };
    head.push_str(&proof(lang, composition.gap(), composition.bound - status_quo));
    let relatives = composition.relaxed - composition.objective;
    if relatives > 0 && composition.limit.is_none() {
        head.push_str(&match lang {
            Lang::Id => format!(" · kerabat dipisahkan (R22): −{}", points(lang, relatives)),
            Lang::En => format!(" · relatives kept apart (R22): −{}", points(lang, relatives)),
        });
    }
    head
}

/// That a plan is proved optimal, or how far it can be from that at most. `possible` is the gain of the bound.
fn proof(lang: Lang, gap: i64, possible: i64) -> String {
    if gap == 0 {
        return word(lang, Word::Proved).to_owned();
    }
    let permille = if possible > 0 { round_half_up(1000 * gap, possible) } else { 1000 };
    let (gap, percent) = (points(lang, gap), points(lang, permille * 10));
    match lang {
        Lang::Id => format!("paling jauh {gap} poin ({percent} %) di bawah yang terbaik"),
        Lang::En => format!("at most {gap} points ({percent} %) below the best"),
    }
}

/// The core has nothing to change.
pub fn nothing_better(lang: Lang, gap: i64) -> String {
    match (gap, lang) {
        (0, lang) => word(lang, Word::AlreadyBest).to_owned(),
        (gap, Lang::Id) => {
            format!("inti tidak menemukan yang lebih baik; yang terbaik paling jauh {} poin di atasnya", points(lang, gap))
        }
        (gap, Lang::En) => format!("the core found nothing better; the best is at most {} points above", points(lang, gap)),
    }
}

/// How much a plan gains over "nobody moves", and how much the best one does; `None` while that is being worked out.
pub fn reached(lang: Lang, gain: i64, possible: Option<i64>) -> String {
    let gain = change(lang, gain);
    let possible = possible.map_or_else(|| "…".to_owned(), |possible| change(lang, possible));
    match lang {
        Lang::Id => format!("rencana ini menambah {gain} poin; yang terbaik {possible} poin"),
        Lang::En => format!("this plan gains {gain} points; the best one {possible} points"),
    }
}

/// What so many moves more buy; `None` while that is being worked out. `is_first`: the plan has none yet.
pub fn next_moves(lang: Lang, count: usize, gain: Option<i64>, is_first: bool) -> String {
    let gain = gain.map_or_else(|| "…".to_owned(), |gain| change(lang, gain));
    let count = thousands(lang, count as i64);
    match (lang, is_first) {
        (Lang::Id, true) => format!("{count} mutasi pertama: {gain} poin"),
        (Lang::Id, false) => format!("{count} mutasi berikutnya: {gain} poin"),
        (Lang::En, true) => format!("the first {count} moves: {gain} points"),
        (Lang::En, false) => format!("the next {count} moves: {gain} points"),
    }
}

/// No further move gains anything.
pub fn no_more_moves(lang: Lang, most: usize) -> String {
    let most = thousands(lang, most as i64);
    match lang {
        Lang::Id => format!("mutasi lain tidak menambah poin: rencana terbaik punya {most}"),
        Lang::En => format!("further moves gain nothing: the best plan has {most}"),
    }
}

/// Where the curve flattens: so many moves buy so much of all that moves can buy.
pub fn flattens(lang: Lang, percent: i64, moves: usize, most: usize) -> String {
    let (moves, most) = (thousands(lang, moves as i64), thousands(lang, most as i64));
    match lang {
        Lang::Id => format!("{percent} % dari yang mungkin tercapai dengan {moves} mutasi, semuanya dengan {most}"),
        Lang::En => format!("{percent} % of what is possible takes {moves} moves, all of it {most}"),
    }
}

/// The value of moves could not be worked out.
pub const fn no_gains(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "hasil mutasi berikutnya tidak dapat dihitung",
        Lang::En => "what the next moves gain could not be worked out",
    }
}
