/** Names of everything the window may ask of the main process. */
export const channels = [
  'desk:snapshot',
  'intake:add',
  'intake:pick',
  'intake:samples',
  'jobs:cancel',
  'jobs:retry',
  'records:decide',
  'records:revert',
  'records:remove',
  'export:csv',
  'export:reveal',
  'settings:read',
  'settings:change',
  'account:read',
  'account:change',
  'account:test',
  'account:cancel-test',
  'account:again',
] as const

/** Names of everything the main process tells the window. */
export const eventNames = [
  'desk:changed',
  'intake:progress',
  'quota:changed',
  'hold:changed',
] as const

export type Channel = (typeof channels)[number]
export type EventName = (typeof eventNames)[number]
