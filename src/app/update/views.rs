//! Commands while a view lies over the board, and the commands that open one.
use super::carrying;
use crate::app::carry::By;
use crate::app::command::Id;
use crate::app::effect::Effect;
use crate::app::hit::Place;
use crate::app::state::{Pane, State};
use crate::app::table::RowId;
use crate::app::told::Told;
use crate::app::views::{CHAINS, CUT, SHIFT, VIEWS, cut_edit, cut_refusal, undos};
use crate::desk::edit::{Edit, Refusal};
use crate::desk::preview::Target;
use jiff::ToSpan;

/// Does what a command does where a view lies on top, or opens a view; `None` where that is nothing of its own.
pub(super) fn run(state: &mut State, id: Id) -> Option<Vec<Effect>> {
    if let Some(kind) = VIEWS.iter().copied().find(|kind| kind.command == Some(id)) {
        match (kind.about)(state) {
            // The key that opened a view closes it.
            _ if state.is_viewing(kind) => state.close_view(),
            Ok(about) => state.open_view(kind, about),
            Err(why) => state.warn(Told::Unavailable(why)),
        }
        return Some(Vec::new());
    }
    match id {
        Id::Earlier | Id::Later => {
            shift(state, if id == Id::Later { 1 } else { -1 });
            return Some(Vec::new());
        }
        Id::SetDate => return Some(set_date(state)),
        _ => {}
    }
    let page = i64::from(state.table_rows.max(2) - 1);
    let view = state.views.last_mut()?;
    match id {
        Id::Up => view.table.step(-1),
        Id::Down => view.table.step(1),
        Id::PageUp => view.table.step(-page),
        Id::PageDown => view.table.step(page),
        Id::First => view.table.step(i64::MIN / 2),
        Id::Last => view.table.step(i64::MAX / 2),
        Id::Fold | Id::Unfold if view.table.fold(id == Id::Unfold) => state.arrange_view(),
        Id::FoldAll => {
            view.table.fold_all();
            state.arrange_view();
        }
        Id::Withdraw => return cut(state),
        Id::Open | Id::Unfold => enter(state),
        Id::Back if !view.table.query.is_empty() => filter(state, ""),
        Id::Back | Id::Fold => state.close_view(),
        Id::Search => state.searching = Some(tui_input::Input::new(view.table.query.clone())),
        Id::SortNext => {
            view.table.sort_by_next();
            state.arrange_view();
        }
        Id::SortTurn => {
            view.table.turn();
            state.arrange_view();
        }
        Id::Carry => return Some(carry(state)),
        _ => return None,
    }
    Some(Vec::new())
}

/// Tries an effective date a month earlier or later, never before today: the first of a month.
fn shift(state: &mut State, months: i32) {
    if !state.is_viewing(&SHIFT) {
        state.open_view(&SHIFT, None);
    }
    let tried = state.trial_tmt();
    let first = if months < 0 && tried.day() > 1 {
        Ok(tried.first_of_month())
    } else {
        tried.first_of_month().checked_add(months.months())
    };
    match first {
        Ok(day) if day >= state.desk.grounds().policy.today => state.trial = Some(day),
        Ok(day) => state.warn(Told::Refused(Refusal::DatePast(day))),
        Err(_) => {}
    }
    state.renew_view();
}

/// Sets the effective date that is tried.
fn set_date(state: &State) -> Vec<Effect> {
    vec![Effect::Edit(Edit::EffectiveDate(state.trial_tmt()))]
}

/// Shows the rows that a text finds.
pub(super) fn filter(state: &mut State, query: &str) {
    if let Some(view) = state.views.last_mut() {
        query.clone_into(&mut view.table.query);
        view.table.offset = 0;
        state.arrange_view();
    }
}

/// Opens what the selected row is about.
fn enter(state: &mut State) {
    let opened = state.view().and_then(|view| (view.kind.enter)(view.table.selected?));
    if let Some((kind, about)) = opened {
        state.open_view(kind, Some(about));
    }
}

/// Back to the board with the selected person in hand; over the post the row names, where it names one.
fn carry(state: &mut State) -> Vec<Effect> {
    let Some(who) = state.selected_person() else { return Vec::new() };
    let post = state.selected_row().and_then(RowId::post);
    state.views.clear();
    state.focus = Pane::Places;
    let effects = carrying::pick_up(state, who, By::Keys);
    if let Some(post) = post {
        carrying::hold_over(state, Target::Post(post));
    }
    effects
}

/// On a link of a chain: shows what falls back with it, and does it once it is asked for again.
fn cut(state: &mut State) -> Option<Vec<Effect>> {
    if state.is_viewing(&CUT) {
        let edit = cut_edit(state);
        state.close_view();
        return Some(edit.map(Effect::Edit).into_iter().collect());
    }
    let link = state.selected_row().filter(|row| matches!(row, RowId::Pair(..)) && state.is_viewing(&CHAINS))?;
    match link.person().and_then(|who| cut_refusal(state, who)) {
        Some(refusal) => state.warn(Told::NotCut(refusal)),
        None => state.open_view(&CUT, Some(link)),
    }
    Some(Vec::new())
}

/// Back to the board, where the selected person is selected too.
pub(super) fn on_board(state: &mut State) {
    let Some(who) = state.selected_person() else { return };
    state.views.clear();
    state.searching = None;
    if !state.people.rows.contains(&who) {
        state.people.search("");
    }
    (state.people.selected, state.focus) = (Some(who), Pane::People);
    state.follow_selection();
}

/// Back to where the plan was after the selected entry, once it is asked for again.
pub(super) fn go_back(state: &mut State) -> Vec<Effect> {
    let Some((sequence, Some(count))) = undos(state) else { return Vec::new() };
    if state.asked_back.take() == Some(sequence) {
        return vec![Effect::GoBack(sequence, count)];
    }
    state.asked_back = Some(sequence);
    state.tell(Told::GoBackAgain(sequence, count));
    Vec::new()
}

/// A click: on a row it selects, a second one opens; on a head it orders.
pub(super) fn pressed(state: &mut State, place: Place) {
    let Some(view) = state.views.last_mut() else { return };
    match place {
        Place::Row(row) if view.table.selected == Some(row) => enter(state),
        Place::Row(row) => view.table.selected = Some(row),
        Place::Column(section, column) => {
            view.table.sort_by(section, column);
            state.arrange_view();
        }
        _ => {}
    }
}

impl State {
    /// The selected row of the view on top.
    pub fn selected_row(&self) -> Option<RowId> {
        self.view()?.table.selected
    }
}
