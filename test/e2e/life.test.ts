import path from 'node:path'
import { expect, test } from 'vitest'
import { dropFiles } from './harness/drop-files.ts'
import { copyOf, sample } from './harness/images.ts'
import { launchDesk, newFolder, newUserData } from './harness/launch-desk.ts'
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
  await expect.poll(() => desk.enginePid()).toEqual(expect.any(Number))
  const first = (await desk.enginePid()) ?? 0
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
  await expect.poll(() => desk.asked()).toHaveLength(1)
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
  await expect.poll(() => rows(desk.page()).count()).toBe(1)
})

test('the program ends without a question, no process stays, and what was read is there again', async () => {
  const userData = await newUserData()
  const others = new Set(descendantsOf(process.pid).map(({ pid }) => pid))
  const { license, path: file } = sample('外籍客户.jpg')
  const desk = await launchDesk({ userData, words: [file] })
  await allRead(desk.page(), 1)
  const mine = descendantsOf(process.pid).filter(({ pid }) => !others.has(pid))
  expect(mine.map(({ command }) => command).join('\n')).toContain('engine-process.js')
  await desk.page().getByRole('listbox').click()
  await desk.closeWindow()
  expect(await desk.ended).toBe(0)
  expect(await desk.asked()).toEqual([])
  await expect.poll(() => stillRunning(mine.map(({ pid }) => pid))).toEqual([])

  const again = await launchDesk({ userData })
  await rowOf(again.page(), license.name).waitFor()
  await expect.poll(() => rows(again.page()).count()).toBe(1)
})

test('a program whose window vanished asks nobody and ends', async () => {
  const desk = await launchDesk({ words: [sample('外籍客户.jpg').path] })
  await allRead(desk.page(), 1)
  await desk.loseWindow()
  expect(await desk.ended).toBe(0)
})
