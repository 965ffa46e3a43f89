import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Finding, InputItem } from '../../commands/types';
import { periodKey } from '../../core/period';
import { useText } from '../text';

const useStyles = makeStyles({
  choice: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface Rivals {
  readonly key: string;
  readonly unit: string;
  /** As the finding names it. */
  readonly proposed: string | null;
  readonly inputs: readonly (InputItem & { readonly hash: string })[];
}

/** How findings name an input: sheets of the open workbook share its file name. */
const labelOf = (input: InputItem): string => (input.kind === 'sheet' ? `${input.file} › ${input.sheet}` : input.file);

/** Files that stand against each other: of one unit and month, waiting for a choice (F07) or chosen among before. */
export function rivalsOf(findings: readonly Finding[], inputs: readonly InputItem[], chosen: readonly string[]): readonly Rivals[] {
  const proposals = new Map<string, string>();
  for (const finding of findings) {
    if (finding.code === 'F07' && finding.unit !== null && finding.period !== null) proposals.set(`${finding.unit}|${periodKey(finding.period)}`, finding.params.proposed);
  }
  const groups = new Map<string, Rivals>();
  for (const input of inputs) {
    const { hash, unit, period } = input;
    if (hash === undefined || unit === null || period === null || input.status !== 'read') continue;
    const key = `${unit}|${periodKey(period)}`;
    groups.set(key, { key, unit, proposed: proposals.get(key) ?? null, inputs: [...(groups.get(key)?.inputs ?? []), { ...input, hash }] });
  }
  return [...groups.values()].filter((group) => group.inputs.length > 1 && (proposals.has(group.key) || group.inputs.some((input) => chosen.includes(input.hash))));
}

/** Two different files of one unit and month: the analyst says which one counts. */
export function FileChoice(props: {
  readonly findings: readonly Finding[];
  readonly inputs: readonly InputItem[];
  readonly chosen: readonly string[];
  readonly busy: boolean;
  readonly onChoose: (hash: string, instead: readonly string[]) => void;
}) {
  const { findings, inputs, chosen, busy, onChoose } = props;
  const { t, unit } = useText();
  const styles = useStyles();
  const rivals = useMemo(() => rivalsOf(findings, inputs, chosen), [findings, inputs, chosen]);
  return rivals.map((group) => {
    const title = t('choice.title', { unit: unit(group.unit) });
    return (
      <div key={group.key} className={styles.choice} data-testid="file-choice">
        <div className={styles.title}>{title}</div>
        <div className={styles.small}>{t('choice.explain')}</div>
        <RadioGroup
          aria-label={title}
          disabled={busy}
          value={group.inputs.find((input) => chosen.includes(input.hash))?.hash ?? ''}
          onChange={(_, { value }) => onChoose(value, group.inputs.map((input) => input.hash).filter((hash) => hash !== value))}
        >
          {group.inputs.map((input) => {
            const name = input.kind === 'sheet' ? t('inputs.sheet', { sheet: input.sheet }) : input.file;
            const isProposed = group.proposed === labelOf(input);
            return <Radio key={input.hash} value={input.hash} label={isProposed ? `${name} (${t('choice.proposed')})` : name} />;
          })}
        </RadioGroup>
      </div>
    );
  });
}
