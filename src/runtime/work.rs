//! What workers do, and how they tell how far they are.
use super::Event;
use crate::app::Message;
use crate::desk::composition::Composition;
use crate::matching::{Control, Progress, targets};
use crate::model::{EmployeeIx, PositionIx};
use std::collections::HashMap;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// Biaya of every target of a person: the best total with the person there, less the best total.
pub(super) fn costs_of(composition: &Composition, who: EmployeeIx, control: &Control<'_>) -> HashMap<PositionIx, Option<i64>> {
    let staffing = &composition.staffing;
    let Some(row) = staffing.employees.iter().position(|employee| *employee == who) else { return HashMap::new() };
    let (Ok(problem), Ok(solution)) = (staffing.problem(), staffing.solution_of(&composition.optimum)) else {
        return HashMap::new();
    };
    let totals = targets::totals_for(problem, &solution, row as u32, control).unwrap_or_default();
    let cost = |(arc, total): (u32, Option<i64>)| {
        let post = staffing.post_at(problem.post_of(arc as usize) as u32)?;
        Some((post, total.map(|total| total - composition.relaxed)))
    };
    totals.into_iter().filter_map(cost).collect()
}

/// Progress reaches the screen at most ten times a second.
pub(super) fn progress_to(sender: Sender<Event>) -> impl Fn(Progress) {
    let last = std::cell::Cell::new(std::time::Instant::now());
    move |progress| {
        if last.get().elapsed() >= Duration::from_millis(100) {
            last.set(std::time::Instant::now());
            let _ = sender.send(Event::Message(Message::Progress(progress.done, progress.total)));
        }
    }
}
