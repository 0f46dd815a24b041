import { electronicWords, type OtherPaper, tellTaleWords } from '../forms/tell-tale-words.ts'

/** So many lines of so many Chinese characters or digits are a page of text: pictures of places have a sign or two. */
const page = { lines: 6, characters: 3 } as const

/** What a picture shows, by the words that stand on it; nothing where none tells. */
export function paperOf(texts: readonly string[]): OtherPaper | undefined {
  const papers = ['second-page', 'vehicle-license', 'identity-card', 'other-document'] as const
  const [best] = papers
    .map((paper) => ({
      paper,
      count: tellTaleWords[paper].filter((word) => texts.some((text) => text.includes(word)))
        .length,
    }))
    .toSorted((a, b) => b.count - a.count)
  if (best !== undefined && best.count > 0) return best.paper
  const long = texts.filter(
    (text) => (text.match(/[\p{Script=Han}\d]/gu)?.length ?? 0) >= page.characters,
  )
  return long.length >= page.lines ? 'other-document' : undefined
}

/** Whether words around a license say that it is shown on a screen. */
export const isElectronic = (texts: readonly string[]): boolean =>
  electronicWords.some((word) => texts.some((text) => text.includes(word)))
