import type { DialogAnswer, DialogAsk } from '../../stand-in/calls.ts'

/** Whoever sits before the system's dialogs. */
export interface DialogPerson {
  readonly asked: DialogAsk[]
  /** Settles the next dialog of a kind. */
  readonly answer: (kind: DialogAsk['kind'], answer: DialogAnswer) => void
  readonly meet: (ask: DialogAsk) => DialogAnswer
}

export function createDialogPerson(): DialogPerson {
  const asked: DialogAsk[] = []
  const settled: { readonly kind: DialogAsk['kind']; readonly answer: DialogAnswer }[] = []
  return {
    asked,
    answer: (kind, answer) => void settled.push({ kind, answer }),
    meet(ask) {
      asked.push(ask)
      const at = settled.findIndex(({ kind }) => kind === ask.kind)
      return at < 0 ? {} : (settled.splice(at, 1)[0]?.answer ?? {})
    },
  }
}
