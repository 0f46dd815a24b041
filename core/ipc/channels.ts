/** Names of everything the window may ask of the main process. */
export const channels = [
  'desk:snapshot',
  'intake:add',
  'intake:image',
  'intake:pick',
  'intake:samples',
  'intake:refused',
  'intake:seen',
  'jobs:cancel',
  'jobs:retry',
  'jobs:pause',
  'jobs:resume',
  'jobs:put-away',
  'records:decide',
  'records:revert',
  'records:remove',
  'records:find',
  'records:open',
  'records:delete',
  'records:revealed',
  'person:held',
  'person:before',
  'person:export',
  'person:forget',
  'retention:preview',
  'retention:purge',
  'do-not-rent:list',
  'do-not-rent:look-up',
  'do-not-rent:add',
  'do-not-rent:remove',
  'audit:newest',
  'audit:verify',
  'export:csv',
  'export:reveal',
  'settings:read',
  'settings:change',
  'account:read',
  'account:change',
  'account:test',
  'account:cancel-test',
  'lock:state',
  'lock:active',
  'lock:lock',
  'lock:unlock',
  'lock:protect',
  'vault:state',
  'vault:recover',
  'vault:begin-anew',
  'vault:retry',
  'vault:noted',
  'account:again',
  'program:leave-now',
  'program:about',
  'program:report',
  'program:save-report',
  'program:reveal-report',
  'export:pick-folder',
] as const

/** Names of everything the main process tells the window. */
export const eventNames = [
  'desk:changed',
  'intake:progress',
  'intake:refused',
  'quota:changed',
  'lock:due',
  'lock:changed',
  'menu:chosen',
  'hold:changed',
  'program:leaving',
] as const

export type Channel = (typeof channels)[number]
export type EventName = (typeof eventNames)[number]

/** What is answered while the window is locked: nothing that was read, and no change. */
export const openWhileLocked: ReadonlySet<Channel> = new Set([
  'settings:read',
  'lock:state',
  'lock:active',
  'lock:lock',
  'lock:unlock',
  'vault:state',
  'program:leave-now',
])

/** What is told while the window is locked. */
export const toldWhileLocked: ReadonlySet<EventName> = new Set(['lock:changed', 'program:leaving'])
