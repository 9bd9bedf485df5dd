//! What a status means, in words.

use crate::status::{dijia_status, message};
use crate::text::dijia_text;
use crate::words::{DIJIA_LANGUAGE_CHINESE, dijia_language};

/// What a code means, in general and in that language (`DIJIA_LANGUAGE_ENGLISH` for any other number); empty for a number
/// that is no code. What went wrong in a particular call, with its values, is the `message` of `dijia_error`.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_status_message(status: dijia_status, language: dijia_language) -> dijia_text {
    let (english, chinese) = message(status).unwrap_or_default();
    dijia_text::from(if language == DIJIA_LANGUAGE_CHINESE { chinese } else { english })
}
