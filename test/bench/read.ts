import { parseArgs } from 'node:util'
import { loadModels } from '../../electron/engine/models/models.ts'
import { parseSeeds } from '../fixtures/cards/set.ts'
import { casesOf, type Kind, reportingSeeds } from './cases.ts'
import { accuracyFigures, type Figure, reviewFigures, tableOf, timeFigures } from './figures.ts'
import { memoryFigures } from './memory.ts'
import { modelsFolder } from './models-folder.ts'
import { type Run, runCards } from './run-cards.ts'
import { isSilent } from './score.ts'
import { startFigures } from './start.ts'
import { watch } from './watched-models.ts'

const usage = `node test/bench/read.ts [--kind clean|photo] [--seeds 1-40] [--wrong]

Without options: the figures of the offline engine on the reporting seeds, against their bars.
--kind, --seeds  only these cards, and neither memory nor start: for tuning, on seeds below 1000
--wrong          list every field that was read wrong`

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      kind: { type: 'string' },
      seeds: { type: 'string' },
      wrong: { type: 'boolean', default: false },
    },
  })
  const { kind: wanted, seeds, wrong } = values
  if (wanted !== undefined && wanted !== 'clean' && wanted !== 'photo') throw new Error(usage)
  const tuning = wanted !== undefined || seeds !== undefined
  const kinds: Kind[] = wanted === undefined ? ['clean', 'photo'] : [wanted]
  const cards = await Promise.all(
    kinds.map((kind) =>
      casesOf(kind, seeds === undefined ? reportingSeeds[kind] : parseSeeds(seeds)),
    ),
  )
  const watched = watch(await loadModels(modelsFolder, 2))
  const warmUp = cards.flat().slice(0, 2)
  await runCards(watched, warmUp, false)
  const runs: Run[] = await runCards(watched, cards.flat(), !tuning)
  if (wrong) listWrong(runs)
  for (const { card, failure } of runs) {
    if (failure !== '') console.log(`${card.kind} ${card.seed}: ${failure}`)
  }
  const ofReading: Figure[] = [
    ...kinds.flatMap((kind) =>
      accuracyFigures(
        kind,
        runs.filter(({ card }) => card.kind === kind),
      ),
    ),
    ...reviewFigures(runs),
    ...timeFigures(runs),
  ]
  console.log(tableOf(ofReading))
  const ofProcess: Figure[] = tuning
    ? []
    : [...(await startFigures(cards.flat()[0])), ...(await memoryFigures(cards.flat()))]
  if (ofProcess.length > 0) console.log(tableOf(ofProcess))
  return [...ofReading, ...ofProcess].every(({ passed }) => passed)
}

function listWrong(runs: readonly Run[]): void {
  for (const mark of runs.flatMap((run) => run.marks)) {
    if (mark.right) continue
    const why = mark.reasons.map((reason) =>
      reason.kind === 'finding' ? reason.finding.rule : reason.kind,
    )
    const silence = isSilent(mark) ? 'SILENT' : why.join(' ')
    console.log(
      `${mark.kind} ${mark.seed} ${mark.field}: ${mark.truth} ≠ ${mark.value} [${silence}]`,
    )
  }
}

if (!(await main())) process.exitCode = 1
