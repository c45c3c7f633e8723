//! The match score of Kepka BKN 411/2025, in words.
use super::commands::either;
use super::{Lang, figures};
use crate::model::records::MatchInput;
use crate::scoring::MatchScore;

/// The score with its parts, or what is missing.
pub fn line(lang: Lang, it: &MatchScore) -> String {
    let figure = |value: i64| figures::hundredths(lang, u16::try_from(value).unwrap_or_default());
    let title = either(lang, "kecocokan BKN-2025", "BKN-2025 match");
    if let (Some(total), Some(potkom), Some(qualification), Some(integrity)) =
        (it.total, it.potkom, it.qualification, it.integrity)
    {
        let (potkom, qualification, integrity) = (figure(potkom), figure(qualification), figure(integrity));
        let parts = either(
            lang,
            format!("65 % potkom {potkom} + 20 % kualifikasi {qualification} + 15 % integritas {integrity}"),
            format!("65 % potkom {potkom} + 20 % qualification {qualification} + 15 % integrity {integrity}"),
        );
        return format!("{title} {} = {parts}", figure(total));
    }
    let missing = it.missing.iter().map(|input| self::input(lang, *input)).collect::<Vec<_>>().join(", ");
    format!("{title} – {}", either(lang, format!("(belum ada: {missing})"), format!("(missing: {missing})")))
}

/// An input.
pub const fn input(lang: Lang, input: MatchInput) -> &'static str {
    let (id, en) = match input {
        MatchInput::Potkom => ("potkom", "potkom"),
        MatchInput::Education => ("nilai tingkat pendidikan", "points of education"),
        MatchInput::Field => ("kesesuaian bidang ilmu", "fit of the field"),
        MatchInput::Training => ("pengembangan kompetensi", "development of competence"),
        MatchInput::Length => ("lama pengalaman", "length of experience"),
        MatchInput::Variety => ("keragaman pengalaman", "variety of experience"),
        MatchInput::Substance => ("substansi pengalaman", "substance of experience"),
        MatchInput::Integrity => ("integritas", "integrity"),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}
