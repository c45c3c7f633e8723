//! How evenly a shortage lies on the units: the lowest fill, and the Gini coefficient of fills.
use super::{UnitFill, permille};
use crate::model::UnitIx;

/// How even the fills of units are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Units with need.
    pub units: usize,
    /// The unit (K ≥ 3) with the lowest fill, permille; the first of several.
    pub lowest: Option<(UnitIx, i64)>,
    /// The Gini coefficient of the units' fills, each weighted by its need, permille: 0 where all are filled alike.
    pub gini_permille: i64,
}

impl Spread {
    /// Of the units of a plan; those without need count for nothing.
    ///
    /// With K_i the need and f_i the filled places, a unit's fill is f_i / K_i and its weight K_i (every place counts
    /// alike): G = Σ_i Σ_j |f_i K_j − f_j K_i| / (2 ΣK Σf) (Gini 1912; weighted as in Lerman & Yitzhaki 1989). All in
    /// integers, rounded half up once. 0 where nobody is anywhere.
    pub fn of<'a>(fills: impl Iterator<Item = &'a UnitFill>) -> Self {
        let mut fills: Vec<&UnitFill> = fills.filter(|fill| fill.need > 0).collect();
        let lowest = fills.iter().filter(|fill| fill.need >= 3).map(|fill| (fill.unit, permille(fill.filled, fill.need)));
        let lowest = lowest.min_by_key(|(unit, share)| (*share, *unit));
        // From the worst filled on every difference has the same sign: one pass adds them up.
        fills.sort_by(|a, b| (u64::from(a.filled) * u64::from(b.need)).cmp(&(u64::from(b.filled) * u64::from(a.need))));
        let (mut need, mut filled, mut sum) = (0i128, 0i128, 0i128);
        for fill in &fills {
            let (k, f) = (i128::from(fill.need), i128::from(fill.filled));
            sum += f * need - filled * k;
            need += k;
            filled += f;
        }
        // Each pair stands once in the sum, and twice in the formula.
        let whole = need * filled;
        let thousandths = if whole == 0 { 0 } else { (2 * 1000 * sum + whole).div_euclid(2 * whole) };
        let gini_permille = i64::try_from(thousandths).unwrap_or(i64::MAX);
        Self { units: fills.len(), lowest, gini_permille }
    }
}
