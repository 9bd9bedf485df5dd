//! What the command line asks for.

use std::env;
use std::path::PathBuf;
use std::str::FromStr;

use dijia::{
    Date, DateIndexPoint, Decimal, IndexPeriod, Language, Layout, Misspelling, PlotRatioRow, Ratio, RoundingMode,
    RoundingPolicy, Term, UnitCost, parse_date, parse_decimal, parse_rate,
};
use lexopt::prelude::*;

pub const HELP: &str = "\
Prices a parcel by Jinan's benchmark land prices of 2020, or says what is published of a zone.

usage: appraise LAND_USE ZONE [options]              appraise 商服 Ⅲ-4
       appraise LAND_USE --grade GRADE [options]     appraise 住宅 --grade Ⅱ --remaining-term 65
       appraise --base-price PRICE [options]         a price of your own, 元/㎡
       appraise                                      an example: what is published of 商服 Ⅲ-4

term           --remaining-term YEARS                or --valuation-date DATE --expiry DATE; or 'perpetual'
               --longer-term                         the remaining term may be longer than the statutory one
               --rate R  --statutory-term YEARS      instead of those of the basis; R as 6.4% or 0.064
               --term-coefficient K                  instead of a term; a K may be a ratio, 100/103
plot ratio     --plot-ratio X                        for the floor price
               --plot-ratio-coefficient K            or --plot-ratio-table X=K,X=K,…  [--open-below] [--open-above]
date           --date-coefficient K                  or --date-index DATE=I,DATE=I,… [--linear] [--chain quarter]
                                                     or --monthly-growth G; both with --valuation-date
               --base-date DATE                      instead of that of the basis
others         --coefficient NAME=K                  as often as needed: 面积=0.98
               --factor NAME=F                       as often as needed: 区域=2.402%
published      --published                           what is not given, from the tables of corrections of the document
               --level FACTOR=LEVEL                  as often as needed: 距汽车站距离=较劣, or a number in an interval
development    --development KF                      元/㎡, signed
               --development LEVEL --unit-cost SERVICE=COST …   六通一平, or road+power+…
parcel         --area M2                             ㎡
payment        --payment-ratio R                     the part of the price that is paid: 40%
               --original-price PRICE                the difference to that price alone is paid
               --minimum-price PRICE                 not less is paid, or than a part of it: [--minimum-ratio R]
rounding       --coefficient-places N                places of derived coefficients, or 'unrounded'; 4 unless told
               --price-places N                      places of the unit price; 2 unless told
               --amount-places N                     places of amounts; 2 unless told
               --half-even                           instead of half up
edition        --edition PATH                        the file or folder of another edition  [--district NAME]
worksheet      --layout wide|narrow|markdown|html     a wide table of text unless told; narrow fits a page of A4
output         --english   --chinese   --language en|zh   --json   --help   --version
";

/// What is shown where nothing is asked for.
const EXAMPLE: [&str; 2] = ["商服", "Ⅲ-4"];

/// What to do.
pub enum Request {
    Run(Box<Arguments>),
    /// Print this text and stop.
    Print(String),
}

/// The price to start from.
pub enum Base {
    /// A land use and a zone, as the edition spells them.
    Zone(String, String),
    /// A land use and a grade.
    Grade(String, String),
    Own(Decimal),
}

/// How the site's development differs from the basis.
pub enum Development {
    Adjustment(Decimal),
    /// As it is spelled: what a name means is said by the document that the price is of.
    Level(String),
}

/// What is said of the payment.
#[derive(Default)]
pub struct Paid {
    pub original_price: Option<Decimal>,
    pub payment_ratio: Option<Decimal>,
    pub minimum_price: Option<Decimal>,
    pub minimum_ratio: Option<Decimal>,
}

impl Paid {
    /// Whether there is a payment to be computed.
    pub fn is_asked_for(&self) -> bool {
        [self.original_price, self.payment_ratio, self.minimum_price].iter().any(Option::is_some)
    }
}

pub struct Arguments {
    pub base: Base,
    /// The file or the folder of the edition; Jinan 2020 where none is given.
    pub edition: Option<PathBuf>,
    /// The area of the edition, where it has several.
    pub district: Option<String>,
    pub rate: Option<Decimal>,
    pub statutory_term: Option<Term>,
    pub base_date: Option<Date>,
    pub term_coefficient: Option<Ratio>,
    pub remaining_term: Option<Term>,
    pub longer_term: bool,
    pub valuation_date: Option<Date>,
    pub expiry_date: Option<Date>,
    pub plot_ratio: Option<Decimal>,
    pub plot_ratio_coefficient: Option<Ratio>,
    pub plot_ratio_table: Vec<PlotRatioRow>,
    pub open_below: bool,
    pub open_above: bool,
    pub date_coefficient: Option<Ratio>,
    pub date_index: Vec<DateIndexPoint>,
    pub linear: bool,
    /// Of an index that is a chain; its base is fixed where none is given.
    pub chain: Option<IndexPeriod>,
    pub monthly_growth: Option<Decimal>,
    pub coefficients: Vec<(String, Ratio)>,
    /// As texts: whether a factor is in per cent is part of it.
    pub factors: Vec<(String, String)>,
    pub published: bool,
    /// What each is of, and the level.
    pub levels: Vec<(String, String)>,
    pub development: Option<Development>,
    pub unit_costs: Vec<UnitCost>,
    pub area: Option<Decimal>,
    pub paid: Paid,
    pub rounding: RoundingPolicy,
    /// None where no option asks for one.
    language: Option<Language>,
    /// Of the worksheet; the wide one where none is given.
    pub layout: Option<Layout>,
    pub json: bool,
    /// Whether any option but the base and the output was given.
    corrected: bool,
}

impl Arguments {
    pub fn parse(mut parser: lexopt::Parser) -> Result<Request, lexopt::Error> {
        let mut arguments = Self::none();
        let mut words: Vec<String> = Vec::new();
        let mut grade = None;
        let mut base_price = None;
        let mut mode = RoundingMode::HalfUp;
        let (mut coefficient_places, mut price_places, mut amount_places) = (None, None, None);
        while let Some(argument) = parser.next()? {
            let given = &mut arguments;
            given.corrected |= !matches!(
                argument,
                Value(_)
                    | Long(
                        "grade"
                            | "base-price"
                            | "edition"
                            | "district"
                            | "english"
                            | "chinese"
                            | "language"
                            | "layout"
                            | "json"
                    )
            );
            match argument {
                Value(word) => words.push(word.string()?),
                Long("grade") => once(&mut grade, "grade", parser.value()?.string()?)?,
                Long("edition") => once(&mut given.edition, "edition", parser.value()?.into())?,
                Long("district") => once(&mut given.district, "district", parser.value()?.string()?)?,
                Long("base-price") => once(&mut base_price, "base-price", decimal(&mut parser)?)?,
                Long("rate") => once(&mut given.rate, "rate", rate(&mut parser)?)?,
                Long("statutory-term") => once(&mut given.statutory_term, "statutory-term", spelled(&mut parser)?)?,
                Long("base-date") => once(&mut given.base_date, "base-date", date(&mut parser)?)?,
                Long("term-coefficient") => {
                    once(&mut given.term_coefficient, "term-coefficient", spelled(&mut parser)?)?;
                }
                Long("remaining-term") => once(&mut given.remaining_term, "remaining-term", spelled(&mut parser)?)?,
                Long("longer-term") => given.longer_term = true,
                Long("valuation-date") => once(&mut given.valuation_date, "valuation-date", date(&mut parser)?)?,
                Long("expiry") => once(&mut given.expiry_date, "expiry", date(&mut parser)?)?,
                Long("plot-ratio") => once(&mut given.plot_ratio, "plot-ratio", decimal(&mut parser)?)?,
                Long("plot-ratio-coefficient") => {
                    once(&mut given.plot_ratio_coefficient, "plot-ratio-coefficient", spelled(&mut parser)?)?;
                }
                Long("plot-ratio-table") => {
                    for (plot_ratio, coefficient) in pairs(&mut parser)? {
                        let (plot_ratio, coefficient) =
                            (honest(parse_decimal(&plot_ratio))?, honest(parse_decimal(&coefficient))?);
                        given.plot_ratio_table.push(PlotRatioRow { plot_ratio, coefficient });
                    }
                }
                Long("open-below") => given.open_below = true,
                Long("open-above") => given.open_above = true,
                Long("date-coefficient") => {
                    once(&mut given.date_coefficient, "date-coefficient", spelled(&mut parser)?)?
                }
                Long("date-index") => {
                    for (date, index) in pairs(&mut parser)? {
                        let (date, index) = (honest(parse_date(&date))?, honest(parse_decimal(&index))?);
                        given.date_index.push(DateIndexPoint { date, index });
                    }
                }
                Long("linear") => given.linear = true,
                Long("chain") => once(&mut given.chain, "chain", period(&parser.value()?.string()?)?)?,
                Long("monthly-growth") => once(&mut given.monthly_growth, "monthly-growth", rate(&mut parser)?)?,
                Long("coefficient") => given.coefficients.push(named(&mut parser)?),
                Long("factor") => given.factors.push(pair(&parser.value()?.string()?)?),
                Long("published") => given.published = true,
                Long("level") => given.levels.push(pair(&parser.value()?.string()?)?),
                Long("development") => {
                    let text = parser.value()?.string()?;
                    let development = match parse_decimal(&text) {
                        Ok(adjustment) => Development::Adjustment(adjustment),
                        Err(_) => Development::Level(text),
                    };
                    once(&mut given.development, "development", development)?;
                }
                Long("unit-cost") => {
                    let (service, cost) = pair(&parser.value()?.string()?)?;
                    let (service, cost) = (honest(service.parse())?, honest(parse_decimal(&cost))?);
                    given.unit_costs.push(UnitCost { service, cost });
                }
                Long("area") => once(&mut given.area, "area", decimal(&mut parser)?)?,
                Long("original-price") => {
                    once(&mut given.paid.original_price, "original-price", decimal(&mut parser)?)?
                }
                Long("payment-ratio") => once(&mut given.paid.payment_ratio, "payment-ratio", rate(&mut parser)?)?,
                Long("minimum-price") => once(&mut given.paid.minimum_price, "minimum-price", decimal(&mut parser)?)?,
                Long("minimum-ratio") => once(&mut given.paid.minimum_ratio, "minimum-ratio", rate(&mut parser)?)?,
                Long("coefficient-places") => {
                    let text = parser.value()?.string()?;
                    let places = if text == "unrounded" { None } else { Some(places("coefficient-places", &text)?) };
                    once(&mut coefficient_places, "coefficient-places", ())?;
                    given.rounding = honest(given.rounding.with_coefficient_places(places))?;
                }
                Long("price-places") => {
                    let places = places("price-places", &parser.value()?.string()?)?;
                    once(&mut price_places, "price-places", ())?;
                    given.rounding = honest(given.rounding.with_unit_price_places(places))?;
                }
                Long("amount-places") => {
                    let places = places("amount-places", &parser.value()?.string()?)?;
                    once(&mut amount_places, "amount-places", ())?;
                    given.rounding = honest(given.rounding.with_amount_places(places))?;
                }
                Long("half-even") => mode = RoundingMode::HalfEven,
                Long("english") => given.language = Some(Language::English),
                Long("chinese") => given.language = Some(Language::Chinese),
                Long("language") => given.language = Some(language(&parser.value()?.string()?)?),
                Long("layout") => once(&mut given.layout, "layout", layout(&parser.value()?.string()?)?)?,
                Long("json") => given.json = true,
                Short('h') | Long("help") => return Ok(Request::Print(HELP.to_owned())),
                Short('V') | Long("version") => {
                    return Ok(Request::Print(concat!("appraise ", env!("CARGO_PKG_VERSION"), "\n").to_owned()));
                }
                argument => return Err(argument.unexpected()),
            }
        }
        arguments.rounding = arguments.rounding.with_mode(mode);
        if words.is_empty() && grade.is_none() && base_price.is_none() && !arguments.corrected {
            words = EXAMPLE.map(str::to_owned).to_vec();
        }
        arguments.base = base(&words, grade, base_price)?;
        arguments.check_companions()?;
        Ok(Request::Run(Box::new(arguments)))
    }

    fn none() -> Self {
        Self {
            base: Base::Own(Decimal::ZERO),
            edition: None,
            district: None,
            rate: None,
            statutory_term: None,
            base_date: None,
            term_coefficient: None,
            remaining_term: None,
            longer_term: false,
            valuation_date: None,
            expiry_date: None,
            plot_ratio: None,
            plot_ratio_coefficient: None,
            plot_ratio_table: Vec::new(),
            open_below: false,
            open_above: false,
            date_coefficient: None,
            date_index: Vec::new(),
            linear: false,
            chain: None,
            monthly_growth: None,
            coefficients: Vec::new(),
            factors: Vec::new(),
            published: false,
            levels: Vec::new(),
            development: None,
            unit_costs: Vec::new(),
            area: None,
            paid: Paid::default(),
            rounding: RoundingPolicy::default(),
            language: None,
            layout: None,
            json: false,
            corrected: false,
        }
    }

    /// An option that would do nothing without another is an error, not a silence.
    fn check_companions(&self) -> Result<(), lexopt::Error> {
        let needs = |option, other| Err(format!("--{option} needs --{other}").into());
        if self.plot_ratio_table.is_empty() && (self.open_below || self.open_above) {
            return needs(if self.open_below { "open-below" } else { "open-above" }, "plot-ratio-table");
        }
        if self.date_index.is_empty() && self.linear {
            return needs("linear", "date-index");
        }
        if self.date_index.is_empty() && self.chain.is_some() {
            return needs("chain", "date-index");
        }
        if !self.levels.is_empty() && !self.published {
            return needs("level", "published");
        }
        if !self.unit_costs.is_empty() && !matches!(self.development, Some(Development::Level(_))) {
            return needs("unit-cost", "development with the level of the site");
        }
        let has_term = self.remaining_term.is_some() || self.expiry_date.is_some();
        if !has_term && self.rate.is_some() {
            return needs("rate", "remaining-term or --expiry");
        }
        if !has_term && self.statutory_term.is_some() {
            return needs("statutory-term", "remaining-term or --expiry");
        }
        if !has_term && self.longer_term {
            return needs("longer-term", "remaining-term or --expiry");
        }
        if self.paid.minimum_ratio.is_some() && self.paid.minimum_price.is_none() {
            return needs("minimum-ratio", "minimum-price");
        }
        if self.layout.is_some() && self.json {
            return Err("--layout and --json: give the one or the other".into());
        }
        if self.layout.is_some() && !self.corrected {
            return Err("--layout is of a worksheet: give a term, a coefficient or an area".into());
        }
        Ok(())
    }

    /// Whether a parcel is to be priced, rather than a published price shown.
    pub fn asks_for_a_price(&self) -> bool {
        self.corrected
    }

    pub fn language(&self) -> Language {
        // A report is written in Chinese.
        self.language.or(asked_by_environment()).unwrap_or_default()
    }
}

fn base(words: &[String], grade: Option<String>, base_price: Option<Decimal>) -> Result<Base, lexopt::Error> {
    match (words, grade, base_price) {
        ([], None, Some(price)) => Ok(Base::Own(price)),
        ([land_use, code], None, None) => Ok(Base::Zone(land_use.clone(), code.clone())),
        ([land_use], Some(grade), None) => Ok(Base::Grade(land_use.clone(), grade)),
        (_, _, Some(_)) => {
            Err("--base-price stands for a land use and a zone or grade: give the one or the other".into())
        }
        (_, Some(_), None) => Err("--grade takes a land use and no zone: appraise 住宅 --grade Ⅱ".into()),
        (_, None, None) => Err("a land use and a zone are expected: appraise 商服 Ⅲ-4 (--help says more)".into()),
    }
}

fn once<T>(place: &mut Option<T>, option: &str, value: T) -> Result<(), lexopt::Error> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(format!("--{option} is given twice").into()),
    }
}

/// An error of the library as one of the command line.
fn honest<T>(result: Result<T, impl Into<dijia::Error>>) -> Result<T, lexopt::Error> {
    result.map_err(|error| lexopt::Error::Custom(Box::new(error.into())))
}

/// A term or a ratio, which have more spellings than decimals.
fn spelled<T: FromStr<Err = Misspelling>>(parser: &mut lexopt::Parser) -> Result<T, lexopt::Error> {
    honest(parser.value()?.string()?.parse())
}

fn decimal(parser: &mut lexopt::Parser) -> Result<Decimal, lexopt::Error> {
    honest(parse_decimal(&parser.value()?.string()?))
}

fn rate(parser: &mut lexopt::Parser) -> Result<Decimal, lexopt::Error> {
    honest(parse_rate(&parser.value()?.string()?))
}

fn date(parser: &mut lexopt::Parser) -> Result<Date, lexopt::Error> {
    honest(parse_date(&parser.value()?.string()?))
}

fn pair(text: &str) -> Result<(String, String), lexopt::Error> {
    match text.rsplit_once('=') {
        Some((left, right)) if !left.trim().is_empty() => Ok((left.trim().to_owned(), right.to_owned())),
        _ => Err(format!("{text:?} is not of the form NAME=VALUE").into()),
    }
}

fn pairs(parser: &mut lexopt::Parser) -> Result<Vec<(String, String)>, lexopt::Error> {
    parser.value()?.string()?.split([',', '，']).map(pair).collect()
}

fn named(parser: &mut lexopt::Parser) -> Result<(String, Ratio), lexopt::Error> {
    let (name, value) = pair(&parser.value()?.string()?)?;
    let is_ratio = value.contains(['/', '／', '÷']);
    Ok((name, honest(if is_ratio { value.parse() } else { parse_rate(&value).map(Ratio::from) })?))
}

fn places(option: &str, text: &str) -> Result<u8, lexopt::Error> {
    text.parse().map_err(|_| lexopt::Error::from(format!("--{option}: {text:?} is not a number of places")))
}

fn language(text: &str) -> Result<Language, lexopt::Error> {
    known(text).ok_or_else(|| format!("--language: {text:?} is neither en nor zh").into())
}

fn period(text: &str) -> Result<IndexPeriod, lexopt::Error> {
    let period = IndexPeriod::ALL.into_iter().find(|period| period.english() == text);
    period.ok_or_else(|| format!("--chain: {text:?} is none of month, quarter, half-year, year").into())
}

fn layout(text: &str) -> Result<Layout, lexopt::Error> {
    Ok(match text {
        "wide" => Layout::Wide,
        "narrow" => Layout::Narrow,
        "markdown" => Layout::Markdown,
        "html" => Layout::Html,
        _ => return Err(format!("--layout: {text:?} is none of wide, narrow, markdown, html").into()),
    })
}

fn known(text: &str) -> Option<Language> {
    match text {
        "zh" => Some(Language::Chinese),
        "en" => Some(Language::English),
        _ => None,
    }
}

/// The language that the environment asks for: `DIJIA_LANGUAGE`, or Chinese where the system speaks it.
fn asked_by_environment() -> Option<Language> {
    let variable = |name| env::var(name).ok().filter(|value| !value.is_empty());
    if let Some(named) = variable("DIJIA_LANGUAGE") {
        return named.get(..2).and_then(|named| known(&named.to_lowercase()));
    }
    // As gettext looks: the first that is set decides.
    let spoken = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    spoken.is_some_and(|spoken| spoken.to_lowercase().starts_with("zh")).then_some(Language::Chinese)
}

/// The language that errors are said in, which must be known before the options are read.
pub fn language_of_errors(arguments: &[String]) -> Language {
    let mut asked = None;
    let options = arguments.split(|argument| argument == "--").next().unwrap_or_default();
    for (index, argument) in options.iter().enumerate() {
        asked = match argument.as_str() {
            "--english" => Some(Language::English),
            "--chinese" => Some(Language::Chinese),
            "--language" => options.get(index + 1).and_then(|following| known(following)).or(asked),
            other => other.strip_prefix("--language=").and_then(known).or(asked),
        };
    }
    asked.or(asked_by_environment()).unwrap_or(Language::English)
}
