//! The extension module `dijia._dijia`: conversions between Python and the library, and nothing else. What a Python program
//! sees is the Python source beside it.

mod appraisal;
mod arguments;
mod batch;
mod corrections;
mod dates;
mod decimals;
mod edition;
mod editions;
mod failure;
mod fault;
mod origin;
mod payment;
mod words;

use pyo3::prelude::*;

#[pymodule(gil_used = false)]
mod _dijia {
    use super::PyModule;

    #[pymodule_export]
    use super::appraisal::{Appraisal, check_policy, mixed_use, mixed_worksheet};
    #[pymodule_export]
    use super::batch::{
        ArrowArray, appraise_batch, float_array, float_to_decimal, floats_and_others, floats_to_decimals, in_words,
        pauses, to_floats, to_list, values_walked, written_out, zone_prices,
    };
    #[pymodule_export]
    use super::corrections::{correction_level, corrections, plot_ratio_coefficient};
    #[pymodule_export]
    use super::decimals::{
        floor_price, land_price, mu, parse_coefficient, parse_date, parse_decimal, parse_rate, parse_ratio, parse_term,
        round, square_metres, total_wan_yuan, total_yuan, wan_yuan_per_mu, yuan_per_square_metre,
    };
    #[pymodule_export]
    use super::edition::PyEdition;
    #[pymodule_export]
    use super::editions::{PyEditions, difference};
    #[pymodule_export]
    use super::origin::origin_text;
    #[pymodule_export]
    use super::payment::Payment;
    #[pymodule_export]
    use super::words::{
        development_level, error_kinds, labels, parse_area, parse_development_level, parse_grade, parse_land_use,
        parse_service, parse_zone_code, zone_code,
    };

    #[pymodule_init]
    fn init(module: &pyo3::Bound<'_, PyModule>) -> pyo3::PyResult<()> {
        pyo3::types::PyModuleMethods::add(module, "__version__", env!("CARGO_PKG_VERSION"))
    }
}
