import { expect, test } from 'vitest'
import { lostCharacters } from '../../../../electron/engine/read/lost-characters.ts'
import { drawnLine } from '../words/drawn-line.ts'

const width = 480
const pitch = 40

/** Full characters at one pitch, each with ink of 26 pixels; a hole where none is drawn. */
const lineWith = (places: readonly number[]) =>
  drawnLine(
    width,
    places.map((place): [number, number] => [place * pitch + 7, place * pitch + 33]),
  )

const seenAt = (text: string, places: readonly number[]) =>
  places.map((place, index) => ({
    text: [...text][index] ?? '',
    confidence: 0.99,
    at: ((place + 0.5) * pitch) / width,
  }))

const text = '北京市朝阳区建国路'
const row = [0, 1, 2, 3, 4, 5, 6, 7, 8]

test('where every character that is printed was read none is lost', () => {
  expect(lostCharacters(lineWith(row))(seenAt(text, row))).toEqual([])
})

test('a character was lost where the pitch has a hole and ink stands in it', () => {
  const read = row.filter((place) => place !== 4)
  expect(lostCharacters(lineWith(row))(seenAt('北京市朝区建国路', read))).toEqual([4])
})

test('not where the hole is paper', () => {
  const read = row.filter((place) => place !== 4)
  expect(lostCharacters(lineWith(read))(seenAt('北京市朝区建国路', read))).toEqual([])
})

test('not where one character was only seen a little beside its place', () => {
  const beside = row.map((place) => (place < 5 ? place : place + (place === 5 ? 0.35 : 0)))
  expect(lostCharacters(lineWith(row))(seenAt(text, beside))).toEqual([])
})

test('not where the network sees characters only at steps', () => {
  const dense = drawnLine(
    2 * width,
    row.map((place): [number, number] => [place * pitch + 1, place * pitch + 39]),
  )
  const steps = row.map((place) => Math.round(place / 0.31) * 0.31)
  const seen = seenAt(text, steps).map((one) => ({ ...one, at: one.at / 2 }))
  expect(lostCharacters(dense)(seen)).toEqual([])
})

test('not beside brackets, whose ink stands in one half of their place', () => {
  const places = [0, 1, 2.25, 3, 4, 4.75, 5.75, 6.25, 6.75]
  const read = '路区(一期)544'
  expect(lostCharacters(lineWith([0, 1, 2, 3, 4, 5, 6]))(seenAt(read, places))).toEqual([])
})

test('the last one was lost where ink stands behind', () => {
  expect(lostCharacters(lineWith(row))(seenAt(text, row.slice(0, -1)))).toEqual([8])
})

test('a rule along the row is no ink, and of one character nothing is told', () => {
  const rule = drawnLine(width, [[0, width]], { top: 28, bottom: 36 })
  const { data } = lineWith(row.slice(0, -1))
  const both = data.map((level, index) => Math.min(level, rule.data[index] ?? level))
  expect(lostCharacters({ ...rule, data: both })(seenAt(text, row.slice(0, -1)))).toEqual([])
  expect(lostCharacters(lineWith(row))(seenAt('北', [0]))).toEqual([])
})

test('the first one was lost where ink stands in front, and nothing else is printed there', () => {
  const behind = seenAt('京市朝', [2, 3, 4])
  expect(lostCharacters(lineWith([1, 2, 3, 4]), true)(behind)).toEqual([0])
  expect(lostCharacters(lineWith([2, 3, 4]), true)(behind)).toEqual([])
  expect(lostCharacters(lineWith([1, 2, 3, 4]))(behind)).toEqual([])
})

test('of a row of one character it is told as well', () => {
  const narrow = drawnLine(width, [
    [80, 106],
    [113, 139],
  ])
  expect(lostCharacters(narrow, true)([{ text: '8', confidence: 0.9, at: 93 / width }])).toEqual([
    1,
  ])
  const alone = drawnLine(width, [[80, 106]])
  expect(lostCharacters(alone, true)([{ text: '8', confidence: 0.9, at: 93 / width }])).toEqual([])
})
