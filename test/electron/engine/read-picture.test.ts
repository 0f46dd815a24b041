import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type FieldName, fieldNames } from '../../../core/license/field.ts'
import type { FailureKind } from '../../../core/license/failure.ts'
import { parseAddress } from '../../../core/license/parse/text.ts'
import type { Reading, Readings } from '../../../core/license/reading.ts'
import { review } from '../../../core/license/review.ts'
import type { Result } from '../../../core/result.ts'
import { openImage } from '../../../electron/engine/decode/decode-image.ts'
import { type LineReader, loadModels, type Models } from '../../../electron/engine/models/models.ts'
import type { Network } from '../../../electron/engine/models/network.ts'
import type { EngineFailure } from '../../../electron/engine/protocol.ts'
import { readPicture } from '../../../electron/engine/read-picture.ts'
import { modelsFolder } from '../../bench/models-folder.ts'
import { catPhoto } from '../../fixtures/formats/nothing.ts'
import { lookedAtOn } from '../../fixtures/cards/calendar.ts'
import { type DrawnPicture, drawPicture } from '../../fixtures/form/draw-picture.ts'
import type { PictureKind } from '../../fixtures/form/kinds/kinds.ts'
import { samples, samplesFolder } from '../../fixtures/samples.ts'

let models: Models
beforeAll(async () => {
  models = await loadModels(modelsFolder, 2)
})

async function read(picture: string | Uint8Array): Promise<Result<Readings, EngineFailure>> {
  const image = await openImage(picture)
  return image.ok ? readPicture(models, image.value) : image
}

function soundly(outcome: Result<Readings, EngineFailure>): Readings {
  if (!outcome.ok) throw new Error(`${outcome.error.kind}: ${outcome.error.detail}`)
  return outcome.value
}

type License = Readonly<Record<FieldName, string>>

/** Free text may hold a character that hardly anybody knows. */
const isCertain = (field: FieldName): boolean => field !== 'name' && field !== 'address'

const wrongIn = (reading: Reading, license: License): FieldName[] =>
  fieldNames.filter((field) => {
    const truth = field === 'address' ? parseAddress(license[field]) : license[field]
    return reading.fields[field].value !== truth
  })

/** Fields that were read wrong, and nobody is told to look at. */
function silentIn(reading: Reading, license: License): FieldName[] {
  const { items } = review({ reading, decisions: {} }, { today: lookedAtOn })
  const looked = new Set(items.map(({ field }) => field))
  return wrongIn(reading, license).filter((field) => !looked.has(field))
}

/** Everything but free text is right of everybody, in order, and no mistake is silent. */
function expectRead(readings: Readings, { people }: Pick<DrawnPicture, 'people'>): void {
  expect(readings).toHaveLength(people.length)
  readings.forEach((reading, index) => {
    const license = people[index]
    if (license === undefined) throw new Error('nobody')
    expect(wrongIn(reading, license).filter(isCertain)).toEqual([])
    expect(silentIn(reading, license)).toEqual([])
  })
}

async function readDrawn(kind: PictureKind, seed: number) {
  const picture = await drawPicture({ kind, seed })
  return { picture, readings: soundly(await read(picture.image)) }
}

/** The same models, and how many were ever asked at once. */
function counted({ detection, finder, reader, witness }: Models) {
  let [now, most] = [0, 0]
  const watched =
    (network: Network): Network =>
    async (input, use) => {
      now += 1
      most = Math.max(most, now)
      const used = await network(input, use)
      now -= 1
      return used
    }
  const ofLines = (one: LineReader): LineReader => ({ ...one, network: watched(one.network) })
  const asked: Models = {
    detection: watched(detection),
    finder: ofLines(finder),
    reader: ofLines(reader),
    witness: ofLines(witness),
  }
  return { asked, mostAtOnce: () => most }
}

const patience = { timeout: 60_000 }

test(
  'of several cards no two are looked at at once, for each look holds memory',
  patience,
  async () => {
    const { image } = await drawPicture({ kind: 'both-pages', seed: 2 })
    const opened = await openImage(image)
    if (!opened.ok) throw new Error(opened.error.detail)
    const { asked, mostAtOnce } = counted(models)
    expect(soundly(await readPicture(asked, opened.value))).toHaveLength(1)
    expect(mostAtOnce()).toBe(1)
  },
)

describe('a sample', patience, () => {
  test.each([...samples])('%s is read without a silent mistake', async (file, sample) => {
    const [reading] = soundly(await read(samplesFolder + file))
    expect(silentIn(reading, sample.license)).toEqual([])
    expect(wrongIn(reading, sample.license).length).toBeLessThanOrEqual(2)
    expect(reading.style).toBe(sample.style)
  })
})

describe('a license', patience, () => {
  test.each([
    ['scan', 1],
    ['photo', 1],
    ['photo', 2],
  ] as const)('of a %s (%i) is read', async (kind, seed) => {
    const { picture, readings } = await readDrawn(kind, seed)
    expectRead(readings, picture)
    expect(readings[0]).toMatchObject({ medium: 'print', hindrances: [] })
    expect(readings[0].place).toBeUndefined()
  })

  test('is read alike however it is turned, and its place is told', async () => {
    const picture = await drawPicture({ kind: 'scan', seed: 1 })
    for (const degrees of [90, 180, 270, 17]) {
      const turned = await sharp(picture.image).rotate(degrees, { background: '#888' }).toBuffer()
      const readings = soundly(await read(turned))
      expectRead(readings, picture)
      expect(readings[0].image.turn).toBe(degrees === 17 ? 0 : 360 - degrees)
    }
  })

  test('with its second page is one reading, which knows its file', async () => {
    const { picture, readings } = await readDrawn('both-pages', 1)
    expectRead(readings, picture)
    const second = picture.documents.find(({ content }) => content.kind === 'second-page')
    if (second?.content.kind !== 'second-page') throw new Error('no second page drawn')
    expect(readings[0].secondPage?.fileNumber.value).toBe(second.content.archiveNumber)
    expect(readings[0].secondPage?.number.value).toBe(second.content.id_num)
  })

  test('beside another paper is the only one', async () => {
    const { picture, readings } = await readDrawn('beside', 1)
    expectRead(readings, picture)
    expect(readings).toHaveLength(1)
  })

  test('that is a photocopy is a copy', async () => {
    const { picture, readings } = await readDrawn('copy', 3)
    expectRead(readings, picture)
    expect(readings[0].medium).toBe('copy')
  })

  test('on a screen is electronic, and no mistake is silent', async () => {
    const { picture, readings } = await readDrawn('electronic', 3)
    expect(readings[0].medium).toBe('electronic')
    const [license] = picture.people
    if (license === undefined) throw new Error('nobody')
    expect(silentIn(readings[0], license)).toEqual([])
  })

  test('on a screen is read by its labels, row by row', async () => {
    const { picture, readings } = await readDrawn('electronic', 12)
    expect(picture.people).toMatchObject([{ address: '', official_seal: '' }])
    expectRead(readings, picture)
  })
})

test('a sheet gives one reading for each person, in order', patience, async () => {
  const { picture, readings } = await readDrawn('sheet', 5)
  expect(picture.people).toHaveLength(6)
  expectRead(readings, picture)
  expect(readings.map(({ place }) => place)).toEqual(
    readings.map((_, index) => ({ index: index + 1, of: 6 })),
  )
})

test('each second page of a sheet goes to its own license', patience, async () => {
  const { picture, readings } = await readDrawn('sheet', 2)
  const files = new Map(
    picture.documents.flatMap(({ content }) =>
      content.kind === 'second-page' ? [[content.id_num, content.archiveNumber] as const] : [],
    ),
  )
  expect(files.size).toBe(2)
  for (const { fields, secondPage } of readings)
    expect(secondPage?.fileNumber.value).toBe(files.get(fields.id_num.value))
})

describe('a picture without a license is named', patience, () => {
  test.each([
    ['other-document', 1, 'class-table', 'other-document'],
    ['other-document', 3, 'rental-contract', 'other-document'],
    ['other-document', 8, 'vehicle-license', 'vehicle-license'],
    ['other-document', 10, 'identity-card', 'identity-card'],
    ['other-document', 6, 'landscape', 'no-license'],
    ['second-page', 1, 'second-page', 'second-page'],
  ] as const)('%s %i, %s: %s', async (kind, seed, content, failure: FailureKind) => {
    const picture = await drawPicture({ kind, seed })
    expect(picture.documents[0]?.content.kind).toBe(content)
    expect(await read(picture.image)).toMatchObject({ ok: false, error: { kind: failure } })
  })

  test('a second page alone tells its number and its file', async () => {
    const picture = await drawPicture({ kind: 'second-page', seed: 4 })
    const content = picture.documents[0]?.content
    if (content?.kind !== 'second-page') throw new Error('no second page drawn')
    expect(await read(picture.image)).toMatchObject({
      ok: false,
      error: {
        secondPage: {
          number: { value: content.id_num },
          fileNumber: { value: content.archiveNumber },
        },
      },
    })
  })

  test('a license in the mirror', async () => {
    const { image } = await drawPicture({ kind: 'photo', seed: 2 })
    const outcome = await read(await sharp(image).flop().toBuffer())
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'mirrored' } })
  })

  test('a cat, and a license that is all blurred', async () => {
    expect(await read(await catPhoto())).toMatchObject({ ok: false, error: { kind: 'no-license' } })
    const { image } = await drawPicture({ kind: 'scan', seed: 1 })
    const outcome = await read(await sharp(image).blur(9).toBuffer())
    expect(outcome.ok).toBe(false)
  })
})
