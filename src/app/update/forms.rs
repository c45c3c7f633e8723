//! Forms: typed texts for reasons, remarks and permissions.
use crate::app::effect::Effect;
use crate::app::keymap::Key;
use crate::app::overlay::{Form, FormKind, Overlay};
use crate::app::state::State;
use crate::app::told::Told;
use crate::desk::acting::Appointment;
use crate::desk::edit::Edit;
use crate::model::plan::Override;
use crate::model::{Nip, PositionIx};
use crossterm::event::{Event, KeyCode, KeyEvent};
use jiff::civil::Date;
use tui_input::backend::crossterm::EventHandler;

pub(super) fn key(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = &mut state.overlay else { return Vec::new() };
    match key.code {
        KeyCode::Esc => {
            state.overlay = None;
            Vec::new()
        }
        KeyCode::Tab | KeyCode::Down => step(form, 1),
        KeyCode::BackTab | KeyCode::Up => step(form, -1),
        KeyCode::Enter if form.at + 1 < form.fields.len() => step(form, 1),
        KeyCode::Enter => finish(state),
        _ => {
            let changed = form.fields[form.at].handle_event(&Event::Key(key));
            if changed.is_none() && Key::of(key).is_some_and(|key| !key.is_text()) {
                return super::deny(state, key);
            }
            Vec::new()
        }
    }
}

fn step(form: &mut Form, by: i32) -> Vec<Effect> {
    form.at = (form.at as i32 + by).rem_euclid(form.fields.len() as i32) as usize;
    Vec::new()
}

fn finish(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = &mut state.overlay else { return Vec::new() };
    let text = |at: usize| form.fields[at].value().trim().to_owned();
    if let Some(empty) = (0..form.fields.len()).find(|at| text(*at).is_empty()) {
        form.at = empty;
        state.warn(Told::FieldMissing);
        return Vec::new();
    }
    let facts = &state.desk.grounds().facts;
    let edit = match &form.kind {
        FormKind::Reason(who) => Edit::Reason(facts.employees[who.at()].nip, text(0)),
        FormKind::Comment(who) => Edit::Comment(facts.employees[who.at()].nip, text(0)),
        FormKind::Acting(post) => {
            let post = *post;
            return appoint(state, post);
        }
        FormKind::Override(who, post, rule) => {
            let Ok(date) = text(1).parse() else {
                form.at = 1;
                state.warn(Told::DateExpected);
                return Vec::new();
            };
            Edit::Override(Override {
                employee: facts.employees[who.at()].nip,
                position: facts.positions[post.at()].id(),
                rule: rule.clone(),
                document: text(0),
                date,
                official: text(2),
                reason: text(3),
            })
        }
    };
    state.overlay = None;
    vec![Effect::Edit(edit)]
}

/// Who acts on a post, as typed; a field that cannot be read is gone back to.
fn appoint(state: &mut State, post: PositionIx) -> Vec<Effect> {
    let position = state.position_id(post);
    let Some(Overlay::Form(form)) = &mut state.overlay else { return Vec::new() };
    let text = |at: usize| form.fields[at].value().trim();
    let Ok(employee) = Nip::parse(text(0)) else {
        form.at = 0;
        state.warn(Told::NipExpected);
        return Vec::new();
    };
    let (Ok(from), Ok(until)) = (text(1).parse(), text(2).parse()) else {
        form.at = if text(1).parse::<Date>().is_ok() { 2 } else { 1 };
        state.warn(Told::DateExpected);
        return Vec::new();
    };
    let appointment = Appointment { employee, position, from, until, letter: text(3).to_owned() };
    if let Err(refusal) = state.desk.appoint(&appointment) {
        // What was typed stays, to be mended.
        state.warn(Told::Refused(refusal));
        return Vec::new();
    }
    state.overlay = None;
    vec![Effect::Appoint(appointment)]
}
