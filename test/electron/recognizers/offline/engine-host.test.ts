import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  EngineHost,
  type EngineLimits,
  type EngineProcess,
} from '../../../../electron/recognizers/offline/engine-host.ts'
import { forkEngine } from '../../../../electron/recognizers/offline/forked-engine.ts'
import {
  createOfflineRecognizer,
  createPreview,
} from '../../../../electron/recognizers/offline/offline.ts'
import { soundReading, unheard } from '../../../fakes/fake-recognizer.ts'

const program = path.join(import.meta.dirname, 'tiny-engine.ts')
const never = new AbortController().signal

let folder = ''
let hosts: EngineHost[] = []
let started: EngineProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'engine-host-'))
  await writeFile(path.join(folder, 'reading.json'), JSON.stringify(soundReading))
  hosts = []
  started = []
})
afterEach(async () => {
  for (const host of hosts) host.close()
  await rm(folder, { recursive: true })
})

/** Long enough for a loaded machine, where no limit is to be reached. */
const patient: EngineLimits = { answer: 20_000, start: 20_000 }

/** Short for what hangs, in milliseconds. */
const short = 300

/** Short for the first answers alone, which are never given; those that come have time. */
const firstAnswersWithin = (ms: number, times: number): EngineLimits => {
  let left = times
  return {
    ...patient,
    get answer() {
      left -= 1
      return left >= 0 ? ms : patient.answer
    },
  }
}

/** Short for every second start: for the loading of the models, which comes after the process is ready. */
const shortForModels = (): EngineLimits => {
  let isForModels = true
  return {
    ...patient,
    get start() {
      isForModels = !isForModels
      return isForModels ? short : patient.start
    },
  }
}

function hostWith(limits: EngineLimits = patient, file = program): EngineHost {
  const start = (): EngineProcess => {
    const process = forkEngine({ program: file, models: folder })
    started.push(process)
    return process
  }
  const host = new EngineHost(start, limits)
  hosts.push(host)
  return host
}

const mark = (name: string): Promise<void> => writeFile(path.join(folder, name), '')

/** What the engine was told, over all its starts. */
async function wholeDiary(): Promise<string[]> {
  const text = await readFile(path.join(folder, 'diary'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/^start \d+$/, 'start'))
}

/** The same without the loading of the models. */
const diary = async (): Promise<string[]> => (await wholeDiary()).filter((line) => line !== 'load')

const patience = { timeout: 20_000 }

/** Resolves when the engine has written this into its diary. */
const noted = (line: string): Promise<void> =>
  vi.waitFor(async () => expect(await wholeDiary()).toContain(line), patience)

const read = (host: EngineHost, name: string, signal = never) =>
  createOfflineRecognizer(host).recognize({ path: `/图/${name}`, name, page: 1 }, signal, unheard)
const preview = (host: EngineHost, name: string, signal = never) =>
  createPreview(host)({ path: `/图/${name}`, name, page: 1 }, 1600, signal)

const good = { ok: true, value: [soundReading] }
const crashed = { ok: false, error: { kind: 'engine-crashed' } }
const timedOut = { ok: false, error: { kind: 'engine-timed-out' } }
const cancelled = { ok: false, error: { kind: 'cancelled' } }

describe('the host of the engine', () => {
  it('starts nothing before it is asked, and one process for all', async () => {
    const host = hostWith()
    expect(started).toHaveLength(0)
    expect(await Promise.all([read(host, 'a'), read(host, 'b')])).toEqual([good, good])
    expect(await read(host, 'c')).toEqual(good)
    expect(await diary()).toEqual(['start', 'read a', 'read b', 'read c'])
  })

  it('can be warmed up before it is asked, once', async () => {
    const host = hostWith()
    host.warm()
    host.warm()
    await noted('load')
    expect(await read(host, 'a')).toEqual(good)
    host.warm()
    expect(await wholeDiary()).toEqual(['start', 'load', 'read a'])
  })

  it('loads its models once, and only when something is to be read', async () => {
    const host = hostWith()
    await preview(host, 'a')
    expect(await wholeDiary()).toEqual(['start', 'preview a'])
    await Promise.all([read(host, 'b'), read(host, 'c')])
    expect(await wholeDiary()).toEqual(['start', 'preview a', 'load', 'read b', 'read c'])
  })

  it('loads them anew after a crash', async () => {
    expect(await read(hostWith(), 'crash-once')).toEqual(good)
    const once = ['start', 'load', 'read crash-once']
    expect(await wholeDiary()).toEqual([...once, ...once])
  })

  it('is not started over and over to be warm when it cannot start', async () => {
    await mark('broken')
    const host = hostWith()
    host.warm()
    await noted('start')
    expect(await read(host, 'a')).toMatchObject(crashed)
    expect(started.length).toBeLessThanOrEqual(3)
  })

  it('hears what an engine that was started before it said', async () => {
    const early = forkEngine({ program, models: folder })
    await noted('start')
    const host = new EngineHost(() => early, patient)
    hosts.push(host)
    expect(await read(host, 'a')).toEqual(good)
    expect(await diary()).toEqual(['start', 'read a'])
  })

  it('notices that an engine that was started before it has ended', async () => {
    const broken = forkEngine({ program: path.join(folder, 'missing.ts'), models: folder })
    await new Promise<void>((ended) => broken.onExit(ended))
    const engines = [broken, forkEngine({ program, models: folder })]
    const host = new EngineHost(() => engines.shift() ?? broken, patient)
    hosts.push(host)
    expect(await read(host, 'a')).toEqual(good)
  })

  it('gives a preview as bytes', async () => {
    expect(await preview(hostWith(), 'a')).toEqual({ ok: true, value: Uint8Array.of(100, 2, 3) })
  })

  it('passes on what the engine could not read, without a second try', async () => {
    expect(await read(hostWith(), 'no-license')).toEqual({
      ok: false,
      error: { kind: 'no-license', message: 'nothing like it' },
    })
    expect(await diary()).toEqual(['start', 'read no-license'])
  })

  it('lets previews go ahead of what waits to be read', async () => {
    const host = hostWith()
    const first = read(host, 'held')
    await noted('read held')
    const rest = [read(host, 'a'), read(host, 'b'), preview(host, 'c'), preview(host, 'd')]
    await mark('go')
    await Promise.all([first, ...rest])
    expect(await diary()).toEqual([
      'start',
      'read held',
      'preview c',
      'preview d',
      'read a',
      'read b',
    ])
  })
})

describe('an engine that crashes', () => {
  it('is started again, and reads in the second try', async () => {
    expect(await read(hostWith(), 'crash-once')).toEqual(good)
    expect(await diary()).toEqual(['start', 'read crash-once', 'start', 'read crash-once'])
  })

  it('costs its item after two tries, and the batch goes on (fault 6)', async () => {
    const host = hostWith()
    const outcomes = await Promise.all(['a', 'crash', 'b'].map((name) => read(host, name)))
    expect(outcomes).toMatchObject([good, crashed, good])
    expect(await diary()).toEqual([
      'start',
      'read a',
      'read crash',
      'start',
      'read crash',
      'start',
      'read b',
    ])
  })

  it('is not asked again about what was cancelled meanwhile', async () => {
    const host = hostWith(firstAnswersWithin(3_000, 1))
    const abort = new AbortController()
    const hanging = read(host, 'hang', abort.signal)
    await noted('read hang')
    const next = read(host, 'a')
    abort.abort()
    expect(await hanging).toMatchObject(cancelled)
    expect(await next).toEqual(good)
    expect(await diary()).toEqual(['start', 'read hang', 'start', 'read a'])
  })

  it('fails every item when it cannot start at all, and asks for nobody’s patience', async () => {
    await mark('broken')
    const host = hostWith()
    expect(await Promise.all([read(host, 'a'), read(host, 'b')])).toMatchObject([crashed, crashed])
    expect(await diary()).toEqual(['start', 'start', 'start', 'start'])
  })

  it('fails an item when its program is missing', async () => {
    expect(await read(hostWith(patient, path.join(folder, 'gone.ts')), 'a')).toMatchObject(crashed)
  })

  it('starts again with the next question after it died idle', async () => {
    const host = hostWith()
    await read(host, 'a')
    started[0]?.kill()
    await vi.waitFor(async () => {
      expect(await read(host, 'b')).toEqual(good)
      expect(started).toHaveLength(2)
    }, patience)
  })
})

describe('an engine that hangs', () => {
  it('is killed after the limit and costs its item after two tries, but not those that wait longer (fault 6)', async () => {
    const host = hostWith(firstAnswersWithin(short, 2))
    const outcomes = await Promise.all(['hang', 'a'].map((name) => read(host, name)))
    expect(outcomes).toMatchObject([timedOut, good])
    expect(await diary()).toEqual(['start', 'read hang', 'start', 'read hang', 'start', 'read a'])
  })

  it('leaves no process behind', async () => {
    const host = hostWith({ ...patient, answer: short })
    await read(host, 'hang')
    host.close()
    const pids = (await readFile(path.join(folder, 'diary'), 'utf8'))
      .split('\n')
      .flatMap((line) => /^start (\d+)$/.exec(line)?.[1] ?? [])
      .map(Number)
    expect(pids).toHaveLength(2)
    await vi.waitFor(() => {
      for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    }, patience)
  })

  it('is found out also when it says that it is ready once more', async () => {
    expect(
      await read(hostWith({ ...patient, answer: short }), 'second-ready-then-hang'),
    ).toMatchObject(timedOut)
  })

  it('is found out when its models are never loaded', async () => {
    await mark('never-loaded')
    const outcome = read(hostWith(shortForModels()), 'a')
    await noted('load')
    expect(await outcome).toMatchObject(timedOut)
    expect(started).toHaveLength(2)
  })

  it('is found out when it never gets ready', async () => {
    await mark('never-ready')
    expect(await read(hostWith({ ...patient, start: short }), 'a')).toMatchObject(timedOut)
    expect(started).toHaveLength(2)
  })
})

describe('an engine that talks nonsense', () => {
  it('is treated as crashed', async () => {
    const host = hostWith()
    const outcomes = await Promise.all(['garbage', 'a'].map((name) => read(host, name)))
    expect(outcomes).toMatchObject([crashed, good])
  })

  it('is not believed about another question', async () => {
    expect(await read(hostWith(), 'another-number')).toEqual(good)
  })

  it('may say that it is ready twice', async () => {
    expect(await read(hostWith(), 'second-ready')).toEqual(good)
  })

  it('fails the item when it answers with something else', async () => {
    expect(await read(hostWith(), 'answers-a-preview')).toMatchObject(crashed)
  })
})

describe('cancelling', () => {
  it('answers at once for what was cancelled before it was asked', async () => {
    expect(await read(hostWith(), 'a', AbortSignal.abort())).toMatchObject(cancelled)
    expect(started).toHaveLength(0)
  })

  it('never sends what is cancelled while it waits', async () => {
    const host = hostWith()
    const abort = new AbortController()
    const first = read(host, 'held')
    const second = read(host, 'a', abort.signal)
    const third = read(host, 'b')
    abort.abort()
    expect(await second).toMatchObject(cancelled)
    await mark('go')
    expect(await Promise.all([first, third])).toEqual([good, good])
    expect(await diary()).toEqual(['start', 'read held', 'read b'])
  })

  it('answers at once for what is being read, and goes on when the engine has ended it', async () => {
    const host = hostWith()
    const abort = new AbortController()
    const first = read(host, 'held', abort.signal)
    await noted('read held')
    const second = read(host, 'a')
    abort.abort()
    expect(await first).toMatchObject(cancelled)
    await mark('go')
    expect(await second).toEqual(good)
    expect(await diary()).toEqual(['start', 'read held', 'read a'])
  })
})

describe('closing', () => {
  it('cancels what is being read and what waits, and starts nothing any more', async () => {
    const host = hostWith()
    const open = [read(host, 'hang'), read(host, 'a')]
    await noted('read hang')
    host.close()
    host.warm()
    expect(await Promise.all(open)).toMatchObject([cancelled, cancelled])
    expect(await read(host, 'b')).toMatchObject(cancelled)
    expect(started).toHaveLength(1)
  })
})
