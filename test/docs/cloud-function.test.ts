import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { expect, it } from 'vitest'

const folder = new URL('../../docs/cloud-function/driver-license/', import.meta.url)
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8')

type Answer = Readonly<Record<string, unknown>>

const ENV = 'license-desk-1g2h3'
/** As WeChat tells of a call with the account's access token. */
const byDesk = { SOURCE: 'wx_http', ENV }
const storage = `https://7465-${ENV}-1250000000.tcb.qcloud.la`
const imgUrl = `${storage}/license-desk/1.jpg?sign=a&t=1`

/** Runs the function that is shipped for deployment, with WeChat's cloud played. */
async function run(
  event: object,
  driverLicense: (wish: object) => Promise<Answer>,
  context: object = byDesk,
) {
  const exports: { main?: (event: object) => Promise<Answer> } = {}
  const cloud = {
    init: () => undefined,
    getWXContext: () => context,
    DYNAMIC_CURRENT_ENV: {},
    openapi: { ocr: { driverLicense } },
  }
  vm.runInNewContext(textOf('index.js'), { exports, require: () => cloud })
  return exports.main?.(event)
}

const notAsked = (): Promise<Answer> => Promise.reject(new Error('was asked'))

it('hands the address on and the answer back', async () => {
  const asked: object[] = []
  const answer = await run({ type: 'photo', imgUrl }, async (wish) => {
    asked.push(wish)
    return { errCode: 0, id_num: '1' }
  })
  expect(asked).toEqual([{ type: 'photo', imgUrl }])
  expect(answer).toEqual({ errCode: 0, id_num: '1' })
})

it('gives a refusal as an answer', async () => {
  const refusal = { errCode: 101001, errMsg: 'openapi.ocr.driverLicense:fail rid: 1' }
  expect(await run({ imgUrl }, () => Promise.reject(refusal))).toEqual(refusal)
})

it('throws where the answer to its own call was lost: the image may have been read', async () => {
  const lost = new Error('socket hang up')
  await expect(run({ imgUrl }, () => Promise.reject(lost))).rejects.toBe(lost)
})

it.each([
  {},
  { imgUrl: 5 },
  { imgUrl: imgUrl.replace('https', 'http') },
  { imgUrl: 'https://storage.example/1.jpg' },
  { imgUrl: `https://7465-other-env-1250000000.tcb.qcloud.la/1.jpg` },
  { imgUrl: `https://7465-other-${ENV}-1250000000.tcb.qcloud.la/1.jpg` },
  { imgUrl: `${storage}.example/1.jpg` },
  { imgUrl: `https://storage.example/${imgUrl}` },
  { imgUrl: `https://user@7465-${ENV}-1250000000.tcb.qcloud.la/1.jpg` },
  { imgUrl: `https://storage.example\\@7465-${ENV}-1250000000.tcb.qcloud.la/1.jpg` },
  { imgUrl: `https://7465-${ENV}-1250000000.tcb.qcloud.la:8443/1.jpg` },
  { imgUrl: [imgUrl] },
])('refuses what is not of its own storage: %j', async (event) => {
  expect(await run(event, notAsked)).toMatchObject({ errCode: 41005 })
})

it.each([
  { SOURCE: 'wx_client', OPENID: 'o1', ENV },
  { SOURCE: 'wx_client,scf', OPENID: 'o1', ENV },
  { SOURCE: 'wx_devtools', ENV },
  { SOURCE: 'wx_unknown', ENV },
  { SOURCE: 'wx_http', OPENID: 'o1', ENV },
  { ENV },
])('refuses whoever has no access token of the account: %j', async (context) => {
  expect(await run({ imgUrl }, notAsked, context)).toMatchObject({ errCode: 48001 })
})

it('asks for the one permission it needs', () => {
  expect(JSON.parse(textOf('config.json'))).toEqual({
    permissions: { openapi: ['ocr.driverLicense'] },
  })
})
