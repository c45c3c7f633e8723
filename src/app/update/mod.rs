//! The only place that changes the state: one message in, effects out.
mod answers;
mod carrying;
mod commands;
mod edges;
mod figures;
mod filling;
mod forms;
mod locks;
mod marking;
mod palette;
mod pointing;
mod seen;
mod solving;
mod views;

pub use seen::seen;

use super::command::{self, Id};
use super::effect::Effect;
use super::hit::Place;
use super::keymap::Key;
use super::layout::Layout;
use super::lists;
use super::message::Message;
use super::overlay::Overlay;
use super::sought::SoughtAfter;
use super::state::{Pane, State};
use super::told::Told;
use super::wake::{Wake, is_wanted};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tui_input::backend::crossterm::EventHandler;

/// Changes the state.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    hear(state, &message);
    let mut effects = match message {
        Message::Key(key) => pressed(state, key),
        Message::Pasted(text) => pasted(state, &text),
        Message::Pressed(place, cell) => pointing::pressed(state, place, cell),
        Message::Dragged(place, cell) => pointing::dragged(state, place, cell),
        Message::Released(place) => pointing::released(state, place),
        Message::RightPressed | Message::FocusLost => carrying::put_back(state),
        Message::Wheeled(place, rows) => wheeled(state, place, rows),
        Message::Woke(wake) => woke(state, wake),
        Message::Resized(columns, rows) => {
            resized(state, (columns, rows));
            carrying::put_back(state)
        }
        Message::Saved { desk, at, reversible, entries } => {
            state.journal.extend(entries);
            saved(state, desk, at, reversible)
        }
        Message::NotSaved(told) => {
            state.warn(told);
            Vec::new()
        }
        Message::Progress(..)
        | Message::Composed { .. }
        | Message::Filled { .. }
        | Message::Best { .. }
        | Message::Totals { .. }
        | Message::Joint { .. }
        | Message::Listed(..)
        | Message::Sought { .. } => answers::answered(state, message),
    };
    listen_for_the_mouse(state);
    if state.focus == Pane::Details || state.carry.carried().is_some() {
        state.details.turn();
    }
    match state.focus {
        Pane::People => state.shows_details = false,
        Pane::Details => state.shows_details = true,
        Pane::Places => {}
    }
    scroll(state);
    effects.extend(state.seek().map(Effect::Seek));
    effects
}

/// Counts gestures, and keys until the mouse is heard.
fn hear(state: &mut State, message: &Message) {
    if let (true, Some(carried)) = (is_gesture(message), state.carry.carried_mut()) {
        carried.hand.gestures = carried.hand.gestures.wrapping_add(1);
    }
    match message {
        Message::Key(_) => state.mouse.pass(),
        Message::Pasted(_) => {}
        _ if is_gesture(message) => state.mouse.hear(),
        _ => {}
    }
}

/// Says that no mouse was ever heard, when nothing else is told; the corner goes on saying it.
fn listen_for_the_mouse(state: &mut State) {
    if state.mouse.is_to_be_told() && state.notice.is_none() && state.overlay.is_none() && state.carry.carried().is_none() {
        state.mouse.told();
        state.tell(Told::NoMouseHeard);
    }
}

/// Whether somebody did something, so that a hand that carries is not forgotten.
const fn is_gesture(message: &Message) -> bool {
    use Message::{Dragged, Key, Pasted, Pressed, Released, RightPressed, Wheeled};
    matches!(message, Key(_) | Pasted(_) | Pressed(..) | Dragged(..) | Released(_) | RightPressed | Wheeled(..))
}

fn woke(state: &mut State, wake: Wake) -> Vec<Effect> {
    if !is_wanted(state, wake) {
        return Vec::new();
    }
    match wake {
        Wake::Silence(_) => carrying::put_back(state),
        Wake::Run { .. } | Wake::Unfold(_) => {
            edges::woke(state, wake);
            Vec::new()
        }
    }
}

/// A card shows its facts above its tables or as rows, by the room there is.
fn resized(state: &mut State, size: (u16, u16)) {
    let has_room = |state: &State| state.layout() >= Layout::Small;
    let had_room = has_room(state);
    state.size = size;
    if has_room(state) != had_room {
        state.views.iter_mut().for_each(|view| view.table.sort = None);
        state.renew_view();
    }
}

fn pressed(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    let types = state.searching.is_some() || matches!(state.overlay, Some(Overlay::Form(_) | Overlay::Palette(_)));
    let is_letter = Key::of(key).is_none_or(Key::is_text);
    if let Some(id) =
        state.keymap.command(key).filter(|id| id.is_anywhere() && !(types && is_letter) && state.layout() != Layout::Nothing)
    {
        return commands::run(state, id);
    }
    state.notice = None;
    state.clicked = None;
    if state.keymap.command(key) != Some(Id::GoBack) {
        state.asked_back = None;
    }
    if key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL) {
        return commands::run(state, Id::Quit);
    }
    if state.layout() == Layout::Nothing {
        // Too small to see anything: only leaving makes sense.
        return if state.keymap.command(key) == Some(Id::Quit) { commands::run(state, Id::Quit) } else { Vec::new() };
    }
    if state.carry.is_dragging() {
        let command = state.keymap.command(key);
        if command == Some(Id::Back) {
            return carrying::put_back(state);
        }
        // Another filter shows other rows under the hand: whoever is dragged is put back first.
        if state.searching.is_some() || matches!(command, Some(Id::Search | Id::SwitchPlaces)) {
            carrying::put_back(state);
        }
    }
    if state.searching.is_some() {
        return searching(state, key);
    }
    if state.overlay.is_some() {
        return overlay_key(state, key);
    }
    if let (KeyCode::Char(digit @ '1'..='9'), true) = (key.code, state.carry.carried().is_some()) {
        return carrying::choose(state, digit as usize - '1' as usize);
    }
    if let (KeyCode::Char(digit @ '1'..='9'), true) = (key.code, state.is_viewing(&super::views::FILL)) {
        return filling::deeper(state, digit as usize - '0' as usize);
    }
    match state.keymap.command(key) {
        Some(id) if command::available(id, state).is_ok() => commands::run(state, id),
        _ => deny(state, key),
    }
}

/// Tells why a key does nothing here.
fn deny(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    let told = match (state.keymap.command(key), Key::of(key)) {
        (Some(id), _) => command::available(id, state).err().map(Told::Unavailable),
        (None, pressed) => pressed.map(Told::UnknownKey),
    };
    if let Some(told) = told {
        state.warn(told);
    }
    Vec::new()
}

fn overlay_key(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    let rows = state.rows.1;
    match &mut state.overlay {
        Some(Overlay::Help { offset }) => {
            match state.keymap.command(key) {
                Some(Id::Up) => *offset = offset.saturating_sub(1),
                Some(Id::Down) => *offset = offset.saturating_add(1),
                Some(Id::PageUp) => *offset = offset.saturating_sub(usize::from(rows)),
                Some(Id::PageDown) => *offset = offset.saturating_add(usize::from(rows)),
                Some(Id::First) => *offset = 0,
                Some(Id::Last) => *offset = usize::MAX,
                Some(Id::Help | Id::Open | Id::Back | Id::Quit) => state.overlay = None,
                _ => state.warn(Told::Unavailable(command::Unavailable::WhileReading)),
            }
            Vec::new()
        }
        Some(Overlay::Form(_)) => forms::key(state, key),
        Some(Overlay::Working { .. }) => match state.keymap.command(key) {
            Some(Id::Back | Id::Quit) => {
                state.overlay = None;
                state.tell(Told::Cancelled);
                vec![Effect::Cancel]
            }
            _ => deny(state, key),
        },
        Some(Overlay::Palette(_)) => palette::key(state, key),
        Some(Overlay::Solved(_)) => solving::key(state, key),
        None => Vec::new(),
    }
}

/// A key while a search is typed: the list follows each letter.
fn searching(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    match key.code {
        KeyCode::Esc => {
            state.searching = None;
            search(state, "");
        }
        KeyCode::Enter => state.searching = None,
        KeyCode::Up | KeyCode::Down => {
            let id = if key.code == KeyCode::Up { Id::Up } else { Id::Down };
            return commands::run(state, id);
        }
        _ => {
            if let Some(input) = &mut state.searching {
                input.handle_event(&Event::Key(key));
                let query = input.value().to_owned();
                search(state, &query);
            }
        }
    }
    Vec::new()
}

fn search(state: &mut State, query: &str) {
    if !state.views.is_empty() {
        return views::filter(state, query);
    }
    match state.focus {
        Pane::People => state.people.search(query),
        Pane::Places | Pane::Details => state.places.search(&state.desk, query),
    }
    state.follow_selection();
    carrying::look(state);
}

fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(2_000).collect();
    if let Some(input) = &mut state.searching {
        insert(input, clean.trim());
        let query = input.value().to_owned();
        search(state, &query);
    } else if let Some(Overlay::Form(form)) = &mut state.overlay {
        insert(&mut form.fields[form.at], clean.trim());
    } else if let Some(Overlay::Palette(palette)) = &mut state.overlay {
        let mut input = palette.input.clone();
        insert(&mut input, clean.trim());
        palette.write(input);
    }
    Vec::new()
}

/// Puts a text where the cursor stands; the cursor then stands behind it.
fn insert(input: &mut tui_input::Input, text: &str) {
    let (value, cursor) = (input.value(), input.cursor());
    let at = value.char_indices().nth(cursor).map_or(value.len(), |(at, _)| at);
    let whole = format!("{}{text}{}", &value[..at], &value[at..]);
    *input = tui_input::Input::new(whole).with_cursor(cursor + text.chars().count());
}

fn wheeled(state: &mut State, place: Option<Place>, rows: i32) -> Vec<Effect> {
    match &mut state.overlay {
        Some(Overlay::Help { offset }) => *offset = offset.saturating_add_signed(rows as isize),
        Some(Overlay::Solved(preview)) => {
            preview.at = lists::step(Some(preview.at), i64::from(rows), preview.changes.len()).unwrap_or(0)
        }
        Some(Overlay::Palette(palette)) => palette.step(i64::from(rows)),
        Some(_) => {}
        None => {
            // The pane under the pointer scrolls; the focus stays where it is.
            if let Some(view) = state.views.last_mut() {
                view.table.step(i64::from(rows));
                return Vec::new();
            }
            match place.and_then(|place| place.pane()) {
                Some(pane) if state.carry.is_dragging() => edges::scroll(state, pane, i64::from(rows)),
                Some(pane) => commands::step_in(state, pane, i64::from(rows)),
                None => {}
            }
        }
    }
    Vec::new()
}

fn saved(state: &mut State, desk: std::sync::Arc<crate::desk::Desk>, at: String, reversible: (bool, bool)) -> Vec<Effect> {
    // A follower reads the facts anew: they may be others.
    let same_facts = std::sync::Arc::ptr_eq(&state.desk.base, &desk.base);
    let same_problem = same_facts && same_problem(&state.desk.plan, &desk.plan);
    state.saved_at = Some(at);
    state.reversible = reversible;
    state.version += 1;
    state.carry = super::carry::Carry::Idle;
    if same_facts {
        let rates_otherwise = !state.desk.rates_as(&desk);
        state.desk = desk;
        state.trend.push(state.desk.metrics.objective);
        state.places.rebuild(&state.desk);
        if rates_otherwise {
            state.card = None;
            state.details.rebuild(&state.desk);
        }
    } else {
        state.reload(desk);
    }
    state.follow_selection();
    state.renew_view();
    if same_problem {
        return Vec::new();
    }
    state.prices = super::prices::Prices::default();
    // What is possible depends on pins, bans and permissions alone.
    state.problem += 1;
    state.forget_best();
    state.sought = SoughtAfter::default();
    state.trial = None;
    state.follows_best.then_some(Effect::Follow).into_iter().collect()
}

fn same_problem(before: &crate::model::plan::Plan, after: &crate::model::plan::Plan) -> bool {
    before.pins == after.pins && before.bans == after.bans && before.overrides.keys().eq(after.overrides.keys())
}

/// Keeps the selected rows in sight.
fn scroll(state: &mut State) {
    let [people, places, details] = state.rows.0;
    if let Some(view) = state.views.last_mut() {
        view.table.scroll(state.table_rows);
    }
    if state.carry.is_dragging() {
        // The lists move under the hand, not after their selections.
        Pane::ALL.into_iter().for_each(|pane| edges::scroll(state, pane, 0));
    } else {
        state.people.scroll(people);
        state.places.scroll(places);
        state.details.scroll(details);
    }
    // A step back from the end moves at once, however often the end was passed.
    if let Some(Overlay::Help { offset }) = &mut state.overlay {
        *offset = (*offset).min(state.overlay_last);
    }
    if let Some(Overlay::Solved(preview)) = &mut state.overlay {
        preview.offset = lists::scrolled(preview.offset, Some(preview.at), state.rows.1, preview.changes.len());
    }
    if let Some(Overlay::Palette(palette)) = &mut state.overlay {
        palette.offset = lists::scrolled(palette.offset, Some(palette.at), state.rows.1, palette.rows.len());
    }
}
