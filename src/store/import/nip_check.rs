//! BKN's consistency tests between a NIP and the record it stands in (CON_1 to CON_4).
use super::problem::Detail;
use crate::model::Nip;
use jiff::civil::Date;

/// What the record says; only what is there is compared.
#[derive(Clone, Copy, Debug, Default)]
pub struct Record {
    /// Tanggal lahir.
    pub birth_date: Option<Date>,
    /// Sex as digit 15 writes it.
    pub sex: Option<u8>,
    /// TMT CPNS, or of the first agreement of a PPPK.
    pub tmt_cpns: Option<Date>,
}

/// One test that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// BKN's code.
    pub indicator: &'static str,
    /// The problem.
    pub detail: Detail,
}

/// The tests that fail.
pub fn disagreements(nip: &Nip, record: &Record) -> Vec<Disagreement> {
    let mut found = Vec::new();
    let mut add = |indicator, detail| found.push(Disagreement { indicator, detail });
    let pppk = nip.is_pppk();
    if record.tmt_cpns.is_some_and(|tmt| {
        let (year, month) = nip.appointed();
        tmt.year() != year || month.is_some_and(|month| tmt.month() != month)
    }) {
        add(if pppk { "CON_4" } else { "CON_1" }, Detail::NipTmtCpns { pppk });
    }
    // Digits that are no date disagree with every birth date, known or not.
    let born = nip.birth_date();
    if born.is_none() || record.birth_date.is_some() && record.birth_date != born {
        add("CON_2", Detail::NipBirthDate);
    }
    if record.sex.is_some_and(|sex| sex != nip.sex_digit()) {
        add("CON_3", Detail::NipSex);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_four_tests_of_bkn() {
        let codes = |nip: &str, record| {
            let nip = Nip::parse(nip).unwrap();
            disagreements(&nip, &record).into_iter().map(|d| d.indicator).collect::<Vec<_>>()
        };
        let record = Record { birth_date: Some(date(1968, 4, 11)), sex: Some(1), tmt_cpns: Some(date(1993, 3, 1)) };
        let none: [&str; 0] = [];
        assert_eq!(codes("196804111993031999", record), none);
        assert_eq!(codes("196804111993041999", record), ["CON_1"]);
        assert_eq!(codes("196804121993031999", record), ["CON_2"]);
        assert_eq!(codes("196804111993032999", record), ["CON_3"]);
        assert_eq!(codes("196804111993211999", record), none);
        assert_eq!(codes("196804111994211999", record), ["CON_4"]);
        assert_eq!(codes("196813111993031999", Record::default()), ["CON_2"]);
        assert_eq!(codes("196804111993031999", Record::default()), none);
    }
}
