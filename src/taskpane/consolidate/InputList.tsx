import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Dismiss16Regular, SubtractCircle20Regular } from '@fluentui/react-icons';
import type { InputItem } from '../../commands/types';
import { countBySeverity } from '../check/filter';
import { Fold } from '../shared/Fold';
import { SeverityIcon } from '../shared/severity';
import { VirtualList } from '../shared/VirtualList';
import { useText } from '../text';

const useStyles = makeStyles({
  list: { maxHeight: '50vh' },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalS, alignItems: 'center', paddingBlock: tokens.spacingVerticalXXS },
  open: { border: 'none', backgroundColor: 'transparent', color: 'inherit', font: 'inherit', textAlign: 'start', padding: 0, cursor: 'pointer', minWidth: 0, ':hover': { textDecorationLine: 'underline' }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  name: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  small: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  muted: { color: tokens.colorNeutralForeground3 },
});

const keyOf = (input: InputItem): string => `${input.kind}|${input.file}|${input.sheet}`;

/** What needs a look comes first: not readable, with errors, left out, with warnings, in order. */
function gravity(input: InputItem): number {
  if (input.status === 'rejected') return 0;
  const counts = countBySeverity(input.result.findings);
  if (counts.E > 0) return 1;
  if (input.status === 'skipped' || input.use === 'notUsed') return 2;
  return counts.W > 0 ? 3 : 4;
}

/** Every input of the month with what became of it; earlier months stand folded below. */
export function InputList(props: {
  readonly inputs: readonly InputItem[];
  readonly onShowFindings: (input: InputItem) => void;
  /** null where the input is no picked file. */
  readonly remover: (input: InputItem) => (() => void) | null;
}) {
  const { inputs } = props;
  const { t, number } = useText();
  if (inputs.length === 0) return null;
  const history = inputs.filter((input) => input.use === 'history' && input.status === 'read' && countBySeverity(input.result.findings).E === 0);
  const shown = inputs.filter((input) => !history.includes(input)).sort((a, b) => gravity(a) - gravity(b));
  return (
    <Fold title={t('inputs.title', { count: number(inputs.length) })} open>
      <Rows {...props} inputs={shown} />
      {history.length > 0 && (
        <Fold title={t('inputs.history', { count: number(history.length) })}>
          <Rows {...props} inputs={history} />
        </Fold>
      )}
    </Fold>
  );
}

function Rows(props: Parameters<typeof InputList>[0]) {
  const { inputs, onShowFindings, remover } = props;
  const { t } = useText();
  const styles = useStyles();
  if (inputs.length === 0) return null;
  return (
    <VirtualList
      className={styles.list}
      rows={inputs}
      keyOf={keyOf}
      estimate={() => 40}
      label={t('inputs.title', { count: inputs.length })}
      testId="input-list"
      render={(input) => <Row input={input} onShow={() => onShowFindings(input)} onRemove={remover(input)} />}
    />
  );
}

function Row(props: { readonly input: InputItem; readonly onShow: () => void; readonly onRemove: (() => void) | null }) {
  const { input, onShow, onRemove } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const place = input.kind === 'sheet' ? t('inputs.sheet', { sheet: input.sheet }) : input.file;
  const name = input.unit ? text.unit(input.unit) : place;
  return (
    <div className={styles.row}>
      <Status input={input} />
      <button type="button" className={styles.open} onClick={onShow} title={t('inputs.showFindings', { file: place })}>
        <span className={styles.name}>{name}</span>
        <span className={styles.small}>{input.unit ? `${verdict()} · ${place}` : verdict()}</span>
      </button>
      {onRemove && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={t('consolidate.removeFile', { file: input.file })} onClick={onRemove} />}
    </div>
  );

  function verdict(): string {
    const [first] = input.result.findings;
    if (input.status !== 'read') return [t(`inputs.${input.status}`), ...(first ? [text.say(first).message] : [])].join(' · ');
    const counts = countBySeverity(input.result.findings);
    const parts = [
      ...(input.use === 'notUsed' ? [t('inputs.notUsed')] : []),
      ...(counts.E > 0 ? [t('severity.count.E', { count: number(counts.E) })] : []),
      ...(counts.W > 0 ? [t('severity.count.W', { count: number(counts.W) })] : []),
    ];
    return parts.length > 0 ? parts.join(' · ') : t('inputs.ok');
  }
}

function Status(props: { readonly input: InputItem }) {
  const { status, use, result } = props.input;
  const { t } = useText();
  const styles = useStyles();
  const counts = countBySeverity(result.findings);
  if (status === 'rejected' || counts.E > 0) return <SeverityIcon severity="E" />;
  if (status === 'skipped' || use === 'notUsed') return <SubtractCircle20Regular className={styles.muted} role="img" aria-label={t('inputs.skipped')} />;
  if (counts.W > 0) return <SeverityIcon severity="W" />;
  return <CheckmarkCircle20Filled className={styles.good} role="img" aria-label={t('inputs.ok')} />;
}
