//! What each command does.
use super::{carrying, marking};
use crate::app::carry::By;
use crate::app::command::{self, Id};
use crate::app::effect::Effect;
use crate::app::lists::places;
use crate::app::overlay::{Form, FormKind, Overlay, Work};
use crate::app::palette::Palette;
use crate::app::state::{Pane, State};
use crate::app::table::RowId;
use crate::app::told::Told;
use crate::desk::edit::Edit;
use crate::desk::preview::Target;
use crate::model::{EmployeeIx, Nip, PositionId, PositionIx};
use crate::rules::{Outcome, Severity};
use crate::text::Lang;

/// Does it where it can be done now; else says why not.
pub(super) fn run_if_available(state: &mut State, id: Id) -> Vec<Effect> {
    match command::available(id, state) {
        Ok(()) => run(state, id),
        Err(why) => {
            state.warn(Told::Unavailable(why));
            Vec::new()
        }
    }
}

/// Does it. The caller has made sure that it is available.
pub(super) fn run(state: &mut State, id: Id) -> Vec<Effect> {
    if let Some(effects) = super::figures::run(state, id).or_else(|| super::views::run(state, id)) {
        return effects;
    }
    let page = i64::from(state.rows.0[state.focus.at()].max(2) - 1);
    match id {
        Id::Up => step(state, -1),
        Id::Down => step(state, 1),
        Id::PageUp => step(state, -page),
        Id::PageDown => step(state, page),
        Id::First => step(state, i64::MIN / 2),
        Id::Last => step(state, i64::MAX / 2),
        Id::NextPane => focus(state, state.focus.step(1)),
        Id::PreviousPane => focus(state, state.focus.step(-1)),
        Id::Fold | Id::Unfold => fold(state, id == Id::Unfold),
        Id::Open => return open(state),
        Id::Back => return back(state),
        Id::Search => start_search(state),
        Id::SwitchPlaces => {
            state.places.switch(&state.desk);
            focus(state, Pane::Places);
        }
        Id::Carry if state.carry.carried().is_some() => return carrying::drop_here(state),
        Id::Carry => {
            if let Some(who) = state.selected_person() {
                return carrying::pick_up(state, who, By::Keys);
            }
        }
        Id::Mark | Id::MarkUp | Id::MarkDown => marking::mark(state, id),
        Id::Best => return carrying::best(state),
        Id::NextTarget | Id::PreviousTarget => carrying::next_target(state, if id == Id::NextTarget { 1 } else { -1 }),
        Id::Withdraw | Id::Pin | Id::Ban | Id::Unban => return edit(state, id),
        Id::LockLevel | Id::ProtectUnit => return super::locks::toggle(state, id),
        Id::Override | Id::Reason | Id::Comment => open_form(state, id),
        Id::Appoint => open_appointment(state),
        Id::Solve => {
            state.overlay = Some(Overlay::Working { on: Work::Plan, permille: 0 });
            return vec![Effect::Compose];
        }
        Id::Undo => return vec![Effect::Undo],
        Id::Redo => return vec![Effect::Redo],
        Id::GoBack => return super::views::go_back(state),
        Id::OnBoard => super::views::on_board(state),
        Id::Fill => return super::filling::fill(state),
        _ => return of_the_program(state, id),
    }
    Vec::new()
}

/// What changes neither the plan nor what is selected; the strip and views have had their turn.
fn of_the_program(state: &mut State, id: Id) -> Vec<Effect> {
    match id {
        Id::Mask => state.is_masked = !state.is_masked,
        Id::Copy => {
            state.tell(Told::Copied);
            return vec![Effect::Copy(state.selected_person(), state.selected_place())];
        }
        Id::Mouse => {
            state.mouse.switch();
            return vec![Effect::Mouse(state.mouse.is_on)];
        }
        Id::Palette => state.overlay = Some(Overlay::Palette(Palette::default())),
        Id::Language => state.lang = if state.lang == Lang::Id { Lang::En } else { Lang::Id },
        Id::Theme => state.look.theme = state.look.theme.next(),
        Id::Help => state.overlay = Some(Overlay::Help { offset: 0 }),
        Id::Suspend => return vec![Effect::Suspend],
        Id::Repaint => return vec![Effect::Repaint],
        Id::Quit => state.is_over = true,
        _ => {}
    }
    Vec::new()
}

/// Selects by steps in the focused pane.
pub(super) fn step(state: &mut State, by: i64) {
    step_in(state, state.focus, by);
}

/// Selects by steps in a pane.
pub(super) fn step_in(state: &mut State, pane: Pane, by: i64) {
    match pane {
        Pane::People => state.people.step(by),
        Pane::Places => state.places.step(by),
        Pane::Details => state.details.step(by),
    }
    if pane == state.focus {
        state.follow_selection();
    }
    carrying::look(state);
}

fn focus(state: &mut State, pane: Pane) {
    state.focus = pane;
    if state.details.of.or(state.details.due()).is_none() {
        state.follow_selection();
    }
    carrying::look(state);
}

fn fold(state: &mut State, unfold: bool) {
    if state.focus == Pane::Places {
        state.places.fold(&state.desk, unfold);
        carrying::look(state);
    } else {
        focus(state, state.focus.step(if unfold { 1 } else { -1 }));
    }
}

/// Enter: drops who is carried; else opens what belongs to the selected row.
fn open(state: &mut State) -> Vec<Effect> {
    if state.carry.carried().is_some() {
        return carrying::drop_here(state);
    }
    match (state.focus, state.places.selected) {
        (Pane::People, _) => {
            state.details.release();
            state.follow_selection();
            state.focus = Pane::Details;
        }
        (Pane::Places, Some(places::PlaceRow::Unit(unit, _))) => {
            let unfold = !state.places.is_unfolded(unit);
            state.places.fold(&state.desk, unfold);
        }
        (Pane::Places, _) => {
            state.details.release();
            state.follow_selection();
            state.focus = Pane::Details;
        }
        (Pane::Details, _) => {
            // On a candidate or a post the next step is to carry: say so by doing it over the row's post.
            if let Some((who, post)) = state.details.selected {
                let effects = carrying::pick_up(state, who, By::Keys);
                carrying::hold_over(state, Target::Post(post));
                return effects;
            }
        }
    }
    Vec::new()
}

fn back(state: &mut State) -> Vec<Effect> {
    if state.carry.carried().is_some() {
        return carrying::put_back(state);
    }
    let searched = match state.focus {
        Pane::People => !state.people.query.is_empty(),
        Pane::Places | Pane::Details => !state.places.query.is_empty(),
    };
    if searched {
        super::search(state, "");
    } else if state.focus == Pane::Details {
        state.details.release();
        state.focus = Pane::Places;
        state.follow_selection();
    } else {
        marking::clear(state);
    }
    Vec::new()
}

fn start_search(state: &mut State) {
    if state.focus == Pane::Details {
        state.focus = if state.carry.carried().is_some() { Pane::Places } else { Pane::People };
    }
    let query = if state.focus == Pane::People { state.people.query.clone() } else { state.places.query.clone() };
    state.searching = Some(tui_input::Input::new(query));
}

fn edit(state: &State, id: Id) -> Vec<Effect> {
    let Some(who) = state.selected_person() else { return Vec::new() };
    let nip = state.nip(who);
    let edit = match id {
        Id::Withdraw => Edit::Withdraw(nip),
        Id::Pin if state.desk.plan.pins.contains_key(&nip) => Edit::Unpin(nip),
        Id::Pin => Edit::Pin(nip, None),
        Id::Ban => match state.selected_pair() {
            Some((_, post)) => Edit::Ban(nip, state.position_id(post)),
            None => return Vec::new(),
        },
        _ => Edit::Unban(nip),
    };
    vec![Effect::Edit(edit)]
}

/// Asks who acts on the vacant post: the person of the selected pair, from today on.
fn open_appointment(state: &mut State) {
    let Some(post) = state.post_to_act_on() else { return };
    let who = state.selected_pair().map(|(who, _)| state.nip(who).to_string()).unwrap_or_default();
    let today = state.desk.grounds().policy.today.to_string();
    let at = if who.is_empty() { 0 } else { 2 };
    let fields = [who, today, String::new(), String::new()].map(tui_input::Input::new).to_vec();
    state.overlay = Some(Overlay::Form(Form { kind: FormKind::Acting(post), fields, at }));
}

fn open_form(state: &mut State, id: Id) {
    let Some(who) = state.selected_person() else { return };
    let nip = state.nip(who);
    let text = |texts: &std::collections::BTreeMap<Nip, String>| {
        vec![tui_input::Input::new(texts.get(&nip).cloned().unwrap_or_default())]
    };
    let (kind, fields) = match id {
        Id::Reason => (FormKind::Reason(who), text(&state.desk.plan.reasons)),
        Id::Comment => (FormKind::Comment(who), text(&state.desk.plan.comments)),
        _ => match (state.selected_pair(), state.overridable()) {
            (Some((who, post)), Some(rule)) => (FormKind::Override(who, post, rule), vec![tui_input::Input::default(); 4]),
            _ => return,
        },
    };
    state.overlay = Some(Overlay::Form(Form { kind, fields, at: 0 }));
}

impl State {
    /// The NIP of an employee.
    pub fn nip(&self, who: EmployeeIx) -> Nip {
        self.desk.grounds().facts.employees[who.at()].nip
    }

    /// The id of a position.
    pub fn position_id(&self, post: PositionIx) -> PositionId {
        self.desk.grounds().facts.positions[post.at()].id()
    }

    /// The person that a command would concern: the selected one, or the holder of the selected post.
    pub fn selected_person(&self) -> Option<EmployeeIx> {
        if let Some(view) = self.view() {
            // On a card most rows are about whom the card is about.
            let row = self.selected_row();
            let named = row.and_then(RowId::person).or(view.about.and_then(RowId::person));
            return named.or_else(|| self.desk.only_holder(row?.post()?));
        }
        match self.focus {
            Pane::People => self.people.selected,
            Pane::Details => self.details.row().map(|row| row.who),
            Pane::Places => {
                if let Some(places::PlaceRow::Seatless(who)) = self.places.selected {
                    return Some(who);
                }
                let post = self.places.selected_post()?;
                let mut holders = self.desk.holders(post);
                let first = holders.next()?;
                holders.next().is_none().then_some(first)
            }
        }
    }

    /// The post of the selected row.
    pub fn selected_place(&self) -> Option<PositionIx> {
        if self.view().is_some() {
            return self.selected_row()?.post();
        }
        match self.focus {
            Pane::People => None,
            Pane::Details => self.details.row().map(|row| row.post),
            Pane::Places => self.places.selected_post(),
        }
    }

    /// The pair of person and post that a command would concern.
    pub fn selected_pair(&self) -> Option<(EmployeeIx, PositionIx)> {
        if self.view().is_some() {
            let row = self.selected_row()?;
            return row.person().zip(row.post());
        }
        (self.focus == Pane::Details).then(|| self.details.row().map(|row| (row.who, row.post))).flatten()
    }

    /// The first rule in the way of the selected pair that an official may override.
    pub fn overridable(&self) -> Option<String> {
        let (who, post) = self.selected_pair()?;
        let verdicts = self.desk.drop_verdicts(who, post);
        let first = verdicts
            .iter()
            .find(|verdict| verdict.severity == Severity::O && matches!(verdict.outcome, Outcome::Fail | Outcome::Unknown));
        first.map(|verdict| verdict.rule.to_string())
    }
}
