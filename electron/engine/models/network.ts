import { outputRooms } from './rooms.ts'

/** A block of numbers with its shape, the last axis running fastest. */
export interface Block {
  readonly data: Float32Array
  readonly shape: readonly number[]
}

/** A network with one input and one output; the output is lent to `use` and overwritten afterwards. */
export type Network = <Used>(input: Block, use: (output: Block) => Used) => Promise<Used>

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
    return outputRooms.lend(size, async (numbers) => {
      await session.run(
        { [input]: new Tensor('float32', data, shape) },
        { [output]: new Tensor('float32', numbers, answer) },
      )
      return use({ data: numbers, shape: answer })
    })
  }
}
