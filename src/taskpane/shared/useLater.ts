import { useEffect, useState } from 'react';

/** True once `active` has lasted for `delay` milliseconds: what is quick shows no progress at all. */
export function useLater(active: boolean, delay = 500): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = window.setTimeout(() => setLate(true), delay);
    return () => {
      window.clearTimeout(timer);
      setLate(false);
    };
  }, [active, delay]);
  return active && late;
}
