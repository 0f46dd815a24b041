import type { z } from 'zod'
import { type Channel, channels, openWhileLocked } from '../../core/ipc/channels.ts'
import { contract, type Input, type Output, type Problem } from '../../core/ipc/contract.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { faultOf, StoreProblem } from '../store/store-problem.ts'

/** What answers the calls of the window: one function per channel. */
export type Answers = {
  readonly [C in Channel]: (input: Input<C>) => Promise<Result<Output<C>, Problem>>
}

/** The part of Electron's `ipcMain` that is needed. */
interface IpcServer<Event> {
  handle(channel: string, listener: (event: Event, input: unknown) => Promise<unknown>): void
}

export interface ServeParts<Event> {
  readonly server: IpcServer<Event>
  /** Whether the call comes from our own page. */
  readonly isTrusted: (event: Event) => boolean
  /** What can be answered now: as long as the records are shut, only little. */
  readonly answers: () => Partial<Answers>
  readonly isLocked: () => boolean
  /** Hears of errors that should not happen. */
  readonly onError: (error: unknown) => void
}

/**
 * Answers every channel with a `Result`: checks who asks, whether it is locked, then what is asked; nothing crosses by
 * throwing, and what was asked before the lock is not told behind it.
 */
export function serve<Event>(parts: ServeParts<Event>): void {
  for (const channel of channels) serveOne(parts, channel)
}

function serveOne<Event>(parts: ServeParts<Event>, channel: Channel): void {
  parts.server.handle(channel, async (event, input): Promise<Result<unknown, Problem>> => {
    if (!parts.isTrusted(event)) return fail({ kind: 'refused', detail: channel })
    const locked = fail<Problem>({ kind: 'locked', detail: channel })
    if (parts.isLocked() && !openWhileLocked.has(channel)) return locked
    const answer = await answerOrProblem(parts, channel, input)
    return parts.isLocked() && !toldBehindLock.has(channel) ? locked : answer
  })
}

/** Records that are opened lock the window as they open: whoever opened them hears that they are. */
const toldBehindLock: ReadonlySet<Channel> = new Set<Channel>([
  ...openWhileLocked,
  'vault:recover',
  'vault:begin-anew',
  'vault:retry',
])

async function answerOrProblem<Event>(
  { answers, onError }: ServeParts<Event>,
  channel: Channel,
  input: unknown,
): Promise<Result<unknown, Problem>> {
  try {
    return await carryOut(channel, answers()[channel], input)
  } catch (error) {
    if (error instanceof StoreProblem) return fail({ kind: faultOf(error), detail: channel })
    onError(error)
    return fail({ kind: 'failed', detail: error instanceof Error ? error.name : 'error' })
  }
}

async function carryOut<C extends Channel>(
  channel: C,
  answer: Answers[C] | undefined,
  input: unknown,
): Promise<Result<unknown, Problem>> {
  if (answer === undefined) return fail({ kind: 'refused', detail: `${channel}: not open yet` })
  const asked = readInput(channel, input)
  return asked.ok ? answer(asked.value) : asked
}

/** The schemas, each tied to its channel, which the contract's own type loses for a channel not known beforehand. */
const inputs: { readonly [C in Channel]: { readonly input: z.ZodType<Input<C>> } } = contract

function readInput<C extends Channel>(channel: C, input: unknown): Result<Input<C>, Problem> {
  const parsed = inputs[channel].input.safeParse(input)
  if (parsed.success) return ok(parsed.data)
  const places = parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`)
  return fail({ kind: 'bad-input', detail: `${channel} ${places.join(', ')}` })
}
