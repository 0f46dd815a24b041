import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { type TableFormat, tableFormats } from '../../core/layout/file-form.ts'
import type { Words } from '../../core/words/words.ts'

/** The system's dialogs, over the window. */
export interface Dialogs {
  /** No paths when the person closed it. */
  readonly pick: (what: 'files' | 'folder') => Promise<readonly string[]>
  /** Where to write a new table; nothing when the person closed it. */
  readonly askWhere: (folder: string, format: TableFormat) => Promise<string | undefined>
  /** Which folder files go to from now on without anybody being asked. */
  readonly askFolder: (what: 'daily' | 'handover') => Promise<string | undefined>
  /** Path of today's table in a folder. */
  readonly fileOfDay: (folder: string, format: TableFormat) => string
  /** Where to write what is held about one person. */
  readonly askWherePerson: (format: 'json' | 'csv') => Promise<string | undefined>
  /** Which folder spreadsheets go to. */
  readonly askExportFolder: (folder: string) => Promise<string | undefined>
  /** Where to write a report for support. */
  readonly askWhereReport: () => Promise<string | undefined>
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

interface FileType {
  readonly name: string
  readonly extension: TableFormat
}

const readable = [
  'jpg',
  'jpeg',
  'png',
  'webp',
  'tif',
  'tiff',
  'bmp',
  'gif',
  'avif',
  'heic',
  'heif',
  'pdf',
]

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
    askWhere(folder, format) {
      const said = words()
      const others = tableFormats.filter((one) => one !== format)
      const types = [format, ...others].map(typeOf)
      return askWhere(folder, said('window:saveTable'), said('window:tableName'), types)
    },
    async askFolder(what) {
      const said = words()
      const answer = await open({
        title: said(`window:folder.${what}`),
        properties: ['openDirectory', 'createDirectory'],
      })
      return answer.canceled ? undefined : answer.filePaths[0]
    },
    fileOfDay: (folder, format) =>
      path.join(folder, `${words()('window:tableName')}-${today()}.${format}`),
    askWherePerson(format) {
      const said = words()
      return askWhere('', said('window:savePerson'), said('window:personName'), [typeOf(format)])
    },
    async askExportFolder(folder) {
      const answer = await open({
        title: words()('window:exportFolder'),
        defaultPath: folder || documents(),
        properties: ['openDirectory', 'createDirectory'],
      })
      return answer.canceled ? undefined : answer.filePaths[0]
    },
    async askWhereReport() {
      const said = words()
      const answer = await save({
        title: said('window:saveReport'),
        defaultPath: path.join(documents(), `LicenseDesk-report-${today()}.txt`),
        filters: [{ name: said('window:textFile'), extensions: ['txt'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
    },
    askWhereTable(what) {
      const said = words()
      const [title, name] =
        what === 'figures'
          ? [said('window:saveFigures'), said('window:figuresName')]
          : [said('window:saveCallList'), said('window:callListName')]
      return askWhere('', title, name, [typeOf('csv')])
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

  function typeOf(format: TableFormat): FileType {
    return { name: words()(`window:format.${format}`), extension: format }
  }

  async function askWhere(
    folder: string,
    title: string,
    name: string,
    types: readonly FileType[],
  ): Promise<string | undefined> {
    const extension = types[0]?.extension ?? 'csv'
    const answer = await save({
      title,
      defaultPath: path.join(folder || documents(), `${name}-${today()}.${extension}`),
      filters: types.map((type) => ({ name: type.name, extensions: [type.extension] })),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    if (answer.canceled || answer.filePath === '') return undefined
    const isNamed = path.extname(answer.filePath) !== ''
    return isNamed ? answer.filePath : `${answer.filePath}.${extension}`
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
