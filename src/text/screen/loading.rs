//! The words of a plan being opened.
use super::{Word, word};
use crate::app::loading::{Loading, Step};
use crate::text::Lang;

/// What is opened.
pub fn opening(lang: Lang, title: &str) -> String {
    let title = if title.is_empty() { word(lang, Word::Untitled) } else { title };
    match lang {
        Lang::Id => format!("Membuka {title}"),
        Lang::En => format!("Opening {title}"),
    }
}

/// A step: that of the lists names the one being read.
pub fn step(lang: Lang, step: Step, loading: &Loading) -> String {
    let list = loading.list.filter(|_| loading.step == Step::Lists);
    match (step, lang, list) {
        (Step::Journal, Lang::Id, _) => format!("jurnal rencana {}", loading.plan),
        (Step::Journal, Lang::En, _) => format!("journal of the plan {}", loading.plan),
        (Step::Lists, Lang::Id, Some(kind)) => format!("data {}", kind.indonesian()[0]),
        (Step::Lists, Lang::En, Some(kind)) => format!("data: {}", kind.name()),
        (Step::Lists, _, None) => "data".to_owned(),
        (Step::Judging, Lang::Id, _) => "ketentuan dan nilai".to_owned(),
        (Step::Judging, Lang::En, _) => "rules and scores".to_owned(),
    }
}
