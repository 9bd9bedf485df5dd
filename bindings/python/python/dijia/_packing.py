"""The commands that check the folder of an edition, pack it and tell what differs between two, as dijia-tables does."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

from dijia._differing import written
from dijia._edition import Edition
from dijia._edition_errors import EditionWarning, InvalidEditionError
from dijia._words import Language

USAGE = """\
usage: python -m dijia check FOLDER...
       python -m dijia pack FOLDER [-o FILE]
       python -m dijia difference BEFORE AFTER

check       reads the folder of an edition, tells everything that does not hold together, and warns of what looks wrong
pack        the same, and writes the edition file, NAME.dijia where no other is named
difference  writes every price that differs between two editions, folders or edition files, as CSV

--chinese, --english  the language of what is told; that of the environment where neither is given"""

USAGE_CHINESE = """\
用法：python -m dijia check 文件夹...
      python -m dijia pack 文件夹 [-o 文件]
      python -m dijia difference 前版 后版

check       读取版本文件夹，报告所有不一致之处，并提示可疑之处
pack        同上，并写出地价文件；未指定文件名时为“名称.dijia”
difference  比较两个版本（文件夹或地价文件），以CSV列出所有不同的地价

--chinese, --english  提示语言；未指定时取环境的语言"""

COMMANDS = {"check", "pack", "difference"}
"""The words that a command line of these begins with."""


def main(arguments: list[str], is_chinese: bool) -> int:
    """Run the command and return its exit status."""
    command, *rest = [argument for argument in arguments if argument not in {"--chinese", "--english"}]
    usage = USAGE_CHINESE if is_chinese else USAGE
    if {"-h", "--help"} & {*rest}:
        print(usage)
        return 0
    file = None
    if command == "pack":
        for option in ("-o", "--output"):
            if option in rest[:-1]:
                place = rest.index(option)
                file = Path(rest[place + 1])
                del rest[place : place + 2]
                break
    if not rest or any(folder.startswith("-") for folder in rest) or (command == "pack" and len(rest) > 1):
        print(usage, file=sys.stderr)
        return 2
    if command == "difference":
        return _differ(rest, usage, is_chinese)
    # Every folder is told of, whatever is wrong in another.
    editions = [_told(folder, is_chinese) for folder in rest]
    if None in editions:
        return 1
    if command == "pack":
        for edition in filter(None, editions):
            return _write(file or Path(f"{edition.name}.dijia"), edition, is_chinese)
    return 0


def _told(folder: str, is_chinese: bool) -> Edition | None:
    """Return the edition of a folder, which is told of; None where something is wrong, which is told."""
    if not Path(folder).is_dir():
        print(f"{folder}: {'没有这个文件夹' if is_chinese else 'no such folder'}", file=sys.stderr)
        return None
    edition = _read(folder, is_chinese)
    if edition is None:
        return None
    prices, size = len(edition.grade_prices) + len(edition.zone_prices), len(edition.to_bytes())
    if is_chinese:
        print(f"{edition.name}：{prices}个价格，{size}字节，SHA-256 {edition.digest}")
    else:
        print(f"{edition.name}: {prices} prices, {size} bytes, SHA-256 {edition.digest}")
    return edition


def read(place: str | Path, is_chinese: bool) -> Edition:
    """Return the edition of a folder or an edition file; what looks wrong in a folder is told."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", EditionWarning)
        edition = Edition.read(place)
    for fault in (one.message.fault for one in caught if isinstance(one.message, EditionWarning)):
        reason = f"提示：{fault.chinese}" if is_chinese else f"warning: {fault.english}"
        print(f"{fault.file}:{fault.line}:{fault.column}: {reason}", file=sys.stderr)
    return edition


def _read(folder: str, is_chinese: bool) -> Edition | None:
    """Return the edition of a folder; what is wrong in it is told, and so is what looks so."""
    try:
        return read(folder, is_chinese)
    except InvalidEditionError as error:
        print(error.chinese if is_chinese else error.english, file=sys.stderr)
        return None


def _differ(places: list[str], usage: str, is_chinese: bool) -> int:
    if len(places) != 2:
        print(usage, file=sys.stderr)
        return 2
    # What is wrong in the one is told of beside what is wrong in the other.
    before, after = (_loaded(place, is_chinese) for place in places)
    if before is None or after is None:
        return 1
    print(written(before, after, Language.CHINESE if is_chinese else Language.ENGLISH), end="")
    return 0


def _loaded(place: str, is_chinese: bool) -> Edition | None:
    """Return the edition of a folder or a file; None where it is none, which is told."""
    if Path(place).is_dir():
        return _read(place, is_chinese)
    try:
        return Edition.read(place)
    except OSError as error:
        print(f"{place}: {'无法读取：' if is_chinese else 'cannot be read: '}{error.strerror}", file=sys.stderr)
    except InvalidEditionError as error:
        print(f"{place}: {error.chinese if is_chinese else error.english}", file=sys.stderr)
    return None


def _write(file: Path, edition: Edition, is_chinese: bool) -> int:
    try:
        file.write_bytes(edition.to_bytes())
    except OSError as error:
        print(f"{file}: {'无法写入：' if is_chinese else 'cannot be written: '}{error.strerror}", file=sys.stderr)
        return 1
    return 0
