import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dropFiles } from './harness/drop-files.ts'
import { copyOf, sample } from './harness/images.ts'
import { launchDesk, newFolder } from './harness/launch-desk.ts'
import { descendantsOf, stillRunning } from './harness/processes.ts'
import { allRead, countStates, rowOf, rows } from './harness/view.ts'

test('the engine is killed while it reads: it starts again and the batch comes to its end (fault 6)', async () => {
  const folder = await newFolder()
  const files: string[] = []
  for (let number = 1; number <= 4; number++)
    files.push(await copyOf(sample('外籍客户.jpg'), path.join(folder, `第${number}张.jpg`)))
  const desk = await launchDesk()
  const page = desk.page()
  await dropFiles(page, files)
  await page.locator('[data-state=reading]').waitFor()
  const first = await desk.enginePid()
  if (first === undefined) throw new Error('no engine runs')
  process.kill(first, 'SIGKILL')
  await allRead(page, files.length)
  const { ready = 0, look = 0 } = await countStates(page)
  expect(ready + look).toBe(files.length)
  expect(await desk.enginePid()).not.toBe(first)
})

test('the page falls, or is opened anew: the licenses are there again (fault 5)', async () => {
  const desk = await launchDesk()
  const { license, path: file } = sample('外籍客户.jpg')
  await dropFiles(desk.page(), [file])
  await allRead(desk.page(), 1)

  await desk.crashPage()
  await expect.poll(() => desk.asked(), { timeout: 20_000 }).toHaveLength(1)
  expect(await desk.asked()).toMatchObject([
    {
      kind: 'message',
      options: { message: expect.stringContaining('窗口内容意外停止，已重新打开') },
    },
  ])

  const page = desk.page()
  await rowOf(page, license.name).waitFor()
  await page.evaluate(() => document.body.setAttribute('data-first', ''))
  await page.evaluate(() => location.reload())
  await page.locator('body[data-first]').waitFor({ state: 'detached' })
  await rowOf(page, license.name).waitFor()
  await dropFiles(page, [sample('前台拍照3.jpg').path])
  await allRead(page, 2)
})

test('a second start hands its files to the first window and ends (fault 7)', async () => {
  const desk = await launchDesk()
  const { license, path: file } = sample('外籍客户.jpg')
  expect(await desk.startAgain([file])).toBe(0)
  await rowOf(desk.page(), license.name).waitFor()
  expect(await rows(desk.page()).count()).toBe(1)
})

test('what is read and not exported is asked about before the program ends, and no process stays', async () => {
  const folder = await newFolder()
  const others = new Set(descendantsOf(process.pid).map(({ pid }) => pid))
  const desk = await launchDesk({ words: [sample('外籍客户.jpg').path] })
  const page = desk.page()
  await allRead(page, 1)
  const mine = descendantsOf(process.pid).filter(({ pid }) => !others.has(pid))
  expect(mine.map(({ command }) => command).join('\n')).toContain('engine-process.js')
  const questions = async (): Promise<unknown[]> =>
    (await desk.asked()).filter(({ kind }) => kind === 'message')

  await desk.quit()
  await expect.poll(questions).toHaveLength(1)
  expect(await questions()).toMatchObject([
    { options: { message: '还有 1 张没有导出，要退出吗？', cancelId: 0, defaultId: 0 } },
  ])
  await page.getByRole('listbox').click()
  await desk.closeWindow()
  await expect.poll(questions).toHaveLength(2)
  expect(await rows(page).count()).toBe(1)

  const target = path.join(folder, 'out')
  await mkdir(target)
  await desk.answer('save', { paths: [path.join(target, '表.csv')] })
  await page.keyboard.press('Control+e')
  const anyway = page.getByRole('button', { name: '1 张全部导出' })
  const written = page.getByText('已写好，并核对过')
  await anyway.or(written).first().waitFor()
  if (await anyway.isVisible()) await anyway.click()
  await written.waitFor()
  await desk.quit()
  expect(await desk.ended).toBe(0)
  expect(await questions()).toHaveLength(2)
  await expect.poll(() => stillRunning(mine.map(({ pid }) => pid)), { timeout: 10_000 }).toEqual([])
})

test('whoever agrees to lose what was read may leave', async () => {
  const desk = await launchDesk({ words: [sample('外籍客户.jpg').path] })
  await allRead(desk.page(), 1)
  await desk.answer('message', { button: 1 })
  await desk.page().getByRole('listbox').click()
  await desk.closeWindow()
  expect(await desk.ended).toBe(0)
})

test('a program whose window vanished asks nobody and ends', async () => {
  const desk = await launchDesk({ words: [sample('外籍客户.jpg').path] })
  await allRead(desk.page(), 1)
  await desk.loseWindow()
  expect(await desk.ended).toBe(0)
})
