// Loaded into Electron's main process before the program: a test answers its dialogs.
const { dialog, globalShortcut, Notification, shell } = require('electron')

if (dialog !== undefined) {
  const told = { asked: [], settled: [], outside: [], keys: {}, notices: [] }
  globalThis.dialogsOfTest = told
  const meet = (kind, options) => {
    told.asked.push({ kind, options })
    const at = told.settled.findIndex((one) => one.kind === kind)
    return at < 0 ? {} : told.settled.splice(at, 1)[0].answer
  }
  dialog.showOpenDialog = async (...args) => {
    const { paths = [] } = meet('open', args.at(-1))
    return { canceled: paths.length === 0, filePaths: paths }
  }
  dialog.showSaveDialog = async (...args) => {
    const { paths = [] } = meet('save', args.at(-1))
    return { canceled: paths.length === 0, filePath: paths[0] ?? '' }
  }
  dialog.showMessageBox = async (...args) => {
    const options = args.at(-1)
    const { button = options.cancelId ?? 0 } = meet('message', options)
    return { response: button, checkboxChecked: false }
  }
  globalShortcut.register = (key, press) => {
    told.keys[key] = press
    return true
  }
  globalShortcut.unregister = (key) => void delete told.keys[key]
  Notification.prototype.show = function show() {
    told.notices = [{ title: this.title, body: this.body }]
  }
  Notification.prototype.close = () => void (told.notices = [])
  shell.openExternal = async (url) => void told.outside.push(url)
}
