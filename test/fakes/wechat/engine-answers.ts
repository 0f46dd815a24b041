import { mkdtempSync, rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { mapFields } from '../../../core/license/field.ts'
import { EngineHost } from '../../../electron/recognizers/offline/engine-host.ts'
import { forkEngine } from '../../../electron/recognizers/offline/forked-engine.ts'
import { createOfflineRecognizer } from '../../../electron/recognizers/offline/offline.ts'
import { truthOf } from './truth.ts'
import type { WeChatFields } from './wechat.ts'
import { unheard } from '../fake-recognizer.ts'

export interface EngineAnswers {
  /** What stands on the card, else what the offline engine reads; nothing where it finds no license. */
  readonly answerFor: (image: Buffer) => Promise<WeChatFields | undefined>
  readonly close: () => void
}

const root = path.resolve(import.meta.dirname, '../../..')

/**
 * Answers for images that were made anew. The offline engine finds out whose card it is, so that the answer is what stands
 * there; it speaks for itself only where nobody wrote that down. Its process starts with the first image.
 * @param truths what stands on the cards that are known
 * @param onUnknown hears of a card that is none of them
 */
export function openEngineAnswers(
  truths: readonly WeChatFields[],
  onUnknown: () => void = () => undefined,
): EngineAnswers {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fake-wechat-'))
  const host = new EngineHost(() =>
    forkEngine({
      program: path.join(root, 'electron/engine/engine-process.ts'),
      models: path.join(root, 'electron/engine/networks'),
    }),
  )
  const offline = createOfflineRecognizer(host)
  return {
    async answerFor(image) {
      const file = path.join(folder, randomUUID())
      await writeFile(file, image)
      const source = { path: file, name: 'image', page: 1 }
      const outcome = await offline.recognize(source, new AbortController().signal, unheard)
      await rm(file)
      if (!outcome.ok) return undefined
      const read = mapFields((field) => outcome.value[0].fields[field].value)
      const truth = truthOf(read, truths)
      if (truth === undefined) onUnknown()
      return truth ?? read
    },
    close() {
      host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
