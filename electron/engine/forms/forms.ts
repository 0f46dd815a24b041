import type { PrintedWord } from './form.ts'
import { mainPage } from './main-page.ts'
import { secondPage } from './second-page.ts'

/** A title by which a document is known. */
export interface KnownTitle {
  readonly document: DocumentKind
  readonly title: PrintedWord
}

export type DocumentKind = 'main-page' | 'second-page' | 'vehicle-license' | 'other-document'

/** What is known by its title alone and never read is placed like the main page, which it is about as large as. */
const elsewhere = (text: string): PrintedWord => ({ text, box: mainPage.title.box })

export const knownTitles: readonly KnownTitle[] = [
  { document: 'main-page', title: mainPage.title },
  { document: 'second-page', title: secondPage.title },
  { document: 'vehicle-license', title: elsewhere('中华人民共和国机动车行驶证') },
  { document: 'vehicle-license', title: elsewhere('中华人民共和国机动车行驶证副页') },
  { document: 'other-document', title: elsewhere('中华人民共和国机动车学习驾驶证明') },
]
