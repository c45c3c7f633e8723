//! The words of the strip: what each figure is called and what it tells, and what keys do there.
use super::{Word, short, title, word};
use crate::app::command::Id;
use crate::app::figures::Figure;
use crate::text::Lang;

/// What a figure is called.
pub const fn figure(lang: Lang, figure: Figure) -> &'static str {
    let label = match figure {
        Figure::Vacancies => Word::Vacancies,
        Figure::Lowest => Word::Lowest,
        Figure::Gain => Word::Gain,
        Figure::Moves => Word::Moves,
        Figure::Blocked => Word::Blocked,
        Figure::Filled => Word::Filled,
        Figure::Wishes => Word::Wishes,
        Figure::Warnings => Word::Warnings,
    };
    word(lang, label)
}

/// What a figure tells, in a sentence.
pub const fn meaning(lang: Lang, figure: Figure) -> &'static str {
    match (figure, lang) {
        (Figure::Vacancies, Lang::Id) => "jabatan struktural tanpa pemangku",
        (Figure::Vacancies, Lang::En) => "structural posts without a holder",
        (Figure::Lowest, Lang::Id) => "unit kerja dengan keterisian terendah (kebutuhan 3 atau lebih)",
        (Figure::Lowest, Lang::En) => "the unit with the lowest fill (need of 3 or more)",
        (Figure::Gain, Lang::Id) => "bagian dari tambahan nilai rencana terbaik yang sudah dicapai rencana ini",
        (Figure::Gain, Lang::En) => "how much of what the best plan gains this plan gains already",
        (Figure::Moves, Lang::Id) => "pegawai yang pindah, dan berapa persen dari semua pegawai",
        (Figure::Moves, Lang::En) => "employees who move, and their part of all employees",
        (Figure::Blocked, Lang::Id) => "ketentuan yang dilanggar rencana ini",
        (Figure::Blocked, Lang::En) => "rules that this plan breaks",
        (Figure::Filled, Lang::Id) => "bagian dari kebutuhan semua jabatan yang terisi",
        (Figure::Filled, Lang::En) => "how much of the need of all posts is filled",
        (Figure::Wishes, Lang::Id) => "pegawai yang aspirasinya terpenuhi, dari semua yang menyampaikannya",
        (Figure::Wishes, Lang::En) => "employees whose wish is served, of all who expressed one",
        (Figure::Warnings, Lang::Id) => "hal yang tidak dilarang, tetapi perlu diperhatikan",
        (Figure::Warnings, Lang::En) => "what is not forbidden, but wants attention",
    }
}

/// What a key does on the strip, for the hints.
pub const fn on_strip(lang: Lang, id: Id) -> &'static str {
    match (id, lang) {
        (Id::Open, Lang::Id) => "daftar",
        (Id::Open, Lang::En) => "list",
        (Id::Back, Lang::Id) => "ke panel",
        (Id::Back, Lang::En) => "to the pane",
        (Id::Fold, _) => short(lang, Id::PreviousTarget),
        (Id::Unfold, _) => short(lang, Id::NextTarget),
        (Id::Solve, _) => short(lang, id),
        _ => title(lang, id),
    }
}
