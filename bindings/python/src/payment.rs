//! What is to be paid for a parcel.

use dijia::{Decimal, PaymentDue, PricedArea};
use pyo3::prelude::*;

use crate::appraisal::{language, read_layout};
use crate::arguments;
use crate::decimals::{self, Reading, optional_to_py};
use crate::failure::OrRaise as _;

/// What is to be paid, and from what.
#[pyclass(frozen, module = "dijia._dijia")]
pub struct Payment(PaymentDue);

type Values<'py> = Vec<Option<Bound<'py, PyAny>>>;

/// How a payment is given a further number.
type With = fn(dijia::Payment, Decimal) -> dijia::Payment;

#[pymethods]
impl Payment {
    /// The numbers are V, V0, k, the minimum price, its ratio and the area.
    #[new]
    fn new(
        py: Python<'_>,
        numbers: [Option<Bound<'_, PyAny>>; 6],
        of_floor: bool,
        policy: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let [price, original, ratio, minimum, of_minimum, area] = numbers;
        let read = |value: Option<Bound<'_, PyAny>>, name, reading| {
            value.map(|value| decimals::from_py(&value, name, reading)).transpose()
        };
        let price = decimals::from_py(&price.into_pyobject(py)?, "price", Reading::Plain)?;
        let given: [(Option<Decimal>, With); 5] = [
            (read(original, "original_price", Reading::Plain)?, dijia::Payment::original_price),
            (read(ratio, "payment_ratio", Reading::Rate)?, dijia::Payment::payment_ratio),
            (read(minimum, "minimum_price", Reading::Plain)?, dijia::Payment::minimum_price),
            (read(of_minimum, "minimum_ratio", Reading::Rate)?, dijia::Payment::minimum_ratio),
            (read(area, "area", Reading::Plain)?, dijia::Payment::area),
        ];
        let mut payment = dijia::Payment::new(price).rounding(arguments::policy(py, policy)?);
        if of_floor {
            payment = payment.priced_area(PricedArea::Floor);
        }
        for (value, with) in given {
            payment = value.map_or(payment, |value| with(payment, value));
        }
        payment.settle().or_raise(py).map(Self)
    }

    /// The numbers that it was made of.
    fn given<'py>(&self, py: Python<'py>) -> PyResult<Values<'py>> {
        let due = &self.0;
        let prices = [Some(due.unit_price()), due.original_price(), due.payment_ratio()];
        let others = [due.minimum_price(), due.minimum_ratio(), due.area()];
        prices.into_iter().chain(others).map(|value| optional_to_py(py, value)).collect()
    }

    /// V - V0, the minimum, the payment of a square metre, and the totals in 元 and 万元.
    fn figures<'py>(&self, py: Python<'py>) -> PyResult<Values<'py>> {
        let due = &self.0;
        let prices = [due.difference(), due.minimum(), Some(due.unit_payment())];
        let totals = [due.total_yuan(), due.total_wan_yuan()];
        prices.into_iter().chain(totals).map(|value| optional_to_py(py, value)).collect()
    }

    fn is_minimum(&self) -> bool {
        self.0.is_minimum()
    }

    fn worksheet(&self, english: bool, layout: &str) -> PyResult<String> {
        Ok(self.0.worksheet(language(english)).layout(read_layout(layout)?).to_string())
    }
}
