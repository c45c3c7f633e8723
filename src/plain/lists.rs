//! Lists whose lines have numbers, and what a number, a name or a NIP stands for.
use super::{Item, Plain};
use crate::app::lists::vacant::vacancies;
use crate::app::search::Finder;
use crate::desk::ranking::{Ranked, Ranking};
use crate::model::{EmployeeIx, PositionIx};
use crate::text::plain::{self, Said};
use crate::text::{journal, screen};
use std::io;

/// Lines of a list at most: a screen reader reads each of them aloud.
pub(super) const MOST: usize = 20;

impl Plain<'_> {
    /// Employees in the plan by name, or those a search finds.
    pub(super) fn people(&mut self, query: &str) -> io::Result<()> {
        let found = self.find_people(query);
        self.list(&found.iter().map(|who| Item::Person(*who)).collect::<Vec<_>>())
    }

    pub(super) fn vacancies(&mut self, query: &str) -> io::Result<()> {
        let posts = self.find_among(vacancies(&self.session.desk), query);
        self.list(&posts.into_iter().map(Item::Post).collect::<Vec<_>>())
    }

    pub(super) fn posts(&mut self, query: &str) -> io::Result<()> {
        let posts = self.find_among(self.session.desk.grounds().posts_in_scope().collect(), query);
        self.list(&posts.into_iter().map(Item::Post).collect::<Vec<_>>())
    }

    pub(super) fn proposals(&mut self) -> io::Result<()> {
        let moves: Vec<EmployeeIx> = self.session.desk.placement.moves().map(|(who, _)| who).collect();
        self.list(&moves.into_iter().map(Item::Person).collect::<Vec<_>>())
    }

    /// Who would suit a post best, those the rules let first.
    pub(super) fn candidates(&mut self, which: &str) -> io::Result<()> {
        let Some(post) = self.named_post(which) else { return self.said(Said::WhichPost) };
        let ranked: Vec<Ranked> = self.session.desk.best(Ranking::People(post), MOST);
        self.listed.clear();
        let head = self.post(post);
        self.say(&head)?;
        for (number, it) in (1..).zip(&ranked) {
            let line = plain::candidate(self.lang, &self.session.desk, number, &self.person(it.who), it);
            self.say(&line)?;
            self.listed.push(Item::Person(it.who));
        }
        self.said(if ranked.is_empty() { Said::Nothing } else { Said::PickOne })
    }

    pub(super) fn journal(&mut self) -> io::Result<()> {
        let from = self.session.entries.len().saturating_sub(MOST);
        let told: Vec<String> = self.session.entries[from..]
            .iter()
            .map(|entry| {
                let what = journal::entry(self.lang, &self.session.desk, &self.session.entries, entry, self.is_masked);
                format!("{}. {what}", entry.sequence)
            })
            .collect();
        for line in &told {
            self.say(line)?;
        }
        if told.is_empty() { self.said(Said::Nothing) } else { Ok(()) }
    }

    /// Shows the first of a list with their numbers.
    fn list(&mut self, items: &[Item]) -> io::Result<()> {
        self.listed = items.iter().take(MOST).copied().collect();
        for (number, item) in (1..).zip(self.listed.clone()) {
            let line = match item {
                Item::Person(who) => plain::person(self.lang, &self.session.desk, who, &self.person(who), self.is_masked),
                Item::Post(post) => plain::post(self.lang, &self.session.desk, post),
            };
            self.say(&format!("{number}. {line}"))?;
        }
        match items.len() {
            0 => self.said(Said::Nothing),
            many if many > MOST => self.say(&plain::more(self.lang, many - MOST)),
            _ => Ok(()),
        }
    }

    fn find_people(&mut self, query: &str) -> Vec<EmployeeIx> {
        self.people.search(query);
        self.people.rows.clone()
    }

    pub(super) fn find_among(&self, posts: Vec<PositionIx>, query: &str) -> Vec<PositionIx> {
        if query.is_empty() {
            return posts;
        }
        let desk = &self.session.desk;
        let keys = posts.iter().map(|post| {
            let position = &desk.grounds().facts.positions[post.at()];
            format!("{} {} {}", position.name, screen::post(desk, *post), position.id())
        });
        Finder::new(keys).find(query).into_iter().map(|at| posts[at]).collect()
    }

    /// Whom a number of the last list, a NIP or a name means; the best match where several could be meant.
    pub(super) fn named_person(&mut self, which: &str) -> Option<EmployeeIx> {
        match self.numbered(which) {
            Some(Item::Person(who)) => Some(who),
            Some(Item::Post(post)) => self.session.desk.only_holder(post),
            None if which.is_empty() || number(which).is_some() => None,
            None => self.find_people(which).first().copied(),
        }
    }

    /// Which post a number of the last list, an id or a name means.
    pub(super) fn named_post(&self, which: &str) -> Option<PositionIx> {
        let desk = &self.session.desk;
        match self.numbered(which) {
            Some(Item::Post(post)) => Some(post),
            Some(Item::Person(who)) => desk.placement.post(&desk.grounds().projection, who),
            None if which.is_empty() || number(which).is_some() => None,
            None => self.find_among(desk.grounds().posts_in_scope().collect(), which).first().copied(),
        }
    }

    /// What a number of the last list stands for; a number that is not in it means nothing, least of all part of a NIP.
    fn numbered(&self, which: &str) -> Option<Item> {
        self.listed.get(number(which)?.checked_sub(1)?).copied()
    }
}

fn number(which: &str) -> Option<usize> {
    which.parse().ok().filter(|_| which.len() <= 3)
}
