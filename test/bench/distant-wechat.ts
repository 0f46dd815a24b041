import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sampleAccount, startFakeWeChat } from '../fakes/wechat/fake-wechat.ts'
import { sampleOf } from '../fixtures/samples.ts'

/** A WeChat that shares no process with the program, as the real one shares none; it reads every image alike. */
export async function startDistantWeChat({
  latency,
  dailyLimit,
}: {
  /** How long every answer takes, in milliseconds. */
  readonly latency: number
  readonly dailyLimit: number
}): Promise<{ readonly url: string; close(): void }> {
  const child = fork(fileURLToPath(import.meta.url), [String(latency), String(dailyLimit)])
  const [url] = await once(child, 'message')
  return { url: String(url), close: () => void child.kill() }
}

async function play(latency: number, dailyLimit: number): Promise<void> {
  const { license } = sampleOf('前台拍照3.jpg')
  const { url } = await startFakeWeChat({
    latency,
    answerFor: () => license,
    accounts: [{ ...sampleAccount, dailyLimit }],
  })
  process.send?.(url)
}

if (import.meta.main) await play(Number(process.argv[2]), Number(process.argv[3]))
