//! What the program tells, in words.
use super::{Word, brief, first_key, key, person, post, title, together, unavailable, word};
use crate::app::State;
use crate::app::command::Id;
use crate::app::told::Told;
use crate::desk::composition::ComposeError;
use crate::desk::edit::Refusal;
use crate::model::{Nip, PositionId};
use crate::text::{Lang, best, chains, figures, journal};

/// A notice in the words of now.
pub fn told(state: &State, told: &Told) -> String {
    let lang = state.lang;
    match told {
        Told::Unavailable(why) => unavailable(lang, &state.keymap, *why),
        Told::UnknownKey(pressed) => {
            let (pressed, help) = (key(lang, *pressed), first_key(lang, &state.keymap, Id::Help));
            match lang {
                Lang::Id => format!("tidak ada perintah pada {pressed} · {help} bantuan"),
                Lang::En => format!("no command on {pressed} · {help} help"),
            }
        }
        Told::NoTarget => word(lang, Word::NoTargetHere).to_owned(),
        Told::NoLawfulTarget => word(lang, Word::NoLawfulTarget).to_owned(),
        Told::NoOtherTarget => word(lang, Word::NoOtherTarget).to_owned(),
        Told::NoSuchRow => word(lang, Word::NoSuchRow).to_owned(),
        Told::ClickAgain(id) => format!("{} {}", word(lang, Word::ClickAgain), title(lang, *id)),
        Told::GoBackAgain(sequence, count) => going_back(state, *sequence, *count, false),
        Told::WentBack(sequence, count) => going_back(state, *sequence, *count, true),
        Told::PutBack(who) => {
            let name = person(lang, &state.desk, *who, state.is_masked);
            match lang {
                Lang::Id => format!("{name} dikembalikan; rencana tidak berubah"),
                Lang::En => format!("{name} put back; the plan is unchanged"),
            }
        }
        Told::PutBackMany(many) => together::put_back(lang, *many),
        Told::Marked(many) => together::marked(lang, &state.keymap, *many),
        Told::Appointed(nip, position) => appointed(state, nip, position),
        Told::NoFilling(post, why) => chains::no_filling(lang, &state.desk, *post, why),
        Told::NotCut(refusal) => not_cut(state, refusal),
        Told::Refused(refusal) => brief::refusal(lang, &state.desk, refusal, state.is_masked, &state.keymap),
        Told::Saved { at, entries } => {
            let what = |entry| journal::entry(lang, &state.desk, entries, entry, state.is_masked);
            let what = entries.first().map(what).unwrap_or_default();
            format!("{what} · {} {}", word(lang, Word::Saved), figures::clock(lang, at))
        }
        Told::NotWritten(error) => journal::not_saved(lang, error),
        Told::NoPlan(error) => no_plan(state, error),
        Told::NothingBetter(gap) => best::nothing_better(lang, *gap),
        Told::NothingTaken => word(lang, Word::NothingTaken).to_owned(),
        Told::Cancelled => word(lang, Word::Cancelled).to_owned(),
        Told::NoBest => word(lang, Word::NoBest).to_owned(),
        Told::FieldMissing => word(lang, Word::FieldMissing).to_owned(),
        Told::NipExpected => word(lang, Word::NipExpected).to_owned(),
        Told::DateExpected => word(lang, Word::DateExpected).to_owned(),
        Told::CannotSuspend => word(lang, Word::Suspended).to_owned(),
        Told::Torn(torn) => journal::torn(lang, torn),
        Told::Followed(holder) => journal::followed(lang, holder),
        Told::ThrowAway => journal::throw_away(lang).to_owned(),
        Told::Copied => word(lang, Word::Copied).to_owned(),
        Told::NoMouseHeard => {
            let (carry, drop) = (first_key(lang, &state.keymap, Id::Carry), first_key(lang, &state.keymap, Id::Open));
            match lang {
                Lang::Id => format!("tetikus tidak terdengar di terminal ini: {carry} mengangkat, {drop} meletakkan"),
                Lang::En => format!("no mouse is heard in this terminal: {carry} picks up, {drop} drops"),
            }
        }
        Told::Failed(what) => what.clone(),
    }
}

/// Going back to where the plan was after an entry: what it would take, or took.
fn going_back(state: &State, sequence: u64, count: usize, is_done: bool) -> String {
    let again = first_key(state.lang, &state.keymap, Id::GoBack);
    let count = figures::count(state.lang, count);
    match (is_done, state.lang) {
        (false, Lang::Id) => format!("{again} sekali lagi: kembali ke no. {sequence}, {count} keputusan diurungkan"),
        (false, Lang::En) => format!("{again} once more: back to no. {sequence}, {count} decisions undone"),
        (true, Lang::Id) => format!("kembali ke no. {sequence}: {count} keputusan diurungkan · dapat diulangi"),
        (true, Lang::En) => format!("back to no. {sequence}: {count} decisions undone · they can be redone"),
    }
}

/// Why the core has no plan.
fn no_plan(state: &State, error: &ComposeError) -> String {
    match (error, state.lang) {
        (ComposeError::Infeasible { employees, .. }, lang) => {
            let name = |who| person(lang, &state.desk, who, state.is_masked);
            let names = employees.iter().take(4).map(|who| name(*who)).collect::<Vec<_>>().join(", ");
            let (pin, shown) = (first_key(lang, &state.keymap, Id::Pin), first_key(lang, &state.keymap, Id::Constraints));
            match lang {
                Lang::Id => {
                    format!(
                        "Sematan bertentangan: {names} tidak dapat ditempatkan bersama. {shown} menunjukkan yang bertentangan; lepas salah satu ({pin})."
                    )
                }
                Lang::En => format!(
                    "The pins conflict: {names} cannot all be placed. {shown} shows which conflict; take one away ({pin})."
                ),
            }
        }
        (ComposeError::Limit { fewest }, Lang::Id) => {
            format!("Setiap rencana memindahkan paling sedikit {fewest} orang, lebih dari batas.")
        }
        (ComposeError::Limit { fewest }, Lang::En) => format!("Every plan moves at least {fewest} people, more than the limit."),
        (ComposeError::Cancelled, lang) => word(lang, Word::Cancelled).to_owned(),
        (ComposeError::Problem(problem), Lang::Id) => format!("Masalah tidak dapat disusun: {problem}."),
        (ComposeError::Problem(problem), Lang::En) => format!("The problem cannot be built: {problem}."),
        (ComposeError::Unproved, Lang::Id) => "Pemeriksa menolak hasil inti; rencana tidak diubah. Laporkan ini.".to_owned(),
        (ComposeError::Unproved, Lang::En) => {
            "The checker refused the core's result; the plan is unchanged. Please report this.".to_owned()
        }
    }
}

fn appointed(state: &State, nip: &Nip, position: &PositionId) -> String {
    let facts = &state.desk.grounds().facts;
    let name = facts.employee(nip).map(|who| person(state.lang, &state.desk, who, state.is_masked));
    let at = facts.position(position).map(|at| post(&state.desk, at));
    let (name, at) = (name.unwrap_or_default(), at.unwrap_or_else(|| position.to_string()));
    match state.lang {
        Lang::Id => format!("{name} Plt {at} · tercatat dalam riwayat data ruang kerja"),
        Lang::En => format!("{name} acts on {at} · kept in the workspace's journal of facts"),
    }
}

/// Who keeps a chain from being cut, and why.
fn not_cut(state: &State, refusal: &Refusal) -> String {
    let why = brief::refusal(state.lang, &state.desk, refusal, state.is_masked, &state.keymap);
    match refusal.who() {
        Some(who) => format!("{}: {why}", person(state.lang, &state.desk, who, state.is_masked)),
        None => why,
    }
}
