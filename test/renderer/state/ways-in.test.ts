import { expect, it } from 'vitest'
import type { Channel } from '../../../core/ipc/channels.ts'
import type { WatchView } from '../../../core/intake/watch.ts'
import { noIntake, stepIntake } from '../../../renderer/state/intake-state.ts'
import { createStore } from '../../../renderer/state/store.ts'
import { createWaysIn } from '../../../renderer/state/ways-in.ts'

it('hands over what has no file at once, also while many files are looked at', async () => {
  const asked: Channel[] = []
  const picture = new File(['bytes'], 'picture')
  const looking = Promise.withResolvers<null>()
  const waysIn = createWaysIn(
    { pathOf: (file) => (file === picture ? '' : '/cards/1.jpg') },
    {
      intake: createStore(noIntake, stepIntake),
      watch: createStore<WatchView | null, WatchView | null>(null, (_, now) => now),
    },
    (channel) => {
      asked.push(channel)
      return channel === 'intake:add' ? looking.promise : Promise.resolve(null)
    },
  )
  const taken = waysIn.addFiles([new File(['bytes'], '1.jpg'), picture], 'a picture', 'dropped')
  await expect.poll(() => asked).toEqual(['intake:add', 'intake:image'])
  looking.resolve(null)
  await taken
})
