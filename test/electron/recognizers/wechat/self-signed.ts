import { generateKeyPairSync, sign } from 'node:crypto'

const bytes = (...hex: string[]): Buffer => Buffer.from(hex.join(''), 'hex')

/** One element of DER, all of them shorter than 64 KiB. */
function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...contents: readonly Buffer[]): Buffer => element(0x30, ...contents)
const time = (text: string): Buffer => element(0x18, Buffer.from(text))

/** A new key and a certificate for 127.0.0.1 that nobody vouches for, in PEM. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const algorithm = sequence(bytes('06082a8648ce3d040302'))
  const name = sequence(
    element(0x31, sequence(bytes('0603550403'), element(0x0c, Buffer.from('loopback')))),
  )
  const alternative = sequence(
    bytes('0603551d11'),
    element(0x04, sequence(element(0x87, bytes('7f000001')))),
  )
  const certificate = sequence(
    bytes('a003020102', '020101'),
    algorithm,
    name,
    sequence(time('20200101000000Z'), time('99991231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(alternative)),
  )
  const signature = sign('sha256', certificate, privateKey)
  const whole = sequence(certificate, algorithm, element(0x03, bytes('00'), signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}
