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
  'person:export',
  'person:forget',
  'person:seen',
  'person:merge',
  'person:part',
  'renewals:find',
  'renewals:export',
  'figures:read',
  'figures:export',
  'walk:stop',
  'retention:preview',
  'retention:purge',
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
  'walk:came',
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
