import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import {
  sampleAccount,
  samplePlatform,
  sampleService,
  startFakeWeChat,
  type FakeWeChat,
} from './fake-wechat.ts'
import { faultLines, readFaultLine } from './fault-line.ts'
import { openEngineAnswers } from './engine-answers.ts'
import type { LedgerEntry } from './ledger.ts'
import { readTruth } from './truth.ts'
import { openAlbum, sampleImages } from './sample-album.ts'

const published = 'https://samples.example'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, truth: { type: 'string' } },
})
const truths = [
  ...sampleImages.map(({ fields }) => fields),
  ...(values.truth === undefined ? [] : readTruth(values.truth)),
]
const engine = openEngineAnswers(truths, () =>
  console.log(
    '这张不知道写着什么，按离线识别回答，不能当第二个人的意见\n' +
      'nobody wrote down what stands on this one: the answer is the offline engine’s, and no second opinion',
  ),
)
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
process.once('exit', engine.close)
const fake = await startFakeWeChat({
  port: Number(values.port),
  answers: new Map(sampleImages.map(({ hash, fields }) => [hash, fields])),
  answerFor: engine.answerFor,
  onEntry: (entry) => console.log(lineOf(entry)),
})
const album = await openAlbum()
for (const { file } of sampleImages) {
  const name = encodeURIComponent(file)
  fake.published.publish(`${published}/${name}`, `${album}/${name}`)
}
console.log(introduction(fake, fake.platform.pushTicket()))
listen(fake)

/** Each line typed is the fault of the next recognition. */
function listen({ faults }: FakeWeChat): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line.trim() === '') return
    const fault = readFaultLine(line)
    if (fault === undefined) {
      console.log(`看不懂；可以输入：\nnot understood; these are: ${faultLines.join(' | ')}`)
      return
    }
    faults.add({ at: '/cv/ocr/drivinglicense', fault })
    console.log(`下一次识别将出现此故障 · the next recognition will suffer this: ${fault.kind}`)
  })
}

function lineOf({ path, imageHash, charged, answered }: LedgerEntry): string {
  const file = sampleImages.find((image) => image.hash === imageHash)?.file
  const image = file ?? (imageHash === '' ? '' : imageHash.slice(0, 12))
  return [path, image, charged ? '计费 1 次 (charged)' : '', answered].filter(Boolean).join('  ')
}

function introduction({ url }: FakeWeChat, ticket: string): string {
  const { appId, appSecret, refreshToken, cloud } = sampleAccount
  return `
测试用微信已启动：${url}
A WeChat to try against: ${url}

  AppID      ${appId}
  AppSecret  ${appSecret}

build/samples 里的人，不管图片怎么裁、怎么压，都按证上真实的内容回答；--truth 文件 可以再加（npm run 后面写 --）。
其余的按离线识别回答，并说明；不是驾驶证的回答 101001。按 Ctrl+C 停止。
It answers what really stands on the cards of build/samples, however the images were cut or encoded; --truth FILE adds
more (a truth.json of npm run draw). For any other it answers what the offline engine reads, and says so; what is
no license is 101001. Ctrl+C stops it.

怎么试 · how to try it:

  curl -s '${url}/cgi-bin/token?grant_type=client_credential&appid=${appId}&secret=${appSecret}'
  curl -s -F 'img=@build/samples/IMG_2291.jpg' '${url}/cv/ocr/drivinglicense?access_token=TOKEN'

图片地址 · by address:
  ${published}/IMG_2291.jpg

程序用 --base-url ${url}，并设环境变量 · the program, with --base-url ${url} and:
  LICENSE_DESK_APP_ID=${appId}
  LICENSE_DESK_APP_SECRET=${appSecret}
  LICENSE_DESK_CLOUD_ENV=${cloud.env}
  LICENSE_DESK_CLOUD_FUNCTION=${Object.keys(cloud.functions).join('')}
第三方平台 · third-party platform:
  LICENSE_DESK_COMPONENT_APP_ID=${samplePlatform.appId}
  LICENSE_DESK_COMPONENT_APP_SECRET=${samplePlatform.appSecret}
  LICENSE_DESK_COMPONENT_TICKET=${ticket}
  LICENSE_DESK_AUTHORIZER_APP_ID=${appId}
  LICENSE_DESK_AUTHORIZER_REFRESH_TOKEN=${refreshToken}
公司令牌服务 · company token service:
  LICENSE_DESK_TOKEN_URL=${url}/service/token   (${sampleService.header}: ${sampleService.key})
  → data.access_token, data.expires_in；被拒的令牌写在请求头 · a refused token goes into ${sampleService.refusedHeader}

让下一次识别出故障，输入一行 · type a line to spoil the next recognition:
  ${faultLines.join(' | ')}
`
}
