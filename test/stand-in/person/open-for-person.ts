import { spawn } from 'node:child_process'
import path from 'node:path'

/** Opens an address in the person's own browser. */
export const openForPerson = (url: string): void => open(url)

/** Shows a file in the file manager. */
export function revealForPerson(file: string): void {
  if (process.platform === 'darwin') run('open', ['-R', file])
  else if (process.platform === 'win32') run('explorer.exe', [`/select,${file}`])
  else open(path.dirname(file))
}

function open(what: string): void {
  if (process.platform === 'darwin') run('open', [what])
  else if (process.platform === 'win32') run('explorer.exe', [what])
  else run('xdg-open', [what])
}

/** Without such a program nothing opens; the program itself goes on. */
function run(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
