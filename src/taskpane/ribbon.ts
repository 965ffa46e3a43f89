/** Hands presses of ribbon buttons to the pane. A press that comes before the pane listens waits for it. */
export interface Ribbon {
  press(name: string): void;
  /** Gives back the function that ends the subscription. */
  subscribe(listener: (name: string) => void): () => void;
}

export function createRibbon(): Ribbon {
  let listener: ((name: string) => void) | null = null;
  let waiting: readonly string[] = [];
  return {
    press: (name) => {
      if (listener) listener(name);
      else waiting = [...waiting, name];
    },
    subscribe: (next) => {
      listener = next;
      const missed = waiting;
      waiting = [];
      for (const name of missed) next(name);
      return () => {
        if (listener === next) listener = null;
      };
    },
  };
}
