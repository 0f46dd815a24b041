import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import type { License } from '../../core/license/field.ts'
import { sampleAccount, startFakeWeChat } from '../fakes/wechat/fake-wechat.ts'
import { hashOf } from '../fakes/wechat/recognition.ts'
import { tracesIn } from '../privacy/traces.ts'
import { type DeskFolder, makeDeskFolder } from './desk-folder.ts'
import { type Picture, secretsOfPeople } from './images.ts'
import { leftoversIn } from './leftovers.ts'
import type { Lane, LaneParts, Round } from './lane.ts'
import { phaseOf } from './phase.ts'
import { type Act, type Plan, planRound, type ReadingWay } from './plan.ts'
import { crashesIn, endOf, type Running, startProgram } from './program.ts'
import { sceneOf } from './scene.ts'
import { readTable } from './table.ts'
import { violationsInList } from './list.ts'
import { Violation } from './violation.ts'
import { type Facts, violationsAtAnyMoment, violationsAtRest } from './violations.ts'
import { atMoment, changesIn, type Usual } from './watch.ts'

const recognitionPath = '/cv/ocr/drivinglicense'
/** Few enough that the calls of one day suffice. */
const mostImages = 60

/** Kills the program while it takes in, recognizes, stores and exports, in one folder after the other. */
export async function openDeskLane({ random, root, hook }: LaneParts): Promise<Lane> {
  const licenses = new Map<string, License>()
  const hearers = new Set<() => void>()
  const wechat = await startFakeWeChat({
    accounts: [{ ...sampleAccount, dailyLimit: Infinity, minuteLimit: Infinity }],
    answerFor: (image) => licenses.get(hashOf(image)),
    onEntry: (entry) => {
      if (entry.path === recognitionPath) for (const hear of hearers) hear()
    },
  })
  let folders = 0
  const newFolder = (): DeskFolder => makeDeskFolder(path.join(root, String((folders += 1))))
  let folder = newFolder()
  let killsBeforeRest = 0
  let orphans: Running[] = []
  const usual = new Map<Act['kind'], Usual>()

  const begin = (act: Act, images: readonly string[], concurrency: number): Running =>
    startProgram(
      argumentsOf(act, images, folder, wechat.url, concurrency),
      {
        LICENSE_DESK_APP_ID: sampleAccount.appId,
        LICENSE_DESK_APP_SECRET: sampleAccount.appSecret,
        XDG_CONFIG_HOME: path.join(folder.root, 'config'),
        NODE_COMPILE_CACHE: path.join(root, 'compiled'),
      },
      hook,
    )

  const look = async (): Promise<Facts> => ({
    scene: await sceneOf(folder.data, folder.keyFile),
    images: folder.album.all,
    onList: folder.onList,
    charges: wechat.ledger.charges.bind(wechat.ledger),
    table: readTable(folder.table),
  })

  const demand = (violations: readonly string[], during: string, said = ''): void => {
    if (violations.length > 0) throw new Violation(during, folder.root, violations, said)
  }

  async function killOnce(plan: Plan): Promise<Round> {
    const { act, trigger, killsAll } = plan
    wechat.faults.clear()
    wechat.faults.add(...plan.faults.map((fault) => ({ at: recognitionPath, fault })))
    const images = act.kind === 'scan' ? folder.newImages(act.images, pictureFor(act.engine)) : []
    for (const { hash, license } of images) licenses.set(hash, license)
    const program = begin(
      act,
      images.map(({ file }) => file),
      plan.concurrency,
    )
    const standing = new Set(['licenses.csv', ...readdirSync(folder.tables)])
    const over = new AbortController()
    const sights = {
      dataFolder: folder.data,
      tableFolder: folder.tables,
      onCall: (hear: () => void) => {
        hearers.add(hear)
        return () => hearers.delete(hear)
      },
    }
    const expected = usual.get(act.kind) ?? { ms: 3_000, changes: 40 }
    void atMoment(trigger, expected, sights, over.signal, () => program.kill(killsAll))
    const start = performance.now()
    let changes = 0
    const stop = changesIn(folder.data)(() => (changes += 1))
    const ended = await endOf(program, folder.root)
    over.abort()
    stop()
    if (ended.code !== null) usual.set(act.kind, { ms: performance.now() - start, changes })
    if (!killsAll) orphans.push(program)
    const isExporting = readdirSync(folder.tables).some((name) => !standing.has(name))
    const facts = await look()
    const during = JSON.stringify(plan)
    demand(violationsAtAnyMoment(facts), during, ended.errors)
    for (const { job } of facts.scene.kept) folder.onList.add(job.source.image ?? '')
    if (ended.code !== null) {
      demand(crashesIn(ended), during, ended.errors)
      return { kind: 'ended', act: act.kind }
    }
    const isTakenIn = images.every(({ hash }) => folder.onList.has(hash))
    const phase = phaseOf({ act: act.kind, scene: facts.scene, isTakenIn, isExporting })
    return { kind: 'killed', act: act.kind, phase }
  }

  async function rest(): Promise<Round> {
    wechat.faults.clear()
    const program = begin({ kind: 'resume', engine: 'wechat-upload' }, [], 2)
    const ended = await endOf(program, folder.root)
    const facts = await look()
    const alive = await whoStays(orphans)
    demand(
      [
        ...crashesIn(ended),
        ...violationsAtAnyMoment(facts),
        ...violationsAtRest(facts),
        ...leftoversIn(folder.data, folder.tables).map((name) => `left over: ${name}`),
        ...(alive ? ['an engine stays behind'] : []),
        ...tracesIn(folder.data, secretsOfPeople).map(
          ({ file, form }) => `readable in ${file} (${form})`,
        ),
      ],
      'resume',
      ended.errors,
    )
    orphans = []
    const states = facts.scene.kept.map(({ job }) => job.state.kind)
    if (folder.album.all.length < mostImages) return { kind: 'rested', states: [] }
    const { data, keyFile } = folder
    const list = startProgram(
      ['list', '--data', data, '--key-file', keyFile, '--json', '-'],
      {},
      hook,
    )
    const listed = await endOf(list, folder.root)
    demand([...crashesIn(listed), ...violationsInList(listed.output, facts.scene)], 'list')
    rmSync(folder.root, { recursive: true })
    folder = newFolder()
    return { kind: 'rested', states }
  }

  return {
    next() {
      if (killsBeforeRest === 0) {
        killsBeforeRest = random.integer(1, 5)
        if (folder.onList.size > 0) return rest()
      }
      killsBeforeRest -= 1
      return killOnce(planRound(random, folder.album.all.length < mostImages))
    },
    rest: async () => (folder.onList.size > 0 ? [await rest()] : []),
    close: () => wechat.close(),
  }
}

function argumentsOf(
  act: Act,
  images: readonly string[],
  { data, keyFile, table }: DeskFolder,
  wechat: string,
  concurrency: number,
): string[] {
  const place = ['--data', data, '--key-file', keyFile, '--csv', table, '--lang', 'en']
  if (act.kind === 'export') return ['export', ...place]
  const reading = ['--engine', act.engine, '--base-url', wechat, '--concurrency', `${concurrency}`]
  return [act.kind, ...images, ...place, ...reading]
}

const pictureFor = (engine: ReadingWay): Picture => (engine === 'wechat-upload' ? 'tiny' : 'card')

/** Whether an engine whose program was killed does not end by itself. */
async function whoStays(orphans: readonly Running[]): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (!orphans.some((one) => one.isAlive())) return false
    await pass(100)
  }
  return true
}
