"""The commands that check the folder of an edition and pack it, as the program dijia-tables does."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

from dijia._edition import Edition
from dijia._edition_errors import EditionWarning, InvalidEditionError

USAGE = """\
usage: python -m dijia check FOLDER...
       python -m dijia pack FOLDER [-o FILE]

check  reads the folder of an edition and tells everything that does not hold together, and warns of what looks wrong
pack   the same, and writes the edition file, NAME.dijia where no other is named

--chinese, --english  the language of what is told; that of the environment where neither is given"""

USAGE_CHINESE = """\
用法：python -m dijia check 文件夹...
      python -m dijia pack 文件夹 [-o 文件]

check  读取版本文件夹，报告所有不一致之处，并提示可疑之处
pack   同上，并写出地价文件；未指定文件名时为“名称.dijia”

--chinese, --english  提示语言；未指定时取环境的语言"""

COMMANDS = {"check", "pack"}
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
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", EditionWarning)
        try:
            edition = Edition.read(folder)
        except InvalidEditionError as error:
            print(error.chinese if is_chinese else error.english, file=sys.stderr)
            return None
    for fault in (one.message.fault for one in caught if isinstance(one.message, EditionWarning)):
        reason = f"提示：{fault.chinese}" if is_chinese else f"warning: {fault.english}"
        print(f"{fault.file}:{fault.line}:{fault.column}: {reason}", file=sys.stderr)
    prices, size = len(edition.grade_prices) + len(edition.zone_prices), len(edition.to_bytes())
    if is_chinese:
        print(f"{edition.name}：{prices}个价格，{size}字节，SHA-256 {edition.digest}")
    else:
        print(f"{edition.name}: {prices} prices, {size} bytes, SHA-256 {edition.digest}")
    return edition


def _write(file: Path, edition: Edition, is_chinese: bool) -> int:
    try:
        file.write_bytes(edition.to_bytes())
    except OSError as error:
        print(f"{file}: {'无法写入：' if is_chinese else 'cannot be written: '}{error.strerror}", file=sys.stderr)
        return 1
    return 0
