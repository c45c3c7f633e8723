//! Where capaian went in this sitting: the value of the plan as it was opened and after every decision. Undo is a decision too.
use std::collections::VecDeque;

/// So many values are kept.
const MOST: usize = 12;

/// The values, the newest last.
#[derive(Clone, Debug)]
pub struct Trend(VecDeque<i64>);

impl Trend {
    /// From the objective of the plan as it was opened, hundredths of a point.
    pub fn new(objective: i64) -> Self {
        Self(VecDeque::from([objective]))
    }

    /// Takes the objective after a decision, hundredths of a point.
    pub fn push(&mut self, objective: i64) {
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(objective);
    }

    /// How high each value stands between the lowest and the highest of them, 1 to 8; `None` before the first decision.
    /// One decision is little beside all that is possible: only between themselves they tell up from down.
    pub fn eighths(&self) -> Option<Vec<u8>> {
        let (low, high) = (*self.0.iter().min()?, *self.0.iter().max()?);
        let height = |value: &i64| match high - low {
            0 => 4,
            range => u8::try_from(1 + ((value - low) * 7 + range / 2) / range).unwrap_or(8),
        };
        (self.0.len() > 1).then(|| self.0.iter().map(height).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[i64]) -> Option<Vec<u8>> {
        let mut trend = Trend::new(values[0]);
        values[1..].iter().for_each(|value| trend.push(*value));
        trend.eighths()
    }

    #[test]
    fn nothing_is_shown_before_the_first_decision() {
        assert_eq!(of(&[5_000]), None);
    }

    #[test]
    fn values_stand_between_the_lowest_and_the_highest() {
        assert_eq!(of(&[100, 800]), Some(vec![1, 8]));
        assert_eq!(of(&[0, 700, 350, 100, 0]), Some(vec![1, 8, 5, 2, 1]), "up, down, and undone");
        assert_eq!(of(&[-900, -200]), Some(vec![1, 8]));
        assert_eq!(of(&[1, 2, 1_000_000_000_000]), Some(vec![1, 1, 8]));
    }

    #[test]
    fn what_changes_no_value_is_neither_up_nor_down() {
        assert_eq!(of(&[7, 7, 7]), Some(vec![4, 4, 4]));
    }

    #[test]
    fn the_oldest_values_go_first() {
        let many: Vec<i64> = (0..30).collect();
        let shown = of(&many).unwrap();
        assert_eq!(shown.len(), MOST);
        assert_eq!((shown[0], shown[MOST - 1]), (1, 8), "between the values kept");
    }
}
