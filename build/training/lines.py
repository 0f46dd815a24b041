"""Draws a text as it is printed on a card and comes out of a scanner or a phone: an image of one line."""

import io
import random
from dataclasses import dataclass

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SERIF = "/usr/share/fonts/opentype/noto/NotoSerifCJK-"
SANS = "/usr/share/fonts/opentype/noto/NotoSansCJK-"
TRUETYPE = "/usr/share/fonts/truetype/"
SIMPLIFIED = 2
# The Song of arphic-gbsn00lp comes nearest to what is printed, and twice as often.
HAN = [(f"{SERIF}{weight}.ttc", SIMPLIFIED) for weight in ("ExtraLight", "Light", "Regular", "Medium")] + [
    (f"{SANS}Light.ttc", SIMPLIFIED), (f"{SANS}Regular.ttc", SIMPLIFIED),
    (f"{TRUETYPE}arphic/uming.ttc", 0), (f"{TRUETYPE}arphic/ukai.ttc", 0),
    (f"{TRUETYPE}wqy/wqy-microhei.ttc", 0), (f"{TRUETYPE}wqy/wqy-zenhei.ttc", 0), (f"{TRUETYPE}arphic-gbsn00lp/gbsn00lp.ttf", 0),
    (f"{TRUETYPE}arphic-gbsn00lp/gbsn00lp.ttf", 0), (f"{TRUETYPE}babelstone/BabelStoneHan.ttf", 0), (f"{TRUETYPE}cwtex/cwfs.ttf", 0),
]
HAN_BOLD = [(f"{SERIF}Bold.ttc", SIMPLIFIED), (f"{SERIF}SemiBold.ttc", SIMPLIFIED), (f"{SANS}Bold.ttc", SIMPLIFIED)]
BARRED = [
    (f"{TRUETYPE}{name}.ttf", 0)
    for name in ("dejavu/DejaVuSansMono", "liberation/LiberationMono-Regular", "dejavu/DejaVuSansMono-Oblique", "liberation/LiberationMono-Italic")
]
PLAIN = [(f"{TRUETYPE}{name}.ttf", 0) for name in ("liberation/LiberationSansNarrow-Regular", "dejavu/DejaVuSans", "liberation/LiberationSans-Regular")]
SLAB = [(f"{TRUETYPE}{name}.ttf", 0) for name in ("dejavu/DejaVuSerif", "dejavu/DejaVuSerif-Bold", "liberation/LiberationSerif-Bold")]
ROMAN = [(f"{TRUETYPE}{name}.ttf", 0) for name in ("liberation/LiberationSerif-Regular", "dejavu/DejaVuSerif")]
HEIGHT, BASELINE, MARGIN = 140, 82, 12
WIDTHS = range(64, 513, 32)
ACROSS = ("仅供租车使用", "仅供租车使用 他用无效", "复印无效", "仅限办理驾校报名", "再次复印无效", "仅供办理业务使用", "样本", "仅用于身份核验")
NAMES = ("name", "rare", "minority", "latin")
VALUES = (*NAMES, "place", "address", "ones", "country", "sex", "number", "date", "period", "start", "term", "class")
TILTED = ("number", "date", "period", "start", "address", "term", "place", "ones")


class Lines:
    """Draws lines; the same seed draws the same lines."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.noise = np.random.default_rng(seed)
        self.fonts: dict[tuple, ImageFont.FreeTypeFont] = {}
        self.drawable: dict[tuple, set[int]] = {}

    def draw(self, kind: str, text: str) -> Image.Image | None:
        """An RGB image of the text, 9 to 60 pixels high; None where the font chosen lacks one of its characters."""
        ink = self._ink(kind, text)
        return None if ink is None else self._seen(self._printed(kind, ink))

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    def _font(self, face: tuple[str, int], size: int) -> ImageFont.FreeTypeFont:
        key = (*face, size)
        if key not in self.fonts:
            self.fonts[key] = ImageFont.truetype(face[0], size, index=face[1])
        return self.fonts[key]

    def _can_draw(self, face: tuple[str, int], character: str) -> bool:
        if face not in self.drawable:
            self.drawable[face] = set(TTFont(face[0], fontNumber=face[1], lazy=True).getBestCmap())
        return ord(character) in self.drawable[face]

    def _ink(self, kind: str, text: str) -> np.ndarray | None:
        """How much ink lies where, 0 to 1: glyph by glyph, stretched, tilted and spaced as printers of licenses do."""
        pick, uniform = self.random.choice, self.random.uniform
        han = pick(HAN_BOLD if kind == "seal" else HAN + HAN_BOLD if kind in ("label", "other", "title") else HAN)
        latin = pick(
            SLAB + SLAB + BARRED if kind == "class" else ROMAN + PLAIN if kind in ("english", "words")
            else BARRED if self._chance(0.8) else PLAIN
        )
        size = self.random.randint(58, 70)
        short = kind in NAMES and len(text) < 5 and self._chance(0.6)
        wide = uniform(1.2, 1.95) if short else {"class": uniform(1.2, 2.2), "seal": uniform(0.55, 1.05)}.get(kind, uniform(0.75, 1.15))
        narrow = wide if kind == "class" else uniform(0.55, 0.95)
        tilt = uniform(-0.02, 0.2) if kind in TILTED and self._chance(0.8) else 0
        gap = {"name": uniform(0, 18), "rare": uniform(-3, 12), "seal": pick([0, 0, 8, 20, 40, 70]), "class": uniform(0, 10)}.get(kind, uniform(-4, 8))
        # The form's 1 is a stroke without foot or flag.
        bare = uniform(0.7, 1) if self._chance(0.65) else 0
        dots = pick([24, 24, 32, 40]) if kind in VALUES and self._chance(0.15) else 0
        placed, x = [], 0.0
        for character in text:
            if character == " ":
                x += size * uniform(0.3, 0.6)
                continue
            is_han = ord(character) >= 0x2E80 or character in "·（）"
            face = han if is_han else latin
            if not self._can_draw(face, character):
                return None
            font = self._font(face, size)
            width = max(6, int(font.getlength(character)))
            glyph = Image.new("L", (width + 2 * MARGIN, HEIGHT), 0)
            if character == "1" and bare:
                width = int(width * bare)
                ImageDraw.Draw(glyph).rectangle((MARGIN + width / 2 - size * 0.05, BASELINE - size * 0.73, MARGIN + width / 2 + size * 0.05, BASELINE), 255)
            else:
                ImageDraw.Draw(glyph).text((MARGIN, BASELINE), character, 255, font=font, anchor="ls")
            if dots:
                glyph = _of_dots(glyph, size / dots)
            scale = wide if is_han else narrow
            glyph = glyph.resize((max(4, int(glyph.width * scale)), HEIGHT))
            if tilt and not is_han:
                glyph = glyph.transform((glyph.width + 30, HEIGHT), Image.Transform.AFFINE, (1, tilt, -tilt * BASELINE, 0, 1, 0), Image.Resampling.BILINEAR)
            placed.append((int(x), glyph))
            x += width * scale + gap * (1 if is_han or kind == "class" else 0.3)
        before, after = self.random.randint(0, 60), self.random.randint(36, 90)
        sheet = Image.new("L", (max(40, int(x)) + before + after, HEIGHT), 0)
        lift = self.random.randint(-4, 4)
        for left, glyph in placed:
            sheet.paste(255, (before + left, lift), glyph)
        ink = np.asarray(sheet, np.float32) / 255
        if self._chance(0.15):
            ink = np.maximum(ink, self._row_beside(ink))
        if self._chance(0.35):
            needles = np.ones(HEIGHT, np.float32)
            needles[self.random.randint(0, 3) :: pick([4, 5, 6])] = uniform(0.1, 0.6)
            ink *= needles[:, None]
        if self._chance(0.25):
            pale = Image.fromarray((self.noise.random((6, max(2, sheet.width // 40))) * 255).astype(np.uint8))
            ink *= 0.45 + 0.55 * np.asarray(pale.resize(sheet.size, Image.Resampling.BICUBIC), np.float32) / 255
        return ink

    def _row_beside(self, ink: np.ndarray) -> np.ndarray:
        """What is seen of another row above or below: its feet or its heads."""
        away = self.random.randint(60, 76) * self.random.choice([-1, 1])
        row = np.roll(ink[:, ::-1], (away, self.random.randint(-60, 60)), (0, 1))
        row[slice(None, away) if away > 0 else slice(away, None)] = 0
        return row * self.random.uniform(0.5, 1)

    def _words_across(self, size: tuple[int, int]) -> np.ndarray:
        """Words that somebody wrote over a copy, large and aslant: how much of them lies where, 0 to 1."""
        width, height = size
        font = self._font(self.random.choice(HAN + HAN_BOLD), self.random.choice([40, 60, 90, 130]))
        words = self.random.choice(ACROSS)
        long = int(font.getlength(words))
        sheet = Image.new("L", (long + 20, font.size + 30), 0)
        ImageDraw.Draw(sheet).text((10, 5), words, 255, font=font)
        sheet = sheet.rotate(self.random.uniform(-50, 50), Image.Resampling.BILINEAR, expand=True)
        left, top = self.random.randint(-sheet.width // 2, width), self.random.randint(-sheet.height // 2 - 20, height // 2)
        across = Image.new("L", size, 0)
        across.paste(sheet, (left, top))
        return np.asarray(across, np.float32) / 255

    def _printed(self, kind: str, ink: np.ndarray) -> Image.Image:
        """The ink on the card's paper: guilloche, printed rules, glare."""
        randint, uniform = self.random.randint, self.random.uniform
        height, width = ink.shape
        paper = np.array([randint(190, 246), randint(205, 250), randint(190, 240)], np.float32)
        card = np.ones((height, width, 3), np.float32) * paper
        along = np.arange(width, dtype=np.float32)
        down = np.arange(height, dtype=np.float32)[:, None]
        for _ in range(randint(0, 4)):
            wave = uniform(-20, height + 20) + uniform(6, 60) * np.sin(along / uniform(40, 260) + uniform(0, 6)) + along * uniform(-0.2, 0.2)
            card[np.abs(down - wave[None]) < uniform(1, 6)] -= np.array([uniform(10, 60), uniform(4, 30), uniform(10, 50)], np.float32)
        if kind != "seal" and self._chance(0.5):
            at, dash = BASELINE + int(uniform(-6, 18)), self.random.choice([0, 6, 9])
            printed = np.ones(width, bool) if dash == 0 else (np.arange(width) // dash) % 2 == 0
            card[at : at + randint(2, 4), printed] = paper * uniform(0.25, 0.6)
        if kind == "class" and self._chance(0.6):
            inset = randint(10, 22)
            card[inset : inset + 3] = card[-inset - 4 : -inset - 1] = 60
        shade = uniform(15, 110)
        colour = [randint(150, 215), randint(40, 120), randint(45, 125)] if kind == "seal" else [shade + uniform(-8, 8) for _ in range(3)]
        covered = (ink * uniform(0.6, 0.98))[:, :, None]
        card = card * (1 - covered) + np.array(colour, np.float32) * covered
        if self._chance(0.08):
            over = (self._words_across((width, height)) * uniform(0.15, 0.5))[:, :, None]
            card = card * (1 - over) + np.array([randint(90, 230), randint(60, 160), randint(60, 200)], np.float32) * over
        if self._chance(0.12):
            card += (np.exp(-(((along - uniform(0, width)) / uniform(20, 120)) ** 2)) * uniform(20, 90))[None, :, None]
        return Image.fromarray(np.clip(card, 0, 255).astype(np.uint8))

    def _seen(self, image: Image.Image) -> Image.Image:
        """What a camera or a scanner makes of it: cut a little wrong, turned, small, blurred, noisy, compressed."""
        randint, uniform = self.random.randint, self.random.uniform
        image = image.crop((randint(0, 8), randint(6, 24), image.width - randint(0, 24), HEIGHT - randint(26, 50)))
        if self._chance(0.5):
            image = image.rotate(uniform(-2.2, 2.2), Image.Resampling.BICUBIC, fillcolor=image.getpixel((0, 0)))
        height = self.random.choice([9, 10, 12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 60])
        width = max(8, int(image.width * height / image.height * uniform(0.92, 1.08)))
        way = self.random.choice([Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.BOX])
        image = image.resize((width, height), way)
        if self._chance(0.5):
            image = image.filter(ImageFilter.GaussianBlur(uniform(0.2, max(0.9, height * 0.036))))
        if height > 16 and self._chance(0.06):
            image = image.filter(ImageFilter.BoxBlur((uniform(0, height * 0.04), uniform(0, height * 0.02))))
        if self._chance(0.5):
            pixels = np.asarray(image, np.float32)
            image = Image.fromarray(np.clip(pixels + self.noise.standard_normal(pixels.shape) * uniform(1, 12), 0, 255).astype(np.uint8))
        if self._chance(0.75):
            file = io.BytesIO()
            image.save(file, "JPEG", quality=randint(35, 92))
            image = Image.open(file).convert("RGB")
        return image.convert("L").convert("RGB") if self._chance(0.12) else image


def _of_dots(glyph: Image.Image, dot: float) -> Image.Image:
    """A character as needles print it: dots of `dot` pixels that are there or not."""
    few = glyph.resize((max(1, round(glyph.width / dot)), max(1, round(glyph.height / dot))), Image.Resampling.BOX)
    return few.point(lambda ink: 255 if ink > 90 else 0).resize(glyph.size, Image.Resampling.BILINEAR)


@dataclass
class Batch:
    """`images`: count × 3 × 48 × width, BGR, 0 to 255; `widths`: how much of each holds a line; `texts`: what they say."""

    images: np.ndarray
    widths: np.ndarray
    texts: list[str]


class Batches:
    """Draws lines that the network can tell character by character (1.6 of its steps of 8 pixels for each), batches of about one width."""

    def __init__(self, texts, lines: Lines, count: int):
        self.texts, self.lines, self.count = texts, lines, count
        self.waiting: dict[int, list[tuple[np.ndarray, str]]] = {width: [] for width in WIDTHS}

    def draw(self) -> Batch:
        while True:
            kind, text = self.texts.draw()
            image = self.lines.draw(kind, text) if text.strip() else None
            if image is None:
                continue
            width = min(WIDTHS[-1], max(8, round(48 * image.width / image.height)))
            if width / 8 < len(text) * 1.6 + 2:
                continue
            small = np.asarray(image.resize((width, 48), Image.Resampling.BILINEAR))[:, :, ::-1].transpose(2, 0, 1)
            room = next(room for room in WIDTHS if room >= width)
            self.waiting[room].append((small, text))
            if len(self.waiting[room]) == self.count:
                drawn, self.waiting[room] = self.waiting[room], []
                return _side_by_side(drawn, room)


def _side_by_side(drawn: list[tuple[np.ndarray, str]], room: int) -> Batch:
    images = np.full((len(drawn), 3, 48, room), 128, np.uint8)
    for index, (image, _) in enumerate(drawn):
        images[index, :, :, : image.shape[2]] = image
    return Batch(images, np.array([image.shape[2] for image, _ in drawn]), [text for _, text in drawn])
