//! The links of a chain index, as factors of a product.

use core::fmt;

use rust_decimal::Decimal;

use super::{fraction::Fraction, parts::Parts};

/// Numbers above zero, each of which stands for itself ÷ 100: links of a chain in which the period before is 100.
pub(crate) trait Links {
    /// The link at a place; none past the last.
    fn at(&self, place: usize) -> Option<Decimal>;
}

// Not of each kind of links: what a table of methods holds is linked, and what shows dates may panic.
impl fmt::Debug for dyn Links + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Links")
    }
}

/// Where the point of a link is, since it is so many hundredths.
const HUNDREDTHS: i32 = 2;

/// The links in their order, as magnitude · 10^-scale without zeros at the end, neighbours multiplied for as long as a limb
/// holds them: so there are fewer factors, and each is as short for the arithmetic as a link is. `None` in place of one that is
/// not above zero.
pub(super) fn each(links: &dyn Links) -> impl Iterator<Item = Option<(u128, i32)>> {
    let mut place = 0;
    core::iter::from_fn(move || {
        let mut product = part(links.at(place)?);
        place = place.wrapping_add(1);
        while let (Some(before), Some(next)) = (product, links.at(place)) {
            let Some(both) = part(next).and_then(|next| together(before, next)) else { break };
            product = Some(both);
            place = place.wrapping_add(1);
        }
        Some(product)
    })
}

fn part(link: Decimal) -> Option<(u128, i32)> {
    let link = Parts::positive(link)?.stripped();
    Some((link.magnitude, (link.scale as i32).wrapping_add(HUNDREDTHS)))
}

/// The product, where it is no longer than a limb.
fn together((a, digits): (u128, i32), (b, more): (u128, i32)) -> Option<(u128, i32)> {
    let product = a.checked_mul(b).filter(|product| u64::try_from(*product).is_ok())?;
    Some((product, digits.wrapping_add(more)))
}

/// One of them as a fraction, or its inverse.
pub(super) fn fraction(link: Option<(u128, i32)>, inverse: bool) -> Option<Fraction> {
    let (magnitude, scale) = link?;
    Some(Fraction::whole(magnitude, scale, inverse))
}
