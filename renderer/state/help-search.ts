/**
 * The paragraphs of a text, one a line, that hold all the words looked for, in any case and order; all of them when the
 * title alone holds them, or nothing is looked for.
 */
export function paragraphsOf(title: string, text: string, wanted: string): readonly string[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (where: string): boolean => {
    const low = where.toLowerCase()
    return words.every((word) => low.includes(word))
  }
  const paragraphs = text.split('\n')
  return holds(title) ? paragraphs : paragraphs.filter(holds)
}
