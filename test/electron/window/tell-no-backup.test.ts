import { expect, it } from 'vitest'
import { tellNoBackup } from '../../../electron/window/tell-no-backup.ts'
import { wordsIn } from '../../../core/words/words.ts'

it('says what to do so that there is a backup again', () => {
  const said: string[] = []
  const tell = tellNoBackup(
    { say: async ({ message, detail }) => void said.push(`${message} ${detail}`) },
    () => wordsIn('en'),
  )
  for (const reason of ['disk-full', 'store-failed', 'damaged'] as const) tell(reason)
  expect(said).toEqual([
    expect.stringMatching(/^Today’s backup .* disk is full\. Free up some space\. Earlier backups/),
    expect.stringMatching(/^Today’s backup .*\. Check the disk .*\. Earlier backups/),
    expect.stringMatching(
      /^Today’s backup .* cannot be read\. Contact whoever .*\. Earlier backups/,
    ),
  ])
})
