//! What stands in the heads, titles and cells of views, as values: words in both languages are in `text/views`.

/// A word of the views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Label {
    // Titles.
    Proposals,
    Needs,
    UnitPosts,
    // Heads of columns, and names of facts.
    Name,
    From,
    To,
    Kind,
    Class,
    PersonChange,
    Cost,
    Rules,
    Reason,
    Remark,
    Status,
    Unit,
    Need,
    Holders,
    NeedShort,
    HoldersShort,
    Surplus,
    Nothing,
    Filled,
    Jpt,
    Administrators,
    Supervisors,
    Experts,
    Skilled,
    Staff,
    Position,
    Grade,
    DaysVacant,
    HolderNames,
    // What is said where something is missing.
    NoProposals,
    NoPosts,
    NoReason,
    NoPost,
    Vacant,
    OpenedByPlan,
    SinceUnknown,
    // Words in cells.
    Pinned,
}
