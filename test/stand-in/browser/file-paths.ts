import type { CDPSession } from 'playwright-core'

/** Finds the paths of files while a page waits for them, stopped in the stand-in's `standInPaths`. */
export async function answerFilePaths(session: CDPSession): Promise<void> {
  await session.send('Debugger.enable')
  session.on('Debugger.paused', ({ callFrames }) => {
    const frame = callFrames[0]
    const found = frame?.functionName === 'standInPaths' ? lookUp(session, frame.callFrameId) : null
    void Promise.resolve(found)
      .catch(() => undefined)
      .then(() => session.send('Debugger.resume'))
      .catch(() => undefined)
  })
}

async function lookUp(session: CDPSession, callFrameId: string): Promise<void> {
  const files = await session.send('Debugger.evaluateOnCallFrame', {
    callFrameId,
    expression: 'files',
  })
  const { objectId } = files.result
  if (objectId === undefined) return
  const { result } = await session.send('Runtime.getProperties', { objectId, ownProperties: true })
  const ids = result
    .filter(({ name }) => /^\d+$/.test(name))
    .toSorted((a, b) => Number(a.name) - Number(b.name))
    .map(({ value }) => value?.objectId)
  const paths = await Promise.all(ids.map((id) => pathOf(session, id)))
  await session.send('Debugger.evaluateOnCallFrame', {
    callFrameId,
    expression: `found.push(...${JSON.stringify(paths)})`,
  })
}

/** `''` for a file that has no place on the disk, such as a pasted picture. */
async function pathOf(session: CDPSession, objectId: string | undefined): Promise<string> {
  if (objectId === undefined) return ''
  const { path } = await session.send('DOM.getFileInfo', { objectId })
  return path
}
