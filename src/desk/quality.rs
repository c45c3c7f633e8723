//! Data quality: those of BKN's 28 indicators that the stored facts allow (domain.md §11.3), and what
//! stands beside the plan because of its data.
//!
//! Judged are employees whose kedudukan hukum is active or not readable. Each indicator counts the
//! records that fail it, `of` those it looks at. One whose list was never imported is left out; so are
//! those that need columns which are not kept (`COM_6` e-mail, `COM_7` telephone, `ACC_5` NIK, `CON_3`
//! sex), unless the import flagged someone.
use super::Desk;
use crate::model::{
    Employee, EmployeeIx, EmploymentKind, Grade, Grounds, JabatanKind, Jenjang, Kind, LegalStatus, Position, Rank, months_after,
};
use std::collections::HashMap;

/// One indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// BKN's code.
    pub code: &'static str,
    /// Records that fail it.
    pub count: usize,
    /// Records it looks at.
    pub of: usize,
}

/// What one record says to an indicator: `None` where it does not look at it, else whether it fails.
type Check = fn(&Quality<'_>, EmployeeIx) -> Option<bool>;

/// An indicator, the list beside the employees that it needs, and its condition.
type Line = (&'static str, Option<Kind>, Check);

/// All, in BKN's order. The conditions:
///
/// - `COM_1` no appraisal known for either of the two calendar years before today's;
/// - `COM_2` no jabatan; `COM_3` no education; `COM_4` a PNS without TMT PNS;
/// - `COM_5` no gelar although the education is D-I or higher;
/// - `TIM_1` the unit is not among the active units; `TIM_3` a CPNS for more than one year;
/// - `TIM_4` a structural post with another holder beside this one; `TIM_5` active on or after TMT pensiun;
/// - `ACC_1` TMT CPNS after TMT PNS; `ACC_3` on a structural post less than two years after TMT CPNS;
/// - `ACC_4` PPPK by status and not by number, or the reverse;
/// - `ACC_6` (structural) and `ACC_8` (functional) education below the post's minimum;
/// - `ACC_7` a PPPK whose number names a year of appointment before 2019, when there were none, or after today;
/// - `ACC_9` a staff post that is called like a functional one (it ends in a jenjang);
/// - `ACC_10` golongan below the post's lowest;
/// - `CON_1` TMT CPNS, `CON_2` birth date, `CON_4` (PPPK) year of appointment differ from the number's.
const LINES: &[Line] = &[
    ("COM_1", Some(Kind::Appraisals), |q, who| Some(q.grounds.people[who.at()].predicates == [None, None])),
    ("COM_2", None, |q, who| Some(q.employee(who).jabatan.0.is_empty() && q.employee(who).jabatan_name.is_empty())),
    ("COM_3", None, |q, who| Some(q.employee(who).education.is_none() && q.employee(who).education_name.is_empty())),
    ("COM_4", None, |q, who| (q.employee(who).kind == EmploymentKind::Pns).then(|| q.employee(who).tmt_pns.is_none())),
    ("COM_5", None, no_title),
    ("COM_6", None, |q, who| q.flagged("COM_6", who)),
    ("COM_7", None, |q, who| q.flagged("COM_7", who)),
    ("TIM_1", Some(Kind::Units), |q, who| {
        let unit = &q.employee(who).unit;
        (!unit.0.is_empty()).then(|| q.grounds.facts.unit(unit).is_none())
    }),
    ("TIM_3", None, |q, who| {
        let since = (q.employee(who).kind == EmploymentKind::Cpns).then_some(q.employee(who).tmt_cpns)?;
        Some(since.is_some_and(|since| months_after(since, 12) < q.grounds.policy.today))
    }),
    ("TIM_4", Some(Kind::Positions), |q, who| {
        q.structural(who).then(|| q.holders[&q.grounds.facts.people[who.at()].position] > 1)
    }),
    ("TIM_5", Some(Kind::Positions), |q, who| q.grounds.people[who.at()].retires.map(|date| date <= q.grounds.policy.today)),
    ("ACC_1", None, |q, who| q.employee(who).tmt_cpns.zip(q.employee(who).tmt_pns).map(|(cpns, pns)| cpns > pns)),
    ("ACC_3", Some(Kind::Positions), |q, who| {
        let since = q.structural(who).then_some(q.employee(who).tmt_cpns)??;
        Some(months_after(since, 24) > q.grounds.policy.today)
    }),
    ("ACC_4", None, |q, who| Some(q.employee(who).kind.is_pppk() != q.employee(who).nip.is_pppk())),
    ("ACC_5", None, |q, who| q.flagged("ACC_5", who)),
    ("ACC_6", Some(Kind::Positions), |q, who| q.below_education(who, JabatanKind::Structural)),
    ("ACC_7", None, |q, who| {
        let (year, _) = q.employee(who).nip.appointed();
        q.employee(who).kind.is_pppk().then(|| !(2019..=q.grounds.policy.today.year()).contains(&year))
    }),
    ("ACC_8", Some(Kind::Positions), |q, who| q.below_education(who, JabatanKind::Functional)),
    ("ACC_9", None, functional_name),
    ("ACC_10", Some(Kind::Positions), |q, who| {
        let Some(Rank::Pns(rank)) = q.employee(who).rank else { return None };
        q.post(who)?.rank_min.map(|lowest| rank < lowest)
    }),
    ("CON_1", None, |q, who| {
        let employee = q.employee(who);
        let since = (!employee.nip.is_pppk()).then_some(employee.tmt_cpns)??;
        Some(employee.nip.appointed() != (since.year(), Some(since.month())))
    }),
    ("CON_2", None, |q, who| {
        let (born, told) = (q.employee(who).birth_date, q.employee(who).nip.birth_date());
        // Digits that are no date disagree with every birth date, known or not.
        if told.is_none() { Some(true) } else { born.map(|born| Some(born) != told) }
    }),
    ("CON_3", None, |q, who| q.flagged("CON_3", who)),
    ("CON_4", None, |q, who| {
        let employee = q.employee(who);
        let since = employee.nip.is_pppk().then_some(employee.tmt_cpns)??;
        Some(employee.nip.appointed().0 != since.year())
    }),
];

struct Quality<'a> {
    grounds: &'a Grounds,
    /// Active holders per post.
    holders: HashMap<Option<crate::model::PositionIx>, usize>,
}

impl Quality<'_> {
    fn employee(&self, who: EmployeeIx) -> &Employee {
        &self.grounds.facts.employees[who.at()]
    }

    fn post(&self, who: EmployeeIx) -> Option<&Position> {
        self.grounds.facts.people[who.at()].position.map(|post| &self.grounds.facts.positions[post.at()])
    }

    fn structural(&self, who: EmployeeIx) -> bool {
        self.post(who).is_some_and(Position::is_structural)
    }

    /// Only `Some` for a code that the import flags at all.
    fn flagged(&self, code: &str, who: EmployeeIx) -> Option<bool> {
        Some(self.employee(who).flags.0.iter().any(|flag| flag == code))
    }

    fn below_education(&self, who: EmployeeIx, kind: JabatanKind) -> Option<bool> {
        let post = self.post(who).filter(|post| post.kind == kind)?;
        self.employee(who).education.zip(post.education_min).map(|(has, minimum)| has < minimum)
    }
}

fn no_title(q: &Quality<'_>, who: EmployeeIx) -> Option<bool> {
    let employee = q.employee(who);
    let has_degree = employee.education.is_some_and(|level| level >= crate::model::EducationLevel::D1);
    has_degree.then_some(employee.title_before.is_empty() && employee.title_after.is_empty())
}

fn functional_name(q: &Quality<'_>, who: EmployeeIx) -> Option<bool> {
    let grade = q.grounds.people[who.at()].grade;
    let name = q.post(who).map_or(q.employee(who).jabatan_name.as_str(), |post| &post.name);
    // "Petugas Pemula" is one word before a jenjang; the last word decides.
    let last = name.split(|c: char| c.is_whitespace() || c == '/').next_back().unwrap_or_default();
    (grade == Some(Grade::Staff)).then(|| last.len() > 2 && Jenjang::parse(last).is_some())
}

/// The indicators that the data allow.
pub fn indicators(grounds: &Grounds) -> Vec<Indicator> {
    let active: Vec<EmployeeIx> = grounds
        .everyone()
        .filter(|who| matches!(grounds.facts.employees[who.at()].status, LegalStatus::Active | LegalStatus::Unknown))
        .collect();
    let mut quality = Quality { grounds, holders: HashMap::new() };
    for who in &active {
        *quality.holders.entry(grounds.facts.people[who.at()].position).or_default() += 1;
    }
    let is_allowed = |kind: &Option<Kind>| kind.is_none_or(|kind| grounds.facts.has(kind));
    if !grounds.facts.has(Kind::Employees) {
        return Vec::new();
    }
    let counted = LINES.iter().filter(|(_, needs, _)| is_allowed(needs)).map(|(code, _, check)| {
        let (mut count, mut of) = (0, 0);
        for fails in active.iter().filter_map(|who| check(&quality, *who)) {
            of += 1;
            count += usize::from(fails);
        }
        Indicator { code, count, of }
    });
    counted.filter(|it| it.count > 0 || !matches!(it.code, "COM_6" | "COM_7" | "ACC_5" | "CON_3")).collect()
}

/// People whom the plan does not place although they are in its facts, and lists that are missing.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Leave before TMT.
    pub leaving: Vec<EmployeeIx>,
    /// In the tray: post or unit abolished.
    pub tray: Vec<EmployeeIx>,
    /// Post or unit unknown to the import.
    pub unmapped: Vec<EmployeeIx>,
    /// Structural posts that two hold.
    pub double_held: Vec<crate::model::PositionIx>,
    /// Wishes for a post or unit that is not there.
    pub wishes_nowhere: usize,
    /// Lists never imported.
    pub never_imported: Vec<Kind>,
}

impl Desk {
    /// What `check` tells beside indicators and verdicts.
    pub fn beside(&self) -> Beside {
        use crate::model::{Seat, Standing};
        let grounds = self.grounds();
        let mut beside = Beside::default();
        for who in grounds.everyone() {
            match grounds.projection.standing[who.at()] {
                Standing::Leaves(_) => beside.leaving.push(who),
                Standing::InPlan(Seat::Tray) => beside.tray.push(who),
                Standing::InPlan(Seat::Unmapped) => beside.unmapped.push(who),
                _ => {}
            }
        }
        let held_twice = |post: &crate::model::PositionIx| {
            grounds.projection.holders[post.at()] > 1 && grounds.facts.positions[post.at()].is_structural()
        };
        beside.double_held = grounds.posts_in_scope().filter(held_twice).collect();
        let wishes = grounds.facts.people.iter().flat_map(|person| &person.wishes);
        beside.wishes_nowhere = wishes.filter(|wish| wish.target.is_none()).count();
        beside.never_imported = Kind::ALL.into_iter().filter(|kind| !grounds.facts.has(*kind)).collect();
        beside
    }
}
