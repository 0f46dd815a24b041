import path from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldNames } from '../../../core/license/field.ts'
import type { Reading } from '../../../core/license/reading.ts'
import { review } from '../../../core/license/review.ts'
import type { Result } from '../../../core/result.ts'
import { openImage } from '../../../electron/engine/decode/decode-image.ts'
import { loadModels, type Models } from '../../../electron/engine/models/models.ts'
import type { EngineFailure } from '../../../electron/engine/protocol.ts'
import { readLicense } from '../../../electron/engine/read-license.ts'
import { generateCard } from '../../fixtures/cards/generate-card.ts'
import { type Sample, sampleOf, samples, samplesFolder } from '../../fixtures/samples.ts'
import { modelsFolder } from '../../bench/models-folder.ts'

/** The network hardly knows 郗, the first character of its name. */
const withUnknownCharacter = '客户驾照.jpg'
const upright = '扫描0007.jpg'
let models: Models
let folder = ''

beforeAll(async () => {
  models = await loadModels(modelsFolder, 2)
  folder = await mkdtemp(path.join(tmpdir(), 'read-license-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(file: string): Promise<Result<Reading, EngineFailure>> {
  const image = await openImage(file)
  return image.ok ? readLicense(models, image.value) : image
}

async function readPicture(picture: Sharp): Promise<Result<Reading, EngineFailure>> {
  const file = path.join(folder, 'picture.jpg')
  await writeFile(file, await picture.jpeg({ quality: 92 }).toBuffer())
  return read(file)
}

/** Fields that were read wrong, and those of them that nobody is told to look at. */
function mistakes(reading: Reading, { license }: Pick<Sample, 'license'>) {
  const record = {
    id: 'one',
    source: { path: '', name: '', page: 1 },
    recognizer: 'offline',
    reading,
    decisions: {},
    readAt: '2026-11-20T00:00:00.000Z',
    ms: 0,
  }
  const looked = new Set(review(record, { today: '2026-11-20' }).items.map(({ field }) => field))
  const wrong = fieldNames.filter((field) => reading.fields[field].value !== license[field])
  return { wrong, silent: wrong.filter((field) => !looked.has(field)) }
}

function soundly(outcome: Result<Reading, EngineFailure>): Reading {
  if (!outcome.ok) throw new Error(outcome.error.kind)
  return outcome.value
}

describe('a license', () => {
  it.each([...samples])('%s is read', async (file, sample) => {
    const reading = soundly(await read(samplesFolder + file))
    const { wrong, silent } = mistakes(reading, sample)
    expect(silent).toEqual([])
    expect(wrong).toEqual(file === withUnknownCharacter ? ['name'] : [])
    expect(reading.style).toBe(sample.style)
  })

  it.each([90, 180, 270, 17])('turned by %i degrees is read alike', async (degrees) => {
    const turned = sharp(samplesFolder + upright).rotate(degrees, { background: '#888' })
    const reading = soundly(await readPicture(turned))
    expect(mistakes(reading, sampleOf(upright)).wrong).toEqual([])
    const turn = degrees === 17 ? 0 : 360 - degrees
    expect(reading.image.turn).toBe(turn)
  })

  it.each([
    ['clean', 910_002, { name: '冯守一' }],
    ['photo', 930_012, { name: '何专一' }],
    ['clean', 980_003, { address: '广东省东莞市莞城街道和平街幸福里阳光小一单元601室' }],
  ] as const)('%s %i keeps the 一 at the end of a row: %o', async (kind, seed, wish) => {
    const { jpeg, truth } = await generateCard({
      kind,
      seed,
      person: { nameKind: 'common', ...wish },
    })
    const reading = soundly(await readPicture(sharp(jpeg)))
    const { wrong, silent } = mistakes(reading, truth)
    expect(silent).toEqual([])
    for (const field of Object.keys(wish)) expect(wrong).not.toContain(field)
  })

  it('that is all blurred is refused as unreadable', async () => {
    const outcome = await readPicture(sharp(samplesFolder + upright).blur(9))
    expect(outcome.ok ? 'read' : outcome.error.kind).toBe('unreadable-license')
  })
})

describe('a picture of something else', () => {
  it('holds no license', async () => {
    const fur = await sharp({
      create: {
        width: 800,
        height: 600,
        channels: 3,
        background: '#b88a5a',
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
      },
    })
      .png()
      .toBuffer()
    const face = Buffer.from(
      '<svg width="800" height="600"><ellipse cx="400" cy="330" rx="210" ry="180" fill="#5b4630"/>' +
        '<path d="M210 230 L240 60 L350 170 Z M590 230 L560 60 L450 170 Z" fill="#5b4630"/>' +
        '<circle cx="320" cy="300" r="32" fill="#9c3"/><circle cx="480" cy="300" r="32" fill="#9c3"/>' +
        '<path d="M250 400 h-160 M250 420 h-150 M550 400 h160 M550 420 h150" stroke="#eee" stroke-width="4"/></svg>',
    )
    const outcome = await readPicture(sharp(fur).composite([{ input: face }]))
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'no-license' } })
  })
})
