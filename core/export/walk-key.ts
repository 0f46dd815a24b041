import { z } from 'zod'

/** The keys to choose from, as Electron names them: none that a spreadsheet or a browser needs. */
export const walkKeys = ['CommandOrControl+Alt+N', 'CommandOrControl+Alt+J', 'F8', 'F9'] as const

export const walkKey = z.enum(walkKeys)

export type WalkKey = z.output<typeof walkKey>
