import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openImage } from '../../../../../electron/engine/decode/decode-image.ts'
import { pdfPages } from '../../../../../electron/engine/decode/pdf/pdf-document.ts'
import { findSystemFont } from '../../../../../electron/engine/decode/pdf/system-font.ts'
import { loadModels } from '../../../../../electron/engine/models/models.ts'
import { readLinesOf } from '../../../../../electron/engine/read-lines-of.ts'
import { modelsFolder } from '../../../../bench/models-folder.ts'
import { drawPdfPage } from '../../../../../electron/engine/decode/pdf/pdf-page.ts'
import { pdfOf } from '../../../../fixtures/formats/pdf.ts'
import { samplesFolder } from '../../../../fixtures/samples.ts'

const scan = async (): Promise<Buffer> =>
  sharp(await readFile(`${samplesFolder}/前台拍照3.jpg`))
    .autoOrient()
    .jpeg()
    .toBuffer()

test('a scanned page comes out of a PDF pixel for pixel, and turned as a viewer shows it', async () => {
  const jpeg = await scan()
  const pdf = await pdfOf([{ jpeg }, { jpeg, rotate: 90 }])
  const plain = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const drawn = await drawPdfPage(pdf, 1)
  const { width, height } = plain.info
  expect(drawn).toMatchObject({ ok: true, value: { width, height } })
  expect(drawn.ok && plain.data.equals(drawn.value.data)).toBe(true)
  const turned = await sharp(jpeg).rotate(90).raw().toBuffer()
  const onItsSide = await drawPdfPage(pdf, 2)
  expect(onItsSide).toMatchObject({ ok: true, value: { width: height, height: width } })
  expect(onItsSide.ok && turned.equals(onItsSide.value.data)).toBe(true)
})

test('a page with print on it is drawn large enough for print', async () => {
  const jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#ccc' } })
    .jpeg()
    .toBuffer()
  const pdf = await pdfOf([{ jpeg, print: 'C1' }])
  expect(await drawPdfPage(pdf, 1)).toMatchObject({
    ok: true,
    value: { width: 2400, height: 1600 },
  })
})

test('a locked PDF opens with its password alone', async () => {
  const pdf = await pdfOf([{ jpeg: await scan() }], 'Ab 12')
  const locked = { ok: false, error: { kind: 'password-needed' } }
  expect(await pdfPages(pdf)).toMatchObject(locked)
  expect(await pdfPages(pdf, 'ab 12')).toMatchObject(locked)
  expect(await openImage(pdf)).toMatchObject(locked)
  expect(await pdfPages(pdf, 'Ab 12')).toEqual({ ok: true, value: 1 })
  expect(await drawPdfPage(pdf, 1, { password: 'Ab 12' })).toMatchObject({ ok: true })
})

test('what is broken, cut off, empty or has no such page is damaged, and nothing worse', async () => {
  const pdf = await pdfOf([{ jpeg: await scan() }])
  const damaged = { ok: false, error: { kind: 'damaged' } }
  expect(await openImage(Buffer.from('%PDF-1.7\nnothing'))).toMatchObject(damaged)
  expect(await openImage(await pdfOf([]))).toMatchObject(damaged)
  expect(await openImage(pdf, 2)).toMatchObject(damaged)
  const rubbish = Buffer.from(pdf)
  for (let at = 9; at < rubbish.length; at += 7) rubbish[at] = (at * 31) & 255
  expect(await openImage(rubbish)).toMatchObject(damaged)
})

test('a page as large as a house is drawn no larger than a page', async () => {
  const jpeg = await sharp({
    create: { width: 12_000, height: 40, channels: 3, background: '#fff' },
  })
    .jpeg()
    .toBuffer()
  const drawn = await drawPdfPage(await pdfOf([{ jpeg }]), 1)
  expect(drawn).toMatchObject({ ok: true, value: { width: 4000, height: 13 } })
})

test('print in a Chinese font that the file does not bring along is drawn in one of the system', async () => {
  const models = await loadModels(modelsFolder, 2)
  const jpeg = await sharp({
    create: { width: 1600, height: 800, channels: 3, background: '#fff' },
  })
    .jpeg()
    .toBuffer()
  const opened = await openImage(await pdfOf([{ jpeg, chinese: '机动车驾驶证准驾车型' }]))
  if (!opened.ok) throw new Error(opened.error.detail)
  const lines = await readLinesOf(models, opened.value)
  if (!lines.ok) throw new Error(lines.error.detail)
  expect(lines.value.map(({ text }) => text)).toEqual(['机动车驾驶证准驾车型'])
})

test.skipIf(process.platform === 'win32')('a system without a Chinese font lends none', () => {
  expect(findSystemFont('win32')).toBeUndefined()
})
