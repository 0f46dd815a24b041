import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { loadModels } from '../../electron/engine/models/models.ts'
import { peerFigures } from './against.ts'
import { type Case, drawnCases, givenCases } from './cases.ts'
import { curveOf } from './curve.ts'
import { fieldTable, wrongFields } from './field-table.ts'
import { type Figure, tableOf } from './figures.ts'
import { memoryFigures } from './memory.ts'
import { modelsFolder } from './models-folder.ts'
import { readingFigures } from './reading-figures.ts'
import { type Run, runCases } from './run-cases.ts'
import { marksOf } from './score.ts'
import { startFigures } from './start.ts'
import { timeFigures } from './time-figures.ts'
import { watch } from './watched-models.ts'

const usage = `npm run bench:read -- [--quick] [--set building|thresholds] [--wrong] [--against] [--curve FILE.svg]
npm run bench:read -- --pictures FOLDER --truth FILE [--wrong] [--against] [--curve FILE.svg]

Without options: all figures of the offline engine on drawn pictures of the reporting seeds, against their bars.
--quick     a tenth of the pictures, and 200 instead of 1,000 for the memory
--set       other seeds: for building, or for choosing thresholds
--pictures  your own pictures, with a truth of {"file": {"field": "value" or null}}, or of a list of such for several people
--wrong     list every field that was read wrong
--against   have tesseract.js and @gutenye/ocr-node read the same cards, which are installed apart for it
--curve     draw silent mistakes against false alarms for stricter and laxer thresholds`

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      set: { type: 'string', default: 'reporting' },
      pictures: { type: 'string' },
      truth: { type: 'string' },
      wrong: { type: 'boolean', default: false },
      against: { type: 'boolean', default: false },
      curve: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const { quick, set, pictures, truth, wrong, against, curve } = values
  const isSet = set === 'reporting' || set === 'building' || set === 'thresholds'
  if (values.help || !isSet || (pictures === undefined) !== (truth === undefined)) {
    console.log(usage)
    return values.help
  }
  const isGiven = pictures !== undefined && truth !== undefined
  const cases = isGiven ? await givenCases(pictures, truth) : await drawnCases(set, quick ? 0.1 : 1)
  const runs = await readAll(cases)
  const marks = marksOf(runs)
  if (wrong || isGiven) for (const line of wrongFields(marks)) console.log(line)
  for (const line of failuresOf(runs)) console.log(line)
  console.log(fieldTable(marks))
  if (curve !== undefined) await writeFile(curve, curveOf(runs))
  if (against) console.log(tableOf(await peerFigures(cases)))
  if (isGiven) return true
  console.log(`${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}`)
  const figures: Figure[] = [...readingFigures(runs), ...timeFigures(runs)]
  console.log(tableOf(figures))
  const cards = cases.filter(({ kind }) => kind === 'scan' || kind === 'photo')
  const ofProcess = [
    ...(await startFigures(cards[0])),
    ...(await memoryFigures(cards, quick ? 200 : 1000)),
  ]
  console.log(tableOf(ofProcess))
  return [...figures, ...ofProcess].every(({ passed }) => passed)
}

async function readAll(cases: readonly Case[]): Promise<Run[]> {
  const watched = watch(await loadModels(modelsFolder, 2))
  const [warmUp] = cases
  if (warmUp !== undefined) await runCases(watched, [warmUp])
  return runCases(watched, cases)
}

/** Pictures of a license that gave none, and other papers that were not called what they are. */
const failuresOf = (runs: readonly Run[]): string[] =>
  runs.flatMap(({ of, failure, strays }) => [
    ...(failure === (of.paper ?? '') ? [] : [`${of.name}: ${failure || 'read as a license'}`]),
    ...(strays.length > 0 && of.paper === undefined
      ? [`${of.name}: ${strays.length} records of nobody`]
      : []),
  ])

if (!(await main())) process.exitCode = 1
