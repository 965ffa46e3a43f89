import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Decision, Finding } from '../../commands/types';
import { periodKey } from '../../core/period';
import type { HeldFigure } from '../../core/consolidation/types';
import { placeOf } from '../check/filter';
import { Fold } from '../shared/Fold';
import { useText, type Text } from '../text';
import { chosenFor, decisionOf, heldItems, type Choice, type HeldItem } from './heldChoices';

const useStyles = makeStyles({
  item: { display: 'grid', gap: tokens.spacingVerticalXXS, paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { overflowWrap: 'anywhere' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  // A few are read with the panel; many scroll on their own, so that what stands below stays near.
  many: { maxHeight: '60vh', overflowY: 'auto' },
});

const FEW = 12;

/** More than anyone decides one by one; the rest comes up as these are decided or corrected at the source. */
const SHOWN = 100;

/** The figures that wait for the analyst, each with its reason and what can be done. */
export function HeldList(props: {
  readonly held: readonly HeldFigure[];
  readonly findings: readonly Finding[];
  readonly decisions: readonly Decision[];
  readonly busy: boolean;
  readonly onDecide: (decision: Decision) => void;
  readonly onUndo: (decision: Decision) => void;
}) {
  const { held, findings, decisions, busy, onDecide, onUndo } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const items = useMemo(() => heldItems(held, findings), [held, findings]);
  return (
    <>
      {items.length > 0 && (
        <Fold title={t('held.title', { count: number(items.length) })} open>
          <div className={styles.small}>{t('held.explain')}</div>
          <div className={items.length > FEW ? styles.many : undefined} role="list" tabIndex={items.length > FEW ? 0 : undefined} aria-label={t('held.title', { count: number(items.length) })} data-testid="held-list">
            {items.slice(0, SHOWN).map((item, at) => (
              <Item key={`${item.held.file}|${item.held.sheet}|${item.held.cell}|${item.held.indicator}|${at}`} item={item} chosen={chosenFor(item, decisions)} busy={busy} onDecide={onDecide} />
            ))}
          </div>
        </Fold>
      )}
      {decisions.length > 0 && (
        <Fold title={t('held.decided', { count: number(decisions.length) })}>
          {decisions.map((decision) => (
            <div key={`${decision.unit}|${decision.indicator}|${periodKey(decision.period)}|${decision.figure}`} className={styles.item}>
              <span className={styles.head}>
                {nameOf(decision.unit, decision.indicator, text)}: {labelOf(decision, decision.found, text)}
              </span>
              <span className={styles.choices}>
                <Button size="small" disabled={busy} onClick={() => onUndo(decision)}>
                  {t('held.undo')}
                </Button>
              </span>
            </div>
          ))}
        </Fold>
      )}
    </>
  );
}

function Item(props: { readonly item: HeldItem; readonly chosen: Decision | null; readonly busy: boolean; readonly onDecide: (decision: Decision) => void }) {
  const { item, chosen, busy, onDecide } = props;
  const text = useText();
  const styles = useStyles();
  const name = nameOf(item.held.unit, item.held.indicator, text) || item.held.file;
  const [reason] = item.findings;
  return (
    <div role="listitem" className={styles.item}>
      <span className={styles.head}>{name}</span>
      <span className={styles.small}>
        {item.held.codes.join(', ')} · {reason ? placeOf(reason) : [item.held.file, item.held.sheet, item.held.cell].filter((part) => part !== '').join(' › ')}
      </span>
      {item.findings.map((finding) => (
        <span key={`${finding.code}${finding.cells.join()}`}>{text.say(finding).message}</span>
      ))}
      {item.choices.length === 0 ? (
        <span className={styles.small}>{text.t('held.fixSource')}</span>
      ) : (
        <span className={styles.choices} role="group" aria-label={text.t('held.choices', { what: name })}>
          {item.choices.map((choice) => {
            const decision = decisionOf(item, choice);
            const isChosen = chosen !== null && chosen.action === choice.action && chosen.value === choice.value;
            return (
              <Button key={`${choice.action}${choice.value}`} size="small" aria-pressed={isChosen} appearance={isChosen ? 'primary' : 'secondary'} disabled={busy || !decision} onClick={() => decision && onDecide(decision)}>
                {labelOf(choice, item.held.found, text)}
              </Button>
            );
          })}
        </span>
      )}
    </div>
  );
}

const nameOf = (unit: string | null, indicator: string | null, text: Text): string =>
  [unit ? text.unit(unit) : '', indicator ? text.indicator(indicator) : ''].filter((part) => part !== '').join(' · ');

/** "Lấy 1.242", "Lấy như đã ghi", "Để ngoài". */
function labelOf(choice: Choice, found: string | number | null, text: Text): string {
  if (choice.action === 'leaveOut') return text.t('held.leaveOut');
  const value = choice.action === 'takeOther' ? choice.value : found;
  return typeof value === 'number' ? text.t('held.take', { value: text.number(value, 4) }) : text.t('held.takeAsIs');
}
