import { access } from 'node:fs/promises'
import path from 'node:path'
import { systemPath } from '../files/system-path.ts'

/** What spreadsheet programs put beside a file as long as they have it open: Excel, LibreOffice, WPS. */
const marksOf = (name: string): readonly string[] => [`~$${name}`, `.~lock.${name}#`, `.~${name}`]

/**
 * Whether a spreadsheet program has a file open. Where the system lets such a file be replaced all the same, the program
 * would later save its own state over what was added.
 */
export async function isOpenInOffice(file: string): Promise<boolean> {
  const { dir, base } = path.parse(file)
  const marks = await Promise.all(
    marksOf(base).map((mark) =>
      access(systemPath(path.join(dir, mark))).then(
        () => true,
        () => false,
      ),
    ),
  )
  return marks.includes(true)
}
