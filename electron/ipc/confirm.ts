/** For what the word of the page is not enough: a page gone bad could say it too. */
export type Weighty =
  /** Images may leave this PC from now on. */
  | { readonly kind: 'sending' }
  /** Images, tokens and secrets go to another host from now on. */
  | { readonly kind: 'wechat-host' | 'service-host'; readonly host: string }
  | { readonly kind: 'daily-limit'; readonly calls: number }
  /** Files on another computer are opened, which is greeted with this person's login. */
  | { readonly kind: 'network-server'; readonly server: string }
  /** Every license that is confirmed is written there, readable for whoever can open the folder. */
  | { readonly kind: 'handover-folder'; readonly folder: string }

/** Asks the person outside the page, whether all of it is meant. */
export type Confirm = (what: readonly [Weighty, ...Weighty[]]) => Promise<boolean>
