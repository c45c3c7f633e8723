//! R32: minutes (berita acara) of the TPK before the PPK decides. R33: BKN's Pertek before the decree. Whose moves need
//! which stands in the pack.
use super::GateCase;
use crate::model::{DocumentKind, PostType, Status};
use crate::rules::{Finding, Reason, RuleId};

pub(super) fn judge_minutes(case: &GateCase<'_>) -> Option<(Finding, Option<Status>)> {
    judge(case, RuleId::R32, DocumentKind::Minutes)
}

pub(super) fn judge_pertek(case: &GateCase<'_>) -> Option<(Finding, Option<Status>)> {
    judge(case, RuleId::R33, DocumentKind::Pertek)
}

fn judge(case: &GateCase<'_>, rule: RuleId, document: DocumentKind) -> Option<(Finding, Option<Status>)> {
    let need = case.pack.document_need(rule)?;
    let grounds = case.grounds;
    let is_meant = |of: Option<PostType>| of.is_some_and(|of| need.of.contains(&of));
    let needs = |who: crate::model::EmployeeIx, post: crate::model::PositionIx| {
        let (from, to) = (grounds.people[who.at()].grade, grounds.posts[post.at()].grade);
        is_meant(from.map(PostType::of)) || is_meant(to.map(PostType::of))
    };
    let movers = case.placement.moves().filter(|(who, post)| needs(*who, *post)).count() as u32;
    let on = case.plan.documents.get(&document).map(|it| it.date);
    let finding = Finding::holds(on.is_some(), Reason::Document { document, movers, on });
    (movers > 0).then_some((finding, Some(need.before)))
}
