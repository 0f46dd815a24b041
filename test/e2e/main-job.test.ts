import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { askDesk } from './harness/ask.ts'
import { dropFiles } from './harness/drop-files.ts'
import { pasteInto } from './harness/paste-into.ts'
import { cat, cutOff, sample, sideways } from './harness/images.ts'
import { launchDesk, newFolder } from './harness/launch-desk.ts'
import {
  allRead,
  countStates,
  dialogOf,
  fieldOf,
  inputOf,
  rowOf,
  rows,
  valueIn,
} from './harness/view.ts'

test('drops five files, looks at the doubtful one, corrects it and exports what the cards say', async () => {
  const folder = await newFolder()
  const [first, second] = [sample('前台拍照3.jpg'), sample('外籍客户.jpg')]
  const turned = await sideways(folder)
  const bad = [await cutOff(folder), await cat(folder)]
  const desk = await launchDesk()
  const page = desk.page()

  const progress = page.getByRole('progressbar')
  const seen = progress.waitFor()
  await dropFiles(page, [first.path, second.path, turned.path, ...bad])
  await seen
  await allRead(page, 5)
  await progress.waitFor({ state: 'detached' })

  await expect.poll(() => rows(page).count()).toBe(5)
  const { ready = 0, look = 0, failed } = await countStates(page)
  expect({ read: ready + look, failed }).toEqual({ read: 3, failed: 2 })
  expect(await rowOf(page, '传了一半.jpg').innerText()).toContain('图片坏了或不完整')
  expect(await rowOf(page, '猫.jpg').innerText()).toContain('图里没有找到驾驶证')
  const counts = page.getByRole('group', { name: '驾驶证' }).getByRole('button')
  const said = async (): Promise<string[]> =>
    (await counts.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))
  await expect.poll(said).toEqual([`${ready} 可导出`, `${look} 待看`, '2 没读成'])

  await rowOf(page, turned.license.name).click()
  const number = fieldOf(page, 'id_num')
  await expect.poll(() => valueIn(page, 'id_num')).toBe(turned.license.id_num)
  await expect.poll(() => number.getAttribute('data-look')).toBe('true')
  await inputOf(page, 'id_num').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(turned.soundNumber.slice(-1))
  await page.keyboard.press('Enter')
  await number.getByText('校验相符').waitFor()
  await expect.poll(() => number.getAttribute('data-look')).toBe('false')

  await number.getByRole('button', { name: /恢复/ }).click()
  await number.getByText('校验相符').waitFor({ state: 'detached' })
  await expect.poll(() => valueIn(page, 'id_num')).toBe(turned.license.id_num)
  await expect.poll(() => number.getAttribute('data-look')).toBe('true')

  await inputOf(page, 'id_num').fill(turned.soundNumber)
  await page.keyboard.press('Enter')
  await number.getByText('校验相符').waitFor()

  const table = path.join(folder, '客户 2026.csv')
  await desk.answer('save', { paths: [table] })
  await page.keyboard.press('Control+e')
  const anyway = page.getByRole('button', { name: '3 张全部导出' })
  const written = page.getByText('已写好，并核对过')
  await anyway.or(written).first().waitFor()
  if (await anyway.isVisible()) await anyway.click()
  await written.waitFor()

  const exported: Record<string, string>[] = parse(await readFile(table), {
    bom: true,
    columns: true,
  })
  const digits = exported.map((row) => [
    row['证号'],
    row['出生日期'],
    row['有效期起'],
    row['有效期止'],
  ])
  expect(digits).toEqual(
    [first.license, second.license, { ...turned.license, id_num: turned.soundNumber }].map(
      (license) => [license.id_num, license.birth_date, license.valid_from, license.valid_to],
    ),
  )
  const names = [first, second, turned].map(({ license }) => license.name)
  expect(exported.map((row) => row['姓名'])).toEqual(names)
})

test('a drop counts although what lay under it has just changed', async () => {
  const desk = await launchDesk()
  const page = desk.page()
  const coverAll = (): Promise<void> =>
    page.evaluate(() => {
      const cover = document.createElement('div')
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 999'
      document.body.append(cover)
    })
  await dropFiles(page, [sample('外籍客户.jpg').path], coverAll)
  await allRead(page, 1)
  expect(await countStates(page)).not.toHaveProperty('failed')
})

test('what is dropped, pasted or called for while the records are shown is seen on the desk', async () => {
  const doubtful = await sideways(await newFolder())
  const page = (await launchDesk()).page()
  const toRecords = async (): Promise<void> => {
    await page.keyboard.press('Control+r')
    await page.getByRole('heading', { name: '记录', exact: true }).waitFor()
  }
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()
  await toRecords()
  const veil = page.getByText('松手就开始读')
  await dropFiles(page, [doubtful.path], () => veil.waitFor())
  await allRead(page, 1)
  await toRecords()
  await page.keyboard.press('Control+e')
  await page.getByText('还有没看完的').waitFor()
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
  await toRecords()
  await page.getByRole('button', { name: /^保存期限/ }).focus()
  await pasteInto(page, { text: sample('外籍客户.jpg').path })
  await allRead(page, 2)
  expect(await countStates(page)).toMatchObject({ look: expect.any(Number) })
})

test('under a filter only what is in sight can be taken off', async () => {
  const folder = await newFolder()
  const page = (await launchDesk()).page()
  const bad = [await cat(folder), await cutOff(folder)]
  await dropFiles(page, [sample('外籍客户.jpg').path, ...bad])
  await allRead(page, 3)
  await page.getByRole('button', { name: /没读成/ }).click()
  const list = page.getByRole('listbox')
  await list.focus()
  for (const left of [1, 0]) {
    await page.keyboard.press('Delete')
    await expect.poll(() => rows(page).count()).toBe(left)
  }
  await page.getByText('没有符合的').waitFor()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: '显示全部' }).click()
  await expect.poll(() => rows(page).count()).toBe(1)
})

test('what was typed is kept once, whichever way the field is left', async () => {
  const { path: file, soundNumber } = await sideways(await newFolder())
  const page = (await launchDesk()).page()
  const decisions = async (): Promise<number> => {
    const answer = await askDesk(page, 'audit:newest', { limit: 100 })
    return JSON.stringify(answer).split('field-decided').length - 1
  }
  await dropFiles(page, [file])
  await allRead(page, 1)
  await inputOf(page, 'id_num').fill(soundNumber)
  const before = await decisions()
  await page.keyboard.press('Enter')
  await fieldOf(page, 'id_num').getByText('校验相符').waitFor()
  await expect.poll(decisions).toBe(before + 1)

  await inputOf(page, 'name').fill('余明远')
  await page.keyboard.press('Control+r')
  await page.getByRole('heading', { name: '记录', exact: true }).waitFor()
  await page.keyboard.press('Control+r')
  await expect.poll(() => valueIn(page, 'name')).toBe('余明远')
  await expect.poll(decisions).toBe(before + 2)
})

test('the keyboard stays in the field when the valid period is put apart and together again', async () => {
  const page = (await launchDesk()).page()
  await dropFiles(page, [sample('前台拍照3.jpg').path])
  await allRead(page, 1)
  const writtenIn = (): Promise<string | null | undefined> =>
    page.evaluate(() =>
      document.activeElement?.closest('span[data-field]')?.getAttribute('data-field'),
    )
  const end = fieldOf(page, 'valid_to')
  await inputOf(page, 'valid_from').fill('2044-10-08')
  await page.keyboard.press('ArrowDown')
  await end.waitFor()
  await expect.poll(() => end.getAttribute('data-look')).toBe('true')
  await expect.poll(writtenIn).toBe('valid_to')
  await page.keyboard.press('Enter')
  await end.waitFor({ state: 'detached' })
  await expect.poll(writtenIn).toEqual(expect.any(String))
})

test('the fields leave the keyboard to whoever has turned to the search while an image is read', async () => {
  const page = (await launchDesk()).page()
  await page.getByRole('heading', { name: '把驾驶证图片拖到这里' }).waitFor()
  await page.keyboard.press('p')
  await page.getByText('已暂停').waitFor()
  await dropFiles(page, [sample('外籍客户.jpg').path])
  await page.locator('[data-state=queued]').waitFor()
  await page.getByRole('listbox').press('Enter')
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Alt+p')
  await allRead(page, 1)
  await fieldOf(page, 'name').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
})

test('cells of a spreadsheet go into the field in which somebody writes, not onto the list as a picture', async () => {
  const page = (await launchDesk()).page()
  await dropFiles(page, [sample('外籍客户.jpg').path])
  await allRead(page, 1)
  await page.getByRole('textbox', { name: '查找' }).focus()
  expect(await pasteInto(page, { text: '佘明远', picture: true })).toBe(true)
  expect(await pasteInto(page, { picture: true })).toBe(false)
  await page.getByText('1 个文件没有收下').waitFor()
})
