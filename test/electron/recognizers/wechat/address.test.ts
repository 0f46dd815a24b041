import { describe, expect, it } from 'vitest'
import { createAddressRecognizer } from '../../../../electron/recognizers/wechat/address.ts'
import { serveWith } from './server.ts'
import { askedFor, fields, hashOf, imageOf, never, openLine, recognitionPath } from './line.ts'
import { unheard } from '../../../fakes/fake-recognizer.ts'

const address = 'https://photos.example/a%20b?id=1&name=余#x'
const source = { path: address, name: address, page: 1 }

describe('recognizing by address', () => {
  it('lets WeChat fetch the image, never the program', async () => {
    const fetched: unknown[] = []
    const from = await serveWith(({ headers }, response) => {
      fetched.push(headers['user-agent'])
      response.end(imageOf(1))
    })
    const line = await openLine()
    line.wechat.published.publish(address, from.href)
    const result = await createAddressRecognizer(line.parts).recognize(source, never, unheard)
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value[0].fields.name.value).toBe(fields.name)
    expect(fetched).toHaveLength(1)
    expect(line.wechat.ledger.charges(hashOf(imageOf(1)))).toBe(1)
  })

  it('is tried once more when WeChat cannot fetch it, then ended', async () => {
    const line = await openLine()
    const result = await createAddressRecognizer(line.parts).recognize(source, never, unheard)
    expect(result).toMatchObject({ error: { kind: 'image-address-unreachable', code: 101000 } })
    expect(askedFor(line.wechat, recognitionPath)).toBe(2)
  })

  it.each(['http://photos.example/1.jpg', 'file:///etc/passwd', '/tmp/1.jpg', ''])(
    'refuses %j without a call',
    async (path) => {
      const line = await openLine()
      const result = await createAddressRecognizer(line.parts).recognize(
        { ...source, path },
        never,
        unheard,
      )
      expect(result).toMatchObject({ error: { kind: 'image-address-not-secure' } })
      expect(line.wechat.ledger.entries).toEqual([])
    },
  )

  it('is not repeated when the answer is lost', async () => {
    const from = await serveWith((_, response) => response.end(imageOf(1)))
    const line = await openLine()
    line.wechat.published.publish(address, from.href)
    line.wechat.faults.add({ at: recognitionPath, fault: { kind: 'truncated' } })
    const result = await createAddressRecognizer(line.parts).recognize(source, never, unheard)
    expect(result).toMatchObject({ error: { kind: 'outcome-unknown' } })
    expect(line.wechat.ledger.charges(hashOf(imageOf(1)))).toBe(1)
  })
})
