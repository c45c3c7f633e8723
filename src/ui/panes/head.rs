//! The head line: which plan, under which rules, and that it is saved.
use crate::app::State;
use crate::app::state::Access;
use crate::text::screen::{Word, word};
use crate::text::{figures, status};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws it.
pub fn head(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let lang = state.lang;
    let heading = &state.heading;
    let saved = match (&state.access, &state.saved_at) {
        (Access::ReadOnly(_), _) => word(lang, Word::ReadOnly).to_owned(),
        (Access::Write, Some(at)) => format!("{} {}", word(lang, Word::Saved), figures::clock(lang, at)),
        (Access::Write, None) => word(lang, Word::NotYetChanged).to_owned(),
    };
    let who = state.actor.split(' ').next().unwrap_or_default();
    let right = &format!("{saved} · {who} ");
    let throw_away = if heading.throw_away { format!(" · {}", word(lang, Word::ThrowAway)) } else { String::new() };
    // The least important part goes first where there is no room for all.
    let parts = [
        format!("  {} {}", word(lang, Word::EffectiveDate), figures::date(lang, heading.tmt)),
        format!("  {}", status(lang, state.desk.plan.status)),
        throw_away,
        format!("  {} {}", word(lang, Word::RulePack), heading.pack),
    ];
    let plan = if heading.plan == crate::store::workspace::DEFAULT_PLAN { String::new() } else { format!(" [{}]", heading.plan) };
    let columns = usize::from(area.width);
    let room = columns.saturating_sub(text::width(right) + 1);
    let named = if heading.title.is_empty() { word(lang, Word::Untitled) } else { &heading.title };
    let title = text::cut(&format!(" {named}{plan}"), if state.size.0 >= 100 { room * 6 / 10 } else { room / 2 });
    let mut rest = String::new();
    for part in parts {
        if text::width(&title) + text::width(&rest) + text::width(&part) <= room {
            rest.push_str(&part);
        }
    }
    let rest = text::left(&rest, room.saturating_sub(text::width(&title)));
    let line = Line::from(vec![
        Span::styled(title, theme.title),
        Span::styled(rest, theme.quiet),
        Span::raw(" "),
        Span::styled(right, theme.good),
    ]);
    frame.render_widget(line, area);
}
