//! How a plan is judged and priced: every number that is a choice, with the defaults of plan-model.
use super::{
    Echelon, Election, Grade, Head, Jenjang, NineBoxCuts, Nip, ObjectionDays, Position, ProfileChoices, Profiles, UnitId,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Weights of the six factors in percent; together 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Weights {
    pub competence: u8,
    pub education: u8,
    pub performance: u8,
    pub potential: u8,
    pub need: u8,
    pub aspiration: u8,
}

impl Default for Weights {
    fn default() -> Self {
        Self { competence: 30, education: 20, performance: 15, potential: 10, need: 15, aspiration: 10 }
    }
}

impl Weights {
    /// In the order of the factors.
    pub const fn in_order(&self) -> [u8; 6] {
        [self.competence, self.education, self.performance, self.potential, self.need, self.aspiration]
    }
}

/// Prices in hundredths of a point that a move costs beside what it changes in value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MovePrices {
    /// Every move.
    pub each: i64,
    /// Under the minimum tenure, by override (R05).
    pub under_minimum_tenure: i64,
    /// Taken off after more than five years in the post (R06).
    pub long_tenure_discount: i64,
    /// The class of the jabatan falls.
    pub class_falls: i64,
    /// Each factor unknown at the new post.
    pub unknown_factor: i64,
    /// First claim of people in the tray to a lawful post of equal level (added to the value).
    pub tray_claim: i64,
}

impl Default for MovePrices {
    fn default() -> Self {
        Self {
            each: 600,
            under_minimum_tenure: 1_000,
            long_tenure_discount: 300,
            class_falls: 1_000,
            unknown_factor: 300,
            tray_claim: 6_000,
        }
    }
}

/// Rewards for filled posts and units, in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rewards {
    /// A structural post of eselon III with a holder.
    pub echelon_3: i64,
    /// Of eselon IV.a.
    pub echelon_4a: i64,
    /// A lurah's post with a holder.
    pub lurah: i64,
    /// Of eselon IV.b.
    pub echelon_4b: i64,
    /// Every filled place, up to K, of a post with a workload event in force.
    pub workload_place: i64,
    /// The scale of the unit reward: the j-th filled place of a unit with need K earns
    /// scale × (2(K − j) + 1) / (2K).
    pub unit_place: i64,
    /// Whether every filled place of a unit earns half the scale instead: for comparison, never set by a workspace.
    #[serde(skip)]
    pub is_flat: bool,
}

impl Default for Rewards {
    fn default() -> Self {
        Self {
            echelon_3: 8_000,
            echelon_4a: 6_000,
            lurah: 7_000,
            echelon_4b: 2_000,
            workload_place: 1_500,
            unit_place: 3_000,
            is_flat: false,
        }
    }
}

impl Rewards {
    /// What the holder of a structural post earns; 0 for others.
    pub fn for_holder(&self, position: &Position) -> i64 {
        match position.grade() {
            Some(Grade::Structural(e)) if e.tier() == 3 => self.echelon_3,
            Some(Grade::Structural(_)) if position.is_called("lurah") => self.lurah,
            Some(Grade::Structural(Echelon::IV_A)) => self.echelon_4a,
            Some(Grade::Structural(Echelon::IV_B)) => self.echelon_4b,
            _ => 0,
        }
    }

    /// What the j-th filled place (from 1) of a unit with need `k` earns, rounded half up; 0 beyond K.
    pub fn for_unit_place(&self, k: u32, j: u32) -> i64 {
        if j > k {
            return 0;
        }
        if self.is_flat {
            return round_half_up(self.unit_place, 2);
        }
        let (k, j) = (i64::from(k), i64::from(j));
        round_half_up(self.unit_place * (2 * (k - j) + 1), 2 * k)
    }
}

/// floor(a / b + 1/2), also below zero. `b` is positive.
pub const fn round_half_up(a: i64, b: i64) -> i64 {
    (2 * a + b).div_euclid(2 * b)
}

/// The figures of the rules, as they stand on the plan's date. They come from the dated rule pack;
/// the workspace may name others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// The names of the profiles that the figures come from.
    pub profiles: Profiles,
    /// R05, months.
    pub minimum_tenure_months: i32,
    /// R06, years.
    pub long_tenure_years: i32,
    /// R09b, months to retirement for a staff or functional target.
    pub retirement_margin_months: i32,
    /// R09b, months to retirement for a managerial target.
    pub retirement_margin_managerial_months: i32,
    /// R13, months as pengawas.
    pub supervisor_months: i32,
    /// R14, months as pelaksana.
    pub staff_months: i32,
    /// R16, years an assessment is valid.
    pub assessment_years: i32,
    /// R17, hundredths of a percent of JPM.
    pub jpm_threshold: u16,
    /// Where the steps of the nine boxes begin.
    pub nine_box: NineBoxCuts,
    /// Retirement ages (BUP), years: JPT, other managerial and staff, JF Utama, JF Madya, other JF.
    pub retirement_ages: [i32; 5],
    /// Hours a year of one head (WKE).
    pub hours_per_head: i32,
    /// First words of functional posts of teachers.
    pub teachers: Vec<String>,
    /// First words of functional posts of health workers.
    pub health_workers: Vec<String>,
    /// First words of functional posts that head a unit (R23, R24).
    pub unit_heads: Vec<String>,
    /// First words of the names of schools (R30).
    pub school_units: Vec<String>,
    /// First words of the names of health services (R30).
    pub health_units: Vec<String>,
    /// R23: months before the candidates are fixed in which officials are not replaced.
    pub freeze_months: i32,
    /// R23: the elections, of the pack and of the workspace.
    pub elections: Vec<Election>,
    /// R24: months after the head's inauguration.
    pub new_head_months: i32,
    /// R21: percent of its need that a unit keeps.
    pub kept_pct: u32,
    /// R34: the clocks of an objection.
    pub objection: ObjectionDays,
    /// R35: working days to report after officials were replaced with approval.
    pub report_working_days: i32,
    /// Public holidays, which are no working days.
    pub holidays: Vec<Date>,
    /// The lists of units that local rules name.
    pub unit_lists: Vec<Vec<UnitId>>,
    /// Words in a field of education that count as governmental (R27).
    pub government_fields: Vec<String>,
    /// Clusters of fields (rumpun): name and the words that put a field into it.
    pub clusters: Vec<(String, Vec<String>)>,
}

impl Parameters {
    /// With what a workspace sets otherwise.
    #[must_use]
    pub fn with(mut self, chosen: &ParameterChoices) -> Self {
        let set = |to: &mut i32, from: Option<i32>| *to = from.unwrap_or(*to);
        let own = |name: &mut String, from: Option<i32>| {
            if from.is_some() {
                Profiles::OWN.clone_into(name);
            }
        };
        own(&mut self.profiles.minimum_tenure, chosen.minimum_tenure_months);
        own(&mut self.profiles.working_hours, chosen.hours_per_head);
        set(&mut self.minimum_tenure_months, chosen.minimum_tenure_months);
        set(&mut self.long_tenure_years, chosen.long_tenure_years);
        set(&mut self.retirement_margin_months, chosen.retirement_margin_months);
        set(&mut self.retirement_margin_managerial_months, chosen.retirement_margin_managerial_months);
        set(&mut self.assessment_years, chosen.assessment_years);
        set(&mut self.hours_per_head, chosen.hours_per_head);
        self.elections.extend(chosen.elections.iter().cloned());
        self.holidays.extend(&chosen.holidays);
        self
    }

    /// The retirement age of a post, years.
    pub const fn retirement_age(&self, grade: Grade) -> i32 {
        let [jpt, general, utama, madya, functional] = self.retirement_ages;
        match grade {
            Grade::Structural(e) if e.tier() <= 2 => jpt,
            Grade::Structural(_) | Grade::Staff => general,
            Grade::Functional(Jenjang::Ut) => utama,
            Grade::Functional(Jenjang::Ma) => madya,
            Grade::Functional(_) => functional,
        }
    }

    /// The clusters by their words.
    pub fn cluster_words(&self) -> ClusterWords {
        let mut table = ClusterWords { first: HashMap::new(), longest: 0 };
        for (at, (_, words)) in (0..).zip(&self.clusters) {
            for word in words {
                table.longest = table.longest.max(word.split(' ').count());
                table.first.entry(word.to_uppercase()).or_insert(at);
            }
        }
        table
    }
}

/// Figures of the rules that a workspace sets otherwise than its pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ParameterChoices {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_tenure_months: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub long_tenure_years: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retirement_margin_months: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retirement_margin_managerial_months: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessment_years: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_per_head: Option<i32>,
    pub profiles: ProfileChoices,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub elections: Vec<Election>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Date>,
}

/// The clusters (rumpun) by the words that put a field of education into them.
#[derive(Clone, Debug)]
pub struct ClusterWords {
    /// Per word (or words), in upper case, the first cluster in the table that has it.
    first: HashMap<String, u16>,
    /// The most words that stand as one.
    longest: usize,
}

impl ClusterWords {
    /// The cluster of a field (upper case), as an index into the table: the first one of whose words stands
    /// in it as a whole word. `None` for a field of no cluster, which is in the same cluster as nothing.
    pub fn of(&self, field: &str) -> Option<u16> {
        let text = words(field);
        let begins = std::iter::once(0).chain(text.match_indices(' ').map(|(space, _)| space + 1));
        let phrases = begins.flat_map(|begin| {
            let rest = &text[begin..];
            let ends = rest.match_indices(' ').map(|(space, _)| space).chain(std::iter::once(rest.len()));
            ends.take(self.longest).map(move |end| &rest[..end])
        });
        phrases.filter_map(|phrase| self.first.get(phrase).copied()).min()
    }
}

/// Letters and digits in upper case, everything else one space.
fn words(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase()
}

/// Everything that decides how a plan is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The day that counts as today.
    pub today: Date,
    /// The effective date.
    pub tmt: Date,
    /// Units whose posts are planned, with those below them; empty: all.
    pub scope: Vec<UnitId>,
    /// People outside the scope who may come in.
    pub pool: Vec<Nip>,
    /// Depth of the units that share a shortage, counted from the root (0); `None`: the post's own unit.
    pub unit_level: Option<usize>,
    /// Weights.
    pub weights: Weights,
    /// Prices.
    pub prices: MovePrices,
    /// Rewards.
    pub rewards: Rewards,
    /// The head of the region.
    pub head: Head,
    /// Figures of the rules, as they stand on the plan's date.
    pub parameters: Parameters,
    /// What of them the workspace sets otherwise than its pack.
    pub choices: ParameterChoices,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_rounds_half_up_also_below_zero() {
        let table = [(5, 10, 1), (4, 10, 0), (-5, 10, 0), (-6, 10, -1), (-15, 10, -1), (15, 10, 2), (7, 7, 1)];
        for (a, b, expected) in table {
            assert_eq!(round_half_up(a, b), expected, "{a}/{b}");
        }
    }

    #[test]
    fn the_places_of_a_unit_earn_less_and_less() {
        let rewards = Rewards::default();
        let earned: Vec<i64> = (1..=5).map(|j| rewards.for_unit_place(4, j)).collect();
        assert_eq!(earned, [2625, 1875, 1125, 375, 0]);
        assert_eq!(rewards.for_unit_place(0, 1), 0);
    }
}
