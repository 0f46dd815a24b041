import type { Readings } from '../../core/license/reading.ts'
import { ok, type Result } from '../../core/result.ts'
import type { OpenImage } from './decode/decode-image.ts'
import type { Models } from './models/models.ts'
import type { EngineFailure } from './protocol.ts'
import { readLicense } from './read-license.ts'

/** Reads every driving license in a picture. */
export async function readPicture(
  models: Models,
  image: OpenImage,
): Promise<Result<Readings, EngineFailure>> {
  const outcome = await readLicense(models, image)
  return outcome.ok ? ok([outcome.value]) : outcome
}
