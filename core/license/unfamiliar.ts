/**
 * Common characters that the offline engine reads in place of rare ones it does not know or knows badly:
 * read on the left, possibly printed on the right. Names and places only; a person compares with the image.
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
}

/** Whether a character is one the engine may have read in place of another. */
export const lookAlikeOf = (character: string): string | undefined => lookAlikes[character]
