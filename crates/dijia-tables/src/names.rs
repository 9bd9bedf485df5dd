use std::collections::BTreeMap;

use dijia_core::Normal;

/// What names stand for, whatever their spelling.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names(BTreeMap<String, u16>);

impl Names {
    /// What the name stands for.
    pub(crate) fn find(&self, text: &str) -> Option<u16> {
        self.0.get(Normal::of(text)?.as_str()).copied()
    }

    /// Adds a name; what it stands for already, where that is something else, is the error.
    pub(crate) fn add(&mut self, text: &str, of: u16) -> Result<(), u16> {
        let Some(normal) = Normal::of(text) else { return Ok(()) };
        match *self.0.entry(normal.as_str().to_owned()).or_insert(of) {
            before if before == of => Ok(()),
            before => Err(before),
        }
    }
}
