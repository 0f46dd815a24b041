import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Settings } from '../../core/settings/settings.ts'
import { addYears } from '../../core/license/parse/date.ts'
import { wordsIn } from '../../core/words/words.ts'
import { readAs } from '../core/license/sample.ts'
import { dropFiles } from './harness/drop-files.ts'
import { hindrances } from './harness/hindrances.ts'
import { launchDesk, newUserData } from './harness/launch-desk.ts'
import { shoot } from './harness/shoot.ts'
import { inDays, programToldOf, type ToldPeople, until } from './harness/told-people.ts'
import {
  allRead,
  dialogOf,
  fieldOf,
  hasKeyboard,
  inputOf,
  rowOf,
  standsStill,
} from './harness/view.ts'

const [pickUp, giveBack] = [inDays(5), inDays(9)]
const sound = until(addYears(inDays(400), 2))

const people: ToldPeople = {
  '1.jpg': { ...sound, name: readAs('王小雨') },
  '2.jpg': { ...sound, name: readAs('陈立群'), car_class: readAs('C1', 0.5) },
  '3.jpg': { ...until(inDays(7)), name: readAs('赵明远') },
}

async function open(settings: Partial<Settings> = { language: 'zh' }): Promise<Page> {
  const { program, pictures } = await programToldOf(people)
  const page = (await launchDesk({ program, userData: await newUserData(settings) })).page()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await dropFiles(page, [...pictures])
  await allRead(page, pictures.length)
  return page
}

const rental: Partial<Settings> = {
  language: 'zh',
  purpose: { kind: 'rental', wish: { vehicle: 'C1', pickUp, giveBack } },
}

const verdict = (page: Page): Locator => page.locator('section[aria-label=判断]')
const light = (page: Page): Promise<string | null> =>
  verdict(page).locator('[data-light]').getAttribute('data-light')
const lightOf = (page: Page, name: string): Locator => rowOf(page, name).locator('[data-light]')
const closed = (page: Page): Promise<void> => dialogOf(page).waitFor({ state: 'detached' })

test('what the licenses are for is asked once; green, amber until it is looked at, red, and at once with what is typed', async () => {
  const page = await open()
  expect(await verdict(page).count()).toBe(0)
  expect(await page.locator('[data-light]').count()).toBe(0)

  await page.getByRole('button', { name: '租车还是驾校？' }).click()
  await page.getByRole('button', { name: '就这样' }).click()
  await page.getByText('请填日期').waitFor()
  await page.getByLabel('取车').fill(pickUp)
  await page.getByLabel('还车').fill(inDays(4))
  await page.getByText('还车日早于取车日').waitFor()
  await page.getByLabel('还车').fill(giveBack)
  await page.getByRole('button', { name: '就这样' }).click()
  await closed(page)

  await lightOf(page, '王小雨').getByText('可以租').waitFor()
  await lightOf(page, '陈立群').getByText('先核实').waitFor()
  await lightOf(page, '赵明远').getByText('不能租').waitFor()

  await rowOf(page, '赵明远').click()
  // What was asked is answered first.
  await expect
    .poll(() => page.locator('[data-pane=fields] > :first-child').getAttribute('aria-label'))
    .toBe('判断')
  await verdict(page)
    .getByText(`${inDays(7)} 到期，早于还车日 ${giveBack}：早些还车，或先换证。`)
    .waitFor()
  await verdict(page)
    .getByText(/截至 2025-01-01 的规定/)
    .waitFor()
  // The rule on the field itself says it too.
  await page.locator('[data-field=valid_to]').getByText(`早于还车日`).first().waitFor()

  await rowOf(page, '陈立群').click()
  await verdict(page).getByText('还没核对：准驾车型。').waitFor()
  await inputOf(page, 'car_class').focus()
  await page.keyboard.press('Enter')
  await lightOf(page, '陈立群').getByText('可以租').waitFor()
  // Enter on the last doubt of a license goes on to the next one.
  await rowOf(page, '陈立群').click()
  await inputOf(page, 'car_class').fill('c2')
  await verdict(page).getByText('准驾车型 C2 不能开 C1：换一辆车，或换一位驾驶人。').waitFor()
  await expect.poll(() => light(page)).toBe('red')
  await inputOf(page, 'car_class').fill('b2')
  await expect.poll(() => light(page)).toBe('green')
})

test('the house sets its policy, and a wrong number is told', async () => {
  const page = await open(rental)
  await expect.poll(() => light(page)).toBe('green')
  await page.keyboard.press('Control+g')
  await page.getByRole('button', { name: '店规…' }).click()
  await page.getByLabel('驾驶人最多（0 为不限）').fill('abc')
  await page.getByText('0 到 100 的整数').waitFor()
  expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await page.getByLabel('驾驶人最多（0 为不限）').fill('30')
  await page.getByLabel('租期内到期').selectOption({ label: '先核实' })
  await page.getByRole('button', { name: '保存' }).click()
  // Back to the question that was opened first.
  await page.getByRole('button', { name: '就这样' }).click()
  await closed(page)
  await lightOf(page, '王小雨').getByText('不能租').waitFor()
  await verdict(page)
    .getByText(/店里最多到 30 岁。/)
    .waitFor()
})

test('whoever is on the do-not-rent list is red, also after another start, until somebody takes them off; deleting a person asks about it', async () => {
  const { program, pictures } = await programToldOf(people)
  const userData = await newUserData(rental)
  const desk = await launchDesk({ program, userData })
  const page = desk.page()
  await dropFiles(page, [...pictures])
  await allRead(page, pictures.length)
  await rowOf(page, '王小雨').click()
  await expect.poll(() => light(page)).toBe('green')
  await page.getByRole('button', { name: '加入不租名单…' }).click()
  await page.getByText('以后不再租给 王小雨？').waitFor()
  await page.getByRole('button', { name: '加入名单' }).click()
  await page.getByText('请写几个字说明原因').waitFor()
  await page.getByLabel('原因（同事会看到）').fill('撞坏车门没有赔')
  await page.keyboard.press('Enter')
  await closed(page)
  await verdict(page)
    .getByText(/在不租名单上（.* 加入）：撞坏车门没有赔/)
    .waitFor()
  await page.getByRole('button', { name: '改不租名单上的备注…' }).click()
  const note = page.getByLabel('原因（同事会看到）')
  await expect.poll(() => note.inputValue()).toBe('撞坏车门没有赔')
  await note.fill('车门已赔，保险杠没有')
  await page.getByRole('button', { name: '改备注', exact: true }).click()
  await verdict(page)
    .getByText(/车门已赔，保险杠没有/)
    .waitFor()
  await page.getByRole('button', { name: '改不租名单上的备注…' }).click()
  await note.fill('撞坏车门没有赔')
  await page.keyboard.press('Enter')
  await verdict(page).getByText('撞坏车门没有赔').waitFor()
  // The same number, read of all three.
  await lightOf(page, '陈立群').getByText('不能租').waitFor()
  await inputOf(page, 'id_num').fill('330106199207152847')
  await expect.poll(() => verdict(page).getByText('在不租名单上').count()).toBe(0)
  await page.keyboard.press('Escape')
  await verdict(page).getByText('撞坏车门没有赔').waitFor()
  await desk.quit()
  expect(await desk.ended).toBe(0)

  const again = (await launchDesk({ program, userData })).page()
  await again.getByRole('button', { name: '记录', exact: true }).click()
  await again.getByRole('option').first().click()
  await again.getByRole('button', { name: '删除此人全部内容…' }).click()
  await again.getByLabel('也从不租名单移出').waitFor()
  await again.getByRole('button', { name: '全部删除' }).click()
  await again.getByText(/不租名单上的那一条还在。/).waitFor()
  await again.keyboard.press('Escape')
  await again.getByRole('button', { name: '设置', exact: true }).click()
  await again.getByRole('button', { name: '不租名单…', exact: true }).click()
  await again.getByText('撞坏车门没有赔').waitFor()
  await again.getByRole('button', { name: '移出“撞坏车门没有赔”' }).click()
  await again.getByText('移出后要有驾驶证才能再加回来。').waitFor()
  await again.getByRole('button', { name: '确定移出' }).click()
  await again.getByText('名单上还没有人').waitFor()
})

test('a school sees which classes are open to a card, and what it cannot prove', async () => {
  const page = await open()
  await page.keyboard.press('Control+g')
  await page.getByRole('radio', { name: '驾校报名' }).check()
  await page.getByRole('button', { name: '就这样' }).click()
  await closed(page)
  await lightOf(page, '王小雨').getByText('可以报').waitFor()
  await lightOf(page, '陈立群').getByText('先核实').waitFor()
  await rowOf(page, '王小雨').click()
  const courses = page.getByRole('list', { name: '这张证可以报' })
  const b1 = courses.getByRole('listitem').filter({ hasText: '中型客车' })
  expect(await b1.innerText()).toMatch(
    /C1 满 2 年；最近 2 个记分周期都没有记满 12 分[^]*现在可以申请/,
  )
  await verdict(page)
    .getByText(/证上看不出：记分.*身体条件/)
    .waitFor()
  await verdict(page)
    .getByText(/其他车型/)
    .click()
  await page.getByText('要先有 A3 或 B1 或 B2 或 A2').waitFor()
})

const orders = [
  [1, 2, 0],
  [0, 1, 2],
  [2, 1, 0],
] as const

/** Types a day into the date that has the keyboard, part by part, in whichever order the browser shows them. */
async function typeDay(page: Page, field: Locator, day: string): Promise<void> {
  const parts = day.split('-')
  for (const order of orders) {
    for (const at of order) await page.keyboard.type(parts[at] ?? '')
    if ((await field.inputValue()) === day) return
    for (let back = 0; back < 2; back += 1) await page.keyboard.press('ArrowLeft')
  }
  expect(await field.inputValue()).toBe(day)
}

test('who was read before is known again, and what has changed stands beside each field (fault 65)', async () => {
  const { program, pictures } = await programToldOf({
    '1.jpg': { ...sound, address: readAs('广东省东莞市南城街道鸿福路1号') },
    '2.jpg': sound,
  })
  const page = (await launchDesk({ program, userData: await newUserData() })).page()
  const [first = '', second = ''] = pictures
  await dropFiles(page, [first])
  await allRead(page, 1)
  expect(await page.getByText(/以前有/).count()).toBe(0)
  await page.getByRole('button', { name: '收起', exact: true }).click()
  await page.getByRole('option').waitFor({ state: 'detached' })
  await dropFiles(page, [second])
  await allRead(page, 1)
  await page.getByText(`上次 ${inDays(0)}，以前有 1 条记录`).waitFor()
  await page.getByText('变了 1 项').waitFor()
  await fieldOf(page, 'address')
    .getByText('上次读到的是“广东省东莞市南城街道鸿福路1号”。')
    .waitFor()
  await inputOf(page, 'id_num').fill('330106199207152847')
  await page.keyboard.press('Enter')
  await page.getByText(/以前有/).waitFor({ state: 'detached' })
})

test('all of it by the keyboard alone', async () => {
  const page = await open()
  const hasFocus = (wanted: Locator): Promise<boolean> =>
    wanted.evaluate((element) => element === document.activeElement)
  const tabTo = async (wanted: Locator): Promise<void> => {
    await wanted.waitFor()
    for (let step = 0; step < 40; step += 1) {
      if (await hasFocus(wanted)) return
      await page.keyboard.press('Tab')
    }
    expect(await hasFocus(wanted)).toBe(true)
  }
  await page.keyboard.press('Control+g')
  await dialogOf(page).waitFor()
  await hasKeyboard(page.getByRole('radio', { name: '租车' }))
  await tabTo(page.getByLabel('要租的车需要'))
  await page.keyboard.type('C2')
  await tabTo(page.getByLabel('取车'))
  await typeDay(page, page.getByLabel('取车'), pickUp)
  await tabTo(page.getByLabel('还车'))
  await typeDay(page, page.getByLabel('还车'), giveBack)
  await tabTo(page.getByRole('button', { name: '店规…' }))
  await page.keyboard.press('Enter')
  await standsStill(page)
  await hasKeyboard(page.getByLabel('驾驶人至少'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('25')
  await page.keyboard.press('Enter')
  // What was typed before is still there.
  await expect.poll(() => page.getByLabel('取车').inputValue()).toBe(pickUp)
  await tabTo(page.getByRole('button', { name: '就这样' }))
  await page.keyboard.press('Enter')
  await closed(page)
  await rowOf(page, '王小雨').getByText('可以租').waitFor()
  await verdict(page).getByText(`C2 · ${pickUp} 至 ${giveBack}`).waitFor()

  await tabTo(page.getByRole('button', { name: '加入不租名单…' }))
  await page.keyboard.press('Enter')
  await hasKeyboard(page.getByLabel('原因（同事会看到）'))
  await page.keyboard.type('late')
  await page.keyboard.press('Enter')
  await closed(page)
  await expect.poll(() => light(page)).toBe('red')

  await page.keyboard.press('Control+g')
  await tabTo(dialogOf(page).getByRole('button', { name: '不租名单…' }))
  await page.keyboard.press('Enter')
  await tabTo(page.getByRole('button', { name: '移出“late”' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByText('名单上还没有人').waitFor()
  await page.keyboard.press('Escape')
  await closed(page)
  await expect.poll(() => light(page)).toBe('green')
})

const looks = [
  ['zh', 'light'],
  ['en', 'dark'],
] as const

test.each(looks)(
  'nothing hinders anybody in what is said of rentals and courses: %s, %s',
  async (language, appearance) => {
    const page = await open({ ...rental, language, appearance })
    const say = wordsIn(language)
    for (const [at, name] of ['王小雨', '陈立群', '赵明远'].entries()) {
      await rowOf(page, name).click()
      await lightOf(page, name).waitFor()
      expect(await hindrances(page)).toEqual([])
      await shoot(page, `verdict-${language}-rental-${at}`)
    }
    await page.getByRole('button', { name: say('doNotRentAdd') }).click()
    await dialogOf(page).waitFor()
    expect(await hindrances(page)).toEqual([])
    await shoot(page, `verdict-${language}-add`)
    await page.getByLabel(say('doNotRentNote')).fill('撞坏车门没有赔')
    await page.keyboard.press('Enter')
    await closed(page)
    await page.keyboard.press('Control+g')
    await dialogOf(page).waitFor()
    expect(await hindrances(page)).toEqual([])
    await shoot(page, `verdict-${language}-purpose`)
    for (const door of ['policy', 'doNotRent'] as const) {
      await dialogOf(page)
        .getByRole('button', { name: say(door) })
        .click()
      await page.getByRole('heading', { name: say(`${door}Title`) }).waitFor()
      expect(await hindrances(page)).toEqual([])
      await shoot(page, `verdict-${language}-${door}`)
      await page
        .getByRole('button', { name: say(door === 'policy' ? 'cancelEntry' : 'close') })
        .last()
        .click()
    }
    await page.getByRole('radio', { name: say('forSchool') }).check()
    await page.getByRole('button', { name: say('purposeDone') }).click()
    await closed(page)
    await rowOf(page, '王小雨').click()
    await page.getByText(say('coursesLater')).click()
    expect(await hindrances(page)).toEqual([])
    await shoot(page, `verdict-${language}-school`)
  },
)
