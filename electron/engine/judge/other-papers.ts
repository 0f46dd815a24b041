import { electronicWords, type OtherPaper, tellTaleWords } from '../forms/tell-tale-words.ts'

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
  return best === undefined || best.count === 0 ? undefined : best.paper
}

/** Whether words around a license say that it is shown on a screen. */
export const isElectronic = (texts: readonly string[]): boolean =>
  electronicWords.some((word) => texts.some((text) => text.includes(word)))
