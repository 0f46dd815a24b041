import { z } from 'zod'

/** Far more than a person has: what goes beyond is a page gone bad, and is not even looked at. */
const most = { ids: 100_000, paths: 50_000, idLength: 100, imageBytes: 100 * 1024 * 1024 }

/** Id numbers at once, and the longest one. */
export const idNumbers = z.array(z.string().max(400)).max(1_000)

/** The longest path that Windows takes, in characters; others take less. */
const longestPath = 32_767

/** Of a job or a record. */
export const id = z.string().max(most.idLength)

export const ids = z.array(id).max(most.ids)

export const pathText = z.string().max(longestPath)

export const paths = z.array(pathText).min(1).max(most.paths)

export const imageBytes = z
  .instanceof(Uint8Array)
  .refine(({ byteLength }) => byteLength <= most.imageBytes)
