/**
 * Common characters that the offline engine reads in place of rare ones it does not know or knows badly:
 * read on the left, possibly printed on the right. Names only; a person compares with the image.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  元: '亓',
  洗: '冼',
  余: '佘',
  逢: '逄',
  亚: '垭',
  毫: '亳',
  仇: '仉',
  刀: '刁',
  末: '未',
  己: '已',
  母: '毋',
  千: '干',
  全: '仝',
  也: '乜',
  侯: '缑',
  骞: '謇',
  哲: '晢',
  俞: '侴',
}

/** The same in the names of villages and streets, where such characters are hardly meant. */
const lookAlikesInPlaces: Readonly<Record<string, string>> = {
  垮: '塆',
  墒: '堌',
  烟: '堌',
  珑: '垅',
}

/** Letters of buildings that are read as digits: few have a number of three, and what is called 座 has a letter. */
const lookAlikesOfBuildings: Readonly<Record<string, string>> = { '6': 'G', '8': 'B' }
const building = /(?<!\d)[68](?=(?:\d\d[栋幢])|(?:\d\d)?座)/g

interface LookAlike {
  readonly at: number
  readonly character: string
  readonly other: string
}

/** Which characters of a value the engine may have read in place of others. */
export function lookAlikesIn(field: 'name' | 'address', value: string): LookAlike[] {
  const known = field === 'name' ? lookAlikes : lookAlikesInPlaces
  const buildings = field === 'name' ? [] : [...value.matchAll(building)].map(({ index }) => index)
  return [...value].flatMap((character, at) => {
    const other =
      known[character] ?? (buildings.includes(at) ? lookAlikesOfBuildings[character] : undefined)
    return other === undefined ? [] : [{ at, character, other }]
  })
}
