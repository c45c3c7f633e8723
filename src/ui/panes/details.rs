//! Kandidat / Nilai / Usulan.
use super::{ahead, breakdown, framed, glance, row_style};
use crate::app::State;
use crate::app::carry::Cost;
use crate::app::hit::{HitMap, Place};
use crate::app::lists::details::Mode;
use crate::app::state::Pane;
use crate::desk::preview::Target;
use crate::desk::ranking::Ranked;
use crate::model::plan::Source;
use crate::rules::{Outcome, RuleId, Scope, Verdict};
use crate::text::screen::{self, Said, Word, word};
use crate::text::{figures, rules};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws the pane: the list above, the selected pair opened below.
pub fn details(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, hits: &mut HitMap) {
    let inside = framed(frame, area, Pane::Details, &title(state), state, theme, hits);
    let above = ahead::draw(frame, inside, state, theme);
    let inside = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let opened = breakdown::rows(inside, state);
    let list = Rect { height: inside.height.saturating_sub(opened), ..inside };
    let columns = usize::from(list.width);
    frame.render_widget(Span::styled(head(state, columns), theme.quiet), Rect { height: 1, ..list });
    let body = Rect { y: list.y + 1, height: list.height.saturating_sub(1), ..list };
    hits.lists[Pane::Details.at()] = body;
    let rows = &state.details.rows;
    if rows.is_empty() {
        let empty = match state.details.mode {
            Mode::Empty => word(state.lang, Word::ChooseVacancy).to_owned(),
            Mode::Proposals => screen::said(state.lang, &state.keymap, Said::NoProposals),
            _ => word(state.lang, Word::NoCandidates).to_owned(),
        };
        frame.render_widget(ratatui::widgets::Paragraph::new(empty).wrap(ratatui::widgets::Wrap { trim: true }), body);
    }
    for (line, ranked) in rows.iter().skip(state.details.offset).take(usize::from(body.height)).enumerate() {
        let area = Rect { y: body.y + line as u16, height: 1, ..body };
        let is_selected = state.details.selected == Some((ranked.who, ranked.post));
        let mut shown = row(state, theme, ranked, columns).style(row_style(state, Pane::Details, is_selected, theme));
        if matches!(state.details.mode, Mode::Person(_)) && super::is_under_hand(state, Target::Post(ranked.post)) {
            super::mark_target(&mut shown, theme);
        }
        frame.render_widget(shown, area);
        let place = match state.details.mode {
            Mode::Person(_) => Place::Spot(Pane::Details, Target::Post(ranked.post)),
            _ => Place::Person(Pane::Details, ranked.who),
        };
        hits.add(area, place);
    }
    breakdown::draw(frame, Rect { y: list.bottom(), height: opened, ..inside }, state, theme);
}

fn title(state: &State) -> String {
    let lang = state.lang;
    match state.details.mode {
        Mode::Empty => word(lang, Word::Candidates).to_owned(),
        Mode::Candidates(post) => format!("{} · {}", word(lang, Word::Candidates), screen::post(&state.desk, post)),
        Mode::Person(who) => {
            let label = if state.carry.carried().is_some() { Word::Targets } else { Word::PostsFor };
            format!("{} · {}", word(lang, label), screen::person(lang, &state.desk, who, state.is_masked))
        }
        Mode::Proposals => format!("{} {}", word(lang, Word::Proposals), figures::count(lang, state.details.rows.len())),
    }
}

/// The widths of the columns: name, each figure, and what remains; and how many figures there are.
struct Columns {
    name: usize,
    figure: usize,
    rest: usize,
    has_score: bool,
    has_costs: bool,
}

/// While carrying, rencana and biaya matter more than the score itself where there is no room for all.
fn columns_of(state: &State, columns: usize) -> Columns {
    let has_costs = state.carry.carried().is_some();
    let of_plan = state.details.mode == Mode::Proposals;
    let has_score = !of_plan && (!has_costs || columns >= 66);
    let figure = if columns >= 48 { 8 } else { 7 };
    let figures = 1 + usize::from(has_score) + if has_costs { 2 } else { 0 };
    let room = columns.saturating_sub(2 + figure * figures);
    // A proposal's words are where to and what is missing; a target's are a sign and a rule.
    let name = if of_plan {
        room * 2 / 5
    } else if has_costs {
        room * 13 / 20
    } else {
        room * 11 / 20
    };
    Columns { name, figure, rest: room - name, has_score, has_costs }
}

fn head(state: &State, columns: usize) -> String {
    let lang = state.lang;
    let widths = columns_of(state, columns);
    let label = if matches!(state.details.mode, Mode::Person(_)) { Word::Position } else { Word::Name };
    let last = match state.details.mode {
        Mode::Candidates(_) => Word::LeavesBehind,
        Mode::Proposals => Word::Destination,
        _ => Word::Rules,
    };
    let figure = |label| format!(" {}", text::right(word(lang, label), widths.figure - 1));
    let plan = if widths.figure > 7 { Word::Plan } else { Word::PlanShort };
    let mut line = text::left(word(lang, label), widths.name);
    if widths.has_score {
        line.push_str(&figure(Word::Score));
    }
    line.push_str(&figure(Word::Person));
    if widths.has_costs {
        line.push_str(&figure(plan));
        line.push_str(&figure(Word::Cost));
    }
    text::cut(&format!("{line}   {}", word(lang, last)), columns)
}

fn row(state: &State, theme: &Theme, ranked: &Ranked, columns: usize) -> Line<'static> {
    let lang = state.lang;
    let Columns { name, figure, rest, has_score, has_costs } = columns_of(state, columns);
    let of_person = matches!(state.details.mode, Mode::Person(_));
    let label = if of_person {
        screen::post(&state.desk, ranked.post)
    } else {
        screen::person(lang, &state.desk, ranked.who, state.is_masked)
    };
    let (sign, words, style) = verdict_words(state, theme, ranked);
    let score_change = state.desk.score_change(ranked.who, ranked.post);
    let total = format!("{}{}", figures::points(lang, ranked.score.total), if ranked.score.is_complete { "" } else { "?" });
    let change = score_change.map_or_else(|| "–".to_owned(), |change| figures::change(lang, change));
    let mut spans = vec![Span::raw(text::left(&label, name))];
    if has_score {
        spans.push(Span::raw(text::right(&total, figure)));
    }
    spans.push(Span::styled(text::right(&change, figure), theme.by_sign(score_change.unwrap_or(0))));
    if has_costs {
        spans.extend(plan_and_cost(state, theme, ranked, figure));
    }
    spans.push(Span::styled(format!(" {}", sign), style));
    let last = match state.details.mode {
        Mode::Candidates(_) if words.is_empty() => from_words(state, ranked),
        Mode::Candidates(_) => format!("{words} {}", from_words(state, ranked)),
        Mode::Proposals => proposal_words(state, ranked, &words),
        _ => words,
    };
    spans.push(Span::styled(text::left(&format!(" {last}"), rest), style));
    Line::from(spans)
}

/// Rencana and biaya of a target: exact, or `…`.
fn plan_and_cost(state: &State, theme: &Theme, ranked: &Ranked, figure: usize) -> Vec<Span<'static>> {
    let lang = state.lang;
    let plan = state.desk.target_change(ranked.who, ranked.post);
    let other = state.desk.only_holder(ranked.post).filter(|other| *other != ranked.who);
    let cost = state.carry.carried().map_or(Cost::Never, |carried| carried.cost(ranked.post, other));
    vec![
        Span::styled(text::right(&figures::change(lang, plan), figure), theme.by_sign(plan)),
        glance::cost_span(cost, state, theme, figure),
    ]
}

/// Sign, rule and style of the verdict that decides on a pair.
fn verdict_words(state: &State, theme: &Theme, ranked: &Ranked) -> (&'static str, String, Style) {
    let lang = state.lang;
    let nip = state.nip(ranked.who);
    if state.desk.plan.bans.contains(&(nip, state.position_id(ranked.post))) {
        return ("✗", word(lang, Word::Banned).to_owned(), theme.bad);
    }
    // Long enough in a post is a reason to move, not one against it.
    let telling = |verdict: &Verdict| verdict.outcome != Outcome::Pass && verdict.rule != RuleId::R06;
    let worst = match state.details.mode {
        Mode::Proposals => {
            let own = state.desk.verdicts_on(ranked.who).filter(|verdict| verdict.scope != Scope::Gate && telling(verdict));
            own.copied().min_by_key(|verdict| (!verdict.blocks(), verdict.severity))
        }
        // The plan may stand in the way too: a full post, a relative.
        Mode::Person(_) => state.desk.glance(ranked.who, Target::Post(ranked.post)).and_then(|glance| glance.worst),
        _ => {
            let all = state.desk.judge().verdicts(ranked.who, ranked.post);
            all.into_iter().filter(telling).min_by_key(|verdict| (!verdict.blocks(), verdict.severity, verdict.rule))
        }
    };
    match worst {
        Some(verdict) => {
            let (sign, _) = rules::mark(lang, verdict.severity, verdict.outcome);
            let style = if verdict.blocks() { theme.bad } else { theme.warning };
            // A candidate's row also says where from: the rule's number is enough, its words stand below.
            let words = if matches!(state.details.mode, Mode::Candidates(_)) {
                verdict.rule.to_string()
            } else {
                format!("{} {}", verdict.rule, rules::name(lang, verdict.rule))
            };
            (sign, words, style)
        }
        None if ranked.judged.is_eligible => (
            "✓",
            if matches!(state.details.mode, Mode::Person(_)) { word(lang, Word::Lawful).to_owned() } else { String::new() },
            theme.good,
        ),
        None => ("✗", String::new(), theme.bad),
    }
}

fn from_words(state: &State, ranked: &Ranked) -> String {
    state
        .desk
        .placement
        .post(&state.desk.grounds().projection, ranked.who)
        .map_or_else(|| word(state.lang, Word::NoPost).to_owned(), |post| screen::post(&state.desk, post))
}

/// Where to, who proposed it, and what is missing.
fn proposal_words(state: &State, ranked: &Ranked, words: &str) -> String {
    let nip = state.nip(ranked.who);
    let plan = &state.desk.plan;
    let source = match plan.proposals.get(&nip).map(|proposal| proposal.source) {
        Some(Source::Solver) => word(state.lang, Word::BySolver),
        _ => word(state.lang, Word::ByHand),
    };
    let pinned = if plan.pins.contains_key(&nip) { format!(" · {}", word(state.lang, Word::Pinned)) } else { String::new() };
    let reason = if plan.reasons.contains_key(&nip) { "" } else { word(state.lang, Word::NoReasonShort) };
    let rule = if words.is_empty() { String::new() } else { format!("{words} · ") };
    format!("{rule}{reason}{}{pinned} · {source}", screen::post(&state.desk, ranked.post))
}
