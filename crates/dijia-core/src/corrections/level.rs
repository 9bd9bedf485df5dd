/// The level (优劣程度) that a factor or a further coefficient of an edition has at the parcel, by the name that the document
/// prints; where the document states intervals, also by a number, which is in one of them: `420`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Level<'a> {
    /// The factor or the coefficient: `距汽车站距离`, `形状`.
    pub of: &'a str,
    /// Its level: `较劣`, or a number.
    pub level: &'a str,
}
