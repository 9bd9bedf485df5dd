"""The language that exceptions and warnings say themselves in."""

from __future__ import annotations

import os
from typing import Final

IS_CHINESE: Final = os.environ.get("DIJIA_LANGUAGE", "").lower().startswith("zh")
"""Whether ``str`` of an exception or a warning is Chinese, settled when the package is imported."""
