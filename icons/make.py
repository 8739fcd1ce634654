#!/usr/bin/env python3
"""Makes every picture in this folder from the two drawings: python3 icons/make.py

Needs rsvg-convert (Debian: librsvg2-bin). The .ico and .icns files are only headers around the
PNG pictures, so they are written here.
"""

import pathlib
import struct
import subprocess

HERE = pathlib.Path(__file__).parent

# Up to this size the small drawing is the one that can be read.
SMALL = 48

# What Tauri and the desktops ask for.
PICTURES = {
    "16x16.png": 16,
    "32x32.png": 32,
    "64x64.png": 64,
    "128x128.png": 128,
    "128x128@2x.png": 256,
    "256x256.png": 256,
    "512x512.png": 512,
    "icon.png": 1024,
}

# The kinds of an Apple icon file that hold a PNG, and their sizes.
APPLE = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}

WINDOWS = [16, 24, 32, 48, 64, 256]


def png(size: int) -> bytes:
    """The drawing as a PNG with an alpha channel."""
    drawing = HERE / ("reseal-small.svg" if size <= SMALL else "reseal.svg")
    command = ["rsvg-convert", "--width", str(size), "--height", str(size), str(drawing)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def icns() -> bytes:
    """An Apple icon file: a list of kind, length and picture."""
    parts = b""
    for kind, size in APPLE.items():
        picture = png(size)
        parts += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def ico() -> bytes:
    """A Windows icon file: a directory, then the pictures. A size of 256 is written as 0."""
    pictures = [(size, png(size)) for size in WINDOWS]
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(directory) + 16 * len(pictures)
    for size, picture in pictures:
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return directory + b"".join(picture for _, picture in pictures)


for name, size in PICTURES.items():
    (HERE / name).write_bytes(png(size))
(HERE / "icon.icns").write_bytes(icns())
(HERE / "icon.ico").write_bytes(ico())
