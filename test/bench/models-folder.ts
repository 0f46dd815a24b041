import path from 'node:path'

export const modelsFolder = path.resolve(import.meta.dirname, '../../electron/engine/networks')
