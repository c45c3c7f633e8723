//! A government that grows office by office: a city up to some tens of thousands of people, above that a province
//! with kabupaten and kota. The kind of office that is furthest behind its share of the heads comes next, so
//! that every size has a plausible mix.
use super::offices::Builder;
use super::sectors::SECTORS;
use crate::model::Rosters;
use fastrand::Rng;

/// Up to so many people it is one city.
const CITY: u32 = 40_000;
/// Heads of one kabupaten or kota of a province, about.
const REGION: u32 = 12_500;
/// Below so many heads a city is one kecamatan with its kelurahan.
const DISTRICT: u32 = 90;
/// Below so many heads nobody keeps a hospital.
const HOSPITAL: u32 = 3_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Office {
    District,
    Village,
    Agency,
    Primary,
    Junior,
    Senior,
    HealthCentre,
    Hospital,
    Technical,
}

/// Shares of the heads, per mille.
const LOCAL: [(Office, u32); 8] = [
    (Office::District, 40),
    (Office::Village, 40),
    (Office::Agency, 220),
    (Office::Primary, 280),
    (Office::Junior, 155),
    (Office::HealthCentre, 155),
    (Office::Hospital, 70),
    (Office::Technical, 40),
];
const PROVINCIAL: [(Office, u32); 4] =
    [(Office::Agency, 250), (Office::Senior, 450), (Office::Hospital, 200), (Office::Technical, 100)];

struct Government<'a> {
    id: String,
    /// Ends the names of its units: which kabupaten or kota; empty for a city or the province itself.
    suffix: String,
    /// Heads needed in the end.
    target: u32,
    mix: &'a [(Office, u32)],
    /// Per kind of office, how many and how many heads they need.
    count: [u32; 9],
    heads: [u32; 9],
}

/// Adds the units and posts for that many people, one place in seven more than they fill.
pub(super) fn add_governments(lists: &mut Rosters, rng: &mut Rng, employees: u32) {
    let target = (u64::from(employees.max(1)) * 100 / 86) as u32;
    let mut builder = Builder { lists, rng, need: 0 };
    if employees <= CITY {
        builder.unit("SYN", "Kota Rekaan".to_owned(), None, Vec::new());
        return grow(&mut builder, Government::new("SYN", "", target, &LOCAL));
    }
    builder.unit("SYN", "Provinsi Rekaan".to_owned(), None, Vec::new());
    let own = target / 8;
    grow(&mut builder, Government::new("SYN", "", own, &PROVINCIAL));
    let regions = (target - own).div_ceil(REGION);
    for region in 1..=regions {
        let (id, form) = (format!("SYN-{region:02}"), if region % 5 == 0 { "Kota" } else { "Kabupaten" });
        builder.unit(&id, format!("{form} Rekaan {region:02}"), Some("SYN"), Vec::new());
        // What is left is shared among those to come: needs vary, the sum does not.
        let rest = target.saturating_sub(builder.need) / (regions + 1 - region);
        grow(&mut builder, Government::new(&id, &format!(" {} {region:02}", &form[..3]), rest, &LOCAL));
    }
}

fn grow(builder: &mut Builder<'_>, mut government: Government<'_>) {
    let start = builder.need;
    while builder.need - start < government.target {
        let Some(office) = government.next(builder.need - start) else { break };
        let before = builder.need;
        government.add(office, builder);
        government.heads[office as usize] += builder.need - before;
        government.count[office as usize] += 1;
    }
}

impl<'a> Government<'a> {
    fn new(id: &str, suffix: &str, target: u32, mix: &'a [(Office, u32)]) -> Self {
        Self { id: id.to_owned(), suffix: suffix.to_owned(), target, mix, count: [0; 9], heads: [0; 9] }
    }

    /// The office that is furthest behind its share, the first of equals.
    fn next(&self, done: u32) -> Option<Office> {
        let behind = |it: &&(Office, u32)| 1_000 * i64::from(self.heads[it.0 as usize]) - i64::from(it.1) * i64::from(done);
        self.mix.iter().filter(|it| self.may_add(it.0, done)).min_by_key(behind).map(|it| it.0)
    }

    fn may_add(&self, office: Office, done: u32) -> bool {
        let count = |office: Office| self.count[office as usize];
        let agencies = count(Office::Agency) as usize;
        if self.mix.len() == LOCAL.len() && done < DISTRICT {
            return office == Office::Village && done > 0 || office == Office::District && done == 0;
        }
        match office {
            Office::District | Office::Village => true,
            Office::Agency => agencies < SECTORS.len(),
            Office::Primary | Office::Junior | Office::Senior => agencies >= 1,
            Office::HealthCentre => agencies >= 2,
            Office::Hospital => agencies >= 2 && self.target >= HOSPITAL,
            Office::Technical => agencies >= 5,
        }
    }

    fn add(&self, office: Office, builder: &mut Builder<'_>) {
        let number = self.count[office as usize] + 1;
        let under = |sector: usize| format!("{}-{}", self.id, SECTORS[sector].code);
        let id = |kind: &str| format!("{}-{kind}{number:03}", self.id);
        let name = |kind: &str| format!("{kind} {number}{}", self.suffix);
        match office {
            Office::District => builder.district(&id("K"), &self.id, &name("Kecamatan Rekaan")),
            Office::Village => {
                let district = format!("{}-K{:03}", self.id, self.count[Office::District as usize]);
                builder.village(&id("L"), &district, &name("Kelurahan Rekaan"));
            }
            Office::Agency => {
                let at = number as usize - 1;
                builder.agency(&under(at), &self.id, &SECTORS[at], &self.suffix);
            }
            Office::Primary => builder.primary_school(&id("SD"), &under(0), &name("SD Rekaan")),
            Office::Junior => builder.secondary_school(&id("SMP"), &under(0), &name("SMP Rekaan"), false),
            Office::Senior => builder.secondary_school(&id("SMA"), &under(0), &name("SMA Rekaan"), true),
            Office::HealthCentre => builder.health_centre(&id("PKM"), &under(1), &name("Puskesmas Rekaan")),
            Office::Hospital => builder.hospital(&id("RS"), &under(1), &name("RSUD Rekaan")),
            Office::Technical => {
                let farming = number % 2 == 1;
                let (kind, sector) = if farming { ("UPTD Pertanian", 4) } else { ("UPTD Jalan", 3) };
                builder.technical_unit(&id("UPT"), &under(sector), &name(kind), farming);
            }
        }
    }
}
