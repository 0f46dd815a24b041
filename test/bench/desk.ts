import os from 'node:os'
import { tableOf } from './figures.ts'
import { dropFigures } from './desk/drop.ts'
import { recordsFigures } from './desk/records.ts'

/** Measures the window in a real browser: a drop of 1,000 files, and 100,000 stored records. */
const figures = [...(await dropFigures()), ...(await recordsFigures())]
console.log(`${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}`)
console.log(tableOf(figures))
if (figures.some(({ passed }) => !passed)) process.exitCode = 1
