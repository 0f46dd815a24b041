/** How long anything is waited for, in milliseconds: enough for a machine that does much else. */
export const patience = 120_000
