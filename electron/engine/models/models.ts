import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { loadNetwork, type Network } from './network.ts'

/** A network that recognizes lines, and the characters it knows. */
export interface LineReader {
  /** Takes lines, count × 3 × 48 × width; gives count × steps × classes probabilities. */
  readonly network: Network
  /** Index = class of the network's output; class 0 is the blank of CTC and stands as `''`. */
  readonly characters: readonly string[]
  /** The class of each character. */
  readonly classOf: ReadonlyMap<string, number>
}

/** The networks of the engine. */
export interface Models {
  /** Takes a picture, 1 × 3 × height × width; gives how likely each pixel belongs to text, 1 × 1 × height × width. */
  readonly detection: Network
  /** Reads titles: small and quick. */
  readonly finder: LineReader
  /** Reads what is printed on a card. */
  readonly reader: LineReader
  /**
   * The same with the numbers it had before it was tuned on cards: it misreads other characters, so that names and
   * addresses that both read alike are sure.
   */
  readonly witness: LineReader
}

/** Files of the networks' folder; a newer network with the same interface drops in under these names. */
export const modelFiles = {
  detection: 'PP-OCRv6_det_tiny.onnx',
  finder: 'PP-OCRv6_rec_tiny.onnx',
  reader: 'PP-OCRv6_rec_small_tuned.onnx',
  witness: 'PP-OCRv6_rec_small.onnx',
  charactersOfFinder: 'PP-OCRv6_characters_tiny.txt',
  characters: 'PP-OCRv6_characters.txt',
} as const

/** Recognition tells of every so many pixels along a line. */
const pixelsAStep = 8

/** Loads the networks from a folder; throws when a file is missing, for then the program itself is incomplete. */
export async function loadModels(folder: string, threads: number): Promise<Models> {
  const [known, knownToFinder] = await Promise.all([
    charactersIn(path.join(folder, modelFiles.characters)),
    charactersIn(path.join(folder, modelFiles.charactersOfFinder)),
  ])
  const lineReader = async (file: string, characters: readonly string[]): Promise<LineReader> => ({
    network: await loadNetwork(path.join(folder, file), threads, ([count = 0, , , width = 0]) => [
      count,
      width / pixelsAStep,
      characters.length,
    ]),
    characters,
    classOf: new Map(characters.map((character, index) => [character, index])),
  })
  const [detection, finder, reader, witness] = await Promise.all([
    loadDetection(folder, threads),
    lineReader(modelFiles.finder, knownToFinder),
    lineReader(modelFiles.reader, known),
    lineReader(modelFiles.witness, known),
  ])
  return { detection, finder, reader, witness }
}

/** Only the network that finds lines. */
export const loadDetection = (folder: string, threads: number): Promise<Network> =>
  loadNetwork(
    path.join(folder, modelFiles.detection),
    threads,
    ([count = 0, , height = 0, width = 0]) => [count, 1, height, width],
  )

async function charactersIn(file: string): Promise<readonly string[]> {
  const listed = await readFile(file, 'utf8')
  return ['', ...listed.replace(/\r/g, '').replace(/\n$/, '').split('\n'), ' ']
}
