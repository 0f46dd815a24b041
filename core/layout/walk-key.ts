import { z } from 'zod'

/** The keys to choose from, as Electron names them: none that a spreadsheet or a browser needs. */
export const walkKeys = ['CommandOrControl+Alt+N', 'CommandOrControl+Alt+J', 'F8', 'F9'] as const

export const walkKey = z.enum(walkKeys)

export type WalkKey = z.output<typeof walkKey>

/** What the window is told of the fields that are put on the clipboard one after the other: which field is on the clipboard, not what it says. */
export const walkView = z.object({
  recordId: z.string(),
  headings: z.array(z.string()),
  /** 0-based. */
  at: z.number().int().nonnegative(),
  /** The key that puts the next one there; null where another program has it. */
  key: walkKey.nullable(),
})

export type WalkView = z.output<typeof walkView>
