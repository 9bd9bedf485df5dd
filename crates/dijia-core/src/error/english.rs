use core::fmt;

use crate::error::{Error, Schemes, is_hundred, readings_of};
use crate::numbers::DecimalText;
use crate::words::date::DateText;
use crate::words::{Named, Quantity};

/// The offending value and the rule, in English.
pub fn write(error: &Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match error {
        Error::Misspelled(misspelling) => write!(f, "{misspelling}"),
        Error::NoSuchGrade { land_use, grade, grades: Some(grades), .. } => {
            write!(f, "no {land_use} grade {grade}: {land_use} has {grades}")
        }
        Error::NoSuchGrade { land_use, grade, first: Some(first), last: Some(last), .. } => {
            write!(f, "no {land_use} grade {grade}: {land_use} grades run from {first} to {last}")
        }
        Error::NoSuchGrade { land_use, grade, .. } => {
            write!(f, "no {land_use} grade {grade}: no {land_use} grade is published")
        }
        Error::NoSuchZone { land_use, code: Named::Known(code), zone_count: Some(zone_count) } => {
            write!(f, "no {land_use} zone {code}: {} has zones 1 to {zone_count}", code.grade())
        }
        Error::NoSuchZone { land_use, code, .. } => {
            write!(f, "no {land_use} zone {code}: no such zone is published")
        }
        Error::NoSuchUse { land_use, edition } => write!(f, "no {land_use} land use: edition {edition} has none"),
        Error::SeveralUses { land_use, first, second } => {
            write!(f, "several land uses are {land_use} ones, {first} and {second}, and which is meant is not guessed")
        }
        Error::NoSuchArea { area, edition } => write!(f, "no {area}: edition {edition} has no such area"),
        Error::BareCode { code, readings } => {
            write!(f, "{code:?} is a code, which is read with its scheme alone")?;
            for (index, (scheme, name)) in readings_of(readings).enumerate() {
                let between = if index == 0 { ": " } else { ", " };
                write!(f, "{between}{name} in {scheme}")?;
            }
            Ok(())
        }
        Error::NoSuchScheme { scheme } => {
            write!(f, "no land-use scheme {scheme:?} is known, nor is it one of codes.csv: {}", Schemes(", "))
        }
        Error::NoSuchCode { scheme, code } => write!(f, "no code {code:?} of what is built on is in {scheme}"),
        Error::CodeNotPriced { scheme, code, name } => write!(
            f,
            "what {code} {name} of {scheme} is priced as is not said, and not guessed: name the land use, or give the \
             edition a row of codes.csv",
        ),
        Error::NoSuchFactor { name, edition } => {
            write!(f, "{edition} has no factor and no coefficient {name:?} for that land use and grade")
        }
        Error::NoSuchLevel { of, level, levels } => write!(f, "no level {level:?} of {of}: it has {levels}"),
        Error::NotTabulated { quantity, value, document } => {
            let value = DecimalText(*value);
            write!(
                f,
                "the {quantity} is {value}, which the table of {document} does not list, nor what holds between its rows"
            )
        }
        Error::NoSuchCity { city } => write!(f, "no edition of {city:?} is in the set"),
        Error::NoneInForce { date, before, until, after, from } => {
            write!(f, "no edition is in force on {}", DateText(*date))?;
            if let Some((before, until)) = before.zip(*until) {
                write!(f, ": {before} is until {}", DateText(until))?;
            }
            if let Some((after, from)) = after.zip(*from) {
                let begins = if before.is_some() { ", and the next," } else { ": the first," };
                write!(f, "{begins} {after}, is from {}", DateText(from))?;
            }
            Ok(())
        }
        Error::SeveralInForce { date, first, second } => {
            let date = DateText(*date);
            write!(f, "both {first} and {second} claim to be in force on {date}, and which is meant is not guessed")
        }
        Error::FiguresNotInHand { area, land_use, annex } => write!(
            f,
            "no {land_use} price of the {area}: annex {annex} publishes them, and this edition does not hold its figures",
        ),
        Error::NoBasis { area, land_use } => write!(f, "no basis is stated for {land_use} land of the {area}"),
        Error::NotStated { quantity, needed_by, document } => {
            write!(f, "the {needed_by} needs the {quantity}, which {document} does not state and which is not given")
        }
        Error::NotPositive { quantity, value } => {
            write!(f, "the {quantity} is {}, and must be positive", DecimalText(*value))
        }
        Error::OutOfRange { quantity, value, rule } => {
            write!(f, "the {quantity} is {}, {rule}", DecimalText(*value))
        }
        Error::CoefficientNotPositive { name, value } => {
            write!(f, "the coefficient {name:?} is {}, and must be positive", DecimalText(*value))
        }
        Error::TermExceedsStatutory { remaining, statutory } => write!(
            f,
            "the remaining term is {} years, longer than the statutory term of {}",
            DecimalText(*remaining),
            DecimalText(*statutory),
        ),
        Error::ExpiryNotAfterValuation { valuation_date, expiry_date } => {
            let (expiry_date, valuation_date) = (DateText(*expiry_date), DateText(*valuation_date));
            write!(f, "the expiry date is {expiry_date}, and must be after the valuation date {valuation_date}")
        }
        Error::InvalidTable { table, row, rule } => write!(f, "row {row} of the {table}: {rule}"),
        Error::PlotRatioOutsideTable { plot_ratio, first, last } => write!(
            f,
            "the plot ratio is {}, outside the table from {} to {}",
            DecimalText(*plot_ratio),
            DecimalText(*first),
            DecimalText(*last),
        ),
        Error::DateOutsideIndex { date, first, last } => {
            let (date, first, last) = (DateText(*date), DateText(*first), DateText(*last));
            write!(f, "the date is {date}, outside the date index from {first} to {last}")
        }
        Error::FactorSumTooLow { sum } => {
            write!(f, "the factor corrections sum to {}, and 1 + their sum must be positive", DecimalText(*sum))
        }
        Error::MissingUnitCost { service } => {
            write!(f, "no unit cost of {service} is given, which either the site or the basis has and the other lacks")
        }
        Error::NegativeUnitCost { service, cost } => {
            write!(f, "the unit cost of {service} is {}, and must not be negative", DecimalText(*cost))
        }
        Error::DuplicateUnitCost { service } => write!(f, "two unit costs of {service} are given"),
        Error::Missing { quantity, needed_by } => {
            write!(f, "the {needed_by} needs the {quantity}, which is not given")
        }
        Error::Conflict { first, second } => {
            write!(f, "the {first} and the {second} are both given, and exclude each other")
        }
        Error::TakesNoPart { quantity, without } => {
            write!(f, "the {quantity} takes no part: no {without} is given")
        }
        Error::NamedTwice { quantity: Quantity::FactorCorrections, name } => {
            write!(f, "the factor correction {name:?} is given twice")
        }
        Error::NamedTwice { quantity, name } => write!(f, "the {quantity} {name:?} is given twice"),
        Error::FactorOutOfRange { name, value, in_percent } => {
            let value = DecimalText(*value);
            write!(f, "the factor correction {name:?} is {value}, and must be above -1 and below 1")?;
            if *in_percent { Ok(()) } else { write!(f, ": is a per cent sign missing ({value} %)?") }
        }
        Error::TooMany { quantity, count, most } => {
            write!(f, "{count} values of {quantity} are given, at most {most} are taken")
        }
        Error::ResultNotPositive { unit_price } => {
            write!(f, "the unit price would be {}, and must be positive", DecimalText(*unit_price))
        }
        Error::SharesNotOne { sum } => {
            let question = if is_hundred(*sum) { ": are they in per cent?" } else { "" };
            write!(f, "the shares sum to {}, and must sum to exactly 1{question}", DecimalText(*sum))
        }
        Error::TooManyPlaces { places, most } => {
            write!(f, "{places} places are asked for, at most {most} are taken")
        }
        Error::TooManyDigits { quantity } => write!(f, "the {quantity} has too many digits"),
        Error::Undecided { quantity } => {
            write!(f, "the {quantity} is too near to half-way between two neighbours to be rounded")
        }
    }
}
