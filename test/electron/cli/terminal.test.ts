import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { createTerminal } from '../../../electron/cli/terminal.ts'

function shown(quiet: boolean, act: (terminal: ReturnType<typeof createTerminal>) => void): string {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  act(createTerminal(stream, quiet))
  return text
}

const forged = 'a.jpg\n[2/2] b.jpg  ✓\u009b1A\u202e'
const plain = 'a.jpg�[2/2] b.jpg  ✓�1A�'

it('gives every text one line, whatever stands in it', () => {
  expect(
    shown(false, (terminal) => {
      terminal.say(forged)
      terminal.warn(forged)
      terminal.ended(forged, 1, 2)
      terminal.sayLines(['', forged])
    }),
  ).toBe(`${plain}\n${plain}\n[1/2] ${plain}\n\n${plain}\n`)
})

it('tells only what a person must know when it is to be quiet', () => {
  expect(
    shown(true, (terminal) => {
      terminal.say('no')
      terminal.sayLines(['no'])
      terminal.ended('no', 1, 2)
      terminal.warn('yes')
    }),
  ).toBe('yes\n')
})
