/** The license of one part of the program. */
export interface Notice {
  /** Name, version and license of the part, as far as they are told. */
  readonly title: string
  readonly text: string
}

/** The parts of a file of third-party licenses, which a line of `=` divides; the first line of each is its title. */
export const noticesIn = (text: string): readonly Notice[] =>
  text.split(/\n={80}\n\n?/).flatMap((part) => {
    const whole = part.trim()
    const title = whole.split('\n', 1)[0]?.trim() ?? ''
    return title === '' ? [] : { title, text: whole.slice(title.length).trim() }
  })
