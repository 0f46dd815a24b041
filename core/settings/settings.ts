import { z } from 'zod'
import { pathText } from '../bounds.ts'
import { textSize } from './text-size.ts'
import { encoding, tableFormat } from '../layout/file-form.ts'
import { mostPresets, preset } from '../layout/preset.ts'
import { walkKey } from '../layout/walk-key.ts'
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

/** Pixels of a pane that was made wider or narrower; 0: as the window allows. */
const paneWidth = z.number().int().min(0).max(2000)

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
  /** `system` follows the operating system. */
  contrast: z.enum(['system', 'high']),
  textSize,
  listWidth: paneWidth,
  fieldsWidth: paneWidth,
  /** Whether the steps of the first start are still to be shown. */
  firstStart: z.boolean(),
  /** The layouts of tables that were changed or made here. */
  exportPresets: z.array(preset).max(mostPresets),
  /** Id of the one in use. */
  exportPreset: z.string().max(60),
  exportFormat: tableFormat,
  csvEncoding: encoding,
  /** Whether tables go to the end of one file a day, in `dailyFolder`. */
  exportDaily: z.boolean(),
  /** Absolute path, `''` before one was chosen. */
  dailyFolder: pathText,
  /** Where another program takes up each confirmed license; `''`: it does not. */
  handoverFolder: pathText,
  /** Puts the next field on the clipboard, in whatever program one is. */
  walkKey,
  /** What licenses are looked at for; stands until somebody changes it. */
  purpose,
  housePolicy,
})

/** Places where files go without anybody being asked: only a person outside the page names them. */
const named = { dailyFolder: true, handoverFolder: true } as const

/** The fields that the window may change; the rest stay. */
export const settingsChange = settings.omit(named).partial()

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
  contrast: 'system',
  textSize: 100,
  listWidth: 0,
  fieldsWidth: 0,
  firstStart: false,
  exportPresets: [],
  exportPreset: 'full',
  exportFormat: 'xlsx',
  csvEncoding: 'utf8',
  exportDaily: false,
  dailyFolder: '',
  handoverFolder: '',
  walkKey: 'CommandOrControl+Alt+N',
  purpose: { kind: 'none' },
  housePolicy: usualPolicy,
}

export type KeepDays = z.output<typeof keepDays>
export type Settings = z.output<typeof settings>
export type SettingsChange = z.output<typeof settingsChange>
export type Language = (typeof languages)[number]
