import { describe, expect, it } from 'vitest'
import { broughtIn, bytesInAddress, meantOf } from '../../../renderer/state/brought-in.ts'

const nothing = { uriList: '', html: '', text: '' }

describe('what is dragged out of a page', () => {
  it('is the image, not the page that it leads to', () => {
    const html =
      '<a href="https://shop.example/"><img alt="" src="https://shop.example/a.jpg?x=1&amp;y=2"></a>'
    expect(broughtIn({ ...nothing, uriList: 'https://shop.example/', html })).toEqual({
      paths: ['https://shop.example/a.jpg?x=1&y=2'],
      pictures: [],
    })
  })

  it('is taken with its bytes where its address holds them', () => {
    const picture = `data:image/png;base64,${btoa('\x89PNG')}`
    expect(broughtIn({ ...nothing, html: `<img src='${picture}'>` }).pictures).toEqual([picture])
    expect(broughtIn({ ...nothing, uriList: picture }).pictures).toEqual([picture])
    expect(bytesInAddress(picture)).toEqual(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))
  })

  it('may be a list of files or addresses, with remarks', () => {
    const uriList = '# seen\r\nfile:///home/me/%E6%89%AB.jpg\r\nhttps://shop.example/b.jpg'
    expect(broughtIn({ ...nothing, uriList }).paths).toEqual([
      '/home/me/扫.jpg',
      'https://shop.example/b.jpg',
    ])
    expect(broughtIn({ ...nothing, text: '林可欣' })).toEqual({ paths: [], pictures: [] })
  })

  it.each(['data:text/html;base64,AAAA', 'data:image/png,plain', 'data:image/png;base64,*', 'x'])(
    'is nothing in %s',
    (address) => expect(bytesInAddress(address)).toBeUndefined(),
  )
})

it('takes one image where the clipboard holds its file and its picture', () => {
  expect(meantOf(['file', 'picture'], ['/a.jpg', ''])).toEqual(['file'])
  expect(meantOf(['picture'], [''])).toEqual(['picture'])
  expect(meantOf(['a', 'b'], ['/a.jpg', '/b.jpg'])).toEqual(['a', 'b'])
})
