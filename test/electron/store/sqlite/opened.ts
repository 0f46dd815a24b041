import { onTestFinished } from 'vitest'
import { type OpenStores, openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { createVault } from '../../../../electron/vault/vault.ts'

/** A vault that is the same in every test. */
export const testVault = createVault(Buffer.alloc(32, 7))

/** The stores of a folder; closed when the test is over. */
export async function opened(
  folder: string,
  now: () => Date = () => new Date('2026-11-24T02:00:00Z'),
): Promise<OpenStores> {
  const stores = await openStores(folder, testVault, now)
  if (!stores.ok) throw new Error(`not opened: ${stores.error.kind}`)
  let isClosed = false
  const close = async (): Promise<void> => {
    if (isClosed) return
    isClosed = true
    await stores.value.close()
  }
  onTestFinished(close)
  return { ...stores.value, close }
}
