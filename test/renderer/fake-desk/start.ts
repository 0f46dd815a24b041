import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../../../renderer/theme/tokens.css'
import '../../../renderer/theme/mantine.css'
import '../../../renderer/theme/base.css'
import { openWindow } from '../../../renderer/open-window.tsx'
import { createFakeDesk, type Scene } from './fake-desk.ts'

const asked = new URLSearchParams(location.search)
const pauses = ['person', 'disk-full', 'store-failed'] as const
const scene: Scene = {
  count: Number(asked.get('count') ?? '12'),
  sheet: asked.has('sheet'),
  language:
    asked.get('language') === 'en' ? 'en' : asked.get('language') === 'zh' ? 'zh' : 'system',
  waiting: Number(asked.get('waiting') ?? '0'),
  exported: asked.get('export') ?? 'written',
  refused: Number(asked.get('refused') ?? '0'),
  appearance: asked.get('appearance') === 'dark' ? 'dark' : 'light',
  masked: asked.get('masked') !== 'no',
  pause: pauses.find((pause) => pause === asked.get('pause')) ?? 'none',
  kept: Number(asked.get('kept') ?? '240'),
  audit: asked.get('audit') ?? 'sound',
  protection: {
    hasPin: asked.has('pin') || asked.has('locked'),
    hasPassphrase: asked.has('passphrase'),
    isLocked: asked.has('locked'),
    vault: asked.get('vault') ?? 'open',
  },
}
const host = document.getElementById('root')
if (host === null) throw new Error('the page has no #root')
await openWindow(host, asked.has('lost') ? undefined : createFakeDesk(scene).api)
