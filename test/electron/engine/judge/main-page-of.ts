import { lineOf } from '../said-line.ts'
import type { LegalValue, MainPage } from '../../../../electron/engine/read/read-main-page.ts'
import type { Strip } from '../../../../electron/engine/read/strips.ts'
import { type SeenLike, seenLike } from '../seen-like.ts'

const nowhere = [0, 0] as const

/** A place where the network left to itself reads a text. */
export const strip = (text: string): Strip =>
  stripOf(
    [...text].map((character, index, all) => ({
      text: character,
      confidence: 0.95,
      at: (index + 0.5) / all.length,
    })),
  )

/** The same with what is told of each character. */
export const stripOf = (
  characters: readonly SeenLike[],
  cut: Strip['cut'] = { data: new Uint8Array(3 * 48 * 8).fill(230), width: 8, height: 48 },
): Strip => ({
  quad: [[...nowhere], [...nowhere], [...nowhere], [...nowhere]],
  cut,
  scores: lineOf([]),
  seen: seenLike(characters),
})

/** A legal text as it was found where the network by itself read `seen`. */
export const legal = (
  text: string,
  { score = -1, confidence = 0.9, seen = text } = {},
): LegalValue => ({
  reading: {
    text,
    characters: [...text].map((character) => ({ text: character, confidence, at: 0.5 })),
    score,
  },
  strip: strip(seen),
})

export const illegible = legal('', { score: -Infinity })

/** A page on which all is well, but for what is told. */
export const mainPageOf = (but: Partial<MainPage> = {}): MainPage => ({
  number: legal('11010519491231002X'),
  soundNumber: legal('11010519491231002X'),
  oldNumber: legal('110105491231002', { score: -60 }),
  sex: legal('女'),
  nationality: legal('中国'),
  birth: legal('1949-12-31'),
  issue: legal('1990-07-06'),
  class: legal('C1'),
  currentPeriod: legal('2018-07-06至2028-07-06'),
  oldPeriod: legal('日期2018-07-06有效期限6年', { score: -50 }),
  authority: {
    reading: legal('北京市公安局公安交通管理局').reading,
    rows: ['北京市公', '安局公安', '交通管理局'].map(strip),
  },
  name: [strip('王建国'), strip('王建国')],
  address: [
    [strip('北京市朝阳区'), strip('北京市朝阳区')],
    [strip(''), strip('')],
  ],
  ...but,
})
