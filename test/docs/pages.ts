import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

export interface Command {
  /** Without a prompt, as it is typed. */
  readonly text: string
  /** Of a fenced block; `inline` where it stands in a sentence. */
  readonly shell: 'sh' | 'powershell' | 'inline'
}

/** One page of Markdown. */
export interface Page {
  /** From the root of the repository, with slashes. */
  readonly file: string
  /** All of it, without blocks of code. */
  readonly prose: string
  readonly text: string
  readonly commands: readonly Command[]
  /** Targets of links and pictures, as they are written. */
  readonly links: readonly string[]
  readonly pictures: readonly string[]
  readonly headings: readonly Heading[]
}

interface Heading {
  readonly level: number
  readonly anchor: string
}

/** Every page that a person may read, the READMEs first. */
export function allPages(): readonly Page[] {
  const found = globSync(['*.md', 'docs/**/*.md', 'electron/**/*.md'], { cwd: root })
  const files = found.map((file) => file.replaceAll('\\', '/')).toSorted()
  return [...new Set(['README.md', 'README.en.md', ...files])].map(readPage)
}

export function readPage(file: string): Page {
  const text = readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n')
  const { prose, blocks } = split(text)
  const links = [...prose.matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)].map(
    ([, bang, target = '']) => ({
      isPicture: bang === '!',
      target,
    }),
  )
  return {
    file,
    text,
    prose,
    commands: commandsIn(text, blocks),
    links: links.map(({ target }) => target),
    pictures: links.flatMap(({ isPicture, target }) => (isPicture ? [target] : [])),
    headings: headingsIn(prose),
  }
}

interface Block {
  readonly shell: string
  readonly lines: readonly string[]
  readonly at: number
}

function split(text: string): { readonly prose: string; readonly blocks: readonly Block[] } {
  const blocks: Block[] = []
  const prose = text.replaceAll(
    /^```(\w*)\n(.*?)^```$/gms,
    (_all, shell: string, inside: string, at: number) => {
      blocks.push({ shell, at, lines: inside.split('\n').filter((line) => line.trim() !== '') })
      return ''
    },
  )
  return { prose, blocks }
}

const isShell = (shell: string): shell is 'sh' | 'powershell' =>
  shell === 'sh' || shell === 'powershell'

/** In the order of the page. */
function commandsIn(text: string, blocks: readonly Block[]): readonly Command[] {
  const fenced = blocks.flatMap(({ shell, lines, at }) =>
    isShell(shell) ? lines.map((line) => ({ text: line, shell, at })) : [],
  )
  const inBlock = (at: number): boolean =>
    blocks.some((block) => at > block.at && at < block.at + block.lines.join('\n').length)
  const inline = [...text.matchAll(/(?<!`)`((?:npm|npx|node) [^`\n]*)`(?!`)/g)]
    .filter(({ index }) => !inBlock(index))
    .map(({ 1: line = '', index }) => ({ text: line, shell: 'inline' as const, at: index }))
  return [...fenced, ...inline]
    .toSorted((one, other) => one.at - other.at)
    .map(({ text: line, shell }) => ({ text: line, shell }))
}

function headingsIn(prose: string): readonly Heading[] {
  const seen = new Map<string, number>()
  return [...prose.matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', title = '']) => {
    const slug = slugOf(title)
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return { level: marks.length, anchor: before === 0 ? slug : `${slug}-${before}` }
  })
}

/** As GitHub makes an anchor of a heading. */
function slugOf(title: string): string {
  const plain = title.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  return plain
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-')
}
