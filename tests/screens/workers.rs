//! What workers of the program do, done at once.
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use mutasi::app::message::Message;
use mutasi::app::sought::{Beside, Found, Seek};
use mutasi::app::{joint, prices, ranks};
use mutasi::desk::composition::ComposeError;
use mutasi::desk::constraints::ConstraintPrices;
use mutasi::desk::live::LiveBest;
use mutasi::matching::Control;
use mutasi::model::{EmployeeIx, PositionIx};

use super::{BEST, Program, SAMPLE};

impl Program {
    pub(super) fn compose(&mut self) {
        let desk = self.state.desk.clone();
        let plan = &desk.plan;
        let is_first =
            Arc::ptr_eq(&desk.base, &SAMPLE) && plan.pins.is_empty() && plan.bans.is_empty() && plan.overrides.is_empty();
        let answer = if is_first { Ok(BEST.clone()) } else { desk.compose(None, &Control::unattended()).map(Arc::new) };
        self.take(Message::Composed { version: self.state.version, answer });
    }

    pub(super) fn fill(&mut self, post: PositionIx, depth: usize) {
        let answer = self.state.desk.fillings(post, depth, &Control::unattended()).map(Arc::new);
        self.take(Message::Filled { version: self.state.version, post, depth, answer });
    }

    /// The best plan under the plan as it is; `None` where there is none.
    pub(super) fn best(&mut self) -> Result<&mut LiveBest, ComposeError> {
        let (desk, calm) = (self.state.desk.clone(), Control::unattended());
        let mut best = match self.best.take() {
            Some(best) => best,
            None => LiveBest::of(&desk, &calm)?,
        };
        let followed = best.follow(&desk, &calm);
        let best = self.best.insert(best);
        followed.map(|_| best)
    }

    pub(super) fn follow(&mut self) {
        let answer = self.best().map(|best| best.total());
        self.take(Message::Best { problem: self.state.problem, answer });
    }

    pub(super) fn totals(&mut self, who: EmployeeIx) {
        let desk = self.state.desk.clone();
        let Ok(costs) = self.best().and_then(|best| best.costs(&desk, who, &Control::unattended())) else { return };
        self.take(Message::Totals { problem: self.state.problem, who, costs });
    }

    pub(super) fn seek(&mut self, seek: Seek) {
        let (desk, calm) = (self.state.desk.clone(), Control::unattended());
        let found = match seek {
            Seek::Gains => {
                let Ok(outlook) = self.best().and_then(|best| best.outlook()) else { return };
                Found::Gains(Some(Arc::new(outlook.curve(24, &calm).unwrap())))
            }
            Seek::Constraints => {
                let prices = self.best().and_then(|best| ConstraintPrices::of(&desk, best, &calm));
                Found::Constraints(prices.ok().map(Arc::new))
            }
            Seek::Review => Found::Review(self.before_import.clone().map(|before| Arc::new(desk.reviewed(&before)))),
            Seek::Contradiction => Found::Contradiction(desk.contradiction().unwrap().map(Arc::new)),
            Seek::Packs(Beside(pack)) => {
                let other = desk.under(mutasi::rules::Pack::clone(&pack));
                Found::Packs(Some(Arc::new(desk.beside_pack(&other))))
            }
            Seek::Shift(tmt) => Found::Shift(tmt, desk.shifted(tmt, &AtomicBool::new(false)).map(Arc::new)),
            Seek::Pool(of) => Found::Pool(of, desk.pool(of, 24, &calm).map(Arc::new)),
            Seek::Otherwise(of) => {
                let found = desk.otherwise(&of, &calm).ok().map(Arc::new);
                Found::Otherwise(of, found)
            }
        };
        self.take(Message::Sought { problem: self.state.problem, found });
    }

    /// Biaya of the drops in sight that move several; whether there were any that were not known.
    pub(super) fn joint(&mut self) -> bool {
        let drops = joint::wanted(&self.state, &self.hits);
        let Some(who) = self.state.carry.carried().map(|carried| carried.who) else { return false };
        if drops.is_empty() || self.is_waiting {
            return false;
        }
        let desk = self.state.desk.clone();
        let Ok(best) = self.best() else { return false };
        let calm = Control::unattended();
        let costs = drops.iter().map(|(target, seats)| (*target, best.joint_cost(&desk, seats, &calm).unwrap())).collect();
        self.take(Message::Joint { version: self.state.version, who, costs });
        true
    }

    /// Biaya of one more pair in sight; whether there was any that was not known.
    pub(super) fn prices(&mut self) -> bool {
        let Some(who) = prices::wanted(&self.state, &self.hits).filter(|_| !self.is_waiting) else { return false };
        self.state.prices.ask(who);
        self.totals(who);
        true
    }

    /// The list that is waited for; whether there was any.
    pub(super) fn list(&mut self) -> bool {
        let Some(question) = ranks::wanted(&self.state).filter(|_| !self.is_waiting) else { return false };
        let desk = self.state.desk.clone();
        let answer = question.answer(&desk, &AtomicBool::new(false)).unwrap();
        self.take(Message::Listed(desk, question, answer));
        while let Some(message) = self.held.next(&self.state) {
            self.take(message);
        }
        true
    }
}
