import { plainForms, withoutSpaces } from './characters.ts'

const notChinese = /\P{Script=Han}/gu

/** A name: Chinese characters with `·` between parts, or Latin letters with single blanks; Chinese goes first. */
export function parseName(text: string): string {
  const plain = plainForms(text).replace(/[‘’ʼ′`]/g, "'")
  const parts = plain.split(/[·.]/).map((part) => part.replace(notChinese, ''))
  const chinese = parts.filter((part) => part !== '').join('·')
  if (chinese !== '') return chinese
  return plain
    .replace(/[^\p{Script=Latin} .,'-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .,'-]+|[ ,'-]+$/g, '')
}

/** 男 or 女, `''` when neither or both stand there. */
export function parseSex(text: string): string {
  const found = new Set(text.match(/[男女]/g))
  return found.size === 1 ? [...found].join('') : ''
}

/** A nationality in Chinese characters. */
export const parseNationality = (text: string): string => plainForms(text).replace(notChinese, '')

/** Marks that belong to no address; a dot between words, as in `万科·城市花园`, and a mark in `5.5号` do. */
const strayMarks = /[:;'"`]|(?<!\d)[,.]|[,.](?!\d)|(?<![\p{L}\d])·|·(?![\p{L}\d])/gu

/** An address without blanks and stray marks; brackets full-width as they are printed. */
export const parseAddress = (text: string): string =>
  withoutSpaces(plainForms(text))
    .replace(strayMarks, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')

/** The words of a seal. */
export const parseSeal = (text: string): string => plainForms(text).replace(notChinese, '')
