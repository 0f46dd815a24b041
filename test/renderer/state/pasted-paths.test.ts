import { describe, expect, it } from 'vitest'
import { pathsIn } from '../../../renderer/state/pasted-paths.ts'

describe('paths in pasted text', () => {
  it.each([
    ['/home/me/扫描 1.jpg', ['/home/me/扫描 1.jpg']],
    ['"D:\\扫描\\0001.jpg"', ['D:\\扫描\\0001.jpg']],
    ['\\\\server\\share\\a.png', ['\\\\server\\share\\a.png']],
    ['file:///home/me/%E6%89%AB%E6%8F%8F.jpg', ['/home/me/扫描.jpg']],
    ['file:///C:/scans/a.jpg', ['C:/scans/a.jpg']],
    ['file://server/share/a.jpg', ['\\\\server\\share\\a.jpg']],
    ['/a.jpg\r\n/b.jpg\n', ['/a.jpg', '/b.jpg']],
    ['https://example.org/a.jpg?sign=1', ['https://example.org/a.jpg?sign=1']],
  ])('%s', (text, paths) => {
    expect(pathsIn(text)).toEqual(paths)
  })

  it('takes addresses on the web as they are', () => {
    const address = 'https://example.org/a.jpg?sign=1'
    expect(pathsIn(`"${address}"`)).toEqual([address])
  })

  it('finds none in anything else', () => {
    for (const text of ['', '林可欣', 'a.jpg', 'ftp://example.org/a.jpg', 'file:///%E6%8'])
      expect(pathsIn(text)).toEqual([])
  })
})
