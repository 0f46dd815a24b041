import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type FakeWeChat,
  sampleAccount,
  samplePlatform,
  sampleService,
  startFakeWeChat,
} from '../../fakes/wechat/fake-wechat.ts'
import { sampleOf, samplesFolder } from '../../fixtures/samples.ts'
import { type Ended, run, start } from './command.ts'

const scanned = '扫描0007.jpg'
const { license } = sampleOf(scanned)

let folder = ''
/** Nothing in it has to be changed before it is sent. */
let sample = ''
let image = ''
let wechat: FakeWeChat
let environment: Record<string, string>

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'license-desk-wechat-'))
  sample = path.join(folder, 'plain.jpg')
  const bytes = await sharp(path.join(samplesFolder, scanned)).jpeg().toBuffer()
  await writeFile(sample, bytes)
  image = createHash('sha256').update(bytes).digest('hex')
  wechat = await startFakeWeChat({ answers: new Map([[image, license]]) })
  environment = {
    LICENSE_DESK_APP_ID: sampleAccount.appId,
    LICENSE_DESK_APP_SECRET: sampleAccount.appSecret,
    XDG_CONFIG_HOME: path.join(folder, 'config'),
  }
})
afterEach(async () => {
  await wechat.close()
  await rm(folder, { recursive: true })
})

interface Line {
  readonly status: string
  readonly recognizer: string
  readonly license: Readonly<Record<string, string>> | null
  readonly review: readonly string[]
  readonly failure: Readonly<Record<'kind' | 'code' | 'message' | 'rid', unknown>> | null
}

async function scan(
  engine: string,
  paths: readonly string[],
  ...more: readonly string[]
): Promise<Ended & { lines: readonly Line[] }> {
  const args = ['--engine', engine, '--base-url', wechat.url, '--json', '-', '--quiet', ...more]
  const ended = await start(['scan', ...paths, ...args], environment).ended
  const lines: Line[] = ended.output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return { ...ended, lines }
}

const readByWeChat = (recognizer: string) => ({
  status: 'read',
  recognizer,
  license,
  failure: null,
})

describe('every way', () => {
  it('sends the image itself', async () => {
    const { code, lines } = await scan('wechat-upload', [sample])
    expect(code).toBe(0)
    expect(lines).toMatchObject([readByWeChat('wechat-upload')])
    expect(wechat.ledger.charges(image)).toBe(1)
  })

  it('has WeChat fetch an address, and never fetches it itself', async () => {
    const address = 'https://samples.example/license.jpg?sign=1'
    const server = createServer((_request, response) => void response.end(readFileSync(sample)))
    await new Promise<void>((resolve) => server.unref().listen(0, '127.0.0.1', resolve))
    const place = server.address()
    const port = typeof place === 'object' ? place?.port : undefined
    wechat.published.publish(address, `http://127.0.0.1:${port}/`)
    const { lines } = await scan('wechat-address', [address])
    expect(lines).toMatchObject([readByWeChat('wechat-address')])
    expect(wechat.ledger.charges(image)).toBe(1)
  })

  it('goes through the cloud and leaves nothing there', async () => {
    environment['LICENSE_DESK_CLOUD_ENV'] = sampleAccount.cloud.env
    environment['LICENSE_DESK_CLOUD_FUNCTION'] = 'driver-license'
    const { lines } = await scan('wechat-cloud', [sample])
    expect(lines).toMatchObject([readByWeChat('wechat-cloud')])
    expect(wechat.files.stored).toEqual([])
    expect(wechat.ledger.charges(image)).toBe(1)
  })

  it('reads offline first and pays only for what a person would have to look at', async () => {
    const [expired, sound] = ['王先生驾驶证旧.jpg', '客户驾照.jpg'].map((name) =>
      path.join(samplesFolder, name),
    )
    const { output } = await run('scan', sound ?? '', '--json', '-', '--quiet')
    expect(JSON.parse(output)).toMatchObject({ recognizer: 'offline', review: [] })
    const { lines } = await scan('auto', [expired ?? '', sound ?? ''])
    expect(lines).toMatchObject([
      { status: 'read', recognizer: 'auto' },
      { status: 'read', recognizer: 'auto', review: [] },
    ])
    expect(lines[0]?.review).toContain('valid_to')
    expect(wechat.ledger.entries.filter(({ charged }) => charged)).toHaveLength(1)
  })
})

describe('every kind of token', () => {
  it.each(['stable', 'classic'])('%s', async (mode) => {
    environment['LICENSE_DESK_TOKEN_MODE'] = mode
    expect((await scan('wechat-upload', [sample])).lines).toMatchObject([
      readByWeChat('wechat-upload'),
    ])
  })

  it('of a platform, whose new refresh token is kept for the next run', async () => {
    environment = {
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      LICENSE_DESK_TOKEN_MODE: 'platform',
      LICENSE_DESK_COMPONENT_APP_ID: samplePlatform.appId,
      LICENSE_DESK_COMPONENT_APP_SECRET: samplePlatform.appSecret,
      LICENSE_DESK_COMPONENT_TICKET: wechat.platform.pushTicket(),
      LICENSE_DESK_AUTHORIZER_APP_ID: sampleAccount.appId,
      LICENSE_DESK_AUTHORIZER_REFRESH_TOKEN: sampleAccount.refreshToken,
    }
    for (let time = 1; time <= 2; time++) {
      expect((await scan('wechat-upload', [sample])).lines).toMatchObject([
        readByWeChat('wechat-upload'),
      ])
      expect(wechat.ledger.charges(image)).toBe(time)
    }
    expect(await readdir(path.join(folder, 'config/LicenseDesk/authorizations'))).toHaveLength(1)
  })

  it("of the company's own server", async () => {
    environment = {
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      LICENSE_DESK_TOKEN_MODE: 'service',
      LICENSE_DESK_TOKEN_URL: `${wechat.url}/service/token`,
      LICENSE_DESK_TOKEN_HEADER: sampleService.header,
      LICENSE_DESK_TOKEN_KEY: sampleService.key,
      LICENSE_DESK_TOKEN_PATH: 'data.access_token',
      LICENSE_DESK_TOKEN_EXPIRY_PATH: 'data.expires_in',
      LICENSE_DESK_TOKEN_REFUSED_HEADER: sampleService.refusedHeader,
    }
    expect((await scan('wechat-upload', [sample])).lines).toMatchObject([
      readByWeChat('wechat-upload'),
    ])
  })
})

describe('what goes wrong', () => {
  it('is said before anything is read when the environment lacks something', async () => {
    delete environment['LICENSE_DESK_APP_SECRET']
    const { code, errors } = await scan('wechat-upload', [sample])
    expect(code).toBe(5)
    expect(errors).toContain('LICENSE_DESK_APP_SECRET')
  })

  it('comes with the code, the words and the number that support asks for (fault 45)', async () => {
    wechat.faults.add({
      at: '/cv/ocr/drivinglicense',
      fault: { kind: 'errcode', errcode: 101001, errmsg: 'not find card rid: 5f0-1-2' },
    })
    const { code, lines } = await scan('wechat-upload', [sample])
    expect(code).toBe(1)
    expect(lines).toMatchObject([
      { status: 'failed', failure: { kind: 'no-license', code: 101001, rid: '5f0-1-2' } },
    ])
  })

  it('is unknown when the answer was lost, and nothing is sent again (fault 32)', async () => {
    wechat.faults.add({ at: '/cv/ocr/drivinglicense', fault: { kind: 'reset-after-upload' } })
    const args = ['--engine', 'wechat-upload', '--base-url', wechat.url, '--json', '-']
    const { code, output, errors } = await start(['scan', sample, ...args], environment).ended
    expect(code).toBe(1)
    expect(JSON.parse(output)).toMatchObject({
      status: 'unknown',
      failure: { kind: 'outcome-unknown', code: null },
    })
    expect(errors).toContain('To send it again, scan it without --data')
    expect(errors).not.toContain('“Send again”')
    expect(wechat.ledger.charges(image)).toBe(1)
  })

  it.skipIf(process.platform === 'win32')(
    'is unknown when the PC slept while the answer came, and nothing is sent again (fault 24)',
    async () => {
      wechat.faults.add({ at: '/cv/ocr/drivinglicense', fault: { kind: 'delay', ms: 600_000 } })
      const args = ['--engine', 'wechat-upload', '--base-url', wechat.url, '--json', '-', '--quiet']
      const running = start(['scan', sample, ...args], environment)
      await expect.poll(() => wechat.ledger.charges(image)).toBe(1)
      running.process.kill('SIGSTOP')
      await wechat.close()
      running.process.kill('SIGCONT')
      const { code, output } = await running.ended
      expect(code).toBe(1)
      expect(JSON.parse(output)).toMatchObject({
        status: 'unknown',
        failure: { kind: 'outcome-unknown' },
      })
      expect(wechat.ledger.entries.filter(({ imageHash }) => imageHash === image)).toHaveLength(1)
    },
  )

  describe.skipIf(process.platform === 'win32')('is an interrupt', () => {
    const charges = (): number => wechat.ledger.entries.filter(({ charged }) => charged).length
    /** The answer is kept back until it is asked for. */
    const interruptedOnceSent = async () => {
      const other = path.join(folder, 'other.jpg')
      await sharp(sample).resize(900).toFile(other)
      await wechat.close()
      wechat = await startFakeWeChat({ answerFor: () => license })
      const { promise: until, resolve: answer } = Promise.withResolvers<void>()
      wechat.faults.add({ at: '/cv/ocr/drivinglicense', fault: { kind: 'held', until } })
      const args = ['--engine', 'wechat-upload', '--base-url', wechat.url, '--json', '-', '--quiet']
      const running = start(['scan', sample, other, '--concurrency', '1', ...args], environment)
      await expect.poll(charges).toBe(1)
      running.process.kill('SIGINT')
      await running.says('Press Ctrl-C again')
      return { running, answer }
    }

    it('which waits for the image that is out, tells what came of it, and sends no other', async () => {
      const { running, answer } = await interruptedOnceSent()
      answer()
      const { code, output } = await running.ended
      expect(code).toBe(130)
      expect(output.trim().split('\n')).toHaveLength(1)
      expect(JSON.parse(output)).toMatchObject({ status: 'read' })
      expect(charges()).toBe(1)
    })

    it('and another one, which waits no longer, and still tells what was sent', async () => {
      const { running } = await interruptedOnceSent()
      const pressing = setInterval(() => running.process.kill('SIGINT'), 100)
      await running.says('Not waiting')
      clearInterval(pressing)
      const { code, output } = await running.ended
      expect(code).toBe(130)
      expect(JSON.parse(output)).toMatchObject({
        status: 'unknown',
        failure: { kind: 'outcome-unknown' },
      })
      expect(charges()).toBe(1)
    })
  })

  it('is a wrong secret for every image, and not one is sent (fault 42)', async () => {
    environment['LICENSE_DESK_APP_SECRET'] = 'canary-secret'
    const copies = await Promise.all(
      [1, 2, 3, 4].map(async (number) => {
        const copy = path.join(folder, `${number}.jpg`)
        await sharp(sample)
          .rotate(90 * number)
          .jpeg()
          .toFile(copy)
        return copy
      }),
    )
    const { code, lines, errors } = await scan('wechat-upload', copies)
    expect(code).toBe(1)
    expect(lines.map(({ failure }) => failure?.kind)).toEqual(copies.map(() => 'wrong-secret'))
    expect(errors).not.toContain('canary')
    expect(wechat.ledger.entries.filter(({ path: at }) => at.startsWith('/cv/'))).toEqual([])
  })

  it('costs one call when the same image comes under two names (fault 65)', async () => {
    const copy = path.join(folder, 'copy.jpg')
    await copyFile(sample, copy)
    const { lines } = await scan('wechat-upload', [sample, copy])
    expect(lines).toMatchObject([readByWeChat('wechat-upload'), readByWeChat('wechat-upload')])
    expect(wechat.ledger.charges(image)).toBe(1)
  })

  it('refuses an address where addresses are not read', async () => {
    const { lines } = await scan('wechat-upload', ['https://samples.example/a.jpg'])
    expect(lines).toMatchObject([{ status: 'failed', failure: { kind: 'address-not-taken' } }])
    expect(wechat.ledger.entries).toEqual([])
  })

  it('stops the batch at a wrong secret, with one message and one question to WeChat', async () => {
    environment['LICENSE_DESK_APP_SECRET'] = 'f'.repeat(32)
    const other = path.join(folder, 'other.jpg')
    await sharp(sample).resize(900).toFile(other)
    const { code, lines, errors } = await scan('wechat-upload', [sample, other])
    expect(code).toBe(1)
    expect(lines.map((line) => line.failure?.['kind'])).toEqual(['wrong-secret', 'wrong-secret'])
    expect(errors.match(/The AppSecret is wrong/g)).toHaveLength(1)
    expect(wechat.ledger.entries).toHaveLength(1)
  })

  it('reads the rest offline when the calls of the day are used up and that is wished', async () => {
    const account = wechat.accounts.get(sampleAccount.appId)
    if (account !== undefined) account.settings.dailyLimit = 0
    const wish = ['--when-spent', 'offline']
    expect((await scan('wechat-upload', [sample], ...wish)).lines).toMatchObject([
      {
        status: 'read',
        recognizer: 'offline',
        license,
        missed: { recognizer: 'wechat-upload', kind: 'daily-limit' },
      },
    ])
    expect((await scan('wechat-upload', [sample])).lines).toMatchObject([
      { status: 'failed', failure: { kind: 'daily-limit', code: 45009 } },
    ])
    expect(wechat.ledger.charges(image)).toBe(0)
  })
})
