import { expect, it } from 'vitest'
import { createInterrupts } from '../../../electron/cli/interrupts.ts'

function pressedAt(...moments: readonly number[]) {
  let at = 0
  let isOver = false
  const { hear, stopped, hurry } = createInterrupts(
    () => at,
    () => {
      isOver = true
    },
  )
  for (at of moments) hear()
  return { stops: stopped.signal.aborted, hurries: hurry.signal.aborted, isOver }
}

it('stops at the first interrupt, hurries at the next, and leaves one more to the system', () => {
  expect(pressedAt(0)).toEqual({ stops: true, hurries: false, isOver: false })
  expect(pressedAt(0, 900)).toEqual({ stops: true, hurries: true, isOver: true })
})

it('takes for one press what npm hands on of it', () => {
  expect(pressedAt(0, 20, 40)).toEqual({ stops: true, hurries: false, isOver: false })
})
