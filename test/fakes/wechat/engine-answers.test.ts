import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { sampleOf, samplesFolder } from '../../fixtures/samples.ts'
import { catPhoto } from '../../fixtures/formats/nothing.ts'
import { stableToken, start, upload } from './caller.ts'
import { openEngineAnswers } from './engine-answers.ts'
import { readTruth, truthOf } from './truth.ts'

it('answers for an image that was made anew what the engine reads, and 101001 for a cat', async () => {
  let unknown = 0
  const engine = openEngineAnswers([], () => (unknown += 1))
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
  expect(unknown).toBe(1)
  expect(fake.ledger.entries.filter(({ charged }) => charged)).toHaveLength(2)
}, 60_000)

it('answers what stands on the card where the engine misreads it: nothing is compared with itself', async () => {
  const name = '前台拍照3.jpg'
  const { license } = sampleOf(name)
  const truth = { ...license, address: '别的地方，离线识别读不出' }
  const engine = openEngineAnswers([sampleOf('扫描0007.jpg').license, truth])
  onTestFinished(() => engine.close())
  const image = await sharp(readFileSync(path.join(samplesFolder, name)))
    .resize({ width: 1600 })
    .jpeg({ quality: 85 })
    .toBuffer()
  expect(await engine.answerFor(image)).toEqual(truth)
}, 60_000)

it('takes in who is on the pictures that were drawn', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'truth-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = path.join(folder, 'truth.json')
  const { license } = sampleOf('扫描0007.jpg')
  await writeFile(
    file,
    JSON.stringify({ 'a.png': license, 'b.png': [license, { name: '余明远' }] }),
  )
  const people = readTruth(file)
  expect(people.map((one) => one.name)).toEqual([license.name, license.name, '余明远'])
  expect(truthOf(license, people)).toEqual(license)
  expect(truthOf({ ...license, id_num: '', name: '', address: '' }, people)).toEqual(license)
  expect(truthOf({ sex: '男', nationality: '中国', name: '余明远' }, people)).toBeUndefined()
})
