import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { samples, samplesFolder } from '../../fixtures/samples.ts'
import { hashOf } from './recognition.ts'
import type { WeChatFields } from './wechat.ts'

interface SampleImage {
  readonly file: string
  readonly hash: string
  readonly fields: WeChatFields
}

export const sampleImages: readonly SampleImage[] = [...samples].map(([file, { license }]) => ({
  file,
  hash: hashOf(readFileSync(path.join(samplesFolder, file))),
  fields: license,
}))

/** Serves the bundled samples on loopback, for WeChat to fetch; the address ends without a slash. */
export async function openAlbum(): Promise<string> {
  const album = createServer((request, response) => {
    const file = decodeURIComponent((request.url ?? '').slice(1))
    if (samples.has(file)) response.end(readFileSync(path.join(samplesFolder, file)))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => album.listen(0, '127.0.0.1', resolve))
  const address = album.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}
