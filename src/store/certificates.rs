//! Certificates (stand-in until the command branch lands).
use crate::desk::composition::Composition;
use crate::model::Facts;
use crate::model::plan::SolveRecord;
/// x
pub struct Certificate(SolveRecord);
impl Certificate {
    /// x
    pub fn of(c: &Composition, _l: Option<usize>, _f: &Facts) -> Self {
        Self(SolveRecord { objective: c.objective, bound: c.bound, certificate: String::new() })
    }
    /// x
    ///
    /// # Errors
    /// x
    pub fn write(&self, _p: &std::path::Path) -> std::io::Result<SolveRecord> {
        Ok(self.0.clone())
    }
}
