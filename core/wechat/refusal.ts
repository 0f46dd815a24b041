import type { Failure } from '../license/failure.ts'
import { type CallKind, kindOfCode, type RefusalKind } from './codes.ts'

/** Longer messages of WeChat are cut. */
const longest = 300

/**
 * WeChat's refusal as a failure.
 * @param secrets texts that must not stand in it, should WeChat repeat them
 */
export function refusal(
  code: number,
  message: string,
  call: CallKind,
  secrets: readonly string[],
): Failure & { kind: RefusalKind } {
  const rid = /\brid:?\s*([0-9a-z]+(?:-[0-9a-z]+)*)/i.exec(message)?.[1]
  const said = withoutSecrets(message, rid, secrets).slice(0, longest)
  return {
    kind: kindOfCode(code, message, call),
    message: `WeChat refused: ${code} ${said}`.trim(),
    code,
    ...(rid === undefined ? {} : { rid }),
  }
}

/** Drops known secrets, and whatever looks like a token: sixteen or more letters and digits in a row. */
function withoutSecrets(
  message: string,
  rid: string | undefined,
  secrets: readonly string[],
): string {
  const known = secrets.filter((secret) => secret !== '')
  return known
    .reduce((text, secret) => text.replaceAll(secret, '…'), message)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\w@-]{16,}/g, (run) => (run === rid || !/\d/.test(run) ? run : '…'))
}

/** The public address that an IP-list refusal names, to be added to the list. */
export const addressIn = (message: string): string | undefined =>
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/.exec(message)?.[0] ??
  /(?<![\w:])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])/i.exec(message)?.[0]
