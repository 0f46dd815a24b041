import { execFileSync } from 'node:child_process'

interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** Every process that still runs; those that only wait to be buried are left out. */
function running(): Process[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
  return listed.split('\n').flatMap((line) => {
    const [pid, parent, state, ...command] = line.trim().split(/\s+/)
    if (state === undefined || state.startsWith('Z')) return []
    return [{ pid: Number(pid), parent: Number(parent), command: command.join(' ') }]
  })
}

/** Children, grandchildren and so on of a process, but `ps` itself. */
export function descendantsOf(pid: number): Process[] {
  const all = running().filter(({ command }) => !command.startsWith('ps -A'))
  const found: Process[] = []
  const parents = new Set([pid])
  for (let more = true; more; ) {
    const next = all.filter((one) => parents.has(one.parent) && !parents.has(one.pid))
    for (const one of next) parents.add(one.pid)
    found.push(...next)
    more = next.length > 0
  }
  return found
}

/** Which of these processes still run. */
export function stillRunning(pids: readonly number[]): Process[] {
  return running().filter(({ pid }) => pids.includes(pid))
}
