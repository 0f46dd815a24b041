"""What is printed on a driving license and around it, as texts: each draw is one line and its kind."""

import bz2
import csv
import random
from collections import Counter
from pathlib import Path

DIGITS = "0123456789"
COURTESY_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
RARE_SURNAMES = (
    "郗佟冼佘逄亓仉訾麴亢仝乜侴郄邸阚缑宓逯璩晁邬俎隗郇妫禚綦麻謇蒯厍厉芮敖揭昝妙褚谌谧闵阖酆钭郜缪胥蔺蔚储桑桂"
    "昃笪郏郅郯郾鄢鄯鄄芈芗苌茆茹荀莘莒菅葸蒿蓟蔄蕲薄藉虢蛭衡衷褟亍仵佴俟偃僪兖凫刁剡勾匡卞卮厍呙咎啜圭夔奚妘姒姞嬴宦宥"
    "尉尧岑岺嵇巢帅干庹庾廉弋归忻恽戎扈抄揣撒昌昝晏暨曲朝朴柘柯柴栗栾楚楼檀欎毋毌汝沐汲沃沙泮洗浦涑涂湛滑滕漆濮濯烛爨犹"
)
DOUBLE_SURNAMES = ("欧阳", "司马", "诸葛", "上官", "尉迟", "皇甫", "令狐", "夏侯", "长孙", "慕容", "司徒", "澹台")
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲斌宇浩然轩梓涵子豪欣怡佳琪雨泽晨雪梅建国志华春红玉珍海燕丹妍琳"
    "璐瑶婷妤珏璟焓淏镕骁晁鑫淼森晗昊旻翀翊煜炜烨祎珺珮珩琬琰瑄瑾瑜璇璨皓睿砚硕祺稷窈笙筠箐绮绾羿翎翾聿胤芃芮苒苡茜茗荃"
)
MINORITY = "阿依古丽买提江努尔艾合斯坎木热巴娜再娃扎西卓玛旺堆才让吉草"
PLACE_ENDS = "家屯庄店铺集场墩台堡寨营卫所关口渡码湾塘坡坪坝坑坳岭峪峡沟涧溪洼淀泊荡圩埠垭埫堌埭塬崮岙坞墟塆冲垸垅滘涌埗磡屿岛堰闸"
CLASSES = (
    "C1 C1 C1 C1 C1 C1 C2 B1 B2 A1 A2 A3 C1D C1E A1A2 A1A2D A2D B2D B1D C3 C4 C5 C6 D E F M N P C1M B1B2 A1D A3D B2E C2D C6 C1C6 C2C6 B2C6 A2C6 A1A2C6 C1F C1DE"
).split()
COUNTRIES = "中国 中国 中国 中国/CHN 中国/CHN 美国 韩国 日本 德国 巴基斯坦 俄罗斯 英国 加拿大 法国 越南 缅甸 蒙古 哈萨克斯坦".split()
LABELS = "姓名 性别 国籍 住址 出生日期 初次领证日期 准驾车型 有效期限 有效起始日期 证号 档案编号 记录".split()
ENGLISH = [
    "Name", "Sex", "M&F", "Nationality", "Address", "Date of Birth", "Birthday", "Date of First Issue", "Issue Date",
    "Class", "Valid Period", "Valid From", "Valid For",
    "Driving License of the People's Republic of China", "Vehicle License of the People's Republic of China",
]
TITLES = ["中华人民共和国机动车驾驶证"] * 4 + [
    "中华人民共和国机动车驾驶证副页", "中华人民共和国机动车行驶证", "中华人民共和国机动车行驶证副页", "中华人民共和国居民身份证",
]
OTHER_PAPERS = (
    "号牌号码 车辆类型 所有人 使用性质 品牌型号 车辆识别代号 发动机号码 注册日期 发证日期 公民身份号码 民族 出生 签发机关 电子驾驶证 "
    "状态正常 累积记分 生成时间 当前时间 准驾车型代号规定 请于每个记分周期结束后三十日内接受审验 申请换领新驾驶证 身份条件证明 收据 收款人 "
    "租车合同 承租人 出租方 押金 金额 合计 学员姓名 报名表 机动车驾驶人身体条件证明 申请表 备注 经办人 联系电话"
).split()
WORDS = "the of Desk License rent 2026 No. car School A4 km Plate Owner Model VIN Hertz Tel 13800 Page www com Engine".split()
SHARES = {
    "rare": 26, "place": 22, "name": 9, "minority": 2, "address": 14, "ones": 9, "number": 7, "date": 5, "period": 4,
    "latin": 7, "start": 1, "term": 2, "seal": 6, "class": 4, "sex": 2, "country": 3, "label": 5, "english": 3, "title": 3,
    "other": 3, "merged": 5, "words": 3,
}


class Texts:
    """
    Draws texts that a recognition network is tuned on.

    `characters`: those the network knows; a text holds no other.
    `places`: folder with `pca-code`-like tables of china-division: provinces, cities, areas, streets, villages (CSV).
    `unihan`: Unihan_OtherMappings.txt.bz2, whose kTGH names the 8,105 characters that people and places may have.
    """

    def __init__(self, seed: int, characters: list[str], places: Path, unihan: Path):
        self.random = random.Random(seed)
        self.known = {*characters, " "}
        self._read_places(places)
        ranked = _ranks(unihan)
        usable = [character for character in ranked if character in self.known]
        self.common, self.middle, self.third = usable[:3500], usable[3500:6500], usable[6500:]
        counts = Counter("".join(self.villages) + "".join(street for *_, street in self.streets))
        common = set(usable[:2500])
        self.of_places = [c for c in counts if c in self.known and c not in common and "\u4e00" <= c <= "\u9fff"]
        self.by_character: dict[str, list[str]] = {}
        for name in self.villages:
            for character in set(name):
                if character not in common and character in self.known:
                    self.by_character.setdefault(character, []).append(name)

    def _read_places(self, folder: Path) -> None:
        table = lambda name: list(csv.DictReader((folder / f"{name}.csv").open(encoding="utf-8")))
        provinces = {row["code"]: row["name"] for row in table("provinces")}
        cities = {row["code"]: row["name"] for row in table("cities")}
        areas = {row["code"]: row["name"] for row in table("areas")}
        self.streets = []
        for row in table("streets"):
            city = cities.get(row["cityCode"], "")
            city = "" if city in ("市辖区", "县") or "直辖" in city else city
            self.streets.append((provinces[row["provinceCode"]], city, areas.get(row["areaCode"], ""), row["name"]))
        self.villages = [
            row["name"].removesuffix("村委会").removesuffix("居委会").removesuffix("民委员会").removesuffix("委员会")
            for row in table("villages")
        ]
        self.villages = [name for name in self.villages if 1 < len(name) < 9]

    def draw(self) -> tuple[str, str]:
        """One line: its kind and its text."""
        kind = self.random.choices(list(SHARES), list(SHARES.values()))[0]
        text = getattr(self, f"_{kind}")()
        return kind, "".join(c for c in text if c in self.known)

    def _pick(self, options) -> str:
        return self.random.choice(options)

    def _rare(self) -> str:
        pool = self.random.choices(
            [self.middle, self.third, self.of_places, RARE_SURNAMES, PLACE_ENDS, self.common], [5, 4, 5, 2, 1.5, 2]
        )
        return "".join(
            self._pick(pool[0] if self.random.random() < 0.7 else self.common) for _ in range(self.random.randint(2, 6))
        )

    def _place(self) -> str:
        """A real village or street, half of them with a character that is rare."""
        if self.random.random() < 0.6:
            name = self._pick(self.by_character[self._pick(list(self.by_character))])
        elif self.random.random() < 0.5:
            name = self._pick(self.villages)
        else:
            name = self._pick(self.streets)[3]
        if self.random.random() < 0.25:
            name = self._pick(self.common) + self._pick(PLACE_ENDS) + name
        return name + self._pick(["", "", "村", f"{self._count(20)}组", f"{self._count(399)}号", "镇", "路"])

    def _name(self) -> str:
        surname = self._pick([COURTESY_SURNAMES, RARE_SURNAMES, self.middle])
        first = self._pick(DOUBLE_SURNAMES) if self.random.random() < 0.05 else self._pick(surname)
        pool = self.random.choices([GIVEN, self.common, self.middle, self.third], [3, 3, 3, 2])[0]
        return first + "".join(self._pick(pool) for _ in range(self._pick([1, 2, 2, 2])))

    def _minority(self) -> str:
        part = lambda: "".join(self._pick(MINORITY) for _ in range(self.random.randint(2, 4)))
        return f"{part()}·{part()}"

    def _latin(self) -> str:
        """A foreigner's name: words that nobody is called, of syllables that many names have."""
        syllable = lambda: self._pick(["", "", *"BCDFGHJKLMNPRSTVWZ", "SH", "TR", "ST"]) + self._pick("AEIOU") + self._pick(["", "", *"LMNRSTK", "NG"])
        word = lambda: "".join(syllable() for _ in range(self.random.randint(1, 3)))
        return " ".join(word() for _ in range(self._pick([1, 2, 2, 3])))

    def _count(self, most: int) -> int:
        return self.random.randint(1, most)

    def _street_number(self) -> str:
        count = self._count
        return self._pick([
            f"{count(2999)}号", f"{count(60)}号楼{count(6)}单元{count(28)}{count(12):02d}室", f"{count(60)}栋{count(30)}{count(12):02d}",
            f"{count(20)}组{count(99)}号", f"{count(60)}幢{count(6)}单元{count(1804)}室", f"附{count(30)}号",
            f"（{self._pick('一二三')}期）{count(60)}幢", f"{self._pick('ABCDEFGH')}座{count(2804)}", f"{count(60)}-{count(6)}-{count(2804)}",
            f"第{self._pick('一二三四五六七八九')}村民小组", f"{count(60)}#{count(2804)}", f"{count(9)}号院{count(60)}楼{count(6)}门{count(99)}号",
        ])

    def _address(self) -> str:
        province, city, area, street = self._pick(self.streets)
        text = province + city + area + self._pick([street, self._pick(self.villages), street + self._pick(self.villages)])
        text += self._street_number() if self.random.random() < 0.7 else ""
        start = self.random.randint(0, max(0, len(text) - 8)) if self.random.random() < 0.6 else 0
        return text[start : start + self.random.randint(6, 16)]

    def _ones(self) -> str:
        """A bare 1 among Chinese characters, where it looks like a stroke of them."""
        pair = lambda: self._pick(["1", "1", "1", "11", "101", "21", "12", "1-1"]) + self._pick([*"号组栋幢室层座楼排弄巷户", "单元"])
        return "".join(self._pick(self.common) for _ in range(self.random.randint(1, 4))) + pair() + self._pick(["", pair()])

    def _digits(self, count: int) -> str:
        """Digits of which many are the one before once more, and most of those are 1: where one is easily lost."""
        digits = self._pick(DIGITS)
        while len(digits) < count:
            digits += self._pick([digits[-1], "1"]) if self.random.random() < 0.3 else self._pick(DIGITS)
        return digits

    def _number(self) -> str:
        """A person's number, sometimes the one of a file."""
        if self.random.random() < 0.15:
            return self._digits(12)
        return self._digits(6) + self._date().replace("-", "") + self._digits(3) + self._pick(DIGITS + "X")

    def _date(self) -> str:
        return f"{self.random.randint(1940, 2045)}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 31):02d}"

    _start = _date

    def _period(self) -> str:
        return self._date() + self._pick(["至", " 至 "]) + (self._date() if self.random.random() < 0.92 else "长期")

    def _term(self) -> str:
        return self._pick(["6年", "6年", "10年", "长期"])

    def _seal(self) -> str:
        province, city, area, _ = self._pick(self.streets)
        office = self._pick(["交通警察支队"] * 5 + ["交通管理局", "车辆管理所", "交通警察总队", "公安交通管理局", "交通巡逻警察支队"])
        text = province + (city or area) + "公安局" + office
        size = self._pick([4, 5, 5, 5, 6, 6, 7])
        start = self._pick([0, size, 2 * size])
        return text[start : start + size] or text[:size]

    def _class(self) -> str:
        return self._pick(CLASSES)

    def _sex(self) -> str:
        return self._pick("男女")

    def _country(self) -> str:
        return self._pick(COUNTRIES)

    def _label(self) -> str:
        return self._pick(LABELS)

    def _english(self) -> str:
        return self._pick(ENGLISH)

    def _title(self) -> str:
        return self._pick(TITLES)

    def _other(self) -> str:
        return self._pick(OTHER_PAPERS)

    def _merged(self) -> str:
        """A label and its value, as detection often gives them."""
        label, value = self._pick([
            ("姓名", self._name), ("性别", self._sex), ("国籍", self._country), ("住址", self._address), ("出生日期", self._date),
            ("初次领证日期", self._date), ("准驾车型", self._class), ("有效期限", self._period), ("有效起始日期", self._date),
        ])
        return label + value()

    def _words(self) -> str:
        return " ".join(self._pick(WORDS) for _ in range(self.random.randint(1, 4)))


def _ranks(unihan: Path) -> list[str]:
    """The characters of 通用规范汉字表 in its order: 3,500 common, 3,000 less so, 1,605 of names, places and sciences."""
    ranks = {}
    for line in bz2.open(unihan, "rt", encoding="utf-8"):
        if "\tkTGH\t" not in line:
            continue
        code, _, value = line.strip().split("\t")
        ranks[int(value.split()[0].split(":")[1])] = chr(int(code[2:], 16))
    return [ranks[rank] for rank in sorted(ranks)]
