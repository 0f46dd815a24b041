/** What was begun and is not answered yet. */
export interface UnderWay {
  readonly begin: <Value>(act: () => Promise<Value>) => Promise<Value>
  /** Resolves when all that was begun before is over, however it ended. */
  readonly over: () => Promise<unknown>
}

export function createUnderWay(): UnderWay {
  const acts = new Set<Promise<unknown>>()
  return {
    begin(act) {
      const answer = act()
      acts.add(answer)
      const end = (): boolean => acts.delete(answer)
      void answer.then(end, end)
      return answer
    },
    over: () => Promise.allSettled(acts),
  }
}
