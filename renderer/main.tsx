import './no-webrtc.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './theme/tokens.css'
import './theme/contrast.css'
import './theme/mantine.css'
import './theme/base.css'
import { deskOfWindow } from './api/desk.ts'
import { openWindow } from './open-window.tsx'

const host = document.getElementById('root')
if (host === null) throw new Error('the page has no #root')
await openWindow(host, deskOfWindow())
