//! Posts that a new peta jabatan no longer has: their holders must be found again (the tray).
use crate::model::records::AbolishedPost;
use crate::model::{Position, PositionId};
use std::collections::HashSet;

/// The list of abolished posts after the peta `before` became `after`. Posts that came back leave
/// it; posts that only a rejected row names are not gone.
pub fn update(listed: &[AbolishedPost], before: &[Position], after: &[Position], refused: &[PositionId]) -> Vec<AbolishedPost> {
    let present: HashSet<PositionId> = after.iter().map(Position::id).chain(refused.iter().cloned()).collect();
    let mut posts: Vec<AbolishedPost> = listed.iter().filter(|post| !present.contains(&id(post))).cloned().collect();
    let mut seen: HashSet<PositionId> = posts.iter().map(id).collect();
    for position in before {
        let id = position.id();
        if !present.contains(&id) && seen.insert(id) {
            posts.push(AbolishedPost {
                unit: position.unit.clone(),
                jabatan: position.jabatan.clone(),
                name: position.name.clone(),
                kind: position.kind,
                echelon: position.echelon,
                jenjang: position.jenjang,
                class: position.class,
            });
        }
    }
    posts
}

fn id(post: &AbolishedPost) -> PositionId {
    PositionId { unit: post.unit.clone(), jabatan: post.jabatan.clone() }
}
