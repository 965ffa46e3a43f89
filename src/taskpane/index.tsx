import { createRoot } from 'react-dom/client';
import { programme2024 } from '../core/catalogue/programme2024';
import { App } from './App';
import { systemClock } from '../commands/clock';
import { FUNCTION_NAMES } from './functionNames';
import { lazyCommands } from './lazyCommands';
import { createRibbon } from './ribbon';

const ribbon = createRibbon();

/** A press in the ribbon opens the pane and runs there what the pane's own button runs. */
function associate(): void {
  for (const name of FUNCTION_NAMES) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      let completed = false;
      const complete = (): void => {
        if (!completed) event.completed();
        completed = true;
      };
      try {
        // Excel opens the pane only after the button's event is over.
        complete();
        Office.addin.showAsTaskpane().catch(() => {
          // Where the host cannot open it, the pane is open already: this very page runs in it.
        });
        ribbon.press(name);
      } finally {
        complete();
      }
    });
  }
}

function render(): void {
  const root = document.getElementById('root');
  if (!root) return;
  const language: unknown = Office.context.displayLanguage;
  const english = typeof language === 'string' && language.toLowerCase().startsWith('en');
  document.documentElement.lang = english ? 'en' : 'vi';
  createRoot(root).render(
    <App
      locale={english ? 'en' : 'vi'}
      hostBackground={Office.context.officeTheme?.bodyBackgroundColor ?? null}
      services={{
        commands: lazyCommands(() => import('./commandsPart')),
        catalogue: programme2024(),
        clock: systemClock,
        ribbon,
        // Excel for Mac lets a pane download nothing, and tells nobody.
        canDownload: Office.context.platform !== Office.PlatformType.Mac,
        loadSamples: async () => (await import('./samplesPart')).loadSampleFiles(new URL(window.location.href), (address) => fetch(address)),
      }}
    />,
  );
}

void Office.onReady(() => {
  associate();
  render();
});
