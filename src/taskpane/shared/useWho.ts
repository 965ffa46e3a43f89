import { useCallback, useState } from 'react';

const KEY = 'chitieu.who';

/** Where the host keeps nothing for add-ins, the name lives as long as the pane. */
function stored(): string {
  try {
    return window.localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** The analyst's name, typed once: Excel tells add-ins no user name. It stays on this machine. */
export function useWho(): readonly [string, (who: string) => void] {
  const [who, setWho] = useState(stored);
  const remember = useCallback((next: string) => {
    setWho(next);
    try {
      window.localStorage.setItem(KEY, next);
    } catch {
      // Asked again next time.
    }
  }, []);
  return [who, remember];
}
