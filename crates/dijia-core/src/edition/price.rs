use rust_decimal::Decimal;

use crate::edition::file::layout::{NONE, price};
use crate::edition::file::record::{byte, decimal, short};
use crate::edition::lists::{AnnexOfEdition, AreaOfEdition, GradeOfEdition, LandUseOfEdition};
use crate::edition::{Basis, Citation, Edition};
use crate::error::{Error, Result};
use crate::words::{Excerpt, Key, Listed, Quantity, ZoneCode};

/// What a published price is the price of a square metre of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum PricedArea {
    /// Land.
    Land = 0,
    /// Floor (楼面地价).
    Floor = 1,
}

macro_rules! published {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name<'a> {
            edition: &'a Edition<'a>,
            place: u16,
        }

        impl<'a> $name<'a> {
            #[inline]
            pub(crate) const fn new(edition: &'a Edition<'a>, place: u16) -> Self {
                Self { edition, place }
            }

            fn record(&self) -> &'a [u8] {
                self.edition.sections.prices.get(usize::from(self.place)).map_or(&[], |record| record.as_slice())
            }

            fn has(&self, flag: u8) -> bool {
                byte(self.record(), price::FLAGS) & flag != 0
            }

            /// The edition that publishes it.
            #[must_use]
            pub const fn edition(&self) -> &'a Edition<'a> {
                self.edition
            }

            /// The area.
            #[must_use]
            pub fn area(&self) -> AreaOfEdition<'a> {
                AreaOfEdition { edition: self.edition, place: byte(self.record(), price::AREA) }
            }

            /// The land use.
            #[must_use]
            pub fn land_use(&self) -> LandUseOfEdition<'a> {
                LandUseOfEdition { edition: self.edition, place: byte(self.record(), price::USE) }
            }

            /// The place of its grade among those of the edition, that of none where it has none.
            pub(super) fn grade_place(&self) -> u8 {
                byte(self.record(), price::GRADE)
            }

            /// The figure printed, 元 for a square metre of what [`priced_area`](Self::priced_area) says.
            #[must_use]
            pub fn printed(&self) -> Decimal {
                decimal(self.record(), price::PRICE, price::PLACES)
            }

            /// What the figure printed is the price of a square metre of.
            #[must_use]
            pub fn priced_area(&self) -> PricedArea {
                if self.has(price::PER_FLOOR) { PricedArea::Floor } else { PricedArea::Land }
            }

            /// Whether the figure is printed as a lower bound (≥).
            #[must_use]
            pub fn is_lower_bound(&self) -> bool {
                self.has(price::IS_LOWER_BOUND)
            }

            /// The price, 元/㎡ of land: the figure printed, or where that is one of floor × the plot ratio of the basis,
            /// exactly.
            ///
            /// # Errors
            ///
            /// [`Error::NotStated`] where the plot ratio is needed and the document states none.
            #[inline]
            pub fn per_square_metre(&self) -> Result<Decimal> {
                match self.priced_area() {
                    PricedArea::Land => Ok(self.printed()),
                    PricedArea::Floor => {
                        let plot_ratio = self.basis().plot_ratio();
                        let plot_ratio = plot_ratio.ok_or_else(|| self.edition.not_stated(Quantity::PlotRatio, Quantity::BasePrice))?;
                        // Both are at most 32 bits long.
                        let product = self.printed().mantissa().saturating_mul(plot_ratio.mantissa());
                        let scale = self.printed().scale() + plot_ratio.scale();
                        Decimal::try_from_i128_with_scale(product, scale)
                            .map_err(|_| Error::TooManyDigits { quantity: Quantity::BasePrice })
                    }
                }
            }

            /// The price in 万元/亩 as printed; none where none is. [`wan_yuan_per_mu`](crate::wan_yuan_per_mu) converts
            /// to any number of places.
            #[must_use]
            pub fn wan_yuan_per_mu(&self) -> Option<Decimal> {
                self.has(price::HAS_PER_MU).then(|| decimal(self.record(), price::PER_MU, price::PER_MU_PLACES))
            }

            /// The floor price (楼面地价) as printed, 元/㎡ of floor at the plot ratio of the basis; none where none is.
            #[must_use]
            pub fn per_floor_area(&self) -> Option<Decimal> {
                match self.priced_area() {
                    PricedArea::Floor => Some(self.printed()),
                    PricedArea::Land => {
                        self.has(price::HAS_FLOOR).then(|| decimal(self.record(), price::FLOOR, price::FLOOR_PLACES))
                    }
                }
            }

            /// What the price assumes.
            #[must_use]
            pub fn basis(&self) -> Basis<'a> {
                Basis { edition: self.edition, place: short(self.record(), price::BASIS) }
            }

            /// Where the price is printed.
            #[must_use]
            pub fn citation(&self) -> Citation<'a> {
                let annex = AnnexOfEdition { edition: self.edition, place: byte(self.record(), price::ANNEX) };
                let row = Some(short(self.record(), price::ROW)).filter(|&row| row > 0);
                Citation { document: self.edition.document().number, part: annex.part(), row }
            }
        }

        impl PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> bool {
                self.place == other.place && self.edition == other.edition
            }
        }

        impl Eq for $name<'_> {}
    )*};
}

published! {
    /// The benchmark price of a grade (级别基准地价), as published.
    GradePrice;
    /// The benchmark price of a zone (区片基准地价), as published.
    ZonePrice;
}

impl<'a> GradePrice<'a> {
    /// The grade.
    #[must_use]
    pub fn grade(&self) -> GradeOfEdition<'a> {
        GradeOfEdition { edition: self.edition, place: byte(self.record(), price::GRADE) }
    }

    /// The zones that the grade is divided into, in the order printed.
    pub fn zones(&self) -> impl Iterator<Item = ZonePrice<'a>> + use<'a> {
        let of = [price::AREA, price::USE, price::GRADE].map(|at| byte(self.record(), at));
        self.edition
            .zone_prices()
            .filter(move |zone| [price::AREA, price::USE, price::GRADE].map(|at| byte(zone.record(), at)) == of)
    }
}

impl<'a> ZonePrice<'a> {
    /// The grade that the zone is of; none where the document divides no grades into zones.
    #[must_use]
    pub fn grade(&self) -> Option<GradeOfEdition<'a>> {
        let place = byte(self.record(), price::GRADE);
        (place != NONE).then_some(GradeOfEdition { edition: self.edition, place })
    }

    /// The code where it is a grade and a number.
    #[must_use]
    pub fn code(&self) -> Option<ZoneCode> {
        let Key::Known(grade) = self.grade()?.key() else { return None };
        ZoneCode::new(grade, short(self.record(), price::NUMBER))
    }

    /// What the edition is asked for it by: the same for all zones of one code.
    #[must_use]
    pub fn key(&self) -> Key<ZoneCode> {
        let own = || Key::Listed(Listed::new(self.edition.tag, self.place));
        self.code().map_or_else(|| self.edition.zone_code(self.printed_code()).unwrap_or_else(|_| own()), Key::Known)
    }

    /// The code in its canonical spelling: `Ⅲ-4`, or as printed where it is no grade and number.
    #[must_use]
    pub fn code_text(&self) -> Excerpt {
        self.code().map_or_else(|| Excerpt::new(self.printed_code()), Excerpt::of)
    }

    /// The code as printed, of a zone whose code is no grade and number; else empty.
    #[must_use]
    pub fn printed_code(&self) -> &'a str {
        self.edition.sections.text(short(self.record(), price::CODE))
    }
}

impl Edition<'_> {
    /// That the document does not state what is needed.
    pub(crate) fn not_stated(&self, quantity: Quantity, needed_by: Quantity) -> Error {
        Error::NotStated { quantity, needed_by, document: self.document_said() }
    }
}
