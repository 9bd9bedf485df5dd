use sha2::{Digest as _, Sha256};

use crate::edition::file::layout::DIGEST;

/// The SHA-256 of those bytes.
pub fn of(bytes: &[u8]) -> [u8; DIGEST] {
    Sha256::digest(bytes).into()
}
