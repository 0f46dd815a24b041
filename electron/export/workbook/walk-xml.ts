import { SaxesParser } from 'saxes'

/** An element as it begins; its name and those of its attributes without prefixes. */
interface Opened {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

export interface XmlListener {
  open?(element: Opened): void
  /** @param end where the element ends in the text */
  close?(name: string, end: number, isEmpty: boolean): void
  text?(text: string): void
}

/** Tells of every element and text in their order; throws where it is no sound XML, or has a document type. */
export function walkXml(xml: string, listener: XmlListener): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a document type')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const given = Object.entries(attributes).map(([key, value]) => [bare(key), value] as const)
    listener.open?.({ name: bare(name), attributes: new Map(given) })
  })
  parser.on('closetag', ({ name, isSelfClosing }) =>
    listener.close?.(bare(name), parser.position, isSelfClosing),
  )
  const onText = (text: string): void => listener.text?.(text)
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.write(xml).close()
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)
