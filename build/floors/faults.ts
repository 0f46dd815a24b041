import path from 'node:path'
import { circlesIn } from './circles.ts'
import type { Imports } from './imports.ts'
import type { Room } from './page.ts'

/** The folders whose sources stand on floors. */
export const houses: readonly string[] = ['core', 'electron', 'renderer']

/** What is wrong with the imports of all sources, a sentence each; the floors are those of `rooms`. */
export const faultsIn = (imports: Imports, rooms: readonly Room[]): string[] => [
  ...faultsOfList(imports, rooms),
  ...upward(imports, rooms),
  ...circlesIn(imports).map(
    (circle) => `${[...circle, circle[0]].join(' → ')}: break this circle.`,
  ),
]

const houseOf = (place: string): string => place.split('/')[0] ?? ''

/** By its own row, else by that of its very folder: a folder never belongs to the one around it by itself. */
const roomOf = (file: string, rooms: readonly Room[]): Room | undefined =>
  rooms.find(({ places }) => places.includes(file)) ??
  rooms.find(({ places }) => places.includes(`${path.posix.dirname(file)}/`))

function faultsOfList(imports: Imports, rooms: readonly Room[]): string[] {
  const files = [...imports.keys()].filter((file) => houses.includes(houseOf(file)))
  const homeless = files.filter((file) => roomOf(file, rooms) === undefined)
  const places = rooms.flatMap((room) => room.places)
  const known = new Set(files.flatMap((file) => [file, `${path.posix.dirname(file)}/`]))
  return [
    // Roots hold single files, each of which has a row; elsewhere the folder lacks one.
    ...[...new Set(homeless.map(placeToList))].map((place) => `${place} has no floor: list it.`),
    ...places
      .filter((place) => !known.has(place))
      .map((place) => `${place} is listed and holds no source: take it off the list.`),
    ...places
      .filter((place, at) => places.indexOf(place) !== at)
      .map((place) => `${place} is listed twice.`),
  ]
}

function placeToList(file: string): string {
  const folder = path.posix.dirname(file)
  return houses.includes(folder) ? file : `${folder}/`
}

function upward(imports: Imports, rooms: readonly Room[]): string[] {
  return [...imports].flatMap(([file, named]) => {
    const from = roomOf(file, rooms)
    if (from === undefined) return []
    return named.flatMap((other) => {
      const to = roomOf(other, rooms)
      if (to === undefined)
        return houses.includes(houseOf(other))
          ? []
          : [`${file} imports ${other}, no part of the program.`]
      return to === from || isBelow(to, from)
        ? []
        : [
            `${file} (${sayFloor(from)}) imports ${other} (${sayFloor(to)}): a room imports only from floors below.`,
          ]
    })
  })
}

/** `core` lies under both other houses, which know nothing of each other. */
function isBelow(to: Room, from: Room): boolean {
  const house = houseOf(to.name)
  return house === houseOf(from.name) ? to.floor < from.floor : house === 'core'
}

const sayFloor = ({ name, floor }: Room): string => `${houseOf(name)}, floor ${floor}`
