import { randomBytes } from 'node:crypto'
import type { Part } from './multipart.ts'

const permissionLife = 900_000
const defaultLinkAge = 7_200

interface Permission {
  readonly path: string
  readonly token: string
  readonly authorization: string
  readonly fileId: string
  readonly cosFileId: string
  readonly expires: number
}

/** Status, code and message. */
export type StorageFault = readonly [number, string, string]

const secret = (): string => randomBytes(24).toString('base64url')

/** Cloud storage of all environments. */
export class CloudFiles {
  readonly #now: () => number
  readonly #permissions = new Map<string, Permission>()
  readonly #files = new Map<string, Buffer>()
  readonly #links = new Map<string, { readonly fileId: string; readonly expires: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** File ids of what lies there. */
  get stored(): string[] {
    return [...this.#files.keys()]
  }

  permit(env: string, path: string): Permission {
    const permission = {
      path,
      token: secret(),
      authorization: `q-sign-algorithm=sha1&q-signature=${secret()}`,
      fileId: `cloud://${env}.7465-${env}-1250000000/${path}`,
      cosFileId: secret(),
      expires: this.#now() + permissionLife,
    }
    this.#permissions.set(permission.authorization, permission)
    return permission
  }

  /** Why the form is refused, undefined once the file is stored. */
  store(parts: readonly Part[] | undefined): StorageFault | undefined {
    const file = parts?.at(-1)
    if (parts === undefined || file?.name !== 'file' || file.filename === undefined)
      return [
        400,
        'MalformedPOSTRequest',
        'The body is not a form with the part "file" at its end.',
      ]
    const text = new Map(parts.slice(0, -1).map((part) => [part.name, part.bytes.toString('utf8')]))
    const permission = this.#permissions.get(text.get('Signature') ?? '')
    if (permission === undefined)
      return [403, 'SignatureDoesNotMatch', 'The signature we calculated does not match.']
    if (this.#now() >= permission.expires) return [403, 'AccessDenied', 'Request has expired']
    if (text.get('x-cos-security-token') !== permission.token)
      return [403, 'InvalidSecurityToken', 'The security token is not valid.']
    if (
      text.get('key') !== permission.path ||
      text.get('x-cos-meta-fileid') !== permission.cosFileId
    )
      return [403, 'AccessDenied', 'Access Denied.']
    this.#files.set(permission.fileId, file.bytes)
  }

  /** An address that lives for some seconds; undefined when there is no such file. */
  link(fileId: string, maxAge = defaultLinkAge): string | undefined {
    if (!this.#files.has(fileId)) return undefined
    const { host, pathname } = new URL(fileId.replace('cloud://', 'https://'))
    const bucket = host.slice(host.indexOf('.') + 1)
    const link = `https://${bucket}.tcb.qcloud.la${pathname}?sign=${secret()}`
    this.#links.set(link, { fileId, expires: this.#now() + maxAge * 1000 })
    return link
  }

  open(link: string): Buffer | undefined {
    const found = this.#links.get(link)
    return found === undefined || this.#now() >= found.expires
      ? undefined
      : this.#files.get(found.fileId)
  }

  remove(fileId: string): boolean {
    return this.#files.delete(fileId)
  }
}
