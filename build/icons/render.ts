import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { macIcon } from './mac-icon.ts'
import { windowsIcon, type Picture } from './windows-icon.ts'

const folder = import.meta.dirname
const linuxSides = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSides = [16, 20, 24, 32, 40, 48, 64, 128, 256]
const macSides = [16, 32, 64, 128, 256, 512, 1024]

/** Up to this side the simplified drawing is the clearer one. */
const largestSmallSide = 32

/** Apple's grid leaves a margin of 100 pixels around a picture of 1024. */
const macMargin = 100 / 1024

const linux = path.join(folder, 'linux')
await mkdir(linux, { recursive: true })
for (const side of linuxSides) {
  await writeFile(path.join(linux, `${side}x${side}.png`), (await draw(side)).png)
}
await writeFile(
  path.join(folder, 'icon.ico'),
  await windowsIcon(await Promise.all(windowsSides.map((side) => draw(side)))),
)
await writeFile(
  path.join(folder, 'icon.icns'),
  macIcon(await Promise.all(macSides.map((side) => draw(side, Math.round(side * macMargin))))),
)

async function draw(side: number, margin = 0): Promise<Picture> {
  const inner = side - margin * 2
  const source = path.join(folder, side <= largestSmallSide ? 'icon-small.svg' : 'icon.svg')
  const { width } = await sharp(source).metadata()
  const png = await sharp(source, { density: Math.max(72, (72 * inner) / width) })
    .resize(inner, inner)
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: '#0000' })
    .png({ compressionLevel: 9 })
    .toBuffer()
  return { side, png }
}
