import { expect, it } from 'vitest'
import { beginProgress } from './progress.ts'

/** A screen that keeps what is written, and a clock that stands until it is moved. */
function watched(isTTY: boolean) {
  const written: string[] = []
  let clock = 0
  return {
    written,
    wait: (milliseconds: number) => (clock += milliseconds),
    screen: { isTTY, write: (text: string) => written.push(text) },
    now: () => clock,
  }
}

it('tells from the beginning, and then every ten seconds, where there is no terminal', () => {
  const { written, wait, screen, now } = watched(false)
  const progress = beginProgress('reading', 40, screen, now)
  expect(written).toEqual(['reading: 0 of 40, 0 s\n'])
  for (let number = 0; number < 30; number += 1) {
    wait(1000)
    progress.step()
  }
  progress.step(10)
  progress.end()
  expect(written).toEqual([
    'reading: 0 of 40, 0 s\n',
    'reading: 10 of 40, 10 s\n',
    'reading: 20 of 40, 20 s\n',
    'reading: 30 of 40, 30 s\n',
    'reading: 40 of 40, 30 s\n',
  ])
})

it('says no more than its beginning of what was soon over', () => {
  const { written, wait, screen, now } = watched(false)
  const progress = beginProgress('drawing', 2, screen, now)
  wait(3000)
  progress.step(2)
  progress.end()
  wait(60_000)
  progress.step()
  expect(written).toEqual(['drawing: 0 of 2, 0 s\n'])
})

it('keeps to one line on a terminal, ten times a second at most, and leaves nothing there', () => {
  const { written, wait, screen, now } = watched(true)
  const progress = beginProgress('reading', 1000, screen, now)
  for (let number = 0; number < 100; number += 1) {
    wait(10)
    progress.step()
  }
  progress.end()
  expect(written.length).toBeLessThanOrEqual(12)
  expect(written.every((text) => text.startsWith('\r\u001b[K') && !text.includes('\n'))).toBe(true)
  expect(written.at(-2)).toBe('\r\u001b[Kreading: 100 of 1000, 1 s')
  expect(written.at(-1)).toBe('\r\u001b[K')
})
