//! The method: what is known of a parcel, the coefficients that follow from it, the price, and the warnings beside it; parcels
//! of several uses; what is to be paid from a price.

pub(crate) mod adjustment;
#[allow(clippy::module_inception, reason = "a file is named after the type in it")]
pub(crate) mod appraisal;
pub(crate) mod appraised;
pub(crate) mod base_price;
pub(crate) mod carriers;
pub(crate) mod chain_links;
pub(crate) mod checks;
pub(crate) mod date_coefficient;
pub(crate) mod derivation;
pub(crate) mod derived;
pub(crate) mod derived_coefficients;
pub(crate) mod factor_sum;
pub(crate) mod factors;
mod given_names;
pub(crate) mod mixed_use;
pub(crate) mod origin;
pub(crate) mod payment;
pub(crate) mod plot_ratio_coefficient;
pub(crate) mod pricing;
pub(crate) mod published;
pub(crate) mod taking_part;
pub(crate) mod term_coefficient;
pub(crate) mod warning;
pub(crate) mod warnings;

pub use appraisal::Appraisal;
pub use appraised::Appraised;
pub use base_price::BasePrice;
pub use carriers::{Carrier, Carriers};
pub use derived_coefficients::DerivedCoefficients;
pub use mixed_use::{MixedAppraised, MixedUse, Share};
pub use origin::Origin;
pub use payment::{Payment, PaymentDue};
pub use warning::Warning;
