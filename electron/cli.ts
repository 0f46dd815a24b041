#!/usr/bin/env node
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(
    `这里需要 Node 24，现在是 ${process.versions.node}。请用 npm run desk 启动。\n` +
      `Node 24 is needed, this is ${process.versions.node}. Start it with: npm run desk\n`,
  )
  process.exitCode = 2
} else {
  const { givenArguments } = await import('./cli/given-arguments.ts')
  const args = givenArguments()
  const { enableCompileCache } = await import('node:module')
  /** What was compiled once is kept, for the engine too: half of the time to start went into that. */
  process.env['NODE_COMPILE_CACHE'] ??= `${import.meta.dirname}/../.cache/compiled`
  enableCompileCache()
  const { endUnused, startEarly } = await import('./cli/early-engine.ts')
  startEarly(args)
  const { run } = await import('./cli/run.ts')
  process.exitCode = await run(args)
  endUnused()
}
