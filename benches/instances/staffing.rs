//! Civil services: towns on a map, units in them, posts of families and grades, people who mostly work
//! near home in their own family, and more of them where it is pleasant to be.
//!
//! Lengths are in 100 m on a square of 1,000 km, scores 0–10,000, a move costs 800. Score = 30 % fit of the
//! family, 15 % grade, 25 % distance from home, 15 % merit × importance, 15 % what only the pair has. A post earns
//! for its first half, up to four fifths, and up to its need, and loses a little beyond it; its capacity is its
//! need or its present holders, whichever is more, so that staying is always possible.

use super::rng::mix;
use super::{Options, Rng, built};
use mutasi::matching::{NO_UNIT, Problem, ProblemBuilder, Segment};

/// How large.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// What benches call it.
    pub name: &'static str,
    /// People.
    pub employees: u32,
    /// Posts.
    pub posts: u32,
    /// Units.
    pub units: u32,
    /// Posts that one person may hold, at most; 0: all.
    pub pairs: u32,
}

/// The sizes that benches use.
pub const SIZES: [Size; 5] = [
    Size { name: "S", employees: 300, posts: 60, units: 6, pairs: 0 },
    Size { name: "M", employees: 3_000, posts: 400, units: 50, pairs: 60 },
    Size { name: "L", employees: 15_000, posts: 1_500, units: 150, pairs: 100 },
    Size { name: "XL", employees: 200_000, posts: 5_000, units: 500, pairs: 30 },
    Size { name: "XXL", employees: 1_000_000, posts: 10_000, units: 1_000, pairs: 20 },
];

/// An instance, and what benches of edits need to know of it.
#[derive(Debug)]
pub struct Staffing {
    /// The problem.
    pub problem: Problem,
    /// Per employee the present post.
    pub present: Vec<u32>,
    /// Per employee the arc of staying.
    pub stay: Vec<u32>,
}

const MOVE: i64 = 800;
const FAMILIES: i64 = 6;
const GRADES: i64 = 5;

#[derive(Debug, Clone, Copy)]
struct Place {
    x: i64,
    y: i64,
}

impl Place {
    fn near(self, rng: &mut Rng, spread: i64) -> Self {
        let moved = |at: i64, by: i64| (at + by).clamp(0, 9_999);
        Self { x: moved(self.x, rng.around(spread)), y: moved(self.y, rng.around(spread)) }
    }

    fn distance(self, other: Self) -> i64 {
        let (x, y) = (self.x - other.x, self.y - other.y);
        (x * x + y * y).isqrt()
    }
}

#[derive(Debug, Clone, Copy)]
struct Unit {
    place: Place,
    /// 0–1,000; the first town is the capital.
    pleasant: i64,
    weight: i64,
    family: i64,
}

#[derive(Debug, Clone, Copy)]
struct Post {
    unit: usize,
    family: i64,
    grade: i64,
    /// Per mille, around 1,000.
    importance: i64,
    need: u32,
    holders: u32,
}

#[derive(Debug, Clone, Copy)]
struct Person {
    present: u32,
    family: i64,
    grade: i64,
    home: Place,
    merit: i64,
    salt: u64,
}

/// Makes an instance.
pub fn make(size: &Size, options: Options) -> Staffing {
    let mut rng = Rng::new(options.seed);
    let units = units(size, &mut rng);
    let mut posts = posts(size, &units, &mut rng);
    let people = people(size, &units, &mut posts, &mut rng);
    let mut builder = ProblemBuilder::new();
    if options.units {
        layer(&mut builder, &units, &posts);
    }
    for post in &posts {
        builder.add_post(if options.units { post.unit as u32 } else { NO_UNIT }, &rewards(post));
    }
    let pool = Pool::of(&posts, &units);
    builder.reserve(people.len(), people.len() * if size.pairs == 0 { posts.len() } else { size.pairs as usize });
    let (mut arcs, mut stay, mut row) = (0u32, Vec::with_capacity(people.len()), Vec::new());
    for person in &people {
        pool.lawful(size, person, &units, &mut rng, &mut row);
        let at = row.iter().position(|&post| post == person.present).unwrap_or(0);
        stay.push(arcs + at as u32);
        arcs += row.len() as u32;
        builder.extend_employee(row.iter().map(|&post| (post, value(person, post, &posts, &units, options.bands))));
    }
    Staffing { problem: built(builder), present: people.iter().map(|person| person.present).collect(), stay }
}

fn units(size: &Size, rng: &mut Rng) -> Vec<Unit> {
    let towns: Vec<Place> = (0..size.units.div_ceil(12)).map(|_| Place { x: rng.below(10_000), y: rng.below(10_000) }).collect();
    let unit = |_| {
        // The least of two draws: the first towns have most units.
        let town = rng.below(towns.len() as i64).min(rng.below(towns.len() as i64));
        let place = towns[town as usize].near(rng, 250);
        let pleasant = (1_000 - place.distance(towns[0]) / 8).max(60);
        Unit { place, pleasant, weight: 1 + rng.below(4), family: rng.below(FAMILIES) }
    };
    let mut units: Vec<Unit> = (0..size.units).map(unit).collect();
    // Neighbours in the list are neighbours on the map, more or less: strips of 200 km, south to north.
    units.sort_by_key(|unit| (unit.place.x / 2_000, unit.place.y));
    units
}

fn posts(size: &Size, units: &[Unit], rng: &mut Rng) -> Vec<Post> {
    let mut posts: Vec<Post> = (0..u64::from(size.posts))
        .map(|at| {
            let unit = (at * units.len() as u64 / u64::from(size.posts)) as usize;
            let family = if rng.chance(60) { units[unit].family } else { rng.below(FAMILIES) };
            let grade = rng.below(GRADES);
            Post { unit, family, grade, importance: 700 + rng.below(601), need: 0, holders: 0 }
        })
        .collect();
    let weight = |post: &Post| [10, 8, 5, 3, 1][post.grade as usize] * units[post.unit].weight * post.importance;
    let total: i64 = posts.iter().map(weight).sum();
    // Needs are a little above the people there are.
    for post in &mut posts {
        post.need = (weight(post) * i64::from(size.employees) * 108 / 100 / total).max(1) as u32;
    }
    posts
}

fn people(size: &Size, units: &[Unit], posts: &mut [Post], rng: &mut Rng) -> Vec<Person> {
    let running = |weight: &dyn Fn(&Post) -> i64| -> Vec<i64> {
        posts
            .iter()
            .scan(0, |sum, post| {
                *sum += weight(post);
                Some(*sum)
            })
            .collect()
    };
    // Present posts are skewed to where it is pleasant, homes are not.
    let jobs = running(&|post| i64::from(post.need) * (300 + units[post.unit].pleasant));
    let homes = running(&|post| i64::from(post.need));
    let draw = |rng: &mut Rng, sums: &[i64]| {
        let at = rng.below(sums.last().copied().unwrap_or(1));
        sums.partition_point(|&sum| sum <= at)
    };
    let mut people = Vec::with_capacity(size.employees as usize);
    for _ in 0..size.employees {
        let present = draw(rng, &jobs);
        let post = posts[present];
        let home = if rng.chance(30) { posts[draw(rng, &homes)].unit } else { post.unit };
        let rise = i64::from(rng.chance(25)) - i64::from(rng.chance(8));
        people.push(Person {
            present: present as u32,
            family: if rng.chance(10) { rng.below(FAMILIES) } else { post.family },
            grade: (post.grade + rise).clamp(0, GRADES - 1),
            home: units[home].place.near(rng, 250),
            merit: 500 + rng.around(250),
            salt: rng.next(),
        });
        posts[present].holders += 1;
    }
    people
}

/// A tenth of a unit's need at a time earns less than the tenth before; what is beyond earns nothing.
fn layer(builder: &mut ProblemBuilder, units: &[Unit], posts: &[Post]) {
    for at in 0..units.len() {
        let of_unit = || posts.iter().filter(|post| post.unit == at);
        let need: u32 = of_unit().map(|post| post.need).sum();
        let capacity: u32 = of_unit().map(|post| post.need.max(post.holders)).sum();
        let tenth = |k: u32| need * k / 10;
        let mut segments: Vec<Segment> =
            (0..10).map(|k| Segment { width: tenth(k + 1) - tenth(k), reward: 2_850 - 300 * i64::from(k) }).collect();
        segments.push(Segment { width: capacity - need, reward: 0 });
        builder.add_unit(&segments);
    }
}

fn rewards(post: &Post) -> [Segment; 4] {
    let (half, most) = (post.need.div_ceil(2), (post.need * 4).div_ceil(5));
    let segment = |width, reward: i64| Segment { width, reward: reward * post.importance / 1_000 };
    let beyond = post.holders.saturating_sub(post.need);
    [segment(half, 6_000), segment(most - half, 3_000), segment(post.need - most, 1_000), segment(beyond, -500)]
}

/// Posts by family, each list as the units lie on the map.
struct Pool {
    of: Vec<Vec<u32>>,
    /// Per family and unit the first post of that unit or a later one.
    from: Vec<Vec<usize>>,
}

impl Pool {
    fn of(posts: &[Post], units: &[Unit]) -> Self {
        let of: Vec<Vec<u32>> =
            (0..FAMILIES).map(|f| (0..posts.len() as u32).filter(|&p| posts[p as usize].family == f).collect()).collect();
        let first = |list: &Vec<u32>, unit: usize| list.partition_point(|&post| posts[post as usize].unit < unit);
        let from = of.iter().map(|list| (0..units.len()).map(|unit| first(list, unit)).collect()).collect();
        Self { of, from }
    }

    /// The posts a person may hold, ascending, the present one among them: seven of ten of the own family, the rest
    /// of the neighbouring one; half of them near home.
    fn lawful(&self, size: &Size, person: &Person, units: &[Unit], rng: &mut Rng, row: &mut Vec<u32>) {
        row.clear();
        if size.pairs == 0 {
            row.extend(0..size.posts);
            return;
        }
        let nearest = units.partition_point(|u| (u.place.x / 2_000, u.place.y) < (person.home.x / 2_000, person.home.y));
        for draw in 1..i64::from(size.pairs) {
            let family = if draw % 10 < 7 { person.family } else { person.family ^ 1 } as usize;
            let list = &self.of[family];
            if list.is_empty() {
                continue;
            }
            let length = list.len() as i64;
            let at = if draw % 2 == 0 {
                let spread = (i64::from(size.pairs) * 2).min(length);
                let start = self.from[family][nearest.min(units.len() - 1)] as i64;
                (start + rng.below(spread) - rng.below(spread)).rem_euclid(length)
            } else {
                rng.below(length)
            };
            row.push(list[at as usize]);
        }
        row.push(person.present);
        row.sort_unstable();
        row.dedup();
    }
}

fn value(person: &Person, at: u32, posts: &[Post], units: &[Unit], bands: i64) -> i64 {
    let post = &posts[at as usize];
    let fit = match person.family ^ post.family {
        0 => 1_000,
        1 => 550,
        _ => 100,
    };
    let grade = (1_000 - 280 * (person.grade - post.grade).abs()).max(0);
    let near = (1_000 - person.home.distance(units[post.unit].place) / 4).max(0);
    let own = (mix(person.salt ^ u64::from(at)) % 1_001) as i64;
    let merit = person.merit * (post.importance - 300) / 1_000;
    let score = (30 * fit + 15 * grade + 25 * near + 15 * merit + 15 * (own + units[post.unit].pleasant) / 2) / 10;
    let rounded = (score.clamp(0, 10_000) + bands / 2) / bands * bands;
    if at == person.present { rounded } else { rounded - MOVE }
}
