"""ZIP files of plain members that are read even where they are damaged or cut off.

Any ZIP reader opens them. This one follows the members from the first on and needs no directory at
the end, so it reads a file that is still being written as well, up to where it was cut off. Members
are never compressed, so that a small file cannot unpack into a huge one.
"""

import os
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from zlib import crc32

HEADER = struct.Struct("<4s5H3L2H")
"""Of a member: signature, version, flags, method, time, date, CRC, two sizes, two lengths."""
BEGIN, DIRECTORY = b"PK\x03\x04", (b"PK\x01\x02", b"PK\x05\x06")
TAG = struct.Struct("<HHI")
"""A field beside the name that holds the name's own CRC: ZIP has none."""
TAG_ID = 0x4C47
UTF8 = 0x800
LONGEST_NAME = 200
BLOCK = 1 << 20
END = 22
"""Bytes of the record that ends a file without a comment."""


def entry(name: str, data: bytes) -> zipfile.ZipInfo:
    """What a ZIP file says of a member; the same on any day and system."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.extra = TAG.pack(TAG_ID, 4, crc32(name.encode()))
    info.CRC, info.file_size, info.compress_size = crc32(data), len(data), len(data)
    return info


def member(name: str, data: bytes) -> bytes:
    """A member as its bytes in a file, header and content."""
    return entry(name, data).FileHeader() + data


@dataclass(frozen=True)
class _Place:
    start: int
    size: int
    crc: int


class Archive:
    """The members of a file, by name; of several of one name the last that is whole counts.

    ``whole`` is False where something in it could not be followed, ``closed`` where there is no
    directory at its end, as other programs need it.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.length = stream.seek(0, os.SEEK_END)
        self._members: dict[str, list[_Place]] = {}
        self.whole = True
        self.closed = self._read(max(0, self.length - END), 4) == DIRECTORY[1]
        for name, place in self._follow():
            self._members.setdefault(name, []).append(place)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def size(self, name: str) -> int:
        """Bytes of a member; 0 where it is not there."""
        return self._members[name][-1].size if name in self._members else 0

    def read(self, name: str) -> bytes | None:
        """A member's content; None where it is not there or its sum is wrong."""
        for place in reversed(self._members.get(name, [])):
            data = self._read(place.start, place.size)
            if len(data) == place.size and crc32(data) == place.crc:
                return data
        return None

    def _follow(self) -> Iterator[tuple[str, _Place]]:
        position: int | None = 0
        sure = True  # after damage, what looks like a member may be the inside of one
        while position is not None and position < self.length:
            found = self._header(position, sure)
            if found is not None:
                yield found
                position, sure = found[1].start + found[1].size, True
            elif sure and self._read(position, 4) in DIRECTORY:
                return
            else:
                self.whole = False
                position, sure = self._search(position + 1), False

    def _header(self, position: int, sure: bool) -> tuple[str, _Place] | None:
        """The member that begins at a position, if one does."""
        head = self._read(position, HEADER.size)
        if len(head) < HEADER.size or not head.startswith(BEGIN):
            return None
        _, _, flags, method, _, _, crc, size, again, named, more = HEADER.unpack(head)
        start = position + HEADER.size + named + more
        plain = not flags & ~UTF8 and not method and size == again
        if not plain or named > LONGEST_NAME or start + size > self.length:
            return None
        rest = self._read(position + HEADER.size, named + more)
        name, extra = rest[:named], rest[named:]
        marked = len(extra) == TAG.size and TAG.unpack(extra)[:2] == (TAG_ID, 4)
        right = TAG.unpack(extra)[2] == crc32(name) if marked else sure
        if not right or not name.isascii():
            return None
        return name.decode(), _Place(start, size, crc)

    def _search(self, position: int) -> int | None:
        """Where the next signature of a member is."""
        while position < self.length:
            at = self._read(position, BLOCK).find(BEGIN)
            if at >= 0:
                return position + at
            position += BLOCK - len(BEGIN) + 1
        return None

    def _read(self, position: int, count: int) -> bytes:
        self._stream.seek(position)
        return self._stream.read(count)
