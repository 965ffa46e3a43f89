import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const DARK = '(prefers-color-scheme: dark)';

/** Whether a background like "#1f1f1f" is a dark one; null when the text is no colour. */
export function isDarkColour(colour: string | null): boolean | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (!match) return null;
  const [red, green, blue] = [match[1], match[2], match[3]].map((part) => parseInt(part ?? '0', 16));
  // Relative weights of the eye (ITU-R BT.601); only the half is told apart.
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0) < 128;
}

function watchDark(changed: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Excel's own theme where it says one, else the system's. */
export function usePaneTheme(hostBackground: string | null): Theme {
  const systemIsDark = useSyncExternalStore(watchDark, () => window.matchMedia(DARK).matches);
  return (isDarkColour(hostBackground) ?? systemIsDark) ? webDarkTheme : webLightTheme;
}
