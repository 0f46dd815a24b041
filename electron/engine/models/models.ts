import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { loadNetwork, type Network } from './network.ts'

/** The two networks and the characters that the second one knows. */
export interface Models {
  /** Takes a picture, 1 × 3 × height × width; gives how likely each pixel belongs to text, 1 × 1 × height × width. */
  readonly detection: Network
  /** Takes lines, count × 3 × 48 × width; gives count × steps × classes probabilities. */
  readonly recognition: Network
  /** Index = class of the network's output; class 0 is the blank of CTC and stands as `''`. */
  readonly characters: readonly string[]
  /** The class of each character. */
  readonly classOf: ReadonlyMap<string, number>
}

/** Files of the networks' folder; a newer network with the same interface drops in under these names. */
export const modelFiles = {
  detection: 'PP-OCRv6_det_tiny.onnx',
  recognition: 'PP-OCRv6_rec_small_tuned.onnx',
  characters: 'PP-OCRv6_characters.txt',
} as const

/** Loads the networks from a folder; throws when a file is missing, for then the program itself is incomplete. */
export async function loadModels(folder: string, threads: number): Promise<Models> {
  const [detection, recognition, listed] = await Promise.all([
    loadNetwork(path.join(folder, modelFiles.detection), threads),
    loadNetwork(path.join(folder, modelFiles.recognition), threads),
    readFile(path.join(folder, modelFiles.characters), 'utf8'),
  ])
  const characters = ['', ...listed.replace(/\r/g, '').replace(/\n$/, '').split('\n'), ' ']
  const classOf = new Map(characters.map((character, index) => [character, index]))
  return { detection, recognition, characters, classOf }
}
