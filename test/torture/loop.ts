import path from 'node:path'
import { beginProgress } from '../bench/progress.ts'
import { randomOf } from '../fixtures/cards/random.ts'
import { openLane } from './both-lanes.ts'
import type { Lane, Round } from './lane.ts'
import { phases } from './phase.ts'
import { Violation } from './violation.ts'

export interface TortureOptions {
  /** How many times the program is killed. */
  readonly rounds: number
  readonly seed: number
  /** How many are killed side by side. */
  readonly lanes: number
  readonly root: string
  /** A module that changes the program as it is loaded. */
  readonly hook?: URL
  /** Share of the rounds in which a long table is written. */
  readonly tableShare?: number
  readonly say: (text: string) => void
}

export interface Outcome {
  readonly kills: number
  /** The first one; nothing more is done after it. */
  readonly violation?: Violation
}

/** Kills the program so many times and tells what came of it. */
export async function torture(options: TortureOptions): Promise<Outcome> {
  const { rounds, seed, lanes: count, root, say } = options
  const start = performance.now()
  say(`seed ${seed}, ${rounds} kills`)
  const done: Round[] = []
  let kills = 0
  let violation: Violation | undefined
  const progress = beginProgress('killing', rounds)
  const note = (round: Round): void => {
    done.push(round)
    if (round.kind !== 'killed') return
    kills += 1
    progress.step()
  }
  const lanes = await Promise.all(
    Array.from({ length: count }, (_, lane) =>
      openLane({
        random: randomOf(seed, `lane ${lane}`),
        root: path.join(root, `lane-${lane}`),
        ...(options.hook === undefined ? {} : { hook: options.hook }),
        ...(options.tableShare === undefined ? {} : { tableShare: options.tableShare }),
      }),
    ),
  )
  const isOver = (): boolean => violation !== undefined || kills >= rounds
  const drive = async (lane: Lane): Promise<void> => {
    try {
      while (!isOver()) note(await lane.next())
      if (violation === undefined) for (const round of await lane.rest()) note(round)
    } catch (error) {
      if (!(error instanceof Violation)) throw error
      violation ??= error
    } finally {
      await lane.close()
    }
  }
  await Promise.all(lanes.map(drive))
  progress.end()
  for (const line of summary(done, seconds(start))) say(line)
  if (violation === undefined) return { kills }
  say(`VIOLATION (seed ${seed}): ${violation.message}`)
  return { kills, violation }
}

const seconds = (start: number): string => ((performance.now() - start) / 1000).toFixed(0)

function summary(done: readonly Round[], took: string): string[] {
  const killed = done.filter((round) => round.kind === 'killed')
  const rested = done.filter((round) => round.kind === 'rested')
  const count = (of: readonly string[]): string =>
    [...Map.groupBy(of, (one) => one)].map(([one, all]) => `${one} ${all.length}`).join(', ')
  return [
    `${killed.length} kills in ${took} s: ${phases
      .map((phase) => `${phase} ${killed.filter((one) => one.phase === phase).length}`)
      .join(', ')}`,
    `acts killed: ${count(killed.map(({ act }) => act))}; ${done.length - killed.length - rested.length} were faster than the kill`,
    `${rested.length} rests; images: ${count(rested.flatMap(({ states }) => states))}`,
  ]
}
