import type { DeskApi } from '../../../core/ipc/contract.ts'
import { unreachable } from '../../../core/result.ts'
import type { GateEvent, GateState, Screen } from '../../state/gate-state.ts'
import type { Store } from '../../state/store.ts'
import { LeavingScreen } from './leaving-screen.tsx'
import { LockScreen } from './lock-screen.tsx'
import { ShutScreen } from './shut-screen.tsx'

/** The whole window while the desk is not there. */
export function Entrance(props: {
  readonly screen: Exclude<Screen, { kind: 'desk' }>
  readonly desk: DeskApi
  readonly gate: Store<GateState, GateEvent>
}) {
  const { screen, desk, gate } = props
  switch (screen.kind) {
    case 'locked':
      return <LockScreen desk={desk} gate={gate} />
    case 'shut':
      return <ShutScreen desk={desk} gate={gate} vault={screen.vault} />
    case 'leaving':
      return <LeavingScreen desk={desk} calls={screen.calls} />
    default:
      return unreachable(screen)
  }
}
