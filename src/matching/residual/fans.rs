//! The arcs between posts: for every pair of posts the least that one of the present holders of the first
//! loses by moving to the second. That loss does not depend on prices, only on who holds the post, so
//! it is kept from search to search. Most holders lead nowhere cheaper than a colleague does, so there are
//! several times fewer arcs than pairs. Every arc is listed at both ends, since searches go both ways.

use super::InMemory;

/// An employee's post and what it is worth to him.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::matching) struct Held {
    pub value: i64,
    pub post: u32,
}

/// An arc as the post knows it that it leaves.
#[derive(Debug, Clone, Copy)]
pub(in crate::matching) struct Out {
    pub loss: i64,
    pub to: u32,
    /// The holder who loses so little.
    pub who: u32,
    /// Its place in the list of the other end.
    twin: u32,
}

/// An arc as the post knows it that it reaches.
#[derive(Debug, Clone, Copy)]
pub(in crate::matching) struct Into {
    pub loss: i64,
    pub from: u32,
    /// Its place in the list of the other end.
    pub twin: u32,
}

/// The arcs of all posts.
#[derive(Debug, Clone)]
pub(in crate::matching) struct Fans {
    out: Vec<Vec<Out>>,
    into: Vec<Vec<Into>>,
    /// Posts whose holders, or holders' rows, changed since their arcs were made; and a mark for each.
    stale: Vec<u32>,
    is_stale: Vec<bool>,
    /// Per post its place in the list being made.
    slot: Vec<u32>,
    /// Losses of that list as they were.
    before: Vec<i64>,
}

const NOWHERE: u32 = u32::MAX;

/// No holder leads here any more.
const GONE: i64 = i64::MAX;

impl Fans {
    pub fn new(posts: usize) -> Self {
        Self {
            out: vec![Vec::new(); posts],
            into: vec![Vec::new(); posts],
            stale: (0..posts as u32).collect(),
            is_stale: vec![true; posts],
            slot: vec![NOWHERE; posts],
            before: Vec::new(),
        }
    }

    /// Somebody came, left, or has another row.
    pub fn touch(&mut self, post: u32) {
        if !std::mem::replace(&mut self.is_stale[post as usize], true) {
            self.stale.push(post);
        }
    }

    pub fn leaving(&self, post: usize) -> &[Out] {
        &self.out[post]
    }

    pub fn ending_at(&self, post: usize) -> &[Into] {
        &self.into[post]
    }

    /// The arcs of all posts, made for the first time.
    pub fn fill(&mut self, holders: &[Vec<u32>], held: &[Held], rows: &impl InMemory) {
        self.stale.clear();
        self.is_stale.fill(false);
        let mut ending = vec![0; self.out.len()];
        for (post, people) in holders.iter().enumerate() {
            self.make(post as u32, people, held, rows);
            self.out[post].shrink_to_fit();
            self.out[post].iter().for_each(|arc| ending[arc.to as usize] += 1);
        }
        for (list, count) in self.into.iter_mut().zip(ending) {
            list.reserve_exact(count);
        }
        for post in 0..self.out.len() {
            self.before.clear();
            self.tell(post);
        }
    }

    /// Brings the arcs up to date with the holders.
    pub fn refresh(&mut self, holders: &[Vec<u32>], held: &[Held], rows: &impl InMemory) {
        while let Some(post) = self.stale.pop() {
            self.is_stale[post as usize] = false;
            self.make(post, &holders[post as usize], held, rows);
            self.tell(post as usize);
        }
    }

    /// The arcs out of a post, from the rows of its holders.
    fn make(&mut self, post: u32, holders: &[u32], held: &[Held], rows: &impl InMemory) {
        let Fans { out, slot, before, .. } = self;
        before.clear();
        let fan = &mut out[post as usize];
        for (at, arc) in fan.iter_mut().enumerate() {
            before.push(arc.loss);
            arc.loss = GONE;
            slot[arc.to as usize] = at as u32;
        }
        for &employee in holders {
            let value = held[employee as usize].value;
            for (to, worth) in rows.pairs(employee) {
                let loss = value - worth;
                if let Some(arc) = fan.get_mut(slot[to as usize] as usize) {
                    if loss < arc.loss {
                        (arc.loss, arc.who) = (loss, employee);
                    }
                } else if to != post {
                    slot[to as usize] = fan.len() as u32;
                    fan.push(Out { loss, to, who: employee, twin: NOWHERE });
                }
            }
        }
        for arc in fan.iter_mut() {
            slot[arc.to as usize] = NOWHERE;
        }
    }

    /// Tells the other ends of the arcs that `make` changed.
    fn tell(&mut self, post: usize) {
        // From the end, so that what is moved into a gap has been dealt with.
        for at in (0..self.out[post].len()).rev() {
            // The other end is far away in memory, and most arcs stay as they were.
            if self.before.get(at) != Some(&self.out[post][at].loss) {
                self.enter(post, at);
            }
        }
    }

    /// Tells the other end of an arc what became of it.
    fn enter(&mut self, post: usize, at: usize) {
        let Fans { out, into, .. } = self;
        let Out { loss, to, twin, .. } = out[post][at];
        let list = &mut into[to as usize];
        if loss != GONE && twin != NOWHERE {
            list[twin as usize].loss = loss;
        } else if loss != GONE {
            out[post][at].twin = list.len() as u32;
            list.push(Into { loss, from: post as u32, twin: at as u32 });
        } else {
            list.swap_remove(twin as usize);
            if let Some(moved) = list.get(twin as usize) {
                out[moved.from as usize][moved.twin as usize].twin = twin;
            }
            out[post].swap_remove(at);
            if let Some(moved) = out[post].get(at) {
                into[moved.to as usize][moved.twin as usize].twin = at as u32;
            }
        }
    }
}
