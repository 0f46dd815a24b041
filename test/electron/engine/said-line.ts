import { type LineScores, scoresIn, watchedOf } from '../../../electron/engine/words/line-scores.ts'

/** What a network is made to say at one step: characters with how likely they are, `''` the blank. */
export type Step = Readonly<Record<string, number>>

/** Every character of these tests, the blank first. */
export const alphabet = [
  '',
  ...new Set(
    '0123456789-XxθØOlI|ABCDEVc男女至长期有效限年日证号中国/CHN—' +
      '广东省深圳市公安局交通警察支队总大湖北武汉吉林延边朝鲜族自治州',
  ),
]

export const classOf: ReadonlyMap<string, number> = new Map(
  alphabet.map((character, index) => [character, index]),
)

/** What is left of each step is spread over all characters alike. */
export function lineOf(steps: readonly Step[]): LineScores {
  const classes = alphabet.length
  const data = new Float32Array(steps.length * classes)
  steps.forEach((step, at) => {
    const named = Object.values(step).reduce((sum, likely) => sum + likely, 0)
    const rest = Math.max(0, 1 - named) / classes
    data.fill(rest, at * classes, (at + 1) * classes)
    for (const [character, likely] of Object.entries(step)) {
      const index = classOf.get(character)
      if (index === undefined) throw new Error(`no class for ${character}`)
      data[at * classes + index] = likely + rest
    }
  })
  const answer = { data, shape: [1, steps.length, classes] }
  return scoresIn(answer, 0, steps.length, watchedOf(alphabet, classOf))
}

const blank: Step = { '': 0.98 }

/** A text said clearly, one step to a character and a blank after each; `but` says what some of them are instead. */
export const steps = (text: string, but: Readonly<Record<number, Step>> = {}): Step[] =>
  [...text].flatMap((character, at) => [but[at] ?? { [character]: 0.95 }, blank])

export const said = (text: string, but?: Readonly<Record<number, Step>>): LineScores =>
  lineOf([blank, ...steps(text, but)])
