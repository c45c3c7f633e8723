//! plan-model.md once more, as slowly and plainly as it reads: from the rosters alone, without any of the
//! program's linking, projecting, scoring or counting. The oracle of `objective.rs`.
//!
//! It knows what [`super::random`] makes: staff and structural posts, nobody near retirement.
use super::world::{TMT, World};
use jiff::civil::date;
use mutasi::model::{Employee, EmploymentKind, JabatanKind, LegalStatus, Position};

/// floor(a / b + 1/2).
fn rounded(a: i64, b: i64) -> i64 {
    (a as i128 * 2 + b as i128).div_euclid(b as i128 * 2) as i64
}

/// Where someone sits before the plan.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Sits {
    On(usize),
    PartTime(usize),
    Tray,
    Unmapped,
    Pool(usize),
    NotInPlan,
}

pub struct Naive<'a> {
    pub world: &'a World,
    pub sits: Vec<Sits>,
    need: Vec<i64>,
    before: Vec<i64>,
}

const UNITS_OF_KEC: [&str; 3] = ["KEC", "A", "B"];
const LAW: [&str; 3] = ["HUKUM", "SYARIAH", "NOTARIAT"];
const ECONOMY: [&str; 2] = ["EKONOMI", "AKUNTANSI"];

impl<'a> Naive<'a> {
    pub fn of(world: &'a World) -> Self {
        let sits: Vec<Sits> = world.rosters.employees.iter().map(|who| seat(world, who)).collect();
        let need = world.rosters.positions.iter().map(|post| need(world, post)).collect();
        let before = (0..world.rosters.positions.len())
            .map(|at| (0..sits.len()).filter(|who| holds(world, &sits, *who, at)).count() as i64)
            .collect();
        Self { world, sits, need, before }
    }

    fn post(&self, at: usize) -> &Position {
        &self.world.rosters.positions[at]
    }

    /// How many may sit on a post, and whether newcomers may come at all.
    pub fn places(&self, at: usize) -> (i64, bool) {
        let structural = self.post(at).kind == JabatanKind::Structural;
        let open = self.need[at] > 0 && !(structural && self.before[at] > 1);
        (self.need[at].max(self.before[at]), open)
    }

    pub fn in_scope(&self, at: usize) -> bool {
        UNITS_OF_KEC.contains(&self.post(at).unit.0.as_str())
    }

    /// The six factors.
    pub fn factors(&self, who: usize, at: usize) -> [Option<i64>; 6] {
        let need = self.need[at];
        let others = self.before[at] - i64::from(holds(self.world, &self.sits, who, at));
        let need = if need == 0 { 0 } else { rounded((need - others).max(0) * 10_000, need) };
        [
            self.competence(who, at),
            self.education(who, at),
            self.performance(who, at),
            self.potential(who, at),
            Some(need),
            Some(self.aspiration(who, at)),
        ]
    }

    fn competence(&self, who: usize, at: usize) -> Option<i64> {
        let nip = self.world.rosters.employees[who].nip;
        let required: Vec<(&str, u8)> = self.post(at).requirements.iter().collect();
        if required.is_empty() {
            return Some(7_000);
        }
        let held = |code: &str| {
            let rows = self.world.rosters.competence.iter().filter(|row| row.nip == nip && row.code == code);
            rows.max_by_key(|row| row.date).and_then(|row| row.level)
        };
        let shares: Vec<i64> = required
            .iter()
            .filter_map(|(code, level)| held(code).map(|held| rounded(i64::from(held) * 10_000, i64::from(*level)).min(10_000)))
            .collect();
        let known = shares.len() as i64;
        if known * 2 < required.len() as i64 { None } else { Some(rounded(shares.iter().sum(), known)) }
    }

    fn education(&self, who: usize, at: usize) -> Option<i64> {
        let person = &self.world.rosters.employees[who];
        let (level, minimum) = (person.education?.code(), self.post(at).education_min?.code());
        let field = person.education_name.split_once(' ').map_or("", |(_, field)| field);
        let named = &self.post(at).fields.0;
        let cluster = |field: &str| if LAW.contains(&field) { 1 } else { 2 * i32::from(ECONOMY.contains(&field)) };
        Some(match () {
            () if level < minimum => 0,
            () if named.iter().any(|name| name == field) => 10_000,
            () if named.is_empty() => 7_000,
            () if named.iter().any(|name| cluster(name) == cluster(field) && cluster(field) != 0) => 7_000,
            () => 4_000,
        })
    }

    fn demand(&self, at: usize) -> i64 {
        let post = self.post(at);
        let own = match post.echelon.map(|echelon| echelon.code()) {
            None => 60,
            Some(42) => 75,
            Some(41) => 85,
            Some(_) => 90,
        };
        let event = self.world.rosters.workload.iter().any(|row| row.unit == post.unit && row.from.unwrap() <= TMT);
        if event { (own + 10).min(100) } else { own }
    }

    fn performance(&self, who: usize, at: usize) -> Option<i64> {
        let nip = self.world.rosters.employees[who].nip;
        let of = |year| {
            let row = self.world.rosters.appraisals.iter().find(|row| row.nip == nip && row.year == year)?;
            Some(i64::from(row.predicate?.points()))
        };
        let hundredths = match (of(2025), of(2024)) {
            (Some(last), Some(before)) => 60 * last + 40 * before,
            (Some(only), None) | (None, Some(only)) => 100 * only,
            (None, None) => return None,
        };
        Some(rounded(hundredths * 10_000, self.demand(at) * 100).min(10_000))
    }

    fn potential(&self, who: usize, at: usize) -> Option<i64> {
        let nip = self.world.rosters.employees[who].nip;
        let row = self.world.rosters.potential.iter().find(|row| row.nip == nip)?;
        Some(rounded(i64::from(row.potential?.0) * 10_000, self.demand(at) * 100).min(10_000))
    }

    fn aspiration(&self, who: usize, at: usize) -> i64 {
        let nip = self.world.rosters.employees[who].nip;
        let wishes: Vec<_> = self.world.rosters.aspirations.iter().filter(|row| row.nip == nip).collect();
        let own = matches!(self.sits[who], Sits::On(own) | Sits::PartTime(own) | Sits::Pool(own) if own == at);
        if wishes.iter().any(|row| row.order == 0) {
            return if own { 10_000 } else { 0 };
        }
        let names = |row: &&&mutasi::model::records::Aspiration| {
            row.unit == self.post(at).unit && row.jabatan.as_ref().is_none_or(|jabatan| *jabatan == self.post(at).jabatan)
        };
        match wishes.iter().filter(|row| row.order > 0).filter(names).map(|row| row.order).min() {
            Some(rank) => [10_000, 8_500, 7_000, 6_000, 5_500][rank as usize - 1],
            None if wishes.iter().any(|row| row.order < 0 && row.unit == self.post(at).unit) => 0,
            None => 5_000,
        }
    }

    /// Value of staying.
    pub fn stay(&self, who: usize) -> i64 {
        match self.sits[who] {
            Sits::On(at) | Sits::PartTime(at) | Sits::Pool(at) => rounded(self.weighted(&self.factors(who, at)), 100),
            _ => 0,
        }
    }

    fn weighted(&self, factors: &[Option<i64>; 6]) -> i64 {
        [30, 20, 15, 10, 15, 10].iter().zip(factors).map(|(weight, factor)| weight * factor.unwrap_or(0)).sum()
    }

    /// Value of another post, before any price.
    pub fn value(&self, who: usize, at: usize) -> i64 {
        let there = self.factors(who, at);
        let unknown = 300 * there.iter().filter(|factor| factor.is_none()).count() as i64;
        let own = match self.sits[who] {
            Sits::On(own) | Sits::PartTime(own) | Sits::Pool(own) => self.factors(who, own),
            // The abolished post was a staff post.
            Sits::Tray if self.post(at).echelon.is_none() => return rounded(self.weighted(&there), 100) - unknown + 6_000,
            _ => return rounded(self.weighted(&there), 100) - unknown,
        };
        let both = |k: usize| Some(there[k]? - own[k]?);
        let differences = [both(0), both(1), both(2), both(3), both(4), both(5)];
        self.stay(who) + rounded(self.weighted(&differences), 100) - unknown
    }

    /// Everything a move costs, overrides apart.
    pub fn price(&self, who: usize, at: usize) -> i64 {
        let person = &self.world.rosters.employees[who];
        let (own_level, class) = match self.sits[who] {
            Sits::On(own) | Sits::PartTime(own) | Sits::Pool(own) => (level(self.post(own)), self.post(own).class),
            Sits::Tray => (1, Some(6)),
            _ => (1, None),
        };
        let mut price = if matches!(self.sits[who], Sits::Tray | Sits::Unmapped) { 0 } else { 600 };
        price += if class.zip(self.post(at).class).is_some_and(|(from, to)| to < from) { 1_000 } else { 0 };
        price -= if person.tmt_jabatan.is_some_and(|since| since < date(2022, 1, 1)) { 300 } else { 0 };
        if matches!(person.kind, EmploymentKind::Pppk | EmploymentKind::PppkPartTime) {
            return price;
        }
        let field = person.education_name.split_once(' ').map_or("", |(_, field)| field);
        let named = &self.post(at).fields.0;
        price += if !named.is_empty() && !named.iter().any(|name| name == field) { 800 } else { 0 };
        let assessed = self.world.rosters.competence.iter().filter(|row| row.nip == person.nip);
        let is_valid = assessed.filter_map(|row| row.date).any(|day| day >= date(2024, 1, 1));
        price + if !is_valid && level(self.post(at)) <= own_level { 500 } else { 0 }
    }

    /// The whole objective of a plan: per person the post moved to, or none.
    pub fn objective(&self, targets: &[Option<usize>]) -> i64 {
        let people: i64 = (0..targets.len())
            .filter(|who| self.sits[*who] != Sits::NotInPlan)
            .map(|who| targets[who].map_or_else(|| self.stay(who), |at| self.value(who, at) - self.price(who, at)))
            .sum();
        people + self.rewards(targets)
    }

    /// Filled posts and filled units of a plan.
    pub fn rewards(&self, targets: &[Option<usize>]) -> i64 {
        let heads = |at: usize| {
            (0..targets.len()).filter(|who| targets[*who].map_or(self.sits[*who] == Sits::On(at), |target| target == at)).count()
                as i64
        };
        let all: Vec<i64> = (0..self.need.len()).map(heads).collect();
        let posts: i64 = (0..all.len()).filter(|at| self.in_scope(*at)).map(|at| self.filled_post(at, all[at])).sum();
        let outside: i64 = (0..all.len())
            .filter(|at| (0..targets.len()).any(|who| targets[who].is_none() && self.sits[who] == Sits::Pool(*at)))
            .map(|at| self.holder(at))
            .sum();
        let units: i64 = UNITS_OF_KEC.iter().map(|unit| self.filled_unit(unit, &all)).sum();
        posts + outside + units
    }

    fn holder(&self, at: usize) -> i64 {
        let post = self.post(at);
        match post.echelon.map(|echelon| echelon.code()) {
            Some(31) => 8_000,
            Some(41) if post.name == "Lurah" => 7_000,
            Some(41) => 6_000,
            Some(42) => 2_000,
            _ => 0,
        }
    }

    fn filled_post(&self, at: usize, heads: i64) -> i64 {
        let post = self.post(at);
        let event = self
            .world
            .rosters
            .workload
            .iter()
            .any(|row| row.unit == post.unit && row.jabatan.as_ref() == Some(&post.jabatan) && row.from.unwrap() <= TMT);
        (if heads > 0 { self.holder(at) } else { 0 }) + if event { 1_500 * heads.min(self.need[at]) } else { 0 }
    }

    fn filled_unit(&self, unit: &str, heads: &[i64]) -> i64 {
        let shares = |at: &usize| {
            let own = self.post(*at).unit.0.as_str();
            self.in_scope(*at) && if self.world.policy.unit_level == Some(0) { unit == "KEC" } else { own == unit }
        };
        let posts: Vec<usize> = (0..heads.len()).filter(shares).collect();
        let (k, n): (i64, i64) = posts.iter().fold((0, 0), |(k, n), at| (k + self.need[*at], n + heads[*at]));
        (1..=n.min(k)).map(|j| rounded(3_000 * (2 * (k - j) + 1), 2 * k)).sum()
    }
}

fn level(post: &Position) -> i32 {
    post.echelon.map_or(1, |echelon| if echelon.tier() == 3 { 4 } else { 3 })
}

fn need(world: &World, post: &Position) -> i64 {
    let hours = |row: &mutasi::model::records::Workload| {
        let ours = row.unit == post.unit && row.jabatan.as_ref() == Some(&post.jabatan) && row.from.unwrap() <= TMT;
        if ours { rounded(i64::from(row.hours), 1_250) } else { 0 }
    };
    let more = if post.kind == JabatanKind::Structural { 0 } else { world.rosters.workload.iter().map(hours).sum() };
    i64::from(post.need) + more
}

/// Who counts as a holder of a post: whoever sits out of scope does like anyone else.
fn holds(world: &World, sits: &[Sits], who: usize, at: usize) -> bool {
    if let Sits::On(on) = sits[who] {
        return on == at;
    }
    let (who, post) = (&world.rosters.employees[who], &world.rosters.positions[at]);
    let there = post.unit == who.unit && post.jabatan == who.jabatan && !UNITS_OF_KEC.contains(&post.unit.0.as_str());
    there && who.status == LegalStatus::Active && who.kind != EmploymentKind::PppkPartTime
}

fn seat(world: &World, who: &Employee) -> Sits {
    let at = world.rosters.positions.iter().position(|post| post.unit == who.unit && post.jabatan == who.jabatan);
    let inside = UNITS_OF_KEC.contains(&who.unit.0.as_str());
    match at {
        _ if who.status != LegalStatus::Active => Sits::NotInPlan,
        Some(at) if inside && who.kind == EmploymentKind::PppkPartTime => Sits::PartTime(at),
        Some(at) if inside => Sits::On(at),
        Some(at) if world.policy.pool.contains(&who.nip) => Sits::Pool(at),
        Some(_) => Sits::NotInPlan,
        None if world.rosters.abolished.iter().any(|post| post.unit == who.unit && post.jabatan == who.jabatan) => Sits::Tray,
        None => Sits::Unmapped,
    }
}
