//! The links of a chain index, as factors of a product.

use core::fmt;

use rust_decimal::Decimal;

use super::{fraction::Fraction, parts::Parts};

/// Numbers above zero, each of which stands for itself ÷ 100: links of a chain in which the period before is 100.
pub(crate) trait Links: fmt::Debug {
    /// The link at a place; none past the last.
    fn at(&self, place: usize) -> Option<Decimal>;
}

/// Where the point of a link is, since it is so many hundredths.
const HUNDREDTHS: i32 = 2;

/// The links in their order, as magnitude · 10^-scale without zeros at the end; `None` in place of one that is not above zero.
pub(super) fn each(links: &dyn Links) -> impl Iterator<Item = Option<(u128, i32)>> {
    (0..).map_while(|place| links.at(place)).map(|link| {
        let link = Parts::positive(link)?.stripped();
        Some((link.magnitude, (link.scale as i32).wrapping_add(HUNDREDTHS)))
    })
}

/// One of them as a fraction, or its inverse.
pub(super) fn fraction(link: Option<(u128, i32)>, inverse: bool) -> Option<Fraction> {
    let (magnitude, scale) = link?;
    Some(Fraction::whole(magnitude, scale, inverse))
}
