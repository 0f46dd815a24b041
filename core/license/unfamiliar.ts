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

/** What the engine may have read a character in place of. */
export const lookAlikeOf = (field: 'name' | 'address', character: string): string | undefined =>
  (field === 'name' ? lookAlikes : lookAlikesInPlaces)[character]
