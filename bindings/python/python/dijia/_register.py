"""Accessors for the libraries that a program imports, whichever it imports first."""

from __future__ import annotations

import importlib
import sys
from importlib.abc import Loader, MetaPathFinder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_ACCESSORS = {"pandas": "dijia.pandas", "polars": "dijia.polars", "dask.dataframe": "dijia.dask"}


def register() -> None:
    """Import the accessors of what is there, and those of the rest when it comes."""
    waiting = {library: module for library, module in _ACCESSORS.items() if library not in sys.modules}
    for library, module in _ACCESSORS.items():
        if library not in waiting:
            importlib.import_module(module)
    sys.meta_path.insert(0, _Finder(waiting))


class _Finder(MetaPathFinder):
    """Finds nothing itself: it has others find a library, and imports its accessor after it."""

    def __init__(self, waiting: dict[str, str]) -> None:
        self._waiting = waiting

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return the spec that the other finders find, if an accessor waits for the library."""
        if name not in self._waiting:
            return None
        accessor = self._waiting.pop(name)
        for finder in sys.meta_path:
            spec = finder.find_spec(name, path, target) if finder is not self else None
            if spec is not None:
                if spec.loader is not None:
                    spec.loader = _Loader(spec.loader, accessor)
                return spec
        self._waiting[name] = accessor
        return None


class _Loader(Loader):
    """Loads a module as its own loader does, and then imports the accessor."""

    def __init__(self, loader: Loader, accessor: str) -> None:
        self._loader = loader
        self._accessor = accessor

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Create the module as its own loader does."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Execute the module as its own loader does, which the module names again from now on."""
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        importlib.import_module(self._accessor)
