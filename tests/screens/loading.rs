//! A plan being opened.

use insta::assert_snapshot;
use mutasi::app::keymap::Keymap;
use mutasi::app::loading::Loading;
use mutasi::app::look::{Look, Symbols};
use mutasi::model::Kind;
use mutasi::store::stage::Stage;
use mutasi::text::Lang;
use mutasi::ui;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn picture(lang: Lang, look: Look, (columns, rows): (u16, u16), stages: &[Stage]) -> String {
    let mut loading = Loading::new("Rencana Mutasi 2027 · Banyumanik".into(), "utama".into(), look, Keymap::default());
    stages.iter().for_each(|stage| loading.told(*stage));
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| ui::loading(frame, &loading, lang)).unwrap();
    let cells = terminal.backend().buffer().content();
    let line = |cells: &[ratatui::buffer::Cell]| cells.iter().map(ratatui::buffer::Cell::symbol).collect::<String>();
    cells.chunks(usize::from(columns)).map(|cells| format!("{}\n", line(cells).trim_end())).collect()
}

#[test]
fn every_step_says_what_is_done_and_how_to_leave() {
    let stages = [Stage::Journal, Stage::List(Kind::Employees), Stage::Read(38, 100), Stage::Judging];
    for (name, count) in [("journal", 1), ("lists", 3), ("judging", 4)] {
        assert_snapshot!(format!("loading_{name}_80x24"), picture(Lang::Id, Look::default(), (80, 24), &stages[..count]));
    }
    assert_snapshot!("loading_english_80x24", picture(Lang::En, Look::default(), (80, 24), &stages[..3]));
}

#[test]
fn no_window_is_too_small_and_no_sign_too_rare() {
    let ascii = Look { symbols: Symbols::Ascii, ..Look::default() };
    for size in [(20, 4), (7, 3), (1, 1)] {
        let text = picture(Lang::Id, ascii, size, &[Stage::List(Kind::Positions), Stage::Read(1, 2)]);
        assert!(text.is_ascii(), "{text}");
        assert_eq!(text.lines().count(), usize::from(size.1));
    }
}
