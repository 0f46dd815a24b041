import { expect, it } from 'vitest'
import { ok } from '../../../core/result.ts'
import { createImageAnswer } from '../../../electron/window/image-route.ts'
import type { PreviewOf } from '../../../electron/records/image-of-record.ts'
import { rememberPreviews } from '../../../electron/records/preview-cache.ts'

const never = new AbortController().signal
const address = new URL('app://desk/image/a?side=64')

/** Previews that are decoded when the test says so. */
function heldPreviews() {
  const asked: PromiseWithResolvers<void>[] = []
  const preview: PreviewOf = async () => {
    const one = Promise.withResolvers<void>()
    asked.push(one)
    await one.promise
    return ok(Uint8Array.of(asked.length))
  }
  return { asked, preview }
}

it('serves no image behind the lock that was asked for before it', async () => {
  const { asked, preview } = heldPreviews()
  let isLocked = false
  const answer = createImageAnswer(preview, () => isLocked)
  const before = answer(address, never)
  asked[0]?.resolve()
  expect((await before).status).toBe(200)
  const response = answer(address, never)
  isLocked = true
  asked[1]?.resolve()
  expect([(await response).status, await (await response).text()]).toEqual([403, ''])
})

it('remembers previews until they are forgotten, and then not even what is under way', async () => {
  const { asked, preview } = heldPreviews()
  const previews = rememberPreviews(preview)
  const first = previews.of('a', 64, never)
  asked[0]?.resolve()
  await first
  await previews.of('a', 64, never)
  expect(asked).toHaveLength(1)

  previews.forget()
  const underWay = previews.of('a', 64, never)
  expect(asked).toHaveLength(2)
  previews.forget()
  asked[1]?.resolve()
  await underWay
  const again = previews.of('a', 64, never)
  expect(asked).toHaveLength(3)
  asked[2]?.resolve()
  expect(await again).toMatchObject(ok(Uint8Array.of(3)))
})
