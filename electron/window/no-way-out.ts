import type { App, CommandLine, ProxyConfig } from 'electron'

/** WebRTC asks neither the page's policy nor the filter of requests. Without a proxy that takes it, no UDP leaves. */
export const webRtcPolicy = 'disable_non_proxied_udp'

/** Where whatever Chromium would still send ends: nobody listens there. */
export const nowhere: ProxyConfig = {
  mode: 'fixed_servers',
  proxyRules: '127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
}

const switches: readonly (readonly [name: string, value?: string])[] = [
  ['webrtc-ip-handling-policy', webRtcPolicy],
  // Its name in older versions of Chromium.
  ['force-webrtc-ip-handling-policy', webRtcPolicy],
  // A link of the page can have names looked up, which its policy does not see.
  ['blink-settings', 'dnsPrefetchingEnabled=false'],
  ['no-pings'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-breakpad'],
]

/** Tells Chromium to ask for nothing of its own accord; to be said before Electron is ready. */
export function quiet(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of switches) commandLine.appendSwitch(name, value)
}

/** The same for what belongs to no session; to be said when Electron is ready. */
export async function quietProgram(
  app: Pick<App, 'configureHostResolver' | 'setProxy'>,
): Promise<void> {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' })
  await app.setProxy(nowhere)
}
