import { z } from 'zod'

/** A folder whose new files come in by themselves, as the window shows it. */
export const watchView = z.object({
  /** Absolute path. */
  folder: z.string(),
  /**
   * `beginning`: it was not looked at yet; `away`: it is not there, as when a drive was pulled; `closed`: it may not be
   * read; `too-large`: it holds more files than are looked through; `not-kept`: what was taken in cannot be written down.
   */
  state: z.enum(['beginning', 'watching', 'paused', 'away', 'closed', 'too-large', 'not-kept']),
  /** Whether files that were read are moved to `done` in it. */
  moves: z.boolean(),
  /** Files that came in since the program was started. */
  taken: z.number().int().nonnegative(),
  /** Files that are still being written. */
  waiting: z.number().int().nonnegative(),
  /** Files that were read and could not be moved to `done`, as when another program holds them. */
  stuck: z.number().int().nonnegative(),
})

export type WatchView = z.output<typeof watchView>

export const watchChange = z.object({ isPaused: z.boolean(), moves: z.boolean() }).partial()

export type WatchChange = z.output<typeof watchChange>

/** What is remembered of a folder, and of the files that were taken in, by `SeenFiles`. */
export const keptWatch = z.object({
  /** Absolute path, `''` where none is watched. */
  folder: z.string(),
  isPaused: z.boolean(),
  moves: z.boolean(),
  seen: z.record(z.string(), z.tuple([z.enum(['taken', 'refused']), z.string()])),
})

export type KeptWatch = z.output<typeof keptWatch>

/** Of files that are taken out of a watched folder once they were read. */
export const doneFolder = 'done'
