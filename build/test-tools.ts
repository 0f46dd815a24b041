import { spawnSync } from 'node:child_process'
import { findBrowser } from './browser.ts'

/** Debian's packages with the fonts that the fictitious cards are drawn in, by the family each must bring. */
const fontPackages: Readonly<Record<string, string>> = {
  'Noto Sans CJK SC': 'fonts-noto-cjk',
  'WenQuanYi Micro Hei': 'fonts-wqy-microhei',
  'WenQuanYi Zen Hei': 'fonts-wqy-zenhei',
  'AR PL UKai CN': 'fonts-arphic-ukai',
  'AR PL UMing CN': 'fonts-arphic-uming',
}

/**
 * Sees to it that the tests find a browser, a display server, a spreadsheet program and the fonts; installs what is
 * missing with apt-get where this is root on a Debian, and a tracer too, without which some tests are skipped.
 * @returns what a person has to do first, nothing when all is there
 */
export function installTestTools(): string | undefined {
  if (process.platform !== 'linux') {
    return findBrowser() === undefined
      ? 'Install Chrome, Chromium or Edge, then run the tests again.'
      : undefined
  }
  const needed = missingPackages()
  const wanted = [...needed, ...(succeeds('strace', ['--version']) ? [] : ['strace'])]
  if (wanted.length === 0) return undefined
  const byHand = `apt-get install ${wanted.join(' ')}`
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'])) {
    if (needed.length === 0) return undefined
    return `The tests need a browser, LibreOffice and Chinese fonts. Install them first, as root: ${byHand}`
  }
  console.log(`Installing for the tests: ${wanted.join(' ')}`)
  aptGet('update', '-qq')
  aptGet('install', '-y', '-qq', '--no-install-recommends', ...wanted)
  const left = missingPackages()
  return left.length === 0
    ? undefined
    : `These could not be installed: ${left.join(' ')}. Try: ${byHand}`
}

function missingPackages(): string[] {
  const listed = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' })
  const families = listed.error === undefined ? listed.stdout : ''
  const fonts = Object.entries(fontPackages).filter(([family]) => !families.includes(family))
  return [
    ...(findBrowser() === undefined ? ['chromium'] : []),
    ...(succeeds('which', ['xvfb-run']) ? [] : ['xvfb', 'xauth']),
    ...(succeeds('soffice', ['--version']) ? [] : ['libreoffice-calc-nogui']),
    ...(listed.error === undefined ? [] : ['fontconfig']),
    ...fonts.map(([, name]) => name),
  ]
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

function aptGet(...args: string[]): void {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
