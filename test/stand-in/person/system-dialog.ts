import { execFile } from 'node:child_process'
import path from 'node:path'
import type { DialogAsk } from '../calls.ts'

/** A program that shows the system's dialog and prints one path a line. */
interface DialogProgram {
  readonly program: string
  readonly args: readonly string[]
}

type FileAsk = Exclude<DialogAsk, { kind: 'message' }>

/**
 * Lets the system ask for paths.
 * @returns the paths, none when the person closed it; nothing when no such program is here
 */
export async function askSystem(ask: FileAsk): Promise<readonly string[] | undefined> {
  for (const { program, args } of dialogPrograms(process.platform, ask)) {
    const paths = await run(program, args)
    if (paths !== undefined) return paths
  }
  return undefined
}

/** The programs to try, best first. */
function dialogPrograms(platform: string, ask: FileAsk): DialogProgram[] {
  switch (platform) {
    case 'darwin':
      return [{ program: 'osascript', args: ['-e', appleScript(ask)] }]
    case 'win32':
      return [
        {
          program: 'powershell.exe',
          args: ['-NoProfile', '-STA', '-Command', powerShellScript(ask)],
        },
      ]
    default:
      return [
        { program: 'zenity', args: zenityArgs(ask) },
        { program: 'kdialog', args: kdialogArgs(ask) },
      ]
  }
}

const isFolder = (ask: FileAsk): boolean =>
  ask.kind === 'open' && (ask.options.properties?.includes('openDirectory') ?? false)

function zenityArgs(ask: FileAsk): string[] {
  const { title = '', defaultPath = '' } = ask.options
  const place = defaultPath === '' ? [] : [`--filename=${defaultPath}`]
  const common = ['--file-selection', `--title=${title}`, ...place]
  if (ask.kind === 'save') return [...common, '--save', '--confirm-overwrite']
  return [...common, '--multiple', '--separator=\n', ...(isFolder(ask) ? ['--directory'] : [])]
}

function kdialogArgs(ask: FileAsk): string[] {
  const { title = '', defaultPath = '.' } = ask.options
  if (ask.kind === 'save') return ['--title', title, '--getsavefilename', defaultPath]
  if (isFolder(ask)) return ['--title', title, '--getexistingdirectory', defaultPath]
  return ['--title', title, '--multiple', '--separate-output', '--getopenfilename', defaultPath]
}

function appleScript(ask: FileAsk): string {
  const { title = '', defaultPath = '' } = ask.options
  const prompt = `with prompt ${JSON.stringify(title)}`
  if (ask.kind === 'save')
    return `POSIX path of (choose file name ${prompt} default name ${JSON.stringify(path.basename(defaultPath))})`
  const what = isFolder(ask) ? 'folder' : 'file'
  return `set found to choose ${what} ${prompt} with multiple selections allowed
set said to ""
repeat with each in found
  set said to said & POSIX path of each & linefeed
end repeat
said`
}

function powerShellScript(ask: FileAsk): string {
  const { title = '', defaultPath = '' } = ask.options
  const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`
  const start = `[Console]::OutputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms;`
  const show = (setUp: string, print: string): string =>
    `${start} ${setUp}; if ($d.ShowDialog() -eq 'OK') { ${print} }`
  if (ask.kind === 'save')
    return show(
      `$d = New-Object Windows.Forms.SaveFileDialog; $d.Title = ${quoted(title)}; $d.FileName = ${quoted(path.win32.basename(defaultPath))}; $d.InitialDirectory = ${quoted(path.win32.dirname(defaultPath))}`,
      '$d.FileName',
    )
  if (isFolder(ask))
    return show(
      `$d = New-Object Windows.Forms.FolderBrowserDialog; $d.Description = ${quoted(title)}`,
      '$d.SelectedPath',
    )
  return show(
    `$d = New-Object Windows.Forms.OpenFileDialog; $d.Title = ${quoted(title)}; $d.Multiselect = $true`,
    '$d.FileNames',
  )
}

/** What a dialog program printed, none when it was cancelled; nothing when it is not installed. */
function run(program: string, args: readonly string[]): Promise<string[] | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, { encoding: 'utf8' }, (error, printed) => {
      if (error?.code === 'ENOENT') resolve(undefined)
      else resolve(printed.split(/\r?\n/).filter((line) => line !== ''))
    })
  })
}
