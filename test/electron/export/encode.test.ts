import { describe, expect, it } from 'vitest'
import { decodeText, encodeText, encodingOf } from '../../../electron/export/encode.ts'

const bytesOf = (text: string, encoding: 'utf8' | 'gb18030'): Uint8Array => {
  const encoded = encodeText(text, encoding)
  if (!encoded.ok) throw new Error(encoded.characters)
  return encoded.bytes
}

describe('GB18030', () => {
  it('is written as programs read it, names what takes four bytes, and reads back the same', () => {
    const text = '证号,姓名·\r\n1,欧阳䶮𬭎𠮷𬭎\r\n'
    const encoded = encodeText(text, 'gb18030')
    expect(encoded).toMatchObject({ ok: true, rare: '𬭎𠮷' })
    expect(Buffer.from(bytesOf('姓名', 'gb18030')).toString('hex')).toBe('d0d5c3fb')
    expect(decodeText(bytesOf(text, 'gb18030'), 'gb18030')).toBe(text)
  })

  it('says which characters it does not have', () => {
    expect(encodeText('a\ue5e5b\ue5e5中\ue78d', 'gb18030')).toEqual({
      ok: false,
      characters: '\ue5e5\ue78d',
    })
  })

  it('holds every character of Chinese names', () => {
    for (let code = 0x3400; code < 0xa000; code += 1) {
      const character = String.fromCodePoint(code)
      expect(decodeText(bytesOf(character, 'gb18030'), 'gb18030')).toBe(character)
    }
  })
})

describe('UTF-8', () => {
  it('begins with its mark, by which it is known again', () => {
    const bytes = bytesOf('证号', 'utf8')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(decodeText(bytes, 'utf8')).toBe('证号')
    expect([encodingOf(bytes), encodingOf(bytesOf('证号', 'gb18030'))]).toEqual(['utf8', 'gb18030'])
  })

  it('is told from bytes that are none', () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41]), 'utf8')).toBeUndefined()
    expect(decodeText(new Uint8Array([0x81]), 'gb18030')).toBeUndefined()
  })
})
