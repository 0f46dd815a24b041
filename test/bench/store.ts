import os from 'node:os'
import { tableOf } from './figures.ts'
import { commitFigures } from './store/commits.ts'
import { queueMemoryFigures } from './store/memory.ts'
import { searchFigures } from './store/searches.ts'

/** Measures the store on the disk of temporary files: what a job costs, searching, memory. */
const figures = [
  ...(await commitFigures()),
  ...(await queueMemoryFigures()),
  ...(await searchFigures()),
]
console.log(`${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}`)
console.log(tableOf(figures))
if (figures.some(({ passed }) => !passed)) process.exitCode = 1
