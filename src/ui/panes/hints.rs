//! The hints: the keys worth knowing where the state is now. Generated from the command table.
use crate::app::State;
use crate::app::command::{self, Id};
use crate::app::hit::{HitMap, Place};
use crate::app::layout::Layout;
use crate::text::screen::{self, Word, word};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws them.
pub fn hints(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, hits: &mut HitMap) {
    let words = corner(state);
    let corner = words.iter().map(|it| word(state.lang, *it));
    // The shorter a line, the more its keys matter.
    let least = words
        .get(usize::from(state.layout() < Layout::Small))
        .or(words.first())
        .map_or(0, |it| text::width(word(state.lang, *it)));
    let room = usize::from(area.width).saturating_sub(least + 2);
    let mut spans = Vec::new();
    let mut used = 1;
    spans.push(Span::raw(" "));
    // The way out and help are always there; of the others those that can be used now, as many as fit.
    let (mut last, first): (Vec<Id>, Vec<Id>) =
        command::hints(state).into_iter().partition(|id| matches!(id, Id::Help | Id::Quit));
    let wide = |id: Id| text::width(&key(id, state)) + 1 + text::width(title(id, state)) + 2;
    let columns = usize::from(area.width);
    if used + last.iter().map(|id| wide(*id)).sum::<usize>() > columns + 2 {
        last.retain(|id| *id == Id::Quit);
    }
    let reserved: usize = last.iter().map(|id| wide(*id)).sum();
    let mut shown = Vec::new();
    let mut taken = used + reserved;
    for id in first.into_iter().filter(|id| command::available(*id, state).is_ok()) {
        if taken + wide(id) <= room {
            taken += wide(id);
            shown.push(id);
        }
    }
    for id in shown.into_iter().chain(last) {
        spans.push(Span::styled(key(id, state), theme.title));
        spans.push(Span::styled(format!(" {}  ", title(id, state)), theme.quiet));
        let hint = Rect { x: area.x + used as u16, width: wide(id) as u16, ..area };
        hits.add(hint.intersection(area), Place::Command(id));
        used += wide(id);
    }
    frame.render_widget(Line::from(spans), area);
    let longest = corner.filter(|mouse| used + text::width(mouse) < columns).max_by_key(|mouse| text::width(mouse));
    if let Some(mouse) = longest {
        let right = Rect { x: area.right() - text::width(mouse) as u16 - 1, width: text::width(mouse) as u16, ..area };
        frame.render_widget(Span::styled(mouse, theme.quiet), right);
    }
}

/// Whether there is a mouse; where it is ours, how text is selected all the same: as it is to be said, then shorter, then in full.
const fn corner(state: &State) -> &'static [Word] {
    let mouse = state.mouse;
    match (mouse.is_on, mouse.is_silent(), mouse.shift_selects) {
        (false, ..) => &[Word::MouseOff],
        (true, true, _) => &[Word::NoMouse],
        (true, false, true) => &[Word::ShiftSelects, Word::MouseOnShort, Word::MouseOn],
        (true, false, false) => &[Word::MouseOnShort],
    }
}

/// The first key of a command as shown.
fn key(id: Id, state: &State) -> String {
    screen::first_key(state.lang, &state.keymap, id)
}

/// Enter drops while somebody is carried, and Esc closes while nobody is: the hint says what the key
/// does now. In full where there is room.
fn title(id: Id, state: &State) -> &'static str {
    let carrying = state.carry.carried().is_some();
    match id {
        _ if state.focused_figure().is_some() && state.overlay.is_none() => screen::strip::on_strip(state.lang, id),
        Id::Open if state.searching.is_some() => word(state.lang, Word::KeepSearch),
        Id::Back if state.searching.is_some() => word(state.lang, Word::ClearSearch),
        Id::Open if carrying => word(state.lang, Word::Drop),
        Id::Back if !carrying => word(state.lang, Word::Close),
        // On a row of a view the title, candidates or scores, would not be true.
        _ if state.size.0 >= 150 && !(id == Id::Open && state.view().is_some()) => screen::title(state.lang, id),
        _ => screen::short(state.lang, id),
    }
}
