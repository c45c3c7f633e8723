//! Somebody is picked up, held over posts, and let go.
use super::lists::MOST;
use super::{Item, Plain};
use crate::desk::edit::Edit;
use crate::desk::live::{Costs, LiveBest};
use crate::desk::preview::{Landing, Target};
use crate::desk::ranking::Ranking;
use crate::matching::Control;
use crate::model::{EmployeeIx, PositionIx};
use crate::scoring::Breakdown;
use crate::text::plain::{self, Over, Said};
use crate::text::reports;
use std::io;

impl Plain<'_> {
    pub(super) fn pick_up(&mut self, which: &str) -> io::Result<()> {
        if self.is_read_only {
            return self.said(Said::ReadOnly);
        }
        let Some(who) = self.named_person(which) else { return self.said(Said::WhichPerson) };
        self.carried = Some(who);
        let line = plain::person(self.lang, &self.session.desk, who, &self.person(who), self.is_masked);
        self.say(&plain::carrying(self.lang, &line))?;
        self.targets("")
    }

    /// The best posts for whom is carried, or those a search finds.
    pub(super) fn targets(&mut self, query: &str) -> io::Result<()> {
        let Some(who) = self.carried else { return self.said(Said::NobodyCarried) };
        let here = self.session.desk.placement.post(&self.session.desk.grounds().projection, who);
        let mut posts: Vec<PositionIx> = self.session.desk.rated(Ranking::Posts(who)).into_iter().map(|it| it.post).collect();
        posts.retain(|post| Some(*post) != here);
        let found: Vec<PositionIx> =
            self.find_among(posts, query).into_iter().take(if query.is_empty() { 9 } else { MOST }).collect();
        let costs = self.costs(who);
        self.listed = found.iter().map(|post| Item::Post(*post)).collect();
        for (number, post) in (1..).zip(found.iter().copied()) {
            let line = self.over(who, post, &costs);
            self.say(&format!("{number}. {line}"))?;
        }
        self.said(if found.is_empty() { Said::Nothing } else { Said::DropOne })
    }

    /// What letting go on a post would do.
    fn over(&self, who: EmployeeIx, post: PositionIx, costs: &Costs) -> String {
        let preview = self.session.desk.preview(who, Target::Post(post));
        let cost = match preview.landing {
            Landing::Takes(_) => costs.get(&post).copied(),
            _ => None,
        };
        let swaps = match preview.landing {
            Landing::Swaps(other, _) => Some(self.person(other)),
            _ => None,
        };
        let over = Over { post, preview: &preview, cost, swaps, is_masked: self.is_masked };
        plain::over(self.lang, &self.session.desk, &over)
    }

    /// Biaya of every post; nothing where no plan is possible at all.
    fn costs(&mut self, who: EmployeeIx) -> Costs {
        let calm = Control::unattended();
        let desk = &self.session.desk;
        let mut best = match self.best.take() {
            Some(best) => best,
            None => match LiveBest::of(desk, &calm) {
                Ok(best) => best,
                Err(_) => return Costs::new(),
            },
        };
        let costs = best.follow(desk, &calm).and_then(|_| best.costs(desk, who, &calm));
        self.best = Some(best);
        costs.unwrap_or_default()
    }

    /// The best total, where it was worked out for the plan as it is.
    pub(super) fn known_best(&mut self) -> Option<i64> {
        let best = self.best.as_mut()?;
        best.follow(&self.session.desk, &Control::unattended()).ok()
    }

    /// Scores and verdicts of whom is carried on a post.
    pub(super) fn why(&mut self, which: &str) -> io::Result<()> {
        let Some(who) = self.carried else { return self.said(Said::NobodyCarried) };
        let Some(post) = self.named_post(which) else { return self.said(Said::WhichPost) };
        if self.is_masked {
            return self.said(Said::Masked);
        }
        self.report(|out, it| {
            let desk = &it.session.desk;
            let breakdown = Breakdown::of(desk.grounds(), who, post);
            reports::score(out, it.lang, desk, &desk.rank(who, post), &breakdown, &desk.drop_verdicts(who, post))
        })
    }

    pub(super) fn drop_on(&mut self, which: &str) -> anyhow::Result<()> {
        let Some(who) = self.carried else { return Ok(self.said(Said::NobodyCarried)?) };
        let Some(post) = self.named_post(which) else { return Ok(self.said(Said::WhichPost)?) };
        let facts = &self.session.desk.grounds().facts;
        let nip = |who: EmployeeIx| facts.employees[who.at()].nip;
        let edit = match self.session.desk.preview(who, Target::Post(post)).landing {
            Landing::Stays => return Ok(self.said(Said::Stays)?),
            Landing::PutsBack => Edit::Withdraw(nip(who)),
            Landing::Swaps(other, _) => Edit::Swap(nip(who), nip(other)),
            // What stands in the way is told by the desk itself.
            Landing::Takes(_) | Landing::Spreads(_) | Landing::Refused(_) => {
                Edit::Propose(nip(who), facts.positions[post.at()].id())
            }
        };
        let before = self.session.entries.len();
        self.edit(edit)?;
        if self.session.entries.len() > before {
            self.carried = None;
        }
        Ok(())
    }

    pub(super) fn put_back(&mut self) -> io::Result<()> {
        let said = if self.carried.take().is_some() { Said::PutBack } else { Said::NobodyCarried };
        self.said(said)
    }

    pub(super) fn withdraw(&mut self, which: &str) -> anyhow::Result<()> {
        let Some(who) = self.named_person(which) else { return Ok(self.said(Said::WhichPerson)?) };
        self.edit(Edit::Withdraw(self.session.desk.grounds().facts.employees[who.at()].nip))
    }

    pub(super) fn reason(&mut self, which: &str, text: &str) -> anyhow::Result<()> {
        let Some(who) = self.named_person(which) else { return Ok(self.said(Said::WhichPerson)?) };
        self.edit(Edit::Reason(self.session.desk.grounds().facts.employees[who.at()].nip, text.to_owned()))
    }
}
