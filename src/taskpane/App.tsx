import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useConsolidation } from './consolidate/useConsolidation';
import { defaultPeriod } from './defaultPeriod';
import { ErrorBoundary } from './ErrorBoundary';
import { ServicesProvider, useServices, type PaneServices } from './services';
import { Shell } from './Shell';
import { TextProvider, type Locale } from './text';
import { usePaneTheme } from './theme';
import { useWorkbook } from './useWorkbook';

const usePageStyles = makeStaticStyles({ 'html, body, #root': { height: '100%', margin: 0 } });

const useStyles = makeStyles({
  // Not on the provider: it hands its classes on to menus and dialogs, which would then cover the pane.
  root: { height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground1 },
});

/** The whole pane. Everything outside it comes in through `services`. */
export function App(props: { readonly services: PaneServices; readonly locale: Locale; readonly hostBackground: string | null }) {
  const [locale, setLocale] = useState(props.locale);
  const theme = usePaneTheme(props.hostBackground);
  const styles = useStyles();
  usePageStyles();
  return (
    <FluentProvider theme={theme} style={{ height: '100%' }} lang={locale}>
      <div className={styles.root}>
        <ErrorBoundary locale={locale} reload={() => window.location.reload()}>
          <ServicesProvider services={props.services}>
            <Pane locale={locale} onLanguage={() => setLocale(locale === 'vi' ? 'en' : 'vi')} />
          </ServicesProvider>
        </ErrorBoundary>
      </div>
    </FluentProvider>
  );
}

/** Joins what was read with the words for it: the workbook's own catalogue names things once it was read. */
function Pane(props: { readonly locale: Locale; readonly onLanguage: () => void }) {
  const { catalogue, clock } = useServices();
  const { workbook, look } = useWorkbook();
  const control = useConsolidation(defaultPeriod(clock.today(), catalogue.year), look);
  const known = control.state.preview?.catalogue ?? catalogue;
  return (
    <TextProvider locale={props.locale} catalogue={known}>
      <Shell control={control} workbook={workbook} look={look} year={control.state.preview?.catalogue.year ?? workbook?.reportPeriod?.year ?? catalogue.year} onLanguage={props.onLanguage} />
    </TextProvider>
  );
}
