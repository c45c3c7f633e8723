//! The profiles that a result stands on, as JSON.
use crate::model::Parameters;
use serde::Serialize;

/// Names and values of the thresholds on which agencies differ.
#[derive(Clone, Debug, Serialize)]
pub struct ProfilesJson {
    pack: String,
    minimum_tenure: TenureJson,
    jpm: JpmJson,
    nine_box: NineBoxJson,
    retirement: RetirementJson,
    working_hours: HoursJson,
}

#[derive(Clone, Debug, Serialize)]
struct TenureJson {
    name: String,
    months: i32,
}

/// In hundredths of a percent.
#[derive(Clone, Debug, Serialize)]
struct JpmJson {
    name: String,
    threshold: u16,
}

/// In hundredths of a point.
#[derive(Clone, Debug, Serialize)]
struct NineBoxJson {
    name: String,
    high: u16,
    middle: u16,
}

/// Years: JPT, other managerial and staff, JF Utama, JF Madya, other JF.
#[derive(Clone, Debug, Serialize)]
struct RetirementJson {
    name: String,
    ages: [i32; 5],
}

#[derive(Clone, Debug, Serialize)]
struct HoursJson {
    name: String,
    minutes: i64,
}

impl ProfilesJson {
    /// Of the figures in force.
    pub fn new(of: &Parameters) -> Self {
        let it = of.profiles.clone();
        Self {
            pack: it.pack,
            minimum_tenure: TenureJson { name: it.minimum_tenure, months: of.minimum_tenure_months },
            jpm: JpmJson { name: it.jpm, threshold: of.jpm_threshold },
            nine_box: NineBoxJson { name: it.nine_box, high: of.nine_box.high.0, middle: of.nine_box.middle.0 },
            retirement: RetirementJson { name: it.retirement, ages: of.retirement_ages },
            working_hours: HoursJson { name: it.working_hours, minutes: i64::from(of.hours_per_head) * 60 },
        }
    }
}
