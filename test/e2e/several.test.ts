import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Reading, Readings } from '../../core/license/reading.ts'
import { readAs } from '../core/license/sample.ts'
import { readingsOf } from '../fakes/fake-recognizer.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrancesInBoth } from './harness/hindrances.ts'
import { launchDesk, newFolder, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { programTold, type Told } from './harness/told-program.ts'
import { allRead, dialogOf, inputOf, rowOf, rows, valueIn } from './harness/view.ts'

const size = { width: 2000, height: 1400 }
const people = [
  ['林可欣', '441900199012210519'],
  ['韩立群', '441900199012210535'],
  ['佘明远', '441900199012210551'],
] as const

/** Three licenses on one sheet, one below the other. */
function sheet(): Readings {
  const [first, ...others] = readingsOf(people[0][1], people[1][1], people[2][1])
  const laid = (reading: Reading, at: number): Reading => ({
    ...reading,
    medium: 'copy',
    image: {
      ...size,
      turn: 0,
      card: [
        [100, 60 + at * 440],
        [740, 60 + at * 440],
        [740, 460 + at * 440],
        [100, 460 + at * 440],
      ],
    },
    fields: { ...reading.fields, name: readAs(people[at]?.[0] ?? '') },
  })
  return [laid(first, 0), ...others.map((reading, at) => laid(reading, at + 1))]
}

/** The line of a person, and not that of a page of theirs. */
const lineOf = (page: Page, name: string): Locator =>
  rows(page).filter({ has: page.locator('b', { hasText: name }) })

const printed = (value: string) => ({ value, confidence: 0.99 })
const secondPage = {
  number: printed(people[1][1]),
  fileNumber: printed('130100654321'),
  record: { value: '', confidence: null },
}
const refused = (kind: 'second-page' | 'vehicle-license'): Told => ({
  kind: 'failure',
  failure: { kind, detail: 'labels', ...(kind === 'second-page' && { secondPage }) },
})
const told: Readonly<Record<string, Told>> = {
  '三人.jpg': { kind: 'readings', readings: sheet() },
  '副页.jpg': refused('second-page'),
  '行驶证.jpg': refused('vehicle-license'),
}

test('each license of a picture has a line, a frame and a record of its own, also after the program was killed', async () => {
  const folder = await newFolder()
  const pictures = Object.keys(told).map((name) => path.join(folder, name))
  for (const [at, picture] of pictures.entries())
    await sharp({ create: { ...size, channels: 3, background: { r: 200, g: 200 + at, b: 190 } } })
      .jpeg()
      .toFile(picture)
  const program = await programTold(told)
  const userData = await newUserData()
  const desk = await launchDesk({ program, userData })
  const page = desk.page()
  await dropFiles(page, pictures)
  await allRead(page, 4)

  // The second page, which came as an image of its own, is part of the record until somebody takes them apart.
  await expect
    .poll(() => lineOf(page, '韩立群').innerText())
    .toContain('2/3 · 复印件 · 含副页 · 三人.jpg')
  const fileNumber = page.locator('[data-second-page=fileNumber]')
  const takeApart = async (): Promise<void> => {
    await lineOf(page, '韩立群').click()
    await page.getByText('副页来自 副页.jpg').waitFor()
    await expect.poll(() => fileNumber.innerText()).toContain('130100654321')
    await page.getByRole('button', { name: '拆开' }).click()
    await allRead(page, 5)
  }
  await lineOf(page, '韩立群').click()
  await shoot(page, 'both-pages')
  await takeApart()
  await rowOf(page, '副页.jpg').click()
  await shoot(page, 'second-page-offered')
  const apart = page.locator('[data-pane=fields] [role=status]')
  await apart.getByRole('heading', { name: '韩立群 的副页' }).waitFor()
  await expect.poll(() => apart.getAttribute('data-tone')).toBe('quiet')
  expect(await rowOf(page, '副页.jpg').locator('[data-state]').getAttribute('data-tone')).toBe(
    'quiet',
  )
  // The vehicle license alone was not read.
  const notRead = page.locator('[data-pane=top]').getByRole('button', { name: '没读成' })
  await expect.poll(() => notRead.innerText()).toContain('1')
  expect(await hindrancesInBoth(page)).toEqual([])
  await page.getByRole('button', { name: '合成一条' }).focus()
  await page.keyboard.press('Enter')
  await allRead(page, 4)
  // What they are together is what is shown.
  await page.getByText('副页来自 副页.jpg').waitFor()
  await takeApart()

  await expect.poll(() => lineOf(page, '韩立群').innerText()).toContain('2/3 · 复印件 · 三人.jpg')
  await expect.poll(() => rowOf(page, '行驶证.jpg').innerText()).toContain('这是行驶证，不是驾驶证')
  await rowOf(page, '副页.jpg').click()
  await page.getByText('正页已在列表里，合成一条就好。').waitFor()

  await lineOf(page, '韩立群').click()
  const frames = page.locator('[data-pane=image] [data-card]')
  await expect.poll(() => frames.count()).toBe(3)
  const selected = page.locator('[data-pane=image] [data-card][data-selected=true]')
  await expect.poll(() => selected.getAttribute('data-card')).toBe('2')
  await page.getByText('请核对原件').waitFor()
  await inputOf(page, 'name').fill('韩立人')
  await page.keyboard.press('Enter')
  await lineOf(page, '韩立人').waitFor()

  await rowOf(page, '林可欣').click()
  await page.getByRole('listbox').focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => rows(page).count()).toBe(4)
  await rowOf(page, '佘明远').click()
  await page.getByRole('button', { name: '删除…' }).click()
  await dialogOf(page).getByRole('button', { name: '删除' }).click()
  await expect.poll(() => rows(page).count()).toBe(3)
  await desk.kill()

  const again = await launchDesk({ program, userData })
  const later = again.page()
  await allRead(later, 3)
  await lineOf(later, '韩立人').click()
  await expect.poll(() => valueIn(later, 'id_num')).toBe(people[1][1])
  const table = path.join(folder, '客户.csv')
  await again.answer('save', { paths: [table] })
  await later.keyboard.press('Control+e')
  await later.getByText('已写好，并核对过').waitFor()
  const exported: Record<string, string>[] = parse(await readFile(table), {
    bom: true,
    columns: true,
  })
  expect(exported.map((row) => [row['姓名'], row['证号'], row['来源文件']])).toEqual([
    ['韩立人', people[1][1], '三人.jpg · 第 2 张，共 3 张'],
  ])

  await later.keyboard.press('Escape')
  await dialogOf(later).waitFor({ state: 'detached' })
  await later.keyboard.press('Control+r')
  await later.getByRole('heading', { name: '记录', exact: true }).waitFor()
  await expect.poll(() => rows(later).allInnerTexts()).toHaveLength(2)
  expect((await rows(later).allInnerTexts()).join(' ')).not.toContain('佘明远')
})
