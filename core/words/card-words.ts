import type { Hindrance, Reading } from '../license/reading.ts'
import type { SecondPageDoubt } from '../license/second-page.ts'
import type { Language } from '../settings/settings.ts'
import type { Said } from './said.ts'

/** What a card is when it is no print: a word for a badge, and what to do. */
interface MediumWords {
  readonly badge: string
  readonly advice: string
}

const mediumWords: {
  readonly [M in Exclude<Reading['medium'], 'print'>]: Said<MediumWords>
} = {
  copy: {
    zh: { badge: '复印件', advice: '请核对原件' },
    en: { badge: 'Copy', advice: 'check the original' },
  },
  electronic: {
    zh: { badge: '电子驾驶证', advice: '请当面核验' },
    en: { badge: 'Electronic', advice: 'check it live' },
  },
}

/** Nothing of a card that is a print, as most are. */
export const mediumOf = (
  { medium }: Pick<Reading, 'medium'>,
  language: Language,
): MediumWords | undefined => (medium === 'print' ? undefined : mediumWords[medium][language])

const hindranceWords: { readonly [K in Hindrance['kind']]: Said } = {
  blur: { zh: '图片模糊', en: 'the picture is blurred' },
  glare: { zh: '有反光', en: 'there is glare' },
  'cut-off': { zh: '证件没有拍全', en: 'a part of the card is missing' },
  'too-small': { zh: '证件太小', en: 'the card is too small' },
  'turned-away': { zh: '拍得太斜', en: 'it is seen from the side' },
  covered: { zh: '有东西挡住', en: 'something covers it' },
}

/** Why a card was hard to read, and what helps; `''` where nothing was in the way. */
export function sayHindrances(
  { hindrances }: Pick<Reading, 'hindrances'>,
  language: Language,
): string {
  if (hindrances.length === 0) return ''
  const kinds = [...new Set(hindrances.map(({ kind }) => kind))]
  const said = kinds.map((kind) => hindranceWords[kind][language])
  return {
    zh: `这张不好读：${said.join('、')}。有疑问请重拍。`,
    en: `Hard to read: ${said.join(', ')}. Take a new photo where in doubt.`,
  }[language]
}

/** What to look at on a second page. */
export const secondPageWords: { readonly [D in SecondPageDoubt]: Said } = {
  'other-license': {
    zh: '副页上的证号与正页不同，请核对是不是同一本。',
    en: 'The number on the second page is another one: check that both belong together.',
  },
  'file-number-odd': {
    zh: '档案编号应是 12 位数字，请对照原图。',
    en: 'A file number has 12 digits: compare it with the image.',
  },
  unclear: {
    zh: '副页有看不清的地方，请对照原图。',
    en: 'A part of the second page is unclear: compare it with the image.',
  },
}
