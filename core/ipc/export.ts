import { z } from 'zod'
import { ids } from '../bounds.ts'

/** What became of an export. */
export const exportOutcome = z.discriminatedUnion('kind', [
  /** Written, read back and found equal. */
  z.object({
    kind: z.literal('written'),
    path: z.string(),
    rows: z.number().int(),
    /** Licenses that somebody has to look at and that the preset leaves out. */
    leftOut: z.number().int().optional(),
    /** Records that stood in the file before, as they are, and with other values than now. */
    already: z.number().int().optional(),
    changed: z.number().int().optional(),
    /** Characters that old programs, which know but the two-byte part of GB18030, cannot show. */
    rare: z.string().optional(),
  }),
  /** On the clipboard, read back and found equal. */
  z.object({
    kind: z.literal('copied'),
    rows: z.number().int(),
    leftOut: z.number().int().optional(),
  }),
  /** Nothing was written: nobody has looked at `open` of them yet, of which `wrong` cannot be right. */
  z.object({ kind: z.literal('unresolved'), open: z.number().int(), wrong: z.number().int() }),
  /** There is nothing in them that the preset takes. */
  z.object({ kind: z.literal('nothing'), leftOut: z.number().int() }),
  z.object({ kind: z.literal('cancelled') }),
  /** Another program holds the file; `offered` is a free name beside it, `''` where it has to be this file. */
  z.object({ kind: z.literal('locked'), path: z.string(), offered: z.string() }),
  z.object({
    kind: z.literal('failed'),
    path: z.string(),
    reason: z.enum([
      'disk-full',
      'read-only',
      'missing-folder',
      'in-the-way',
      'read-back-differs',
      'other-columns',
      'not-a-table',
      'not-in-encoding',
      'clipboard',
      'other',
    ]),
    /** Those that the encoding does not have. */
    characters: z.string().optional(),
  }),
])

/** Without ids: all records. `openToo`: also those that somebody still has to look at, with a column that says so. */
export const exportWish = z.object({ recordIds: ids.optional(), openToo: z.boolean().optional() })

/** A folder that files go to without anybody being asked. */
export const namedFolder = z.object({ what: z.enum(['daily', 'handover']) })
