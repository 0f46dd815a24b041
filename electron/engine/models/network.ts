/** A block of numbers with its shape, the last axis running fastest. */
export interface Block {
  readonly data: Float32Array
  readonly shape: readonly number[]
}

/** A network with one input and one output; the output is lent to `use` and overwritten afterwards. */
export type Network = <Used>(input: Block, use: (output: Block) => Used) => Promise<Used>

/** Lent to whichever network runs: they take turns, and one room for all is less than one for each. */
const rooms: Float32Array[] = []
/** Room is made in steps of so many numbers, that networks asked for more and more need not make it anew each time. */
const roomStep = 1 << 20

/**
 * Loads a network from an ONNX file; throws when that cannot be done, for then the program itself is incomplete.
 * @param shapeOf the shape of the output that an input of a shape gives
 */
export async function loadNetwork(
  file: string,
  threads: number,
  shapeOf: (input: readonly number[]) => readonly number[],
): Promise<Network> {
  // The library reports to its maker unless it finds this when it is loaded; an import at the top would come too early.
  process.env['ORT_DISABLE_TELEMETRY'] = '1'
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  const session = await InferenceSession.create(file, {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    enableCpuMemArena: false,
    enableMemPattern: false,
    // Threads that wait do so asleep: other programs of a desk want the cores too.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  })
  const [input = ''] = session.inputNames
  const [output = ''] = session.outputNames
  return async ({ data, shape }, use) => {
    const answer = shapeOf(shape)
    const size = answer.reduce((product, length) => product * length, 1)
    const free = rooms.pop()
    const room =
      free !== undefined && free.length >= size
        ? free
        : new Float32Array(Math.ceil(size / roomStep) * roomStep)
    const numbers = room.subarray(0, size)
    await session.run(
      { [input]: new Tensor('float32', data, shape) },
      { [output]: new Tensor('float32', numbers, answer) },
    )
    const used = use({ data: numbers, shape: answer })
    rooms.push(room)
    return used
  }
}
