//! Many parcels at once: prices in whole units of their last place.

pub(crate) mod scaled_pricing;

pub use scaled_pricing::{ScaledPricing, Scales};
