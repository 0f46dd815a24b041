import { expect, test } from 'vitest'
import { form } from './caller.ts'
import { readMultipart } from './multipart.ts'

const type = 'multipart/form-data; boundary=wall'
const body = form([
  { disposition: 'name="key"', bytes: 'a' },
  { disposition: 'name="img"; filename="a.jpg"', type: 'image/jpeg', bytes: 'b\r\n--wal' },
])
const changed = (from: string, to: string): Buffer =>
  Buffer.from(body.toString('latin1').replace(from, to), 'latin1')

test('parts come with name, file name, type and their very bytes', () => {
  expect(readMultipart(type, body)).toEqual([
    { name: 'key', bytes: Buffer.from('a') },
    {
      name: 'img',
      filename: 'a.jpg',
      contentType: 'image/jpeg',
      bytes: Buffer.from('b\r\n--wal'),
    },
  ])
})

test.each<[string, Buffer]>([
  ['without its end', changed('--wall--\r\n', '')],
  ['with another end', changed('--wall--', '--wallxx')],
  ['with a preamble', Buffer.concat([Buffer.from('hello\r\n'), body])],
  ['with bare line feeds', Buffer.from(body.toString('latin1').replaceAll('\r\n', '\n'))],
  ['without a disposition', changed('Content-Disposition', 'X-Disposition')],
  ['without a name', changed('name="key"', 'nom="key"')],
  ['of nothing', Buffer.alloc(0)],
])('a body %s has no parts', (_, bytes) => {
  expect(readMultipart(type, bytes)).toBeUndefined()
})
