use rust_decimal::Decimal;

use crate::words::Service;

/// A further coefficient of the caller's (Kj): area 面积, shape 形状, depth 临街深度, frontage 临街宽度, corner 街角 …
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Coefficient<'a> {
    /// What it corrects for, as the worksheet prints it.
    pub name: &'a str,
    /// The coefficient, positive; 1 changes nothing.
    pub value: Decimal,
}

/// A factor correction of the caller's (Ki), a signed fraction: +2.402 % is 0.02402.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct FactorCorrection<'a> {
    /// The factor, as the worksheet prints it.
    pub name: &'a str,
    /// The correction; 0 changes nothing.
    pub value: Decimal,
}

/// What it costs to bring a service to a site, 元/㎡ of land.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnitCost {
    /// The service.
    pub service: Service,
    /// Its cost, not negative.
    pub cost: Decimal,
}
