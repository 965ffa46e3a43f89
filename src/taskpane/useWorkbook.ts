import { useCallback, useEffect, useState } from 'react';
import type { WorkbookState } from '../commands/sheet';
import { useServices } from './services';

export type KnownWorkbook = Extract<WorkbookState, { readonly kind: 'state' }>;

/** What is known of the open workbook; null until Excel answers. A refusal here waits for the next look: no command was asked for. */
export function useWorkbook(): { readonly workbook: KnownWorkbook | null; readonly look: () => void } {
  const { commands } = useServices();
  const [workbook, setWorkbook] = useState<KnownWorkbook | null>(null);
  const [looks, setLooks] = useState(0);
  const look = useCallback(() => setLooks((count) => count + 1), []);
  useEffect(() => {
    let current = true;
    commands.workbookState().then(
      (state) => {
        if (current && state.kind === 'state') setWorkbook(state);
      },
      () => {
        // Whatever keeps Excel from answering shows up, in words, with the first command that is asked for.
      },
    );
    return () => {
      current = false;
    };
  }, [commands, looks]);
  return { workbook, look };
}
