import { chinaDayOf, minuteOf, Tally } from './tally.ts'

/** One official account or mini program, as its administrator set it up; may be changed while the server runs. */
export interface AccountOptions {
  appId: string
  appSecret: string
  /** Addresses that may ask for a token; absent: all. */
  ipList?: readonly string[]
  /** Free calls a day, 100 unless told. */
  dailyLimit?: number
  minuteLimit?: number
  /** Calls left in a bought pack, spent once the free ones are gone; absent: none was ever bought. */
  marketQuota?: number
  /** Without it driving license recognition answers 48001, for a merchant 61007. */
  granted?: boolean
  /** Name → whether its `config.json` permits `ocr.driverLicense`. */
  cloud?: { readonly env: string; readonly functions: Readonly<Record<string, boolean>> }
  /** Set when the account authorized the third-party platform. */
  refreshToken?: string
}

export class Account {
  settings: AccountOptions
  readonly #charged = new Tally()
  readonly #called = new Tally()
  readonly #now: () => number

  constructor(settings: AccountOptions, now: () => number) {
    this.settings = settings
    this.#now = now
  }

  get dailyLimit(): number {
    return this.settings.dailyLimit ?? 100
  }

  /** Free calls charged today. */
  get used(): number {
    return this.#charged.within(chinaDayOf(this.#now()))
  }

  /** The refusal of one more call, counted towards the minute's limit. */
  call(): 45011 | 45009 | 101003 | undefined {
    const minute = minuteOf(this.#now())
    if (this.#called.within(minute) >= (this.settings.minuteLimit ?? Infinity)) return 45011
    this.#called.add(minute)
    if (this.used < this.dailyLimit) return undefined
    if (this.settings.marketQuota === undefined) return 45009
    return this.settings.marketQuota > 0 ? undefined : 101003
  }

  charge(): void {
    if (this.used < this.dailyLimit) this.#charged.add(chinaDayOf(this.#now()))
    else this.settings.marketQuota = (this.settings.marketQuota ?? 0) - 1
  }
}
