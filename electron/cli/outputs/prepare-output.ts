import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Language } from '../../../core/settings/settings.ts'
import { exportAdviceOf } from '../../../core/words/say-advice.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { failureReasonOf } from '../../export/write-verified.ts'
import { makeFolder } from '../../files/make-folder.ts'
import { standingAt } from '../../files/standing.ts'
import { systemPath } from '../../files/system-path.ts'
import { exitCodes, type Stop } from '../exit-codes.ts'
import { sayAdvice } from '../say-trouble.ts'

/**
 * Makes the folder of an output where it is missing, and tells whether the file can be written: better known before an
 * hour of reading than after.
 */
export async function prepareOutput(file: string, language: Language): Promise<Result<null, Stop>> {
  try {
    const standing = await standingAt(file)
    if (!('place' in standing)) return ok(null)
    const folder = path.dirname(standing.place)
    await makeFolder(folder)
    await access(systemPath(folder), constants.W_OK)
    if (standing.kind === 'file') await access(systemPath(standing.place), constants.W_OK)
    return ok(null)
  } catch (error) {
    return fail(cannotWrite(file, error, language))
  }
}

/**
 * What to say of a file that the system did not let be written.
 * @param file `-` is standard output
 */
export function cannotWrite(file: string, error: unknown, language: Language): Stop {
  const name = file === '-' ? wordsIn(language)('output:standardOutput') : file
  const advice = exportAdviceOf(failureReasonOf(error), language)
  return { exitCode: exitCodes.outputFailed, message: `${name}: ${sayAdvice(advice, language)}` }
}
