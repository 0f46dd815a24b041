import type { SecondPage } from '../../../core/license/second-page.ts'
import type { ValuePlace } from '../forms/form.ts'
import { secondPage, type SecondValue } from '../forms/second-page.ts'
import type { Raster } from '../geometry/raster.ts'
import { decodeLegal, type LegalReading } from '../legal/decode-legal.ts'
import { fileNumber, mainlandNumber, soundNumber } from '../legal/grammars.ts'
import type { Models } from '../models/models.ts'
import type { PlacedForm } from '../register/refine.ts'
import { type Decoding, looksByPlace } from './decoding.ts'
import { drifted, measureDrift } from './drift.ts'
import { readStrips, type Strip } from './strips.ts'

const values: readonly SecondValue[] = ['number', 'file', 'record1', 'record2', 'record3']
const decodings = {
  number: { place: 'number', legal: mainlandNumber },
  soundNumber: { place: 'number', legal: soundNumber },
  file: { place: 'file', legal: fileNumber },
} as const
const looksAt = looksByPlace(Object.values(decodings))
const look = { margin: 0.85, squeeze: 1 } as const

/** Less likely than this a number is not what stands there. */
const leastScore = -12
/** A number whose check character fits is taken where it is as likely but for this, as a natural logarithm. */
const asLikely = 2
/** What is less sure than this among what may be anything is no writing but the card's pattern. */
const leastSure = 0.5

/** Reads what a second page says: the number, the file's number, and the record. */
export async function readSecondPage(
  models: Models,
  picture: Raster,
  placed: PlacedForm,
): Promise<SecondPage> {
  const drift = measureDrift(secondPage.values, placed.lines)
  const placeOf = (value: SecondValue): ValuePlace =>
    drifted(secondPage.values[value], drift, secondPage.words)
  const wanted = values.map((value) => ({ value, look }))
  const [number, file, ...records] = await readStrips(
    models.reader,
    picture,
    { placeOf, looksAt },
    placed,
    wanted,
  )
  const decode = (strip: Strip | undefined, { legal }: Decoding): LegalReading =>
    strip === undefined ? unread : decodeLegal(legal, strip.scores)
  const written = records
    .flatMap(({ seen }) => seen.characters)
    .filter(({ text, confidence }) => text.trim() !== '' && confidence >= leastSure)
  const [likeliest, sound] = [
    decode(number, decodings.number),
    decode(number, decodings.soundNumber),
  ]
  return {
    number: printedIf(sound.score > likeliest.score - asLikely ? sound : likeliest),
    fileNumber: printedIf(decode(file, decodings.file)),
    record: printed(written),
  }
}

const unread: LegalReading = { text: '', characters: [], score: -Infinity }

const nothing: SecondPage['number'] = { value: '', confidence: null }

const printedIf = ({ score, characters }: LegalReading): SecondPage['number'] =>
  score < leastScore ? nothing : printed(characters)

const printed = (
  characters: readonly { readonly text: string; readonly confidence: number }[],
): SecondPage['number'] =>
  characters.length === 0
    ? nothing
    : {
        value: characters.map(({ text }) => text).join(''),
        confidence: Math.min(1, ...characters.map(({ confidence }) => confidence)),
      }
