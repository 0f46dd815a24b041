import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { sampleOf, samplesFolder } from '../../fixtures/samples.ts'
import { catPhoto } from '../../fixtures/formats/nothing.ts'
import { stableToken, start, upload } from './caller.ts'
import { openEngineAnswers } from './engine-answers.ts'

it('answers for an image that was made anew what the engine reads, and 101001 for a cat', async () => {
  const engine = openEngineAnswers()
  onTestFinished(() => engine.close())
  const fake = await start({ answerFor: engine.answerFor })
  const token = await stableToken(fake)
  const name = '前台拍照3.jpg'
  const image = await sharp(readFileSync(path.join(samplesFolder, name)))
    .jpeg({ quality: 90 })
    .toBuffer()
  const { id_num: number, name: person } = sampleOf(name).license
  expect((await upload(fake, token, image)).fields).toMatchObject({
    errcode: 0,
    id_num: number,
    name: person,
  })
  expect((await upload(fake, token, Buffer.from(await catPhoto()))).fields).toMatchObject({
    errcode: 101001,
  })
  expect(fake.ledger.entries.filter(({ charged }) => charged)).toHaveLength(2)
}, 60_000)
