import { expect, it } from 'vitest'
import { createNamedPaths } from '../../../electron/window/named-paths.ts'

it('lets files wait that are named while the records are shut, and takes them in when they open', () => {
  const named = createNamedPaths()
  named.come(['/cards/a.jpg'])
  named.come([])
  named.come(['/cards/b.jpg', '/cards/c.jpg'])
  const added: (readonly string[])[] = []
  named.takeTo((paths) => added.push(paths))
  expect(added).toEqual([['/cards/a.jpg', '/cards/b.jpg', '/cards/c.jpg']])
  named.come(['/cards/d.jpg'])
  named.come([])
  expect(added.slice(1)).toEqual([['/cards/d.jpg']])
})
