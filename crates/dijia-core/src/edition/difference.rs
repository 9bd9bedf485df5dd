use rust_decimal::Decimal;

use crate::edition::lists::{AreaOfEdition, LandUseOfEdition};
use crate::edition::{Basis, Citation, Edition, GradePrice, PricedArea, ZonePrice};
use crate::error::Result;
use crate::numbers::{RoundingMode, compare, units};
use crate::words::{Excerpt, Key};

/// A published price, of a grade or of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedPrice<'a> {
    /// That of a grade.
    Grade(GradePrice<'a>),
    /// That of a zone.
    Zone(ZonePrice<'a>),
}

macro_rules! of_either {
    ($($(#[$doc:meta])* $name:ident -> $type:ty;)*) => {
        impl<'a> PublishedPrice<'a> {$(
            $(#[$doc])*
            pub fn $name(&self) -> $type {
                match self {
                    Self::Grade(price) => price.$name(),
                    Self::Zone(price) => price.$name(),
                }
            }
        )*}
    };
}

of_either! {
    /// The area.
    #[must_use]
    area -> AreaOfEdition<'a>;
    /// The land use.
    #[must_use]
    land_use -> LandUseOfEdition<'a>;
    /// The figure printed, 元 for a square metre of what [`priced_area`](Self::priced_area) says.
    #[must_use]
    printed -> Decimal;
    /// What the figure printed is the price of a square metre of.
    #[must_use]
    priced_area -> PricedArea;
    /// Whether the figure is printed as a lower bound (≥).
    #[must_use]
    is_lower_bound -> bool;
    /// The price, 元/㎡ of land, as [`ZonePrice::per_square_metre`].
    ///
    /// # Errors
    ///
    /// [`Error::NotStated`](crate::Error::NotStated) where the plot ratio is needed and the document states none.
    per_square_metre -> Result<Decimal>;
    /// The price in 万元/亩 as printed; none where none is.
    #[must_use]
    wan_yuan_per_mu -> Option<Decimal>;
    /// The floor price (楼面地价) as printed, 元/㎡ of floor at the plot ratio of the basis; none where none is.
    #[must_use]
    per_floor_area -> Option<Decimal>;
    /// What the price assumes.
    #[must_use]
    basis -> Basis<'a>;
    /// Where the price is printed.
    #[must_use]
    citation -> Citation<'a>;
}

impl PublishedPrice<'_> {
    /// The name of the grade, `Ⅲ`, or the code of the zone, `Ⅲ-4`.
    #[must_use]
    pub fn name(&self) -> Excerpt {
        match self {
            Self::Grade(price) => Excerpt::new(price.grade().name()),
            Self::Zone(price) => price.code_text(),
        }
    }

    /// The price of the same area, land use and grade or zone in another edition, read by the names that they have in this.
    fn named_in<'b>(&self, other: &'b Edition<'b>) -> Option<PublishedPrice<'b>> {
        let (area, land_use) = (self.area().name(), self.land_use().name());
        let found = match self {
            Self::Grade(price) => other.grade_price_in(area, land_use, price.grade().name()).map(PublishedPrice::Grade),
            Self::Zone(price) => {
                let code = price.code().map(Key::Known).map_or_else(|| other.zone_code(price.printed_code()), Ok);
                code.and_then(|code| other.zone_price_in(area, land_use, code)).map(PublishedPrice::Zone)
            }
        };
        found.ok()
    }
}

/// A price that another edition publishes otherwise, publishes alone, or no longer publishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference<'a> {
    /// It is another figure.
    Moved {
        /// The price as it was.
        before: PublishedPrice<'a>,
        /// The price as it is.
        after: PublishedPrice<'a>,
    },
    /// The later edition alone publishes it.
    Added(PublishedPrice<'a>),
    /// The earlier edition alone publishes it.
    Dropped(PublishedPrice<'a>),
}

impl<'a> Difference<'a> {
    /// The price in the earlier edition.
    #[must_use]
    pub const fn before(&self) -> Option<PublishedPrice<'a>> {
        match *self {
            Self::Moved { before, .. } | Self::Dropped(before) => Some(before),
            Self::Added(_) => None,
        }
    }

    /// The price in the later edition.
    #[must_use]
    pub const fn after(&self) -> Option<PublishedPrice<'a>> {
        match *self {
            Self::Moved { after, .. } | Self::Added(after) => Some(after),
            Self::Dropped(_) => None,
        }
    }

    /// The two figures that are compared: those printed where both are for a square metre of the same, else both in 元/㎡ of
    /// land. None where only one edition publishes the price.
    ///
    /// # Errors
    ///
    /// [`Error::NotStated`](crate::Error::NotStated) where one of land and one of floor are compared, and no plot ratio is
    /// stated.
    pub fn compared(&self) -> Result<Option<(Decimal, Decimal)>> {
        match self {
            Self::Moved { before, after } if before.priced_area() == after.priced_area() => {
                Ok(Some((before.printed(), after.printed())))
            }
            Self::Moved { before, after } => Ok(Some((before.per_square_metre()?, after.per_square_metre()?))),
            Self::Added(_) | Self::Dropped(_) => Ok(None),
        }
    }

    /// How far the later price is from the earlier, in per cent to 2 places, half up: after ÷ before − 1, exactly and rounded
    /// once. None where only one edition publishes the price.
    ///
    /// # Errors
    ///
    /// As [`compared`](Self::compared).
    pub fn percent(&self) -> Result<Option<Decimal>> {
        let percent = |(before, after)| units::deviation(after, before, RoundingMode::HalfUp);
        self.compared()?.map(percent).transpose()
    }
}

/// The prices that differ between two editions, the earlier first: every one that is another figure, that was added or that
/// was dropped. First come those of the earlier edition, grades before zones, in the order printed; then what was added.
///
/// Two prices are of the same if the area, the land use and the grade or the code of the zone that the one edition names are
/// those of the other, in any spelling, and the other way round.
pub fn difference<'a>(
    before: &'a Edition<'a>,
    after: &'a Edition<'a>,
) -> impl Iterator<Item = Difference<'a>> + use<'a> {
    let moved_or_dropped = published(before).filter_map(move |price| match counterpart(&price, before, after) {
        None => Some(Difference::Dropped(price)),
        Some(other) => is_another(&price, &other).then_some(Difference::Moved { before: price, after: other }),
    });
    let is_added = move |price: &PublishedPrice<'a>| counterpart(price, after, before).is_none();
    moved_or_dropped.chain(published(after).filter(is_added).map(Difference::Added))
}

/// Every price, in the order printed.
fn published<'a>(edition: &'a Edition<'a>) -> impl Iterator<Item = PublishedPrice<'a>> + use<'a> {
    edition.grade_prices().map(PublishedPrice::Grade).chain(edition.zone_prices().map(PublishedPrice::Zone))
}

/// The price of the same in another edition. What is named alike from one side only is not the same: of 商业 and 办公 neither is
/// what another edition has as 商服.
fn counterpart<'a>(
    price: &PublishedPrice<'a>,
    of: &'a Edition<'a>,
    other: &'a Edition<'a>,
) -> Option<PublishedPrice<'a>> {
    price.named_in(other).filter(|found| found.named_in(of) == Some(*price))
}

fn is_another(before: &PublishedPrice<'_>, after: &PublishedPrice<'_>) -> bool {
    let is_of = |price: &PublishedPrice<'_>| (price.priced_area(), price.is_lower_bound());
    compare(before.printed(), after.printed()).is_ne() || is_of(before) != is_of(after)
}
