import { openStores } from '../../../../electron/store/sqlite/open-stores.ts'
import { createVault } from '../../../../electron/vault/vault.ts'
import { entryOf, jobWith, recordOf } from '../../../contracts/kept-samples.ts'

/**
 * A process that works on a data folder until it is killed: takes in, claims, ends and puts away jobs, each whole or not
 * at all, and says `ID STEP` when a step was kept.
 */
const [, , folder = '', round = ''] = process.argv
const opened = await openStores(folder, createVault(Buffer.alloc(32, 7)))
if (!opened.ok) throw new Error(opened.error.kind)
const { stores, upkeep } = opened.value
const say = (id: string, step: string): boolean => process.stdout.write(`${id} ${step}\n`)

say('-', 'open')
for (let number = 0; ; number += 1) {
  const id = `${round}-${number}`
  stores.together(() => {
    stores.images.put(id, Buffer.alloc(2000, 'x'))
    stores.jobs.put(jobWith(id))
    stores.audit.write(entryOf(id))
  })
  say(id, 'queued')
  stores.jobs.claim()
  say(id, 'running')
  stores.together(() => {
    stores.records.put(recordOf(id, { name: `张${id}` }))
    stores.jobs.put(jobWith(id, { kind: 'done', recordIds: [id] }))
    stores.images.remove(id)
  })
  say(id, 'done')
  if (number % 5 === 4) {
    const gone = `${round}-${number - 2}`
    stores.together(() => {
      stores.records.remove(gone)
      stores.jobs.remove(gone)
    })
    say(gone, 'removed')
  }
  if (number % 10 === 9) {
    await upkeep.backUp()
    await upkeep.compact()
    say('-', 'compacted')
  }
}
