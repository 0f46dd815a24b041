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
}

/** Files of the models' folder; a newer model with the same interface drops in under these names. */
export const modelFiles = {
  detection: 'ch_PP-OCRv4_det_infer.onnx',
  recognition: 'ch_PP-OCRv4_rec_infer.onnx',
  characters: 'ppocr_keys_v1.txt',
} as const

/** Loads the networks from a folder; throws when a file is missing, for then the program itself is incomplete. */
export async function loadModels(folder: string, threads: number): Promise<Models> {
  const [detection, recognition, keys] = await Promise.all([
    loadNetwork(path.join(folder, modelFiles.detection), threads),
    loadNetwork(path.join(folder, modelFiles.recognition), threads),
    readFile(path.join(folder, modelFiles.characters), 'utf8'),
  ])
  const known = keys.replace(/\r/g, '').replace(/\n$/, '').split('\n')
  return { detection, recognition, characters: ['', ...known, ' '] }
}
