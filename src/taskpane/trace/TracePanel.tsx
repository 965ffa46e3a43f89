import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { TracePlace } from '../../commands/trace';
import { TextProvider, useText } from '../text';
import { SourceItem } from './SourceItem';
import type { TraceControl, Traced } from './useTrace';
import { agrees, columnWords, ruleWords, valueOf } from './words';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { fontVariantNumeric: 'tabular-nums' },
  warn: { color: tokens.colorStatusWarningForeground1, fontSize: tokens.fontSizeBase200 },
  formula: { margin: 0, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: '120px', overflowY: 'auto' },
  operands: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  main: { alignSelf: 'start' },
});

/**
 * "Từ đâu ra": what one figure of Tổng hợp is made of, down to the cells, and there by a click. It reads the workbook
 * and needs no preview.
 */
export function TracePanel(props: { readonly control: TraceControl; readonly onGoTo: (place: TracePlace) => void }) {
  const { control, onGoTo } = props;
  const { t, locale } = useText();
  const styles = useStyles();
  const { traced } = control;
  return (
    <section className={styles.panel} aria-label={t('trace.title')} aria-busy={control.busy}>
      <Button className={styles.main} disabledFocusable={control.busy} onClick={() => void control.traceCell()} data-testid="trace-button">
        {t('trace.cell')}
      </Button>
      {traced ? (
        // Named by the workbook's own catalogue, which may not have been read otherwise.
        <TextProvider locale={locale} catalogue={traced.catalogue}>
          <TraceView traced={traced} onGoTo={onGoTo} />
        </TextProvider>
      ) : (
        <div className={styles.small}>{t('trace.idle')}</div>
      )}
    </section>
  );
}

function TraceView(props: { readonly traced: Traced; readonly onGoTo: (place: TracePlace) => void }) {
  const { traced: { trace }, onGoTo } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const { place, formula } = trace;
  const same = agrees(trace);
  return (
    <div className={styles.panel} data-testid="trace" data-indicator={trace.indicator}>
      <div>
        <div className={styles.title}>{text.indicator(trace.indicator)}</div>
        <div className={styles.small}>
          {t('trace.of', { column: columnWords(trace.key, text), period: text.period(trace.period) })}{' '}
          {place && (
            <Link as="button" inline onClick={() => onGoTo(place)}>{`${place.sheet}!${place.address}`}</Link>
          )}
        </div>
      </div>
      <div>
        <div className={styles.value}>{t('trace.shown', { value: valueOf(trace.shown, text) })}</div>
        {trace.value !== null && <div className={styles.value}>{t('trace.computed', { value: number(trace.value, 4) })}</div>}
        {same !== null && <div className={same ? styles.small : styles.warn}>{same ? t('trace.agrees') : t('trace.differs')}</div>}
        {trace.overwritten && <div className={styles.warn}>{t('trace.overwritten')}</div>}
        <div className={styles.small}>
          {ruleWords(trace, text)} {trace.provisional && t('targets.provisional')}
        </div>
      </div>
      {trace.operands.length > 0 && (
        <div>
          <div className={styles.small}>{t('trace.operands')}</div>
          <ul className={styles.operands}>
            {trace.operands.map(({ indicator, key, value, place: at }) => (
              <li key={`${indicator}|${key}`}>
                {indicator === trace.indicator ? '' : `${text.indicator(indicator)} · `}
                {columnWords(key, text)}: {valueOf(value, text)}{' '}
                {at && (
                  <Link as="button" inline onClick={() => onGoTo(at)}>
                    {at.address}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.title}>{trace.sources.length > 0 ? t('trace.sources', { count: number(trace.sources.length) }) : t('trace.noSources')}</div>
      {trace.sources.length > 0 && (
        <div role="list" aria-label={t('trace.sources', { count: number(trace.sources.length) })}>
          {trace.sources.map((source) => (
            <SourceItem key={source.unit} source={source} why={null} onGoTo={onGoTo} />
          ))}
        </div>
      )}
      {trace.beside.length > 0 && (
        <>
          <div className={styles.title}>{t('trace.beside', { count: number(trace.beside.length) })}</div>
          <div role="list" aria-label={t('trace.beside', { count: number(trace.beside.length) })}>
            {trace.beside.map((source) => (
              <SourceItem key={`${source.unit}|${source.period.month}`} source={source} why={source.why} onGoTo={onGoTo} />
            ))}
          </div>
        </>
      )}
      {trace.missing.length > 0 && <div className={styles.small}>{t('trace.missing', { units: trace.missing.map(text.unit).join(', ') })}</div>}
      {formula !== null && (
        <details>
          <summary className={styles.small}>{t('trace.formula')}</summary>
          <pre className={styles.formula}>{formula}</pre>
        </details>
      )}
    </div>
  );
}
