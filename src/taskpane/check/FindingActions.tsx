import { Button, Field, Input, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import type { Explanation, Finding, FixOption, FixProposal } from '../../commands/types';
import { useText } from '../text';
import { canExplain, shownEdits, type FindingCare } from './care';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  // Under the words of the finding, not under its icon.
  indented: { padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} calc(20px + ${tokens.spacingHorizontalS} * 2)` },
  option: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  change: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** An explanation that is being written. */
export interface Draft {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
}

/** What can be done about the selected finding: a fix with the cell's old and new value, or a reason why it is right. */
export function FindingActions(props: {
  readonly id: string;
  readonly finding: Finding;
  readonly proposal: FixProposal | null;
  readonly explanation: Explanation | null;
  readonly care: FindingCare;
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft | null) => void;
  /** Who explained last: typed once. */
  readonly who: string;
  readonly onWho: (who: string) => void;
}) {
  const { id, finding, proposal, explanation, care, draft, onDraft, who, onWho } = props;
  const { onFix, onExplain, busy } = care;
  const { t } = useText();
  const styles = useStyles();
  const options = onFix && proposal ? proposal.options : [];
  const explains = onExplain !== undefined && canExplain(finding);
  if (options.length === 0 && !explains) return null;
  const own = draft?.id === id ? draft : null;
  const save = async (written: Draft): Promise<void> => {
    const by = written.by.trim();
    if (!onExplain || !(await onExplain(finding, written.reason.trim(), by))) return;
    onWho(by);
    onDraft(null);
  };
  return (
    <div className={mergeClasses(styles.root, styles.indented)}>
      {options.map((option) => (
        <Option key={`${option.kind}|${option.value}`} option={option} several={options.length > 1} busy={busy} onChoose={() => onFix?.(option.edits)} />
      ))}
      {explains && !own && (
        <div className={styles.buttons}>
          <Button size="small" disabledFocusable={busy} data-testid="explain-button" onClick={() => onDraft({ id, reason: explanation?.reason ?? '', by: explanation?.by ?? who })}>
            {explanation ? t('explain.change') : t('explain.start')}
          </Button>
        </div>
      )}
      {explains && own && <ExplainForm draft={own} busy={busy} onDraft={onDraft} onSave={() => save(own)} />}
    </div>
  );
}

function Option(props: { readonly option: FixOption; readonly several: boolean; readonly busy: boolean; readonly onChoose: () => void }) {
  const { option, several, busy, onChoose } = props;
  const text = useText();
  const styles = useStyles();
  const changes = shownEdits(option, text);
  return (
    <div className={styles.option}>
      <span className={styles.change}>
        {changes.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </span>
      <Button size="small" disabledFocusable={busy} data-testid="fix-button" aria-label={`${text.t(several ? 'fix.choose' : `fix.do.${option.kind}`)}: ${changes.join('; ')}`} onClick={onChoose}>
        {text.t(several ? 'fix.choose' : `fix.do.${option.kind}`)}
      </Button>
    </div>
  );
}

function ExplainForm(props: { readonly draft: Draft; readonly busy: boolean; readonly onDraft: (draft: Draft | null) => void; readonly onSave: () => Promise<void> }) {
  const { draft, busy, onDraft, onSave } = props;
  const { t } = useText();
  const styles = useStyles();
  const complete = draft.reason.trim() !== '' && draft.by.trim() !== '';
  return (
    <form
      className={styles.root}
      data-testid="explain-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !busy) void onSave();
      }}
      onKeyDown={(event) => {
        // Arrows move within the text, not through the list.
        event.stopPropagation();
        if (event.key === 'Escape') onDraft(null);
      }}
    >
      <Field size="small" label={t('explain.reason')} hint={t('explain.bound')} required>
        <Textarea size="small" rows={3} resize="vertical" value={draft.reason} autoFocus onChange={(_, { value }) => onDraft({ ...draft, reason: value })} />
      </Field>
      <Field size="small" label={t('explain.by')} required>
        <Input size="small" value={draft.by} autoComplete="name" onChange={(_, { value }) => onDraft({ ...draft, by: value })} />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" type="submit" disabledFocusable={!complete || busy}>
          {t('explain.save')}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => onDraft(null)}>
          {t('explain.cancel')}
        </Button>
      </div>
    </form>
  );
}
