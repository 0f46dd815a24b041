import { expect, test } from 'vitest'
import { readAs } from '../core/license/sample.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrances } from './harness/hindrances.ts'
import { launchDesk, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { toldCards } from './harness/told-cards.ts'
import { allRead, dialogOf, inputOf, rowOf, standsStill } from './harness/view.ts'

test.each([
  ['light', 'zh'],
  ['dark', 'en'],
] as const)(
  'nothing hinders anybody, %s, %s: doubts, values to choose, lines of the image, commands, keys, filters, several at once',
  async (appearance, language) => {
    const { program, files } = await toldCards({
      a: { name: readAs('余明远', 0.6) },
      b: { id_num: readAs('441900199012210518') },
      c: {},
    })
    const userData = await newUserData({ language, appearance })
    const page = (await launchDesk({ program, userData })).page()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await dropFiles(page, files)
    await allRead(page, 3)
    const look = async (name: string): Promise<void> => {
      expect({ [name]: await hindrances(page) }).toEqual({ [name]: [] })
      await shoot(page, `${name}-${language}`)
    }
    const close = async (): Promise<void> => {
      await standsStill(page)
      await page.keyboard.press('Escape')
      await dialogOf(page).waitFor({ state: 'detached' })
    }
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-pane=fields] canvas').first().waitFor()
    await look('doubt')
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('menuitem').first().waitFor()
    await look('origins')
    await page.keyboard.press('Escape')
    await page.getByRole('menuitem').first().waitFor({ state: 'detached' })
    await inputOf(page, 'address').focus()
    await look('sure')
    for (const [key, name] of [
      ['Alt+l', 'lines'],
      ['Control+k', 'palette'],
      ['F1', 'keys'],
    ] as const) {
      await page.keyboard.press(key)
      await dialogOf(page).waitFor()
      await look(name)
      await close()
    }
    await page.keyboard.press('Control+Shift+f')
    await page.locator('select').first().waitFor()
    await look('filters')
    await page.keyboard.press('Escape')
    await page.locator('select').first().waitFor({ state: 'detached' })

    await rowOf(page, '余明远').click()
    await page.locator('[data-pane=list]').focus()
    await page.keyboard.press('Control+a')
    await page.locator('[role=option][data-marked=true]').nth(2).waitFor()
    await look('marked')
    await page.keyboard.press('Delete')
    await dialogOf(page).waitFor()
    await look('marked-delete')
    await close()
    await page.locator('[data-pane=list]').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('End')
    await page.keyboard.press('Delete')
    await page.locator('.mantine-Notification-root').waitFor()
    await look('undo')

    await page.keyboard.press('Control+r')
    await page.locator('#records').waitFor()
    await page.locator('#records').focus()
    await page.keyboard.press('Control+a')
    await page.locator('[role=option][data-marked=true]').nth(2).waitFor()
    await look('records-marked')
    await page.keyboard.press('Control+Shift+f')
    await page.locator('select').first().waitFor()
    await look('records-filters')
  },
)
