//! Certificates: the prices that prove a composed plan, one file a solve under
//! `plans/NAME/certificates/`, named by the SHA-256 of its bytes, which the journal's entry carries.
use super::files;
use super::journal::hash_of;
use super::leaves::{self, Leaves};
use crate::desk::composition::Composition;
use crate::desk::staffing::Staffing;
use crate::matching::Prices;
use crate::matching::branching::cover::{self, Claim};
use crate::model::plan::SolveRecord;
use crate::model::{EmployeeIx, Facts, Nip, PositionId, PositionIx};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

/// What is claimed of a plan, and the prices that prove it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// SHA-256 of the problem as `mutasi problem` writes it.
    pub problem: String,
    /// Objective of the plan, hundredths of a point.
    pub objective: i64,
    /// Best proven upper bound.
    pub bound: i64,
    /// Optimum without the limit on moves.
    pub relaxed: i64,
    /// The limit on moves, where it bound.
    pub limit: Option<usize>,
    /// What every move was charged on top, so that the limit holds.
    pub move_price: i64,
    /// One charge per position node, in the order of the problem.
    pub posts: Vec<i64>,
    /// One charge per unit node.
    pub units: Vec<i64>,
    /// What proves the bound where these prices alone do not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Leaves>,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Objective and bound are as recorded.
    Holds,
    /// The facts or settings are others now: the proof was of another problem.
    FactsChanged,
    /// The file is not there, or cannot be read.
    Missing(String),
    /// The file is another than the one recorded.
    Altered,
    /// The figures of entry and certificate differ.
    Figures,
    /// The recorded moves are no plan of the problem.
    NoPlan,
    /// The plan earns something else than recorded.
    Objective(i64),
    /// The prices prove only a higher bound; `None`: nothing at all.
    Bound(Option<i64>),
}

impl Finding {
    /// Whether nothing speaks against what was recorded.
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Holds | Self::FactsChanged)
    }

    /// Its name in JSON.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::FactsChanged => "facts-changed",
            Self::Missing(_) => "missing",
            Self::Altered => "altered",
            Self::Figures => "figures",
            Self::NoPlan => "no-plan",
            Self::Objective(_) => "objective",
            Self::Bound(_) => "bound",
        }
    }
}

impl Certificate {
    /// Of a composed plan.
    pub fn of(composition: &Composition, facts: &Facts) -> Self {
        let prices = &composition.plan.prices;
        Self {
            problem: composition.staffing.digest(facts),
            objective: composition.objective,
            bound: composition.bound,
            relaxed: composition.relaxed,
            limit: composition.limit,
            move_price: composition.price_per_move,
            posts: prices.post.clone(),
            units: prices.unit.clone(),
            proof: composition.proof.as_ref().map(|proof| Leaves::of(proof, composition.staffing.conflicts())),
        }
    }

    /// Writes it into a plan's folder; what the journal is to record of it.
    ///
    /// # Errors
    /// Of the file system.
    pub fn write(&self, plan_folder: &Path) -> io::Result<SolveRecord> {
        let mut text = ron::to_string(self).map_err(io::Error::other)?;
        text.push('\n');
        let hash = hash_of(text.as_bytes());
        let path = path_of(plan_folder, &hash);
        if let Some(folder) = path.parent() {
            files::make_folder(folder)?;
        }
        files::write_atomically(&path, text.as_bytes())?;
        Ok(SolveRecord { objective: self.objective, bound: self.bound, certificate: hash })
    }

    /// Checks it against the problem as it is built now, and the moves recorded with it.
    fn check(&self, facts: &Facts, staffing: &Staffing, moves: &[(Nip, PositionId)]) -> Finding {
        if !staffing.is_of(&self.problem, facts) {
            return Finding::FactsChanged;
        }
        let Some(choice) = choice_of(facts, staffing, moves) else { return Finding::NoPlan };
        match staffing.objective(&choice) {
            None => return Finding::NoPlan,
            Some(objective) if objective != self.objective => return Finding::Objective(objective),
            Some(_) => {}
        }
        if self.limit.is_some_and(|limit| staffing.moves(&choice) > limit) {
            return Finding::NoPlan;
        }
        let prices = Prices { post: self.posts.clone(), unit: self.units.clone() };
        let bound = match (&self.proof, self.limit) {
            (Some(proof), _) if proof.conflicts != leaves::digest(staffing.conflicts()) => return Finding::FactsChanged,
            (Some(_), _) if !staffing.is_clean(&choice) => return Finding::NoPlan,
            (Some(proof), limit) => {
                let (Ok(problem), Ok(stay)) = (staffing.problem(), staffing.stay()) else { return Finding::NoPlan };
                cover::bound(&Claim { problem, stay, limit, conflicts: staffing.conflicts() }, &proof.proof())
            }
            (None, Some(limit)) => staffing.bound_within(&prices, self.move_price, limit),
            (None, None) => staffing.bound(&prices),
        };
        if bound <= i128::from(self.bound) { Finding::Holds } else { Finding::Bound(i64::try_from(bound).ok()) }
    }
}

/// Where a certificate lies.
pub fn path_of(plan_folder: &Path, hash: &str) -> PathBuf {
    plan_folder.join("certificates").join(hash).with_extension("ron")
}

/// Checks the certificate of a solve: its file, its figures, and, by the checker that shares nothing
/// with the solver, objective and bound. `staffing` builds the problem as it was before that entry.
pub fn verify(
    plan_folder: &Path,
    facts: &Facts,
    staffing: &Staffing,
    record: &SolveRecord,
    moves: &[(Nip, PositionId)],
) -> Finding {
    let bytes = match std::fs::read(path_of(plan_folder, &record.certificate)) {
        Ok(bytes) => bytes,
        Err(error) => return Finding::Missing(error.to_string()),
    };
    if hash_of(&bytes) != record.certificate {
        return Finding::Altered;
    }
    match ron::de::from_bytes::<Certificate>(&bytes) {
        Err(error) => Finding::Missing(error.to_string()),
        Ok(it) if (it.objective, it.bound) != (record.objective, record.bound) => Finding::Figures,
        Ok(it) => it.check(facts, staffing, moves),
    }
}

/// Reads the certificate of a solve, if it is there and the one recorded.
pub fn read(plan_folder: &Path, record: &SolveRecord) -> Option<Certificate> {
    let bytes = std::fs::read(path_of(plan_folder, &record.certificate)).ok()?;
    (hash_of(&bytes) == record.certificate).then(|| ron::de::from_bytes(&bytes).ok()).flatten()
}

/// The plan, per employee position node and value: the moves, and everyone else stays. `None` where that
/// is no plan of the problem.
pub fn choice_of(facts: &Facts, staffing: &Staffing, moves: &[(Nip, PositionId)]) -> Option<Vec<(u32, i64)>> {
    let target: HashMap<&Nip, &PositionId> = moves.iter().map(|(nip, position)| (nip, position)).collect();
    let node_of: HashMap<PositionIx, u32> =
        (0..staffing.nodes.len() as u32).filter_map(|node| Some((staffing.post_at(node)?, node))).collect();
    let arc_of = |(row, who): (usize, &EmployeeIx)| {
        let node = match target.get(&facts.employees[who.at()].nip) {
            None => staffing.home[row],
            Some(position) => *node_of.get(&facts.position(position)?)?,
        };
        (node != u32::MAX).then(|| staffing.value(row, node).map(|value| (node, value))).flatten()
    };
    let in_plan = target.len() == moves.len();
    staffing.employees.iter().enumerate().map(arc_of).collect::<Option<Vec<_>>>().filter(|_| in_plan)
}
