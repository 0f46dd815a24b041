import { readFileSync } from 'node:fs'
import path from 'node:path'
import { faultsIn, houses } from './floors/faults.ts'
import { readImports } from './floors/imports.ts'
import { roomsOn } from './floors/page.ts'

/** Where the rooms and their floors are listed. */
const page = 'docs/architecture.md'

/** Tells of circles of imports, of imports that run upwards, and of rooms without a floor, in the folder `root`. */
export function checkFloors(root: string): { readonly faults: string[]; readonly found: string } {
  const rooms = roomsOn(readFileSync(path.join(root, page), 'utf8'))
  const imports = readImports(root, [...houses, 'build', 'test'])
  return {
    faults: faultsIn(imports, rooms),
    found: `${imports.size} sources, ${rooms.length} rooms`,
  }
}

if (import.meta.main) {
  const { faults, found } = checkFloors(path.resolve(process.argv[2] ?? '.'))
  for (const fault of faults) console.error(fault)
  if (faults.length === 0) console.log(`${found}: no circle, no import upwards.`)
  else console.error(`The rooms and their floors are listed in ${page}.`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
