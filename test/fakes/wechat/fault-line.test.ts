import { expect, test } from 'vitest'
import { faultLines, readFaultLine } from './fault-line.ts'

test.each(faultLines)('%s is understood', (line) => {
  expect(readFaultLine(line)?.kind).toBe(line.split(' ')[0])
})

test('numbers and addresses arrive', () => {
  expect(readFaultLine(' drip 20  500 ')).toEqual({ kind: 'drip', bytesPerChunk: 20, ms: 500 })
  expect(readFaultLine('errcode -1')).toEqual({
    kind: 'errcode',
    errcode: -1,
    errmsg: 'system error',
  })
  expect(readFaultLine('redirect https://login.example/')).toEqual({
    kind: 'redirect',
    to: 'https://login.example/',
  })
})

test.each(['', 'nothing', 'delay', 'delay soon', 'html 99', 'drip 0 5', 'drip 5', 'redirect here'])(
  '"%s" is not',
  (line) => {
    expect(readFaultLine(line)).toBeUndefined()
  },
)
