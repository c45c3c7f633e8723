use super::*;

const COLUMNS: [Column; 2] = [Column::words(Label::Name, 5, 9, 0), Column::figures(Label::Cost, 5, 1)];

fn row(who: u32, name: &str, figure: Option<i64>) -> Row {
    let cells = vec![Cell::Text(name.into()), Cell::Change(figure)];
    Row { id: RowId::Person(EmployeeIx(who)), cells }
}

fn section(title: Option<Label>, rows: Vec<Row>) -> Section {
    Section { title, columns: COLUMNS.to_vec(), rows: rows.into(), empty: Label::NoPosts }
}

fn read(with: impl FnOnce(&Reading<'_>)) {
    let key = |cell: &Cell| match cell {
        Cell::Text(text) => Key::Text(text.clone()),
        Cell::Change(Some(figure)) => Key::Number(*figure),
        _ => Key::Nothing,
    };
    let words = |cell: &Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
    with(&Reading { key: &key, words: &words, make: &|_, _| Vec::new() });
}

fn table(sections: Vec<Section>) -> Table {
    let mut table = Table::default();
    read(|read| table.renew(sections, read));
    table
}

fn people(table: &Table) -> Vec<u32> {
    table.lines.iter().filter_map(|line| Some(table.row(*line)?.person()?.0)).collect()
}

fn four() -> Vec<Row> {
    vec![row(1, "Sari", Some(5)), row(2, "Budi", None), row(3, "Agus", Some(-3)), row(4, "Dewi", Some(5))]
}

#[test]
fn rows_are_ordered_by_any_column_and_those_without_a_figure_stand_last_both_ways() {
    let mut table = table(vec![section(None, four())]);
    assert_eq!((people(&table), table.selected.and_then(RowId::person)), (vec![1, 2, 3, 4], Some(EmployeeIx(1))));
    table.sort_by(0, 1);
    read(|read| table.arrange(read));
    assert_eq!(people(&table), [1, 4, 3, 2], "the largest first, equals as they were");
    table.sort_by(0, 1);
    read(|read| table.arrange(read));
    assert_eq!(people(&table), [3, 1, 4, 2]);
    table.sort_by_next();
    read(|read| table.arrange(read));
    assert_eq!(people(&table), [1, 2, 3, 4], "after the last column the rows' own order");
    table.sort_by_next();
    read(|read| table.arrange(read));
    assert_eq!(people(&table), [3, 2, 4, 1], "names from A on");
    table.turn();
    read(|read| table.arrange(read));
    assert_eq!(people(&table), [1, 4, 2, 3]);
}

#[test]
fn a_selection_is_somebody_whatever_becomes_of_the_rows() {
    let mut table = table(vec![section(None, four())]);
    table.step(2);
    assert_eq!(table.selected, Some(RowId::Person(EmployeeIx(3))));
    table.sort_by(0, 0);
    read(|read| table.arrange(read));
    assert_eq!(table.selected, Some(RowId::Person(EmployeeIx(3))), "another order");
    let mut fewer = four();
    fewer.remove(0);
    read(|read| table.renew(vec![section(None, fewer)], read));
    assert_eq!((table.selected, people(&table)), (Some(RowId::Person(EmployeeIx(3))), vec![3, 2, 4]), "other rows");
    read(|read| table.renew(vec![section(None, vec![row(2, "Budi", None), row(4, "Dewi", None)])], read));
    assert_eq!(table.selected, Some(RowId::Person(EmployeeIx(2))), "gone: whoever stands in the place");
    read(|read| table.renew(vec![section(None, Vec::new())], read));
    assert_eq!((table.selected, &table.lines[..]), (None, &[Line::Empty(0)][..]));
    table.step(1);
    assert_eq!(table.selected, None);
}

#[test]
fn a_filter_leaves_out_rows_and_sections_and_gives_them_back() {
    let sections = vec![section(Some(Label::Need), four()), section(Some(Label::Holders), vec![row(5, "Budiman", None)])];
    let mut table = table(sections);
    assert_eq!(table.lines.len(), 7, "with their heads");
    "agus".clone_into(&mut table.query);
    read(|read| table.arrange(read));
    assert_eq!(table.lines, [Line::Head(0), Line::Row(0, 2)]);
    assert_eq!((table.selected, table.shown(), table.total()), (Some(RowId::Person(EmployeeIx(3))), 1, 5));
    "zzz".clone_into(&mut table.query);
    read(|read| table.arrange(read));
    assert_eq!((table.lines.len(), table.selected), (0, None));
    table.query.clear();
    read(|read| table.arrange(read));
    assert_eq!(people(&table), [1, 2, 3, 4, 5]);
}

#[test]
fn the_selected_row_stays_in_sight_and_shows_the_head_above_it() {
    let others = (5..9).map(|who| row(who, "Joko", None)).collect();
    let mut table = table(vec![section(Some(Label::Need), four()), section(Some(Label::Holders), others)]);
    table.step(i64::MAX / 2);
    table.scroll(3);
    assert_eq!(table.offset, 7, "the last of ten lines");
    table.step(-3);
    table.scroll(3);
    assert_eq!(table.offset, 5, "the first row of a section with its head");
    table.step(-9);
    table.scroll(3);
    assert_eq!(table.offset, 0);
}

#[test]
fn rows_that_are_made_when_somebody_looks_are_ordered_and_filtered_as_those_that_are_there() {
    let looked = |rows: Vec<Row>| Rows::looked(rows.iter().map(|row| row.id).collect(), |_, _| Vec::new());
    let made = |_: &Maker, id: RowId| four().into_iter().find(|row| row.id == id).unwrap().cells;
    let read = |with: &mut dyn FnMut(&Reading<'_>)| read(|read| with(&Reading { make: &made, ..*read }));
    let mut table = Table::default();
    read(&mut |read| table.renew(vec![Section { rows: looked(four()), ..section(None, Vec::new()) }], read));
    table.sort_by(0, 0);
    read(&mut |read| table.arrange(read));
    assert_eq!(people(&table), [3, 2, 4, 1]);
    for (query, expected) in [("s", vec![3, 1]), ("sa", vec![1]), ("", vec![3, 2, 4, 1])] {
        query.clone_into(&mut table.query);
        read(&mut |read| table.arrange(read));
        assert_eq!(people(&table), expected, "{query}");
    }
    // Other rows are searched anew.
    "joko".clone_into(&mut table.query);
    read(&mut |read| table.renew(vec![section(None, vec![row(7, "Joko", None)])], read));
    assert_eq!(people(&table), [7]);
}
