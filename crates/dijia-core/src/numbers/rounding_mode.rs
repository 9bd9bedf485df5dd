/// How a figure exactly half-way between two neighbours is rounded.
///
/// Every other figure goes to its nearest neighbour under either mode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RoundingMode {
    /// 四舍五入: half-way goes away from zero, so that 0.005 becomes 0.01 and −0.005 becomes −0.01.
    #[default]
    HalfUp,
    /// Half-way goes to the neighbour whose last digit is even, so that 0.005 becomes 0.00 and 0.015 becomes 0.02.
    HalfEven,
}
