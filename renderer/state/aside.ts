import type { EventPayload } from '../../core/ipc/contract.ts'

/** What can be looked at beside the work. */
const asides = ['help', 'welcome', 'report', 'about'] as const

export type Aside = 'none' | (typeof asides)[number]

const sizes = ['text-larger', 'text-smaller', 'text-normal'] as const

type Item = EventPayload<'menu:chosen'>['item']

type OfAside = Exclude<Aside, 'none'> | (typeof sizes)[number]

/** Whether an item of the menu bar is carried out without the desk. */
export const isOfAside = (item: Item): item is OfAside =>
  [...asides, ...sizes].some((one) => one === item)
