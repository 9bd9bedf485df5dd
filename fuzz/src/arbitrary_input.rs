//! Arbitrary parcels: many of them have a price, and every way to have none is among them.

use arbitrary::{Arbitrary, Result, Unstructured};
use dijia::{Area, JINAN_2020, LandUse};

use crate::calendar::{Day, days_in_month};
use crate::chain::{Chain, link};
use crate::input::{Base, Case, Index, Mixed, Parcel, Policy, Table};
use crate::number::{Kind, Number, sum};

impl<'a> Arbitrary<'a> for Case {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let first = Parcel::arbitrary(u)?;
        if u8::arbitrary(u)? % 4 > 0 {
            return Ok(Self { parcels: vec![first], mixed: None });
        }
        let parcels = vec![first, Parcel::arbitrary(u)?];
        let mut shares = list(u, 18, |u| Ok((u8::arbitrary(u)? as usize % 2, Number::arbitrary(u, Kind::Fraction)?)))?;
        // The last share completes the others, where they leave one.
        if bool::arbitrary(u)?
            && let Some((_, last)) = shares.pop()
        {
            let others = shares.iter().map(|(_, share)| share.negated()).chain([Number::ONE]);
            shares.push((0, sum(others).unwrap_or(last)));
        }
        let area = optional(u, Kind::Amount)?;
        Ok(Self { parcels, mixed: Some(Mixed { shares, area, policy: policy(u)? }) })
    }
}

impl<'a> Arbitrary<'a> for Parcel {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut parcel = Self {
            base: base(u)?,
            rate: optional(u, Kind::Fraction)?,
            statutory_term: optional(u, Kind::WholeYears)?,
            base_date: maybe(u, day)?,
            basis_development: maybe(u, u8::arbitrary)?,
            remaining_term: optional(u, Kind::Years)?,
            valuation_date: maybe(u, day)?,
            expiry_date: None,
            plot_ratio: optional(u, Kind::Ratio)?,
            plot_ratio_coefficient: None,
            table: None,
            date_coefficient: None,
            index: None,
            growth: None,
            coefficients: Vec::new(),
            corrections: Vec::new(),
            adjustment: None,
            site: None,
            costs: Vec::new(),
            area: optional(u, Kind::Amount)?,
            policy: policy(u)?,
        };
        // Of what excludes each other mostly one.
        let choice = u8::arbitrary(u)?;
        if choice % 4 == 0 {
            parcel.expiry_date = Some(day(u)?);
            parcel.remaining_term = parcel.remaining_term.filter(|_| choice >= 0x80);
        }
        let choice = u8::arbitrary(u)?;
        if choice % 4 == 1 || choice >= 0xf0 {
            parcel.plot_ratio_coefficient = Some(Number::arbitrary(u, Kind::Ratio)?);
        }
        if choice % 4 >= 2 {
            let table = table(u)?;
            // Mostly between two of the rows.
            if choice < 0xc0
                && let [.., (above, _), (below, _)] = table.rows[..]
            {
                parcel.plot_ratio = above.mean(below, choice % 8).or(parcel.plot_ratio);
            }
            parcel.table = Some(table);
        }
        let choice = u8::arbitrary(u)?;
        if choice % 4 == 1 || choice >= 0xf0 {
            parcel.date_coefficient = Some(Number::arbitrary(u, Kind::Ratio)?);
        }
        if choice % 4 == 2 || choice >= 0xf8 {
            parcel.index = Some(index(u)?);
        }
        if choice % 4 == 3 {
            parcel.growth = Some(Number::arbitrary(u, Kind::Fraction)?);
        }
        let choice = u8::arbitrary(u)?;
        if choice % 4 == 1 || choice >= 0xf0 {
            parcel.adjustment = Some(Number::arbitrary(u, Kind::Amount)?);
        }
        if choice % 4 >= 2 {
            let (site, costs) = site(u)?;
            (parcel.site, parcel.costs) = (Some(site), costs);
        }
        let choice = u8::arbitrary(u)?;
        if choice < 0xe0 {
            parcel.complete(choice);
        }
        parcel.coefficients = list(u, 18, |u| Ok((name(u)?, Number::arbitrary(u, Kind::Ratio)?)))?;
        let corrections = list(u, 66, |u| Ok((name(u)?, Number::arbitrary(u, Kind::Fraction)?)))?;
        let with_unit = |(name, value): (String, Number)| (name, value, value.digits % 4 == 0);
        parcel.corrections = corrections.into_iter().map(with_unit).collect();
        // One that takes back another.
        if let Some((name, value, in_percent)) = parcel.corrections.first().filter(|_| choice % 8 == 0) {
            let opposite = (name.clone(), value.negated(), *in_percent);
            parcel.corrections.push(opposite);
        }
        if choice < 0xe0 {
            name_apart(parcel.coefficients.iter_mut().map(|(name, _)| name));
            name_apart(parcel.corrections.iter_mut().map(|(name, ..)| name));
        }
        Ok(parcel)
    }
}

impl Parcel {
    /// Gives what something else needs, and takes away what would take no part.
    fn complete(&mut self, choice: u8) {
        if self.expiry_date.is_some() || self.index.is_some() || self.growth.is_some() {
            let (year, month, day) = (2019 + i32::from(choice % 8), 1 + i32::from(choice % 12), 28);
            self.valuation_date = self.valuation_date.or(Some((year, month, day)));
            self.base_date = self.base_date.or(Some((2019, 1, 1)));
        }
        if let (Some(valuation_date), Some(expiry_date)) = (self.valuation_date, &mut self.expiry_date)
            && *expiry_date <= valuation_date
        {
            expiry_date.0 = valuation_date.0 + 1 + i32::from(choice % 50);
            expiry_date.2 = 28;
        }
        if self.remaining_term.is_some() || self.expiry_date.is_some() {
            let number = |digits, places| Some(Number { negative: false, digits, places });
            self.rate = self.rate.or(number(64, 3));
            self.statutory_term = self.statutory_term.or(number(70, 0));
            self.expiry_date = self.expiry_date.filter(|_| self.remaining_term.is_none());
        }
        if self.remaining_term.is_none() && self.expiry_date.is_none() {
            (self.rate, self.statutory_term) = (None, None);
        }
        self.base_date = self.base_date.filter(|_| self.valuation_date.is_some());
        self.basis_development = self.basis_development.filter(|_| self.site.is_some());
        if self.table.is_some() {
            self.plot_ratio = self.plot_ratio.or(Some(Number::ONE));
        }
        if self.site.is_some() {
            self.basis_development = self.basis_development.or(Some(choice));
        }
    }
}

/// Makes the names that are there already others.
fn name_apart<'a>(names: impl Iterator<Item = &'a mut String>) {
    for (index, name) in names.enumerate() {
        name.push_str(&index.to_string());
    }
}

fn maybe<'a, T>(u: &mut Unstructured<'a>, make: impl Fn(&mut Unstructured<'a>) -> Result<T>) -> Result<Option<T>> {
    if bool::arbitrary(u)? { make(u).map(Some) } else { Ok(None) }
}

fn optional(u: &mut Unstructured, kind: Kind) -> Result<Option<Number>> {
    maybe(u, |u| Number::arbitrary(u, kind))
}

/// Mostly short lists.
fn list<'a, T>(
    u: &mut Unstructured<'a>,
    most: u8,
    make: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Vec<T>> {
    let length = match u8::arbitrary(u)? {
        short @ 0..=0xef => short % 4,
        long => long % (most + 1),
    };
    (0..length).map(|_| make(u)).collect()
}

fn base(u: &mut Unstructured) -> Result<Base> {
    let choice = u8::arbitrary(u)?;
    let index = usize::from(u8::arbitrary(u)?);
    Ok(match choice % 8 {
        1 => Base::Own(Number::arbitrary(u, Kind::Amount)?, None),
        2 | 3 => {
            Base::Own(Number::arbitrary(u, Kind::Amount)?, Some((Area::ALL[index % 2], LandUse::ALL[index / 2 % 4])))
        }
        0 | 4 | 5 => Base::Zone(index % JINAN_2020.zone_prices().len()),
        _ => Base::Grade(index % JINAN_2020.grade_prices().len()),
    })
}

fn policy(u: &mut Unstructured) -> Result<Policy> {
    // 13 is one too many.
    let mut places = || u8::arbitrary(u).map(|places| if places == 0xff { 13 } else { places % 13 });
    let [coefficient, unit_price_places, amount_places] = [places()?, places()?, places()?];
    let choice = u8::arbitrary(u)?;
    if choice % 4 == 0 {
        let coefficient_places = Some(4);
        return Ok(Policy { coefficient_places, unit_price_places: 2, amount_places: 2, half_even: false });
    }
    let coefficient_places = Some(coefficient).filter(|_| choice % 4 == 1);
    Ok(Policy { coefficient_places, unit_price_places, amount_places, half_even: choice >= 0x80 })
}

/// Mostly of our time; some of every year that the library knows.
fn day(u: &mut Unstructured) -> Result<Day> {
    let (choice, low, month, day) = <(u8, u8, u8, u8)>::arbitrary(u)?;
    let year = match choice {
        0..=0xbf => 2010 + i32::from(low % 32),
        0xc0..=0xef => 1900 + i32::from(low),
        _ => i32::from(i16::from_le_bytes([choice, low]) % 10_000),
    };
    let month = 1 + i32::from(month % 12);
    Ok((year, month, 1 + i32::from(day) % days_in_month(year, month)))
}

fn table(u: &mut Unstructured) -> Result<Table> {
    let make = |u: &mut _| Ok((Number::arbitrary(u, Kind::Ratio)?, Number::arbitrary(u, Kind::Ratio)?));
    let mut rows = list(u, 10, make)?;
    if bool::arbitrary(u)? {
        rows.push(make(u)?);
    }
    let (choice, open_below, open_above) = <(u8, bool, bool)>::arbitrary(u)?;
    if choice < 0xf0 {
        rows.sort_by_key(|(plot_ratio, _)| plot_ratio.value());
        rows.dedup_by_key(|(plot_ratio, _)| plot_ratio.value());
    }
    Ok(Table { rows, open_below, open_above })
}

fn index(u: &mut Unstructured) -> Result<Index> {
    let mut points = list(u, 10, |u| Ok((day(u)?, Number::arbitrary(u, Kind::Amount)?)))?;
    let (choice, linear) = <(u8, bool)>::arbitrary(u)?;
    if choice < 0xe0 {
        // A series that most days are in.
        points.extend([(2005, 1, 1), (2045, 1, 1)].map(|day| (day, Number { digits: choice.into(), ..Number::ONE })));
    }
    if choice < 0xf0 {
        points.sort_by_key(|(day, _)| *day);
        points.dedup_by_key(|(day, _)| *day);
    }
    let chain = Chain::some(choice % 8).filter(|_| choice < 0x80);
    if let Some(chain) = chain.filter(|_| !points.is_empty()) {
        // As many periods as most days are in, each with a link, now and then one that is none or a period that is missing.
        let drawn = points;
        let first = if choice < 0x40 { 2005 } else { 2017 };
        points = (0..40)
            .map(|place| drawn[place % drawn.len()])
            .enumerate()
            .map(|(place, (day, number))| {
                (
                    chain.day_after(first, place + usize::from(choice == 0x42 && place > 20), day),
                    if choice % 16 == 9 { number } else { link(number) },
                )
            })
            .collect();
    }
    Ok(Index { points, linear, chain })
}

fn site(u: &mut Unstructured) -> Result<(u8, Vec<(u8, Number)>)> {
    let site = u8::arbitrary(u)?;
    if u8::arbitrary(u)? < 0xe0 {
        let costs = (0..8).map(|service| Ok((service, Number::arbitrary(u, Kind::Amount)?)));
        return Ok((site, costs.collect::<Result<_>>()?));
    }
    Ok((site, list(u, 10, |u| Ok((u8::arbitrary(u)? % 8, Number::arbitrary(u, Kind::Amount)?)))?))
}

fn name(u: &mut Unstructured) -> Result<String> {
    let choice = u8::arbitrary(u)?;
    let names = ["面积", "形状", "临街深度", "corner", "", "区域"];
    match names.get(usize::from(choice % 8)) {
        Some(name) => Ok((*name).to_owned()),
        None => <&str>::arbitrary(u).map(str::to_owned),
    }
}
