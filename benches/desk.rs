//! What the board asks of the desk, timed on a workspace: `cargo run --release --example desk -- DIR [--solve]`.
//! The plan named `desk-bench` is made in it, so give it a copy.
#![allow(missing_docs, clippy::expect_used)]
use mutasi::app::search::Finder;
use mutasi::desk::Desk;
use mutasi::desk::chains::{Chains, Conservation};
use mutasi::desk::edit::Edit;
use mutasi::desk::fill::USUAL_MOVES;
use mutasi::desk::preview::Target;
use mutasi::desk::ranking::Ranking;
use mutasi::matching::Control;
use mutasi::model::{EmployeeIx, PositionIx, UnitIx};
use mutasi::store::session::{Access, Session};
use mutasi::store::workspace::Workspace;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const SAMPLES: usize = 200;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let root = args.first().expect("a workspace");
    let mut session = once("opening", || {
        Session::open(Workspace::open(Path::new(root)).expect("a workspace"), "desk-bench", Access::Make).expect("opens")
    });
    if args.iter().any(|arg| arg == "--solve") {
        let composition = once("composing", || session.desk.compose(None, &Control::unattended()).expect("a plan"));
        once("recording the solve", || session.record_solve(&composition).map(drop).expect("is written"));
    }
    println!("{} people, {} posts, {} moves", people(&session.desk), posts(&session.desk), session.desk.metrics.moves);
    let mut rng = fastrand::Rng::with_seed(7);
    looks(&session.desk, &mut rng);
    edits(&mut session, &mut rng);
    searches(&session.desk);
}

fn people(desk: &Desk) -> usize {
    desk.grounds().facts.employees.len()
}

fn posts(desk: &Desk) -> usize {
    desk.grounds().facts.positions.len()
}

fn looks(desk: &Desk, rng: &mut fastrand::Rng) {
    let facts = &desk.grounds().facts;
    let (people, posts, units) = (facts.employees.len(), facts.positions.len(), facts.units.len());
    let who = |rng: &mut fastrand::Rng| EmployeeIx::of(rng.usize(..people));
    let post = |rng: &mut fastrand::Rng| PositionIx::of(rng.usize(..posts));
    series("glance at a post", rng, |rng| desk.glance(who(rng), Target::Post(post(rng))));
    series("glance at a unit", rng, |rng| desk.glance(who(rng), Target::Unit(UnitIx::of(rng.usize(..units)))));
    series("glance at a person", rng, |rng| desk.glance(who(rng), Target::Person(who(rng))));
    series("Rencana of a post", rng, |rng| desk.target_change(who(rng), post(rng)));
    series("preview of a post", rng, |rng| desk.preview(who(rng), Target::Post(post(rng))));
    series("figures after a move", rng, |rng| {
        let (employee, position) = (facts.employees[rng.usize(..people)].nip, facts.positions[rng.usize(..posts)].id());
        desk.metrics_after(&mutasi::model::plan::Action::Propose { employee, position })
    });
    once("chains of the plan", || Chains::of(desk));
    once("heads in and out of every unit", || Conservation::of(desk));
    if let Some(post) = desk.grounds().posts_in_scope().find(|post| desk.is_short(*post)) {
        let found = once("the best chain for a vacant post", || desk.fillings(post, USUAL_MOVES, &Control::unattended()));
        println!("  {:?} moves", found.map(|all| all.iter().map(|it| it.links.len()).collect::<Vec<_>>()));
    }
    let (chains, movers) = (Chains::of(desk), desk.placement.moves().map(|(who, _)| who).collect::<Vec<_>>());
    if !movers.is_empty() {
        series("what a cut brings with it", rng, |rng| desk.cut(&chains, movers[rng.usize(..movers.len())]).is_ok());
    }
    series("holders of a post", rng, |rng| desk.holders(post(rng)).count());
    series("successor on a post", rng, |rng| desk.successor(post(rng), who(rng)));
    series("posts for a person", rng, |rng| desk.rated(Ranking::Posts(who(rng))).len());
    series("people for a post", rng, |rng| desk.rated(Ranking::People(post(rng))).len());
}

/// What the desk does with an edit, the journal left out.
fn edits(session: &mut Session, rng: &mut fastrand::Rng) {
    let desk = session.desk.clone();
    let facts = &desk.grounds().facts;
    let mut lawful = Vec::new();
    while lawful.len() < 20 {
        let who = EmployeeIx::of(rng.usize(..facts.employees.len()));
        let found = (0..2000).map(|_| PositionIx::of(rng.usize(..facts.positions.len()))).find(|post| desk.accepts(who, *post));
        lawful.extend(found.map(|post| Edit::Propose(facts.employees[who.at()].nip, facts.positions[post.at()].id())));
    }
    let action = |edit: &Edit| desk.decide(edit.clone()).ok();
    let mut actions = lawful.iter().filter_map(action).cycle();
    series("an edit, without the journal", rng, |_| actions.next().map(|action| desk.after(&action)));
    let mut left = lawful.clone();
    few("an edit, with the journal", left.len(), || left.pop().map(|edit| session.edit(edit).is_ok()));
    few("its undoing, with the journal", lawful.len(), || session.undo().is_ok());
}

fn searches(desk: &Desk) {
    let facts = &desk.grounds().facts;
    let key = |employee: &mutasi::model::Employee| format!("{} {}", employee.full_name(), employee.nip);
    let finder = once("folding the names", || Finder::new(facts.employees.iter().map(key)));
    for query in ["s", "sa", "san", "sant", "santo", "bu", "bud san", "1976", "xqz"] {
        once(&format!("search {query}"), || finder.find(query).len());
    }
}

fn once<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let answer = run();
    println!("{what:32} {:>10.3} ms", start.elapsed().as_secs_f64() * 1e3);
    answer
}

fn series<T>(what: &str, rng: &mut fastrand::Rng, mut run: impl FnMut(&mut fastrand::Rng) -> T) {
    few(what, SAMPLES, || run(rng));
}

fn few<T>(what: &str, samples: usize, mut run: impl FnMut() -> T) {
    let mut times: Vec<f64> = Vec::new();
    for _ in 0..samples {
        let start = Instant::now();
        black_box(run());
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let at = |permille: usize| times[(times.len() - 1) * permille / 1000];
    println!("{what:32} {:>10.3} ms  p99 {:>9.3}  most {:>9.3}", at(500), at(990), at(1000));
}
