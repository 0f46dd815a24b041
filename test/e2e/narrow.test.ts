import { expect, test } from 'vitest'
import { dropFiles } from './harness/drop-files.ts'
import { sample } from './harness/images.ts'
import { launchDesk, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { allRead, dialogOf, fieldOf, inputOf, standsStill } from './harness/view.ts'

test.each([
  ['zh', '校验相符', '全部按键'],
  ['en', 'checks out', 'All keys'],
] as const)(
  'in a window of 1024 pixels a value and the words beside it stand there whole, and the hints hold while typing: %s',
  async (language, note, keys) => {
    const page = (await launchDesk({ userData: await newUserData({ language }) })).page()
    await page.setViewportSize({ width: 1024, height: 720 })
    await dropFiles(page, [sample('客户驾照.jpg').path, sample('前台拍照3.jpg').path])
    await allRead(page, 2)
    await page.getByRole('option').first().click()
    const said = fieldOf(page, 'id_num').getByText(note)
    await said.waitFor()
    await standsStill(page)
    await shoot(page, `narrow-${language}`)
    const cut = await page
      .locator('[data-pane=fields] [class*=note], [data-pane=fields] [data-field] input')
      .evaluateAll((all) =>
        all.flatMap((one) => {
          const text = one instanceof HTMLInputElement ? one.value : one.textContent
          return one.scrollWidth > one.clientWidth ? [`${text} is cut`] : []
        }),
      )
    expect(cut).toEqual([])
    const [value, beside] = await Promise.all([
      inputOf(page, 'id_num').boundingBox(),
      said.boundingBox(),
    ])
    expect(value?.width).toBeGreaterThanOrEqual(196)
    expect(beside?.width).toBeGreaterThan(0)

    const hint = page.getByRole('button', { name: keys })
    const [key = ''] = (await hint.innerText()).split(/\s/)
    await inputOf(page, 'name').focus()
    const before = await inputOf(page, 'name').inputValue()
    await page.keyboard.press(key)
    await dialogOf(page).waitFor()
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'detached' })
    await expect.poll(() => inputOf(page, 'name').inputValue()).toBe(before)
  },
)

test('in the top bar nothing lies over anything else while images wait, in the longer language', async () => {
  const page = (await launchDesk({ userData: await newUserData({ language: 'en' }) })).page()
  await page.getByRole('main').getByRole('button').first().waitFor()
  await page.keyboard.press('p')
  await dropFiles(page, [sample('客户驾照.jpg').path, sample('前台拍照3.jpg').path])
  await page.getByText('Paused, 2 waiting').waitFor()
  for (const width of [1280, 1100, 1024]) {
    await page.setViewportSize({ width, height: 720 })
    await shoot(page, `top-bar-${width}`)
    const parts = await page.locator('[data-pane=top] > *').evaluateAll((all) =>
      all.map((one) => {
        const { left, right } = one.getBoundingClientRect()
        return { says: one.textContent, left, right: Math.max(right, left + one.scrollWidth) }
      }),
    )
    const over = parts.flatMap(({ says, right }, at) =>
      parts.slice(at + 1).some(({ left }) => left < right - 1) ? [says] : [],
    )
    expect({ width, over }).toEqual({ width, over: [] })
    expect(parts.at(-1)?.right).toBeLessThanOrEqual(width)
  }
})
