/** A fixed number of things of which each has one user at a time; who finds none waits in line. */
export interface Lanes<Lane> {
  /** What `action` gives with a lane of its own: at once if one is idle and the action is done at once. */
  use<T>(action: (lane: Lane) => T | Promise<T>): T | Promise<T>
  /** Waits until no lane is in use, and keeps them all for good. */
  end(): Promise<readonly Lane[]>
}

/** The lane that was used last is used first: where one does not work, those that do go on. */
export function lanesOf<Lane>(all: readonly Lane[]): Lanes<Lane> {
  const idle = [...all]
  const line: ((lane: Lane) => void)[] = []

  function giveBack(lane: Lane): void {
    const next = line.shift()
    if (next === undefined) idle.push(lane)
    else next(lane)
  }

  function take(): Lane | Promise<Lane> {
    return idle.pop() ?? new Promise((resolve) => line.push(resolve))
  }

  function on<T>(lane: Lane, action: (lane: Lane) => T | Promise<T>): T | Promise<T> {
    let result: T | Promise<T>
    try {
      result = action(lane)
    } catch (error) {
      giveBack(lane)
      throw error
    }
    if (result instanceof Promise) return result.finally(() => giveBack(lane))
    giveBack(lane)
    return result
  }

  return {
    use(action) {
      const lane = take()
      return lane instanceof Promise ? lane.then((given) => on(given, action)) : on(lane, action)
    },
    end: () => Promise.all(all.map(take)),
  }
}
