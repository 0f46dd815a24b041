import type {
  Protocol,
  protocol as electronProtocol,
  ProxyConfig,
  Session,
  session as electronSession,
} from 'electron'
import { answer } from './browser-side.ts'

/** Electron's handlers, as far as the stand-in can tell them what they ask for. */
type PermissionHandler = (
  contents: unknown,
  permission: string,
  decide: (granted: boolean) => void,
  details: unknown,
) => void
type CheckHandler = (
  contents: unknown,
  permission: string,
  origin: string,
  details: unknown,
) => boolean
type RequestListener = (
  details: { readonly url: string },
  decide: (decision: { readonly cancel?: boolean }) => void,
) => void
type ProtocolHandler = Parameters<Protocol['handle']>[1]

const handlers = new Map<string, ProtocolHandler>()
const schemes = new Set<string>()
let onPermission: PermissionHandler | null = null
let onCheck: CheckHandler | null = null
let onRequest: RequestListener | null = null
let fetchesDictionaries = true
let proxyOfPages: ProxyConfig = { mode: 'direct' }

type UsedProtocol = Pick<Protocol, 'handle'> & {
  registerSchemesAsPrivileged: typeof electronProtocol.registerSchemesAsPrivileged
}

export const protocol: UsedProtocol = {
  registerSchemesAsPrivileged: (wanted) => {
    for (const { scheme } of wanted) schemes.add(scheme)
  },
  handle: (scheme, handler) => {
    if (!schemes.has(scheme)) throw new Error(`the scheme ${scheme} was not registered in time`)
    handlers.set(scheme, handler)
  },
}

type UsedSession = Pick<
  Session,
  | 'protocol'
  | 'setDevicePermissionHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setProxy'
  | 'setSpellCheckerEnabled'
  | 'webRequest'
>

const defaultSession = {
  protocol,
  setPermissionRequestHandler(handler: PermissionHandler | null): void {
    onPermission = handler
  },
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    onCheck = handler
  },
  setDevicePermissionHandler: () => undefined,
  setSpellCheckerEnabled(isEnabled: boolean): void {
    fetchesDictionaries = isEnabled
  },
  async setProxy(config: ProxyConfig): Promise<void> {
    proxyOfPages = config
  },
  webRequest: {
    onBeforeRequest(listener: RequestListener | null): void {
      onRequest = listener
    },
  },
} satisfies Record<keyof UsedSession, unknown>

/** Chromium's own switch; what stands in the system's settings the stand-in does not see. */
function proxyOfCommandLine(): string {
  const named = process.argv.flatMap((word) => /^--proxy-server=(.+)$/.exec(word)?.[1] ?? [])[0]
  return named === undefined ? 'DIRECT' : `PROXY ${named}`
}

/** The way of the pages, as Chromium's own switches say it. */
export const proxySwitches = (): string[] =>
  proxyOfPages.mode === 'fixed_servers'
    ? [
        `--proxy-server=${proxyOfPages.proxyRules ?? ''}`,
        `--proxy-bypass-list=${proxyOfPages.proxyBypassRules ?? ''}`,
      ]
    : ['--no-proxy-server']

/** Whether Electron would fetch a dictionary for the page, though the page does not check its spelling. */
export const wouldFetchDictionaries = (): boolean => fetchesDictionaries

/** A session without pages, which goes the system's ways. */
const pageless: Pick<Session, 'resolveProxy' | 'setSpellCheckerEnabled'> = {
  resolveProxy: async () => proxyOfCommandLine(),
  setSpellCheckerEnabled: () => undefined,
}

export const session = {
  defaultSession,
  fromPartition: () => pageless,
} satisfies Record<keyof Pick<typeof electronSession, 'defaultSession' | 'fromPartition'>, unknown>

/** Playwright's names of what a page may ask for, and Electron's. */
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  'clipboard-read': 'clipboard-read',
  midi: 'midi',
} as const

/** What Electron tells of a page that asks for a camera or a microphone. */
const media: Readonly<Record<string, 'video' | 'audio'>> = { camera: 'video', microphone: 'audio' }

/** The program's own decision on every permission now: Electron grants what nobody handles. */
export function permissionsOf(): Record<string, boolean> {
  const decided = Object.entries(permissions).map(([name, electronName]) => {
    let granted = true
    const mediaType = media[name] ?? 'unknown'
    const asks = { requestingUrl: pageOfProgram, isMainFrame: true, mediaTypes: [mediaType] }
    const decide = (decision: boolean): void => {
      granted = decision
    }
    onPermission?.(null, electronName, decide, asks)
    const checks = { isMainFrame: true, mediaType }
    const checked = onCheck?.(null, electronName, pageOfProgram, checks) ?? true
    return [name, granted && checked] as const
  })
  return Object.fromEntries(decided)
}

const pageOfProgram = 'app://desk/'

answer({
  async request({ url, method, headers }) {
    const handler = handlers.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined) return { status: 404, headers: {}, body: new Uint8Array() }
    const response = await handler(new Request(url, { method, headers: { ...headers } }))
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    }
  },
  mayRequest: ({ url }) => {
    const decided = Promise.withResolvers<boolean>()
    if (onRequest === null) return Promise.resolve(true)
    onRequest({ url }, ({ cancel = false }) => decided.resolve(!cancel))
    return decided.promise
  },
})
