import { describe, expect, it } from 'vitest'
import { createVault, type Place, SealBroken } from '../../../electron/vault/vault.ts'

const vault = createVault(Buffer.alloc(32, 1))
const place: Place = { table: 'records', row: 'a', column: 'content' }
const text = Buffer.from('张三 441900199012210519', 'utf8')

describe('a sealed value', () => {
  it('opens where it was sealed, and tells nothing of itself', () => {
    const sealed = Buffer.from(vault.seal(place, text))
    expect(Buffer.from(vault.open(place, sealed)).equals(text)).toBe(true)
    expect(sealed.includes(text.subarray(0, 6))).toBe(false)
    expect(sealed.length).toBe(text.length + 29)
  })

  it('may be empty', () => {
    expect(vault.open(place, vault.seal(place, new Uint8Array()))).toHaveLength(0)
  })

  it('is another one each time', () => {
    const seals = Array.from({ length: 1000 }, () =>
      Buffer.from(vault.seal(place, text)).toString('hex'),
    )
    expect(new Set(seals).size).toBe(1000)
    expect(new Set(seals.map((sealed) => sealed.slice(2, 26))).size).toBe(1000)
  })

  it('does not open when any byte was changed, added or taken away', () => {
    const sealed = vault.seal(place, text)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => vault.open(place, changed), `byte ${at}`).toThrow(SealBroken)
      expect(() => vault.open(place, sealed.subarray(0, at)), `first ${at}`).toThrow(SealBroken)
    }
    expect(() => vault.open(place, Buffer.concat([sealed, Uint8Array.of(0)]))).toThrow(SealBroken)
  })

  it('does not open in another row, column or table', () => {
    const sealed = vault.seal(place, text)
    for (const other of [{ row: 'b' }, { column: 'source' }, { table: 'jobs' }])
      expect(() => vault.open({ ...place, ...other }, sealed)).toThrow(SealBroken)
  })

  it('does not open where only the borders between table, row and column moved', () => {
    const sealed = vault.seal({ table: 'ab', row: 'c', column: 'd' }, text)
    for (const other of [
      { table: 'a', row: 'bc', column: 'd' },
      { table: 'ab', row: '', column: 'cd' },
      { table: 'ab', row: 'cd', column: '' },
    ])
      expect(() => vault.open(other, sealed)).toThrow(SealBroken)
  })

  it('does not open with another key', () => {
    const other = createVault(Buffer.alloc(32, 2))
    expect(() => other.open(place, vault.seal(place, text))).toThrow(SealBroken)
  })

  it('says nothing of what is in it, or of whose it is, when it does not open', () => {
    const row = '441900199012210519'
    expect(() => vault.open({ ...place, row }, text)).toThrow(
      'a sealed value does not open: records.content',
    )
  })
})

describe('a fingerprint', () => {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

  it('is the same for the same text, and another for another text, purpose or key', () => {
    const first = hex(vault.fingerprint('person', '441900199012210519'))
    expect(hex(vault.fingerprint('person', '441900199012210519'))).toBe(first)
    const others = [
      vault.fingerprint('person', '441900199012210510'),
      vault.fingerprint('image', '441900199012210519'),
      vault.fingerprint('perso', 'n441900199012210519'),
      vault.link(new Uint8Array(), '441900199012210519'),
      createVault(Buffer.alloc(32, 2)).fingerprint('person', '441900199012210519'),
    ].map(hex)
    expect(new Set([first, ...others]).size).toBe(others.length + 1)
  })

  it('is made by the same keys in every version, so that what was kept is found again', () => {
    expect(hex(vault.fingerprint('person', '441900199012210519'))).toBe(
      'db4eec85581bd0d7307ab1a19a572448e928cf193a020c5c4f099e843401cdfa',
    )
    expect(hex(vault.link(new Uint8Array(32), 'entry'))).toBe(
      'c85ad43cee797285693cc32b97bfff9f3c34cf0064f780681947613e486eec66',
    )
    const sealed = Buffer.from(
      '014f2c9663b1565d46e271b0f7f0ba732810256d62d59c47b465b3a785c8bdd521be90da659b95fe',
      'hex',
    )
    expect(Buffer.from(vault.open(place, sealed)).toString('utf8')).toBe('sealed once')
  })
})
