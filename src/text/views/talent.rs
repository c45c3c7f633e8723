//! The nine boxes in words: PermenPANRB 3/2020, in its own wording. The bounds are to be verified by each agency.
use crate::desk::talent::{NineBox, Step};
use crate::text::Lang;

/// `kotak 8: kinerja sesuai ekspektasi, potensi tinggi`, or what is missing.
pub fn boxed(lang: Lang, it: NineBox) -> String {
    let performance = it.performance.map_or(unknown(lang), |step| performance(lang, step));
    let potential = it.potential.map_or(unknown(lang), |step| potential(lang, step));
    let number = it.number.map_or_else(|| "?".to_owned(), |number| number.to_string());
    match lang {
        Lang::Id => format!("{number} · kinerja {performance}, potensi {potential}"),
        Lang::En => format!("{number} · performance {performance}, potential {potential}"),
    }
}

/// What the regulation advises for a box.
pub const fn advice(lang: Lang, it: NineBox) -> &'static str {
    let (id, en) = match it.number {
        Some(9) => ("promosi dan pertahankan; kelompok rencana suksesi", "promote and keep; succession group"),
        Some(8) => ("pertahankan; rotasi atau perluasan jabatan", "keep; rotate or widen the post"),
        Some(7) => ("pertahankan; rotasi atau pengayaan jabatan", "keep; rotate or enrich the post"),
        Some(6) => ("penempatan yang sesuai; bimbingan kinerja", "a fitting post; coaching on performance"),
        Some(5) => ("penempatan yang sesuai; pengembangan kompetensi", "a fitting post; develop competence"),
        Some(4) => ("rotasi; pengembangan kompetensi", "rotate; develop competence"),
        Some(3) => ("bimbingan dan konseling; penempatan yang sesuai", "coaching and counsel; a fitting post"),
        Some(2) => ("bimbingan kinerja; penempatan yang sesuai", "coaching on performance; a fitting post"),
        Some(1) => ("diproses sesuai ketentuan; bukan urusan mutasi", "handled by regulation; not a matter of transfer"),
        _ => ("perlu ditinjau: data belum lengkap", "to be reviewed: incomplete data"),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

const fn performance(lang: Lang, step: Step) -> &'static str {
    match (step, lang) {
        (Step::High, Lang::Id) => "di atas ekspektasi",
        (Step::High, Lang::En) => "above expectation",
        (Step::Middle, Lang::Id) => "sesuai ekspektasi",
        (Step::Middle, Lang::En) => "as expected",
        (Step::Low, Lang::Id) => "di bawah ekspektasi",
        (Step::Low, Lang::En) => "below expectation",
    }
}

/// The bounds are one agency's: to be verified.
const fn potential(lang: Lang, step: Step) -> &'static str {
    match (step, lang) {
        (Step::High, Lang::Id) => "tinggi (batas 80/60 perlu diverifikasi)",
        (Step::High, Lang::En) => "high (bounds 80/60 to be verified)",
        (Step::Middle, Lang::Id) => "menengah (batas 80/60 perlu diverifikasi)",
        (Step::Middle, Lang::En) => "middling (bounds 80/60 to be verified)",
        (Step::Low, Lang::Id) => "rendah (batas 80/60 perlu diverifikasi)",
        (Step::Low, Lang::En) => "low (bounds 80/60 to be verified)",
    }
}

const fn unknown(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "tidak diketahui",
        Lang::En => "unknown",
    }
}
