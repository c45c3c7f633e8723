//! The verdict that decides, with its article.
use crate::app::State;
use crate::rules::Verdict;
use crate::text::rules;
use crate::text::screen::{Word, word};
use crate::ui::theme::Theme;
use ratatui::style::Style;

pub(super) fn words(state: &State, decides: Option<&Verdict>, theme: &Theme) -> (String, Style) {
    let lang = state.lang;
    let Some(first) = decides else {
        return (format!("✓ {}", word(lang, Word::Lawful)), theme.good);
    };
    let (sign, sense) = rules::mark(lang, first.severity, first.outcome);
    let pack = &state.desk.base.pack;
    let citation = &pack.entry(first.rule).citation;
    let told = format!("{sign} {sense} {} {} ({citation})", first.rule, rules::name(lang, pack, first.rule));
    (told, if first.blocks() { theme.bad } else { theme.warning })
}
