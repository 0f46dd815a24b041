/** The texts about ways in: documents, watched folder, camera, pages that belong together. */
export const enIntake = {
  pagesLeftTitle_one: '{{count}} document has pages left',
  pagesLeftTitle_other: '{{count}} documents have pages left',
  enterPassword: 'Enter the password…',
  choosePages: 'Choose pages…',
  pagesLeft: '{{of}} pages, of which {{first}} to {{last}} were taken in',
  passwordTitle: 'This PDF is locked',
  passwordText:
    'Enter the password to read its pages. The password is used once and not kept; the pages are kept, sealed, as long as they are on the list.',
  passwordLabel: 'Password of {{name}}',
  passwordWrong: 'That is not the password. Mind upper and lower case',
  passwordOpen: 'Open',
  pagesTitle: 'Choose pages',
  pagesLabel: 'Pages of {{name}}',
  pagesHint: 'Such as {{example}}. It has {{of}} pages; {{most}} are taken in at once.',
  pagesOdd: '“{{odd}}” is no page number',
  pagesNone: 'There are not that many pages: the last one is {{of}}',
  pagesAdd: 'Read these pages',
} as const
