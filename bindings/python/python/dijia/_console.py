"""Writing to a console of whatever encoding."""

from __future__ import annotations

import codecs
import unicodedata

NEAREST = "dijia.nearest"
"""The name under which what an encoding lacks is written as the nearest that it has."""


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """Replace what an encoding lacks by its compatible form, such as m2 for m², or else a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    nearest = unicodedata.normalize("NFKC", lacking).replace("\u2212", "-")
    try:
        nearest.encode(error.encoding)
    except UnicodeEncodeError:
        nearest = "?" * len(lacking)
    return nearest, error.end


codecs.register_error(NEAREST, _nearest)
