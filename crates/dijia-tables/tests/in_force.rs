//! Sets of editions: on every day of 1990 to 2100, which of them is in force.

mod common;

use common::Tables;
use dijia_core::{Appraisal, Date, Edition, Editions, Error, LandUse, Language, Validity, Warning};

/// The file of an edition with one price: its name, city, document number, first and last day, and what it replaces.
fn file(name: &str, [city, number, first, last, replaces]: [&str; 5]) -> Vec<u8> {
    let terms = [
        ("city", city),
        ("document_number", number),
        ("first_day_in_force", first),
        ("last_day_in_force", last),
        ("replaces", replaces),
    ];
    let stated = terms.iter().filter(|(_, value)| !value.is_empty());
    let terms: String = stated.map(|(key, value)| format!("{key},{value}\n")).collect();
    let mut tables = Tables::city(&[
        ("edition.csv", &format!("key,value\n{terms}")),
        ("annexes.csv", "number,title,land_uses,prices\n1,级别表,商服,grade\n"),
        ("annex-1.csv", "grade,商服\nⅠ,1000\n"),
    ]);
    tables.name = name.to_owned();
    tables.are_accepted()
}

const CITY: &str = "甲市";

/// What a set says on a day, whatever the day.
fn on<'a>(editions: &Editions<'a>, city: &str, day: Date) -> Result<&'a str, Error> {
    let date = Date::constant(2222, 2, 2);
    editions.on(city, day).map(Edition::name).map_err(|error| match error {
        Error::NoneInForce { before, until, after, from, .. } => {
            Error::NoneInForce { date, before, until, after, from }
        }
        Error::SeveralInForce { first, second, .. } => Error::SeveralInForce { date, first, second },
        other => other,
    })
}

/// Asserts what a set says from one day to the day before the next, on every day of 1990 to 2100, in whatever order it has
/// its editions.
#[track_caller]
fn says(files: &[Vec<u8>], expected: &[(&str, &str)]) {
    let editions: Vec<Edition<'_>> = files.iter().map(|file| Edition::open(file).unwrap()).collect();
    let forwards: Vec<&Edition<'_>> = editions.iter().collect();
    // Twice, too: the same edition is no other.
    let backwards: Vec<&Edition<'_>> = editions.iter().rev().chain(&editions).collect();
    for in_order in [&forwards, &backwards] {
        let set = Editions::new(in_order);
        let (mut day, mut found) = (Date::constant(1990, 1, 1), Vec::new());
        while day < Date::constant(2101, 1, 1) {
            let on = on(&set, CITY, day);
            if found.last().is_none_or(|(_, before)| *before != on) {
                found.push((day, on));
            }
            day = day.tomorrow().unwrap();
        }
        let said = found.iter().map(|(day, on)| {
            let on = on.map_or_else(|error| error.to_string().replace("2222-02-02", "that day"), str::to_owned);
            (day.to_string(), on)
        });
        let said: Vec<_> = said.collect();
        let said: Vec<(&str, &str)> = said.iter().map(|(day, said)| (day.as_str(), said.as_str())).collect();
        assert_eq!(said, expected);
    }
}

/// A gap before, between and behind.
#[test]
fn periods_with_gaps() {
    let files = [
        file("jia-2003", [CITY, "甲〔2003〕1号", "2003-02-28", "2006-02-28", ""]),
        file("jia-2008", [CITY, "甲〔2008〕1号", "2008-02-29", "2010-12-31", "甲〔2003〕1号"]),
        file("jia-2011", [CITY, "甲〔2011〕1号", "2011-01-01", "2013-12-31", "甲〔2008〕1号"]),
        file("yi-2007", ["乙市", "乙〔2007〕1号", "2007-01-01", "2050-01-01", ""]),
    ];
    says(
        &files,
        &[
            ("1990-01-01", "no edition is in force on that day: the first, jia-2003, is from 2003-02-28"),
            ("2003-02-28", "jia-2003"),
            (
                "2006-03-01",
                "no edition is in force on that day: jia-2003 is until 2006-02-28, and the next, jia-2008, is from 2008-02-29",
            ),
            ("2008-02-29", "jia-2008"),
            ("2011-01-01", "jia-2011"),
            ("2014-01-01", "no edition is in force on that day: jia-2011 is until 2013-12-31"),
        ],
    );
}

/// One that has no last day is in force until another is, and not again when that has ended.
#[test]
fn periods_without_a_last_day() {
    let files = [
        file("jia-1999", [CITY, "甲〔1999〕1号", "1999-12-31", "", ""]),
        file("jia-2014", [CITY, "甲〔2014〕1号", "2014-07-01", "2016-06-30", ""]),
        file("jia-2020", [CITY, "甲〔2020〕1号", "2020-01-01", "", ""]),
    ];
    says(
        &files,
        &[
            ("1990-01-01", "no edition is in force on that day: the first, jia-1999, is from 1999-12-31"),
            ("1999-12-31", "jia-1999"),
            ("2014-07-01", "jia-2014"),
            (
                "2016-07-01",
                "no edition is in force on that day: jia-2014 is until 2016-06-30, and the next, jia-2020, is from 2020-01-01",
            ),
            ("2020-01-01", "jia-2020"),
        ],
    );
}

/// Two that claim the same days both claim them, but where one says that it replaces the other.
#[test]
fn periods_that_overlap() {
    let files = [
        file("jia-2018", [CITY, "甲〔2018〕1号", "2018-01-01", "2020-12-31", ""]),
        file("jia-2020", [CITY, "甲〔2020〕1号", "2020-06-01", "2023-05-31", "甲〔2018〕1号"]),
        file("jia-2023", [CITY, "甲〔2023〕1号", "2023-05-01", "2030-01-01", ""]),
        file("jia-2023-b", [CITY, "甲〔2023〕2号", "2023-05-01", "2023-05-02", ""]),
    ];
    let clash = |first: &str, second: &str| {
        format!("both {first} and {second} claim to be in force on that day, and which is meant is not guessed")
    };
    says(
        &files,
        &[
            ("1990-01-01", "no edition is in force on that day: the first, jia-2018, is from 2018-01-01"),
            ("2018-01-01", "jia-2018"),
            ("2020-06-01", "jia-2020"),
            ("2023-05-01", &clash("jia-2020", "jia-2023")),
            ("2023-06-01", "jia-2023"),
            ("2030-01-02", "no edition is in force on that day: jia-2023 is until 2030-01-01"),
        ],
    );
}

/// One that says nothing of when it is in force is, always; another beside it clashes as long as it lasts, but a later one
/// that has a beginning ends it.
#[test]
fn periods_that_are_not_stated() {
    let files = [file("jia", [CITY, "甲〔2018〕1号", "", "", ""])];
    says(&files, &[("1990-01-01", "jia")]);
    let files = [
        file("jia", [CITY, "甲〔2018〕1号", "", "", ""]),
        file("jia-1998", [CITY, "甲〔1998〕1号", "", "1998-12-31", ""]),
        file("jia-2050", [CITY, "甲〔2050〕1号", "2050-01-01", "", ""]),
    ];
    says(
        &files,
        &[
            ("1990-01-01", "both jia and jia-1998 claim to be in force on that day, and which is meant is not guessed"),
            ("1999-01-01", "jia"),
            ("2050-01-01", "jia-2050"),
        ],
    );
}

/// The errors of all four kinds, in both languages, each value in its field.
#[test]
fn errors_name_the_editions() {
    let files = [
        file("jia-2003", [CITY, "甲〔2003〕1号", "2003-02-28", "2006-02-28", ""]),
        file("jia-2008", [CITY, "甲〔2008〕1号", "2008-02-29", "2010-12-31", ""]),
        file("jia-2010", [CITY, "甲〔2010〕1号", "2010-12-31", "2012-12-31", ""]),
    ];
    let editions = files.each_ref().map(|file| Edition::open(file).unwrap());
    let editions = editions.each_ref();
    let set = Editions::new(&editions);
    let on = |city, year, month, day| set.on(city, Date::constant(year, month, day)).unwrap_err();
    let both =
        |error: Error| [Language::English, Language::Chinese].map(|language| error.message(language).to_string());
    // The name of the city as a table may have it, and one that only resembles it.
    assert_eq!(set.on(" 甲　市", Date::constant(2004, 1, 1)).map(Edition::name), Ok("jia-2003"));
    assert_eq!(both(on("甲", 2004, 1, 1)), ["no edition of \"甲\" is in the set", "所给各版中没有\"甲\"的基准地价"]);
    assert_eq!(
        both(on(CITY, 2007, 3, 4)),
        [
            "no edition is in force on 2007-03-04: jia-2003 is until 2006-02-28, and the next, jia-2008, is from 2008-02-29",
            "2007-03-04 没有施行中的版本：jia-2003 至 2006-02-28 止，其后的 jia-2008 自 2008-02-29 起",
        ]
    );
    assert_eq!(
        both(on(CITY, 2001, 3, 4)),
        [
            "no edition is in force on 2001-03-04: the first, jia-2003, is from 2003-02-28",
            "2001-03-04 没有施行中的版本：最早的 jia-2003 自 2003-02-28 起",
        ]
    );
    assert_eq!(
        both(on(CITY, 2013, 3, 4)),
        [
            "no edition is in force on 2013-03-04: jia-2010 is until 2012-12-31",
            "2013-03-04 没有施行中的版本：jia-2010 至 2012-12-31 止",
        ]
    );
    assert_eq!(
        both(on(CITY, 2010, 12, 31)),
        [
            "both jia-2008 and jia-2010 claim to be in force on 2010-12-31, and which is meant is not guessed",
            "jia-2008 与 jia-2010 均称在 2010-12-31 施行，不作猜测",
        ]
    );
    let kinds = [on("甲", 2004, 1, 1), on(CITY, 2007, 3, 4), on(CITY, 2010, 12, 31)].map(|error| error.kind().name());
    assert_eq!(kinds, ["NoSuchCity", "NoneInForce", "SeveralInForce"]);
}

/// The successor is the one that says so; else the next to begin; of two that begin together none.
#[test]
fn successors() {
    let files = [
        file("jia-2003", [CITY, "甲〔2003〕1号", "2003-01-01", "2005-12-31", ""]),
        file("jia-2006", [CITY, "甲〔2006〕1号", "2006-01-01", "2008-12-31", ""]),
        file("jia-2009", [CITY, "甲〔2009〕1号", "2009-01-01", "2012-12-31", "甲〔2003〕1号"]),
        file("jia-2013", [CITY, "甲〔2013〕1号", "2013-01-01", "", ""]),
        file("jia-2013-b", [CITY, "甲〔2013〕2号", "2013-01-01", "", ""]),
        file("yi-2004", ["乙市", "甲〔2004〕1号", "2004-01-01", "", "甲〔2003〕1号"]),
    ];
    let editions: Vec<Edition<'_>> = files.iter().map(|file| Edition::open(file).unwrap()).collect();
    let editions: Vec<&Edition<'_>> = editions.iter().collect();
    let set = Editions::new(&editions);
    let successors: Vec<Option<&str>> =
        editions.iter().map(|edition| set.successor(edition).map(Edition::name)).collect();
    assert_eq!(successors, [Some("jia-2009"), Some("jia-2009"), None, None, None, None]);
    // An edition that the set does not have is followed by one that it has.
    let rest = Editions::new(&editions[1..]);
    assert_eq!(rest.successor(editions[0]).map(Edition::name), Some("jia-2009"));
    assert_eq!(rest.as_slice().len(), 5);
}

/// The warning of an appraisal with a set, and without.
#[test]
fn expired_editions_name_their_successor() {
    let files = [
        file("jia-2003", [CITY, "甲〔2003〕1号", "2003-01-01", "2005-12-31", ""]),
        file("jia-2006", [CITY, "甲〔2006〕1号", "2006-02-01", "", ""]),
        file("jia-2009", [CITY, "甲〔2009〕1号", "2009-01-01", "", ""]),
    ];
    let editions = files.each_ref().map(|file| Edition::open(file).unwrap());
    let [first, open, last] = &editions;
    let all = editions.each_ref();
    let set = Editions::new(&all);
    let warnings = |edition, set: Option<Editions<'_>>, year| {
        let price = Edition::grade_price(edition, LandUse::Commercial, "Ⅰ").unwrap();
        let appraisal = Appraisal::from_grade(price).valuation_date(Date::constant(year, 1, 15));
        let appraisal = set.map_or(appraisal, |set| appraisal.editions(set));
        let said = |warning: Warning<'_>| [warning.to_string(), warning.message(Language::Chinese).to_string()];
        appraisal.appraise().unwrap().warnings().flat_map(said).collect::<Vec<_>>()
    };
    let expired =
        "on the valuation date 2006-01-15 the benchmark price is expired: in force from 2003-01-01 to 2005-12-31";
    let expired_chinese = "估价期日 2006-01-15 不在基准地价有效期内（2003-01-01 至 2005-12-31）：已过有效期";
    assert_eq!(warnings(first, None, 2006), [expired, expired_chinese]);
    assert_eq!(
        warnings(first, Some(set), 2006),
        [format!("{expired}; it is followed by jia-2006"), format!("{expired_chinese}，其后一版为 jia-2006")]
    );
    // One that is in force until another is: alone it has not expired.
    assert!(warnings(open, None, 2010).is_empty());
    assert_eq!(
        warnings(open, Some(set), 2010)[0],
        "on the valuation date 2010-01-15 the benchmark price is expired: in force from 2006-02-01 to 2008-12-31; \
         it is followed by jia-2009"
    );
    assert_eq!((set.last_day_in_force(open), set.last_day_in_force(last)), (Some(Date::constant(2008, 12, 31)), None));
    assert_eq!(set.validity_on(open, Date::constant(2009, 1, 1)), Validity::Expired);
    assert_eq!(set.validity_on(open, Date::constant(2006, 1, 31)), Validity::NotYetInForce);
    // Before it begins an edition has no successor to be named, and the last has none.
    let early = "on the valuation date 2002-01-15 the benchmark price is not yet in force: in force from 2003-01-01 to 2005-12-31";
    assert_eq!(warnings(first, Some(set), 2002)[0], early);
    assert!(warnings(last, Some(set), 2050).is_empty());
    // Debug names them.
    assert_eq!(format!("{set:?}"), "[\"jia-2003\", \"jia-2006\", \"jia-2009\"]");
}
