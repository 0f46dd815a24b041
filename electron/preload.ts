import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron'
import { channels, eventNames } from '../core/ipc/channels.ts'
import type { DeskApi } from '../core/ipc/contract.ts'

const has = (names: readonly string[], name: unknown): boolean =>
  typeof name === 'string' && names.includes(name)

const desk: DeskApi = {
  async call(channel, input) {
    if (!has(channels, channel))
      return { ok: false, error: { kind: 'refused', detail: 'no such channel' } }
    return ipcRenderer.invoke(channel, input)
  },
  on(event, listener) {
    if (!has(eventNames, event)) throw new Error('no such event')
    const hear = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]): void =>
      listener(payload)
    ipcRenderer.on(event, hear)
    return () => {
      ipcRenderer.removeListener(event, hear)
    }
  },
  pathOf(file) {
    return file instanceof File ? webUtils.getPathForFile(file) : ''
  },
}

contextBridge.exposeInMainWorld('desk', desk)
