//! Education: level below the post's minimum 0; else a field named by the post 10,000; a field of the
//! same cluster, or a post that names no field, 7,000; another field, or none recorded, 4,000. Unknown when
//! the level of person or post is missing. (That a missing field is no field named is R11's business.)
use super::Inputs;
use crate::model::{EmployeeIx, Grounds, PositionIx};
use serde::Serialize;

/// How level and field of a person match a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldMatch {
    /// Level below the post's minimum.
    BelowMinimum,
    /// A field the post names.
    Named,
    /// A field of the same cluster.
    SameCluster,
    /// The post names no field.
    NoneNamed,
    /// Another field.
    Other,
    /// Not known.
    Unknown,
}

impl FieldMatch {
    const fn value(self) -> Option<u16> {
        match self {
            Self::BelowMinimum => Some(0),
            Self::Named => Some(10_000),
            Self::SameCluster | Self::NoneNamed => Some(7_000),
            Self::Other => Some(4_000),
            Self::Unknown => None,
        }
    }
}

pub(super) fn matching(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> FieldMatch {
    let (person, terms) = (&grounds.people[who.at()], &grounds.posts[post.at()]);
    let (Some(level), Some(minimum)) = (person.education, grounds.facts.positions[post.at()].education_min) else {
        return FieldMatch::Unknown;
    };
    if level < minimum {
        return FieldMatch::BelowMinimum;
    }
    if terms.fields.is_empty() {
        return FieldMatch::NoneNamed;
    }
    match person.field {
        None => FieldMatch::Other,
        Some(field) if terms.fields.contains(&field) => FieldMatch::Named,
        Some(_) if person.cluster.is_some_and(|cluster| terms.clusters.contains(&cluster)) => FieldMatch::SameCluster,
        Some(_) => FieldMatch::Other,
    }
}

/// See the module.
pub(super) fn factor(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Option<u16> {
    matching(grounds, who, post).value()
}

pub(super) fn inputs(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Inputs {
    let position = &grounds.facts.positions[post.at()];
    let clusters = &grounds.policy.parameters.clusters;
    Inputs::Education {
        level: grounds.people[who.at()].education.map(|level| level.to_string()),
        minimum: position.education_min.map(|level| level.to_string()),
        field: grounds.facts.people[who.at()].field.to_string(),
        fields: position.fields.0.iter().map(ToString::to_string).collect(),
        cluster: grounds.people[who.at()].cluster.map(|at| clusters[usize::from(at)].0.clone()),
        matched: matching(grounds, who, post),
    }
}
