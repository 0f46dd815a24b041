import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { findBrowser } from '../../build/browser.ts'
import { openTurnServer } from '../fakes/turn-server.ts'
import { launchDesk, newFolder } from './harness/launch-desk.ts'

const secret = 'id-number-of-somebody'
/** The walls of the program alone, without the one that the stand-in has besides. */
const ownWalls = '--host-resolver-rules=MAP x.invalid x'

/**
 * Has a page call the servers, in its own window or in a frame that no address was loaded into.
 * @returns whether it could call at all, when nothing more is to come
 */
const call = (page: Page, where: 'page' | 'frame', servers: readonly string[]): Promise<boolean> =>
  page.evaluate(
    async ({ from, urls, username }) => {
      const frame = document.createElement('iframe')
      if (from === 'frame') document.body.append(frame)
      const place = from === 'frame' ? frame.contentWindow : window
      const Connection: unknown =
        place === null ? undefined : Reflect.get(place, 'RTCPeerConnection')
      if (typeof Connection !== 'function') return false
      const iceServers = [{ urls, username, credential: 'x' }]
      const connection: RTCPeerConnection = Reflect.construct(Connection, [{ iceServers }])
      connection.createDataChannel('x')
      const gathered = new Promise<void>((resolve) =>
        connection.addEventListener('icegatheringstatechange', () => {
          if (connection.iceGatheringState === 'complete') resolve()
        }),
      )
      await connection.setLocalDescription(await connection.createOffer())
      await gathered
      connection.close()
      frame.remove()
      return true
    },
    { from: where, urls: [...servers], username: secret },
  )

test('the page cannot call anybody past its policy, not even from a frame', async () => {
  const server = await openTurnServer()
  const page = (await launchDesk({ words: [ownWalls] })).page()
  expect(await call(page, 'page', server.addresses)).toBe(false)
  await call(page, 'frame', server.addresses)
  expect(server.heard).toEqual([])
})

test('the page cannot have a name looked up, which would tell it to others', async () => {
  const log = path.join(await newFolder(), 'net.json')
  // A browser with a proxy looks up no such name; Electron does.
  const words = [ownWalls, '--no-proxy-server', `--log-net-log=${log}`]
  const desk = await launchDesk({ words: [...words, '--net-log-capture-mode=Everything'] })
  await desk.page().evaluate(async (host) => {
    const link = document.createElement('link')
    link.rel = 'dns-prefetch'
    link.href = `https://${host}/`
    document.head.append(link)
    // Answered after the link was seen.
    await fetch('/')
  }, `${secret}.example`)
  await desk.quit()
  await desk.ended
  const text = readFileSync(log, 'utf8')
  expect(text).toContain('HOST_RESOLVER')
  expect(text.includes(secret)).toBe(false)
})

test('a page of a browser that nobody told anything does call, so that the test above would see it', async (context) => {
  if (process.platform !== 'linux') return context.skip('a firewall may stand before the server')
  const browser = findBrowser()
  if (browser === undefined) throw new Error('there is no browser')
  const server = await openTurnServer()
  const profile = mkdtempSync(path.join(os.tmpdir(), 'license-desk-browser-'))
  const opened = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  onTestFinished(async () => {
    await opened.close()
    rmSync(profile, { recursive: true, force: true })
  })
  const page = await opened.newPage()
  void call(page, 'page', server.addresses).catch(() => undefined)
  const heard = Promise.all([server.hears('udp', secret), server.hears('tcp', secret)])
  await expect(heard).resolves.toHaveLength(2)
})
