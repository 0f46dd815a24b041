/** A block of numbers with its shape, the last axis running fastest. */
export interface Block {
  readonly data: Float32Array
  readonly shape: readonly number[]
}

/** A network with one input and one output. */
export type Network = (input: Block) => Promise<Block>

/** Loads a network from an ONNX file; throws when that cannot be done, for then the program itself is incomplete. */
export async function loadNetwork(file: string, threads: number): Promise<Network> {
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
  })
  const [input = ''] = session.inputNames
  const [output = ''] = session.outputNames
  return async ({ data, shape }) => {
    const answers = await session.run({ [input]: new Tensor('float32', data, shape) })
    const answer = answers[output]
    if (!(answer?.data instanceof Float32Array)) throw new Error(`${file} gave no numbers`)
    return { data: answer.data, shape: answer.dims }
  }
}
