import { seeNoCanary } from './fakes/canaries.ts'

/** Nothing that a test or the program says in its process may hold a secret. */
for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  const say = console[name].bind(console)
  console[name] = (...said: readonly unknown[]) => {
    seeNoCanary(said.map(String).join(' '), 'the console')
    say(...said)
  }
}
