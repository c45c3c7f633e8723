//! What the next moves buy: above the plan's proposals.
use crate::app::State;
use crate::app::lists::details::Mode;
use crate::app::state::{Ahead, Best};
use crate::text::best;
use crate::text::screen::{Word, word};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// So many moves are looked ahead.
const STEP: usize = 10;
/// Where a curve flattens: with so many percent of all it can reach.
const FLAT_PCT: i64 = 95;

/// Draws it where the proposals are shown; tells the rows it takes.
pub(super) fn draw(frame: &mut Frame<'_>, inside: Rect, state: &State, theme: &Theme) -> u16 {
    if state.details.mode != Mode::Proposals || inside.height < 4 || state.people_in_scope == 0 {
        return 0;
    }
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (at, said) in words(state).into_iter().enumerate() {
        let style = if at == 0 { theme.title } else { theme.quiet };
        let wrapped = text::wrap(&said, usize::from(inside.width));
        lines.extend(wrapped.into_iter().map(|line| Line::styled(line, style)));
    }
    let most = usize::from((inside.height / 3).clamp(1, 4));
    lines.truncate(most);
    let rows = lines.len() as u16;
    for (at, line) in lines.into_iter().enumerate() {
        frame.render_widget(line, Rect { y: inside.y + at as u16, height: 1, ..inside });
    }
    rows
}

fn words(state: &State) -> Vec<String> {
    let lang = state.lang;
    if state.best == Best::Infeasible {
        return vec![word(lang, Word::Infeasible).to_owned()];
    }
    match &state.ahead {
        Ahead::Unasked | Ahead::Asked => {
            vec![best::next_moves(lang, STEP, None, state.desk.metrics.moves == 0)]
        }
        Ahead::Failed => vec![best::no_gains(lang).to_owned()],
        Ahead::Known(gains) => {
            let (now, most) = (gains.moves_of(&state.desk), gains.most());
            let count = STEP.min(most.saturating_sub(now));
            let gain = gains.next(now, count);
            let first =
                if gain > 0 { best::next_moves(lang, count, Some(gain), now == 0) } else { best::no_more_moves(lang, most) };
            let flat = gains.moves_for(FLAT_PCT).filter(|_| most > 0);
            std::iter::once(first).chain(flat.map(|moves| best::flattens(lang, FLAT_PCT, moves, most))).collect()
        }
    }
}
