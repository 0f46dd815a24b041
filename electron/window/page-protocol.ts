import { readFile } from 'node:fs/promises'
import { contentPolicy } from './content-policy.ts'
import type { ImageAnswer } from './image-route.ts'
import { pageHost } from '../ipc/page-address.ts'
import { fileInside, typeOf } from './page-file.ts'

export interface PageParts {
  /** Folder of the built page. */
  readonly folder: string
  /** Answers `/image/…`. */
  readonly image: ImageAnswer
}

/** Answers every request of the page: its own files and the images on the desk, nothing else. */
export const createPageHandler =
  ({ folder, image }: PageParts) =>
  async (request: Request): Promise<Response> => {
    const address = new URL(request.url)
    if (request.method !== 'GET') return refuse(405)
    if (address.host !== pageHost) return refuse(404)
    if (address.pathname.startsWith('/image/'))
      return withPolicy(await image(address, request.signal))
    const file = fileInside(folder, address.pathname)
    const type = file === undefined ? undefined : typeOf(file)
    if (file === undefined || type === undefined) return refuse(404)
    try {
      const headers = { 'content-type': type, 'cache-control': 'no-cache' }
      return withPolicy(new Response(await readFile(file), { headers }))
    } catch {
      return refuse(404)
    }
  }

const refuse = (status: number): Response =>
  withPolicy(new Response(null, { status, headers: { 'cache-control': 'no-store' } }))

function withPolicy(response: Response): Response {
  response.headers.set('content-security-policy', contentPolicy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('cross-origin-resource-policy', 'same-origin')
  return response
}
