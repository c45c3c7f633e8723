//! What forms ask for.
use super::{Word, person, post, word};
use crate::app::overlay::FormKind;
use crate::desk::Desk;
use crate::model::EmployeeIx;
use crate::text::Lang;

/// What a form asks for.
pub fn form_title(lang: Lang, desk: &Desk, kind: &FormKind, is_masked: bool) -> String {
    let name = |who: &EmployeeIx| person(lang, desk, *who, is_masked);
    match (kind, lang) {
        (FormKind::Acting(at), Lang::Id) => format!("Plt / Plh · {}", post(desk, *at)),
        (FormKind::Acting(at), Lang::En) => format!("Acting · {}", post(desk, *at)),
        (FormKind::Reason(who), Lang::Id) => format!("Alasan · {}", name(who)),
        (FormKind::Reason(who), Lang::En) => format!("Reason · {}", name(who)),
        (FormKind::Comment(who), Lang::Id) => format!("Komentar · {}", name(who)),
        (FormKind::Comment(who), Lang::En) => format!("Remark · {}", name(who)),
        (FormKind::Override(who, to, rule), Lang::Id) => {
            format!("Izin pejabat atas {rule} · {} → {}", name(who), post(desk, *to))
        }
        (FormKind::Override(who, to, rule), Lang::En) => format!("Override of {rule} · {} → {}", name(who), post(desk, *to)),
    }
}

/// The labels of a form's fields.
pub fn form_labels(lang: Lang, kind: &FormKind) -> Vec<&'static str> {
    match kind {
        FormKind::Reason(_) => vec![word(lang, Word::Reason)],
        FormKind::Comment(_) => vec![word(lang, Word::Comment)],
        FormKind::Acting(_) => [Word::ActingNip, Word::From, Word::Until, Word::LetterNo].map(|label| word(lang, label)).to_vec(),
        FormKind::Override(..) => {
            [Word::DocumentNo, Word::DocumentDate, Word::Official, Word::Reason].map(|label| word(lang, label)).to_vec()
        }
    }
}
