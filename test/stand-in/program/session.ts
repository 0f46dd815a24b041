import type { Protocol, Session, WebRequest } from 'electron'
import { answer } from './browser-side.ts'

type PermissionHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type RequestListener = Parameters<WebRequest['onBeforeRequest']>[0]
type ProtocolHandler = Parameters<Protocol['handle']>[1]

const handlers = new Map<string, ProtocolHandler>()
const schemes = new Set<string>()
let onPermission: PermissionHandler = null
let onCheck: CheckHandler = null
let onRequest: RequestListener = null

type UsedProtocol = Pick<Protocol, 'handle' | 'isProtocolHandled' | 'unhandle'> & {
  registerSchemesAsPrivileged: typeof import('electron').protocol.registerSchemesAsPrivileged
}

export const protocol: UsedProtocol = {
  registerSchemesAsPrivileged: (wanted) => {
    for (const { scheme } of wanted) schemes.add(scheme)
  },
  handle: (scheme, handler) => {
    if (!schemes.has(scheme)) throw new Error(`the scheme ${scheme} was not registered in time`)
    handlers.set(scheme, handler)
  },
  unhandle: (scheme) => void handlers.delete(scheme),
  isProtocolHandled: (scheme) => handlers.has(scheme),
}

type UsedSession = Pick<
  Session,
  'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'
> & {
  readonly protocol: UsedProtocol
  readonly webRequest: { onBeforeRequest(listener: RequestListener): void }
}

const defaultSession: UsedSession = {
  protocol,
  setPermissionRequestHandler: (handler) => {
    onPermission = handler
  },
  setPermissionCheckHandler: (handler) => {
    onCheck = handler
  },
  setDevicePermissionHandler: () => undefined,
  webRequest: {
    onBeforeRequest: (listener) => {
      onRequest = listener
    },
  },
}

export const session = { defaultSession }

/** Chromium's names of what a page may ask for, and Electron's. */
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  videoCapture: 'media',
  audioCapture: 'media',
  clipboardReadWrite: 'clipboard-read',
  midi: 'midi',
  idleDetection: 'idle-detection',
} as const

/** The program's own decision on every permission: Electron grants what nobody handles. */
export function permissionsOf(): Record<string, boolean> {
  const decided = Object.entries(permissions).map(([name, electronName]) => {
    let granted = true
    onPermission?.(
      undefined as never,
      electronName,
      (answer) => {
        granted = answer
      },
      undefined as never,
    )
    const checked = onCheck?.(null, electronName, '', undefined as never) ?? true
    return [name, granted && checked] as const
  })
  return Object.fromEntries(decided)
}

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
    onRequest({ url } as never, ({ cancel = false }) => decided.resolve(!cancel))
    return decided.promise
  },
})
