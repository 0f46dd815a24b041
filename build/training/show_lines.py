"""Draws 60 lines on one sheet, to be looked at: python3 show_lines.py CHARACTERS PLACES UNIHAN SHEET.png"""

import sys
from pathlib import Path

from PIL import Image

from lines import Lines
from texts import Texts

characters = Path(sys.argv[1]).read_text(encoding="utf-8").rstrip("\n").split("\n")
texts, lines = Texts(3, characters, Path(sys.argv[2]), Path(sys.argv[3])), Lines(3)
sheet = Image.new("RGB", (1500, 30 * 62), "white")
shown = 0
while shown < 60:
    image = lines.draw(*texts.draw())
    if image is None:
        continue
    image = image.resize((max(4, int(image.width * 48 / image.height)), 48))
    sheet.paste(image.crop((0, 0, 740, 48)), (shown % 2 * 750, shown // 2 * 62))
    shown += 1
sheet.save(sys.argv[4])
