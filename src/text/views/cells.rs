//! Cells in words, and how each is meant.
use super::labels::label;
use super::talent;
use crate::app::State;
use crate::app::carry::Cost;
use crate::app::command::Id;
use crate::app::sought::Sought;
use crate::app::state::Best;
use crate::app::table::{Better, Cell, Move};
use crate::model::PositionIx;
use crate::model::plan::Source;
use crate::rules::Verdict;
use crate::text::screen::{Word, brief, first_key, person, post, unit, word};
use crate::text::{Lang, best, figures, journal, locks, review, rules};

/// So many moves are looked ahead.
const STEP: usize = 10;
/// Where a curve flattens: with so many percent of all it can reach.
const FLAT_PCT: i64 = 95;

/// How a cell is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    Plain,
    /// Stands back.
    Quiet,
    /// Good.
    Good,
    /// Bad.
    Bad,
    /// A warning.
    Warning,
}

/// How a cell is meant: by sign and word too, never by its colour alone.
pub fn tone(state: &State, cell: &Cell) -> Tone {
    let by_sign = |number: i64| match number {
        0 => Tone::Plain,
        1.. => Tone::Good,
        _ => Tone::Bad,
    };
    match cell {
        Cell::Surplus(number) | Cell::Change(Some(number)) => by_sign(*number),
        Cell::Moved(from, to, Better::More) | Cell::Share(from, to) => by_sign(to - from),
        Cell::Fraction(from, to) | Cell::Moved(from, to, Better::Less) => by_sign(from - to),
        Cell::Cost(who, at) => match state.price(*who, *at) {
            Cost::Is(cost) => by_sign(cost),
            Cost::Pending | Cost::Never => Tone::Quiet,
        },
        Cell::Heads(heads, need) if heads < need => Tone::Warning,
        Cell::Level(Some(held), Some(asked)) => by_sign(i64::from(*held) - i64::from(*asked)),
        Cell::Kind(Move::Demotion) | Cell::Missing(_) => Tone::Warning,
        Cell::Sign(None) => Tone::Good,
        Cell::Sign(Some(verdict)) | Cell::Verdict(verdict) if verdict.blocks() => Tone::Bad,
        Cell::Sign(Some(_)) | Cell::Verdict(_) => Tone::Warning,
        Cell::By(_) => Tone::Quiet,
        Cell::All(cells) => cells.first().map_or(Tone::Plain, |first| tone(state, first)),
        _ => Tone::Plain,
    }
}

/// A cell in words. A bar has none.
pub fn cell(state: &State, cell: &Cell) -> String {
    let lang = state.lang;
    match cell {
        Cell::Blank | Cell::Bar(..) => String::new(),
        Cell::Word(it) | Cell::Missing(it) => label(lang, *it).to_owned(),
        Cell::Number(number) => figures::thousands(lang, *number),
        Cell::Surplus(number) => figures::signed(lang, *number),
        Cell::Moved(from, to, _) => figures::changed(figures::thousands(lang, *from), figures::thousands(lang, *to)),
        Cell::Fraction(from, to) => figures::changed(figures::permille_of_one(lang, *from), figures::permille_of_one(lang, *to)),
        Cell::Share(from, to) => figures::percent_changed(lang, *from, *to),
        Cell::Heads(0, 0) => "·".to_owned(),
        Cell::Heads(heads, need) => {
            format!("{}/{}", figures::thousands(lang, (*heads).into()), figures::thousands(lang, (*need).into()))
        }
        Cell::Points(points) => figures::points(lang, *points),
        Cell::Change(change) => change.map_or_else(|| "–".to_owned(), |change| figures::change(lang, change)),
        Cell::Cost(who, at) => match state.price(*who, *at) {
            Cost::Pending => "…".to_owned(),
            Cost::Never => "–".to_owned(),
            Cost::Is(cost) => figures::change(lang, cost),
        },
        Cell::Level(held, asked) => level(lang, *held, *asked),
        Cell::Nip(_) | Cell::Unlisted(_) if state.is_masked => "•••".to_owned(),
        Cell::Unlisted(nip) => nip.spaced(),
        Cell::Nip(who) => state.nip(*who).spaced(),
        Cell::Date(date) => figures::date(lang, *date),
        Cell::Months(months) => format!("{} {}", figures::thousands(lang, *months), word(lang, Word::Months)),
        Cell::Entry(sequence) => entry(state, *sequence),
        Cell::When(sequence) => when(state, *sequence),
        Cell::Box(it) => talent::boxed(lang, *it),
        Cell::Advice(it) => talent::advice(lang, *it).to_owned(),
        Cell::Person(who) => person(lang, &state.desk, *who, state.is_masked),
        Cell::Post(at) => post(&state.desk, *at),
        Cell::Grade(at) => locked(state.is_level_locked(*at), grade(state, *at)),
        Cell::Unit(at) => locked(state.is_protected(*at), unit(&state.desk, *at)),
        Cell::Kind(kind) => moved(lang, *kind).to_owned(),
        Cell::By(Source::Solver) => word(lang, Word::BySolver).to_owned(),
        Cell::By(Source::Hand) => word(lang, Word::ByHand).to_owned(),
        Cell::Days(days) => format!("{} {}", figures::thousands(lang, *days), word(lang, Word::Days)),
        Cell::Sign(verdict) => sign(state, verdict.as_ref()),
        Cell::Verdict(verdict) => brief::verdict(lang, &state.desk, verdict, state.is_masked),
        Cell::Changed(from, to) => figures::changed(figures::date(lang, *from), figures::date(lang, *to)),
        Cell::Decided(it) => review::decided(lang, it),
        Cell::Fate(it) => review::fate(lang, it),
        Cell::Rule(rule) => format!("{rule} {}", rules::name(lang, &state.desk.base.pack, *rule)),
        Cell::Awaited => "…".to_owned(),
        Cell::Lock(lock) => locks::held(lang, Some(&state.desk.grounds().facts), lock),
        Cell::Ahead => ahead(state),
        Cell::Reached => reached(state),
        Cell::Counted(count, of) => format!("{} {}", figures::count(lang, *count), label(lang, *of)),
        Cell::CutAgain => cut_again(state),
        Cell::FillFromAbove => fill_from_above(state),
        Cell::FillAgain(depth) => fill_again(state, *depth),
        Cell::Text(text) => text.clone(),
        Cell::All(cells) => cells.iter().map(|it| self::cell(state, it)).collect::<Vec<_>>().join(" · "),
    }
}

/// With the sign of a lock, where it is closed.
fn locked(is_closed: bool, words: String) -> String {
    if is_closed { format!("◘ {words}") } else { words }
}

/// Eselon or jenjang.
fn grade(state: &State, at: PositionIx) -> String {
    let position = &state.desk.grounds().facts.positions[at.at()];
    let echelon = position.echelon.filter(|_| position.is_structural()).map(|echelon| echelon.to_string());
    let jenjang = position.jenjang.map(|jenjang| jenjang.to_string());
    echelon.or(jenjang).unwrap_or_else(|| "·".to_owned())
}

/// How a move changes a career.
const fn moved(lang: Lang, kind: Move) -> &'static str {
    match (kind, lang) {
        (Move::Promotion, Lang::Id) => "promosi",
        (Move::Promotion, Lang::En) => "promotion",
        (Move::Rotation, Lang::Id) => "rotasi",
        (Move::Rotation, Lang::En) => "rotation",
        (Move::Demotion, Lang::Id) => "penurunan",
        (Move::Demotion, Lang::En) => "demotion",
        (Move::Placement, Lang::Id) => "penempatan",
        (Move::Placement, Lang::En) => "placement",
        (Move::Unknown, _) => "?",
    }
}

/// `! R11 bidang pendidikan`, or that all is lawful.
fn sign(state: &State, verdict: Option<&Verdict>) -> String {
    let (lang, pack) = (state.lang, &state.desk.base.pack);
    verdict.map_or_else(
        || format!("✓ {}", word(lang, Word::Lawful)),
        |it| format!("{} {} {}", rules::mark(lang, it.severity, it.outcome).0, it.rule, rules::name(lang, pack, it.rule)),
    )
}

/// A verdict in as few signs as tell it; `None` for other cells.
pub fn short(cell: &Cell, state: &State) -> Option<String> {
    match cell {
        Cell::Sign(None) => Some("✓".to_owned()),
        Cell::Sign(Some(it)) => Some(format!("{} {}", rules::mark(state.lang, it.severity, it.outcome).0, it.rule)),
        _ => None,
    }
}

/// A strength or a gap: by how many levels.
fn level(lang: Lang, held: Option<u8>, asked: Option<u8>) -> String {
    let (Some(held), Some(asked)) = (held, asked) else { return String::new() };
    let by = i64::from(held) - i64::from(asked);
    match (by.signum(), lang) {
        (0, Lang::Id) => "sesuai syarat".to_owned(),
        (0, Lang::En) => "as required".to_owned(),
        (1, Lang::Id) => format!("kekuatan +{by}"),
        (1, Lang::En) => format!("strength +{by}"),
        (_, Lang::Id) => format!("kesenjangan {}", figures::signed(lang, by)),
        (_, Lang::En) => format!("gap {}", figures::signed(lang, by)),
    }
}

fn entry(state: &State, sequence: u64) -> String {
    let entry = state.entry(sequence);
    entry.map_or_else(String::new, |entry| journal::entry(state.lang, &state.desk, &state.journal, entry, state.is_masked))
}

/// `24 Nov 2026 10.42`, by the writer's own clock.
fn when(state: &State, sequence: u64) -> String {
    let Some(entry) = state.entry(sequence) else { return String::new() };
    let day = entry.time.get(..10).and_then(|day| day.parse().ok()).map(|day| figures::date(state.lang, day));
    let clock = entry.time.get(11..16).unwrap_or_default();
    format!("{} {}", day.unwrap_or_default(), figures::clock(state.lang, clock))
}

/// That nothing is done yet, and which key does it.
fn cut_again(state: &State) -> String {
    let key = first_key(state.lang, &state.keymap, Id::Withdraw);
    match state.lang {
        Lang::Id => format!("{key} sekali lagi: semua ini batal sebagai satu keputusan"),
        Lang::En => format!("{key} again: all of this is withdrawn as one decision"),
    }
}

/// That holes are filled from above, and which keys do it.
fn fill_from_above(state: &State) -> String {
    let key = |id| first_key(state.lang, &state.keymap, id);
    let (fill, lock) = (key(Id::Fill), key(Id::LockLevel));
    match state.lang {
        Lang::Id => format!("isi dari atas: {fill} isi jabatan, {lock} kunci jenjang yang selesai"),
        Lang::En => format!("fill from above: {fill} fills a post, {lock} locks a level once done"),
    }
}

/// Which keys take what was found, and look further.
fn fill_again(state: &State, depth: usize) -> String {
    let key = first_key(state.lang, &state.keymap, Id::Fill);
    match state.lang {
        Lang::Id => format!("{key} mengusulkan rantai terpilih · 1–9 batas mutasi, kini {depth}"),
        Lang::En => format!("{key} proposes the chain selected · 1–9 limits the moves, now {depth}"),
    }
}

/// How much the plan gains, and how much it could.
fn reached(state: &State) -> String {
    let (lang, metrics) = (state.lang, &state.desk.metrics);
    let possible = match state.best {
        Best::Infeasible => return word(lang, Word::Infeasible).to_owned(),
        Best::Unasked | Best::Unknown => None,
        Best::Known(best) => Some(best - metrics.status_quo),
    };
    best::reached(lang, metrics.objective - metrics.status_quo, possible)
}

/// What the next moves buy.
fn ahead(state: &State) -> String {
    let lang = state.lang;
    if state.best == Best::Infeasible {
        return word(lang, Word::Infeasible).to_owned();
    }
    match &state.sought.gains {
        Sought::Unasked | Sought::Asked => best::next_moves(lang, STEP, None, state.desk.metrics.moves == 0),
        Sought::Failed => best::no_gains(lang).to_owned(),
        Sought::Known(gains) => {
            let (now, most) = (gains.moves_of(&state.desk), gains.most());
            let count = STEP.min(most.saturating_sub(now));
            let gain = gains.next(now, count);
            let first =
                if gain > 0 { best::next_moves(lang, count, Some(gain), now == 0) } else { best::no_more_moves(lang, most) };
            let flat = gains.moves_for(FLAT_PCT).filter(|_| most > 0);
            let flat = flat.map(|moves| best::flattens(lang, FLAT_PCT, moves, most));
            std::iter::once(first).chain(flat).collect::<Vec<_>>().join(" · ")
        }
    }
}
