import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Words } from '../../core/words/words.ts'

/** The system's dialogs, over the window. */
export interface Dialogs {
  /** No paths when the person closed it. */
  readonly pick: (what: 'files' | 'folder') => Promise<readonly string[]>
  /** Where to write a new table; nothing when the person closed it. */
  readonly askWhere: (folder: string) => Promise<string | undefined>
  /** Where to write what is held about one person. */
  readonly askWherePerson: (format: 'json' | 'csv') => Promise<string | undefined>
  /** Where to write a list of whom to call, or figures. */
  readonly askWhereTable: (what: 'call-list' | 'figures') => Promise<string | undefined>
  /** Whether the person says yes; closing it says no. */
  readonly ask: (question: Question) => Promise<boolean>
  /** Says something that only needs to be seen. */
  readonly say: (message: Message) => Promise<void>
}

interface Question {
  readonly message: string
  readonly detail: string
  readonly yes: string
  readonly no: string
}

interface Message {
  readonly kind: 'warning' | 'error'
  readonly message: string
  readonly detail?: string
  /** In place of OK. */
  readonly button?: string
}

export interface DialogParts {
  readonly window: () => BrowserWindow | undefined
  readonly words: () => Words
  /** Where a table goes when none was exported before. */
  readonly documents: () => string
  /** `YYYY-MM-DD`. */
  readonly today: () => string
}

const readable = ['jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'bmp', 'gif', 'avif']

export function createDialogs({ window, words, documents, today }: DialogParts): Dialogs {
  return {
    async pick(what) {
      const said = words()
      const answer = await open({
        title: what === 'files' ? said('window:pickFiles') : said('window:pickFolder'),
        properties: [what === 'files' ? 'openFile' : 'openDirectory', 'multiSelections'],
        filters:
          what === 'files'
            ? [
                { name: said('window:images'), extensions: readable },
                { name: said('window:allFiles'), extensions: ['*'] },
              ]
            : [],
      })
      return answer.canceled ? [] : answer.filePaths
    },
    askWhere(folder) {
      const said = words()
      const type = { name: said('window:table'), extension: 'csv' }
      return askWhere(folder, said('window:saveTable'), said('window:tableName'), type)
    },
    askWherePerson(format) {
      const said = words()
      const name = said(format === 'csv' ? 'window:table' : 'window:jsonFile')
      const type = { name, extension: format }
      return askWhere('', said('window:savePerson'), said('window:personName'), type)
    },
    askWhereTable(what) {
      const said = words()
      const [title, name] =
        what === 'figures'
          ? [said('window:saveFigures'), said('window:figuresName')]
          : [said('window:saveCallList'), said('window:callListName')]
      return askWhere('', title, name, { name: said('window:table'), extension: 'csv' })
    },
    async ask({ message, detail, yes, no }) {
      const { response } = await show({
        type: 'question',
        title: words()('window:title'),
        message,
        detail,
        buttons: [yes, no],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      return response === 0
    },
    async say({ kind, message, detail = '', button = words()('window:ok') }) {
      await show({
        type: kind,
        title: words()('window:title'),
        message,
        detail,
        buttons: [button],
        noLink: true,
      })
    },
  }

  async function askWhere(
    folder: string,
    title: string,
    name: string,
    type: { readonly name: string; readonly extension: string },
  ): Promise<string | undefined> {
    const answer = await save({
      title,
      defaultPath: path.join(folder || documents(), `${name}-${today()}.${type.extension}`),
      filters: [{ name: type.name, extensions: [type.extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    if (answer.canceled || answer.filePath === '') return undefined
    const isNamed = path.extname(answer.filePath) !== ''
    return isNamed ? answer.filePath : `${answer.filePath}.${type.extension}`
  }
  function open(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
    const over = window()
    return over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options)
  }
  function save(options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> {
    const over = window()
    return over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options)
  }
  function show(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
    const over = window()
    return over ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options)
  }
}
