import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { expect, it } from 'vitest'

const folder = new URL('../../docs/cloud-function/driver-license/', import.meta.url)
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8')

type Answer = Readonly<Record<string, unknown>>

/** Runs the function that is shipped for deployment, with WeChat's cloud played. */
async function run(event: object, driverLicense: (wish: object) => Promise<Answer>) {
  const exports: { main?: (event: object) => Promise<Answer> } = {}
  const cloud = {
    init: () => undefined,
    DYNAMIC_CURRENT_ENV: {},
    openapi: { ocr: { driverLicense } },
  }
  vm.runInNewContext(textOf('index.js'), { exports, require: () => cloud })
  return exports.main?.(event)
}

it('hands the address on and the answer back', async () => {
  const asked: object[] = []
  const answer = await run(
    { type: 'photo', imgUrl: 'https://storage.example/1.jpg' },
    async (wish) => {
      asked.push(wish)
      return { errCode: 0, id_num: '1' }
    },
  )
  expect(asked).toEqual([{ type: 'photo', imgUrl: 'https://storage.example/1.jpg' }])
  expect(answer).toEqual({ errCode: 0, id_num: '1' })
})

it('gives a refusal as an answer', async () => {
  const refusal = { errCode: 101001, errMsg: 'openapi.ocr.driverLicense:fail rid: 1' }
  expect(
    await run({ imgUrl: 'https://storage.example/1.jpg' }, () => Promise.reject(refusal)),
  ).toEqual(refusal)
})

it('throws where the answer to its own call was lost: the image may have been read', async () => {
  const lost = new Error('socket hang up')
  const asked = run({ imgUrl: 'https://storage.example/1.jpg' }, () => Promise.reject(lost))
  await expect(asked).rejects.toBe(lost)
})

it.each([{}, { imgUrl: 5 }, { imgUrl: 'http://storage.example/1.jpg' }])(
  'refuses %j',
  async (event) => {
    const never = (): Promise<Answer> => Promise.reject(new Error('was asked'))
    expect(await run(event, never)).toMatchObject({ errCode: 41005 })
  },
)

it('asks for the one permission it needs', () => {
  expect(JSON.parse(textOf('config.json'))).toEqual({
    permissions: { openapi: ['ocr.driverLicense'] },
  })
})
