import { expect, it } from 'vitest'
import { htmlTable, tsvText } from '../../../core/export/tsv.ts'

it('puts each value into one cell, and none becomes a formula', () => {
  const table = [
    ['证号', '住址'],
    ['441900199012210519', '和平街\t12号\r\n3楼\u2028'],
    ['=1+1', '\u001b[31m"x"'],
  ]
  expect(tsvText(table)).toBe(
    '证号\t住址\n441900199012210519\t和平街 12号 3楼 \n\'=1+1\t [31m"x"\n',
  )
})

it('has spreadsheets take every cell for text', () => {
  const html = htmlTable([['007', '<b>&"']])
  expect(html).toContain(`<td style='mso-number-format:"\\@"' sdnum="1033;0;@">007</td>`)
  expect(html).toContain('&lt;b&gt;&amp;&quot;')
})
