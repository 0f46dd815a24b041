import { z } from 'zod'
import { pathText } from '../bounds.ts'
import { housePolicy, usualPolicy } from '../verdict/house-policy.ts'
import { purpose } from '../verdict/purpose.ts'
import { wechatWays } from '../wechat/account.ts'

export const languages = ['zh', 'en'] as const

/** Every way to read: `auto` reads offline and asks WeChat where that helps. */
export const engines = ['offline', 'auto', ...wechatWays] as const

export type Engine = (typeof engines)[number]

/** Days that records are kept after they were read; 0: until somebody deletes them. */
export const keepDays = z.literal([7, 30, 90, 365, 0])

/** Minutes without a hand at the window after which it locks, where a PIN is set; 0: never. */
const lockMinutes = z.literal([0, 1, 3, 5, 15])

/** What a person can set; kept by the main process in electron-store. */
export const settings = z.object({
  /** `system` follows the operating system. */
  language: z.enum(['system', ...languages]),
  appearance: z.enum(['system', 'light', 'dark']),
  /** Language of the headings in the spreadsheet. */
  headings: z.enum(languages),
  /** Absolute path of the folder of the last export, `''` before the first. */
  exportFolder: pathText,
  engine: z.enum(engines),
  /** When `auto` spends a call. */
  spend: z.enum(['doubtful', 'always']),
  /** What becomes of images when the calls of the day are used up: they wait for the next day, or are read offline. */
  whenSpent: z.enum(['wait', 'offline']),
  /** Whether a person agreed that images leave this PC for WeChat; without it all is read offline. */
  agreedToSend: z.boolean(),
  keepDays,
  lockMinutes,
  /** Whether id numbers are masked wherever nobody is checking them. */
  maskNumbers: z.boolean(),
  /** What licenses are looked at for; stands until somebody changes it. */
  purpose,
  housePolicy,
})

/** The fields to change; the rest stay. */
export const settingsChange = settings.partial()

export const defaultSettings: Settings = {
  language: 'system',
  appearance: 'system',
  headings: 'zh',
  exportFolder: '',
  engine: 'offline',
  spend: 'doubtful',
  whenSpent: 'wait',
  agreedToSend: false,
  keepDays: 90,
  lockMinutes: 5,
  maskNumbers: true,
  purpose: { kind: 'none' },
  housePolicy: usualPolicy,
}

export type KeepDays = z.output<typeof keepDays>
export type Settings = z.output<typeof settings>
export type SettingsChange = z.output<typeof settingsChange>
export type Language = (typeof languages)[number]
