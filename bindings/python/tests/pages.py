"""The pages of the repository that have numbers."""

import re

ENGLISH, CHINESE, PYTHON = "README.md", "README.zh-CN.md", "bindings/python/README.md"
C, CPP, RUST = "bindings/c/README.md", "bindings/c/CPP.md", "crates/dijia/README.md"
METHOD, DATA = "crates/dijia/docs/method.md", "crates/dijia/data/jinan-2020/README.md"
CORE, TABLES = "crates/dijia-core/README.md", "crates/dijia-tables/README.md"
# Pages of which there is another in Chinese.
IN_CHINESE = {
    METHOD: "crates/dijia/docs/method.zh-CN.md",
    PYTHON: "bindings/python/README.zh-CN.md",
    C: "bindings/c/README.zh-CN.md",
    CPP: "bindings/c/CPP.zh-CN.md",
    RUST: "crates/dijia/README.zh-CN.md",
    DATA: "crates/dijia/data/jinan-2020/README.zh-CN.md",
    CORE: "crates/dijia-core/README.zh-CN.md",
    TABLES: "crates/dijia-tables/README.zh-CN.md",
}
CONFORMANCE, FUZZ, CONTRIBUTING = "conformance/README.md", "fuzz/README.md", "CONTRIBUTING.md"
LIBRARY_PAGES = (ENGLISH, CHINESE, PYTHON, C, CPP, RUST, METHOD, DATA, CORE, TABLES)
PAGES = (*LIBRARY_PAGES, CONFORMANCE, FUZZ, CONTRIBUTING)


def read(repository, page):
    return (repository / page).read_text(encoding="utf-8")


def stated(repository, page, pattern):
    """Return what the one place of the file that looks so says."""
    (found,) = re.findall(pattern, read(repository, page), re.MULTILINE)
    return found
