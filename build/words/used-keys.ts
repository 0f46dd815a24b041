import { parseSync } from 'vite'

/** What a source file says that may be a key. */
export interface Used {
  /** As they stand; one without an area is a key of the screen. */
  readonly literals: ReadonlySet<string>
  /** `area:key.${…}`, which stands for each key of a closed union. */
  readonly patterns: readonly RegExp[]
}

/**
 * Reads a source file for keys: every string but those that cannot be one, such as names of files, types and what is
 * only compared with.
 */
export function usedIn(file: string, source: string): Used {
  const literals = new Set<string>()
  const patterns: RegExp[] = []
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`)
  walk({ ...program }, (node) => {
    if (node['type'] === 'Literal' && typeof node['value'] === 'string') literals.add(node['value'])
    if (node['type'] === 'TemplateLiteral') {
      const parts = partsOf(node)
      if (parts.length > 1 && /^\w+:/.test(parts[0] ?? ''))
        patterns.push(new RegExp(`^${parts.map(literally).join('[^.:]+')}$`))
    }
  })
  return { literals, patterns }
}

const literally = (part: string): string => part.replaceAll(/[^\w:-]/g, String.raw`\$&`)

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const [key, value] of Object.entries(node)) {
    if (isNoKey(node, key)) continue
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) walk(child, visit)
  }
}

/** Whether what stands there is never said. */
function isNoKey(node: Node, key: string): boolean {
  switch (node['type']) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return key === 'source'
    case 'TSLiteralType':
      return true
    case 'BinaryExpression':
      return ['===', '!=='].includes(String(node['operator']))
    case 'SwitchCase':
      return key === 'test'
    case 'MemberExpression':
      return key === 'property'
    case 'Property':
      return key === 'key'
    case 'JSXAttribute':
      return key === 'value' && isPlain(node)
    default:
      return false
  }
}

/** An attribute whose text is for the machine. */
function isPlain({ name, value }: Node): boolean {
  const named = isNode(name) ? String(name['name']) : ''
  return isNode(value) && value['type'] === 'Literal' && !['title', 'text', 'words'].includes(named)
}

function partsOf({ quasis }: Node): readonly string[] {
  const parts: unknown[] = Array.isArray(quasis) ? quasis : []
  return parts.map((part) => {
    const value = isNode(part) ? part['value'] : undefined
    const said = typeof value === 'object' && value !== null ? Reflect.get(value, 'cooked') : ''
    return typeof said === 'string' ? said : ''
  })
}
