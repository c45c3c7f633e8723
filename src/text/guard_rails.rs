//! Guard rails, in words: one line a warning.
use super::{Lang, figures};
use crate::desk::guard_rails::{GuardRail, Staff};
use crate::model::{EmployeeIx, Facts, PositionIx, UnitIx};

/// What the list of warnings is called.
pub const fn title(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Perlu diperhatikan sebelum rencana diterima",
        Lang::En => "To be weighed before the plan is accepted",
    }
}

/// A warning with its numbers. `name` tells a person's name, masked where names are masked.
pub fn warning(lang: Lang, facts: &Facts, rail: &GuardRail, name: &dyn Fn(EmployeeIx) -> String) -> String {
    let unit = |unit: UnitIx| facts.units[unit.at()].name.as_str();
    let id = lang == Lang::Id;
    match *rail {
        GuardRail::ManyMove { moving, people, most } if id => {
            format!("{moving} dari {people} pegawai dimutasi; sebaiknya paling banyak {most}")
        }
        GuardRail::ManyMove { moving, people, most } => format!("{moving} of {people} employees move; better at most {most}"),
        GuardRail::ManyLeave { unit: of, leaving, people, most } if id => {
            format!("{}: {leaving} dari {people} pegawai keluar; sebaiknya paling banyak {most}", unit(of))
        }
        GuardRail::ManyLeave { unit: of, leaving, people, most } => {
            format!("{}: {leaving} of {people} employees leave; better at most {most}", unit(of))
        }
        GuardRail::LittleGain { who, post, gain, least } => {
            little_gain(lang, &name(who), &post_name(facts, post), figures::change(lang, gain), figures::change(lang, least))
        }
        GuardRail::ThinUnit { unit: of, before, after, least, need } if id => {
            format!("{}: terisi {before} → {after} dari kebutuhan {need}; sebaiknya paling sedikit {least}", unit(of))
        }
        GuardRail::ThinUnit { unit: of, before, after, least, need } => {
            format!("{}: filled {before} → {after} of a need of {need}; better at least {least}", unit(of))
        }
        GuardRail::BothHeads { unit: of, lurah, secretary } if id => {
            format!("{}: lurah ({}) dan sekretaris ({}) keluar bersamaan", unit(of), name(lurah), name(secretary))
        }
        GuardRail::BothHeads { unit: of, lurah, secretary } => {
            format!("{}: lurah ({}) and sekretaris ({}) leave at once", unit(of), name(lurah), name(secretary))
        }
        GuardRail::NoExperienced { unit: of, before, months } if id => {
            format!("{}: tidak ada pengawas berpengalaman ({months} bulan) yang tinggal; sebelumnya {before}", unit(of))
        }
        GuardRail::NoExperienced { unit: of, before, months } => {
            format!("{}: no experienced pengawas ({months} months) stays; there were {before}", unit(of))
        }
    }
}

/// The staff before and after, one line.
pub fn staff(lang: Lang, before: &Staff, after: &Staff) -> String {
    let percent = |permille| figures::percent(lang, permille);
    let (rated, settled) = match lang {
        Lang::Id => ("Kinerja Baik ke atas", "12 bulan di unit"),
        Lang::En => ("Rated Baik or better", "12 months in the unit"),
    };
    format!(
        "{rated} {} → {} · {settled} {} → {}",
        percent(before.rated_permille()),
        percent(after.rated_permille()),
        percent(before.settled_permille()),
        percent(after.settled_permille()),
    )
}

fn little_gain(lang: Lang, name: &str, post: &str, gain: String, least: String) -> String {
    match lang {
        Lang::Id => format!("{name} → {post}: tidak mengisi lowong, selisih nilai {gain}; sebaiknya paling sedikit {least}"),
        Lang::En => format!("{name} → {post}: fills no vacancy, score change {gain}; better at least {least}"),
    }
}

fn post_name(facts: &Facts, post: PositionIx) -> String {
    let position = &facts.positions[post.at()];
    match facts.position_unit[post.at()] {
        Some(unit) => format!("{}, {}", position.name, facts.units[unit.at()].name),
        None => position.name.to_string(),
    }
}
