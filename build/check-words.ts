import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { en } from '../core/words/en.ts'
import { zh } from '../core/words/zh.ts'
import { tableOf } from './words/table.ts'
import { troublesOf } from './words/troubles.ts'
import { usedIn } from './words/used-keys.ts'

/** The texts themselves ask for none. */
const isText = /^core\/words\/(?:zh|en)[/.]/

const root = path.resolve(import.meta.dirname, '..')
const files = globSync('{core,electron,renderer}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => !isText.test(file))
const used = new Map(
  files.map((file) => [file, usedIn(file, readFileSync(path.join(root, file), 'utf8'))]),
)
const table = tableOf(en)
const troubles = troublesOf({ zh: tableOf(zh), en: table, used })
for (const trouble of troubles) console.error(trouble)
console.log(
  `${table.size} texts in each language, ${files.length} files, ${troubles.length} troubles`,
)
process.exitCode = troubles.length === 0 ? 0 : 1
