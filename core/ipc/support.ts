import { z } from 'zod'

/** What the program is made of, and how it is licensed. */
export const aboutView = z.object({
  versions: z.array(z.object({ name: z.string(), version: z.string() })),
  notices: z.array(z.object({ title: z.string(), text: z.string() })),
})

export const reportOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), path: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  /** The disk is full, or the place cannot be written to. */
  z.object({ kind: z.literal('failed'), path: z.string() }),
])

/** What the menu bar leaves to the page. */
export const menuItem = z.enum([
  'open-files',
  'open-folder',
  'export',
  'records',
  'lock',
  'protection',
  'renewals',
  'figures',
  'reading',
  'text-larger',
  'text-smaller',
  'text-normal',
  'keys',
  'help',
  'welcome',
  'report',
  'about',
])

export type AboutView = z.output<typeof aboutView>
export type ReportOutcome = z.output<typeof reportOutcome>
