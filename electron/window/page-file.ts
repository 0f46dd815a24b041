import path from 'node:path'
import { decoded } from '../ipc/page-address.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The content type of a file of the page; nothing for what the page never asks for. */
export const typeOf = (file: string): string | undefined => types[path.extname(file).toLowerCase()]

/**
 * The file that an address of the page stands for.
 * @param urlPath path of the address, still percent-encoded
 * @returns nothing when it would lie outside the folder or is no sound path
 */
export function fileInside(folder: string, urlPath: string): string | undefined {
  const plain = decoded(urlPath)
  if (plain === undefined || /[\\\0:]/.test(plain)) return undefined
  const steps = plain.split('/').slice(1)
  if (steps.includes('..') || steps.includes('.')) return undefined
  const file = path.resolve(folder, ...(plain === '/' ? ['index.html'] : steps))
  return file.startsWith(path.resolve(folder) + path.sep) ? file : undefined
}
