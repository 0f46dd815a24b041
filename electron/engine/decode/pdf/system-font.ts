import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A font of this system that has the characters of Chinese print. */
export interface SystemFont {
  readonly bytes: Uint8Array
  /** Where its face begins, where the file holds several; else 0. */
  readonly offset: number
}

interface Candidate {
  readonly file: string
  /** Which of several faces is the one for simplified Chinese. */
  readonly face?: number
}

/** Fonts that come with the systems, or that their Chinese editions install; the first that is there is lent. */
const candidates = (platform: NodeJS.Platform): readonly Candidate[] => {
  switch (platform) {
    case 'win32': {
      const folder = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'Fonts')
      return ['simsun.ttc', 'msyh.ttc', 'simhei.ttf', 'Deng.ttf'].map((name) => ({
        file: path.join(folder, name),
      }))
    }
    case 'darwin':
      return [
        { file: '/System/Library/Fonts/Hiragino Sans GB.ttc' },
        { file: '/System/Library/Fonts/STHeiti Light.ttc', face: 1 },
        { file: '/System/Library/Fonts/Supplemental/Arial Unicode.ttf' },
        { file: '/Library/Fonts/Arial Unicode.ttf' },
      ]
    default:
      return [
        { file: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc' },
        { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', face: 2 },
        { file: '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc', face: 2 },
        { file: '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc', face: 2 },
        { file: '/usr/share/fonts/wqy-microhei/wqy-microhei.ttc' },
        { file: '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc' },
        { file: '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf' },
        { file: '/usr/share/fonts/truetype/arphic/uming.ttc' },
      ]
  }
}

/** The first font that is there and whole. */
export function findSystemFont(
  platform: NodeJS.Platform = process.platform,
): SystemFont | undefined {
  for (const { file, face = 0 } of candidates(platform)) {
    const font = openFont(file, face)
    if (font !== undefined) return font
  }
  return undefined
}

let found: { readonly font: SystemFont | undefined } | undefined

/** The same, looked for once and kept from then on: some 20 MB, which only print in such a font needs. */
export const systemFont = (): SystemFont | undefined => (found ??= { font: findSystemFont() }).font

const headLength = 12

function openFont(file: string, face: number): SystemFont | undefined {
  try {
    const bytes = readFileSync(file)
    if (bytes.toString('latin1', 0, 4) !== 'ttcf') return { bytes, offset: 0 }
    return { bytes, offset: bytes.readUInt32BE(headLength + 4 * face) }
  } catch {
    return undefined
  }
}
