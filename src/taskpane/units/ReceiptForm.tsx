import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { IsoDate } from '../../core/period';
import { useText } from '../text';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalXS },
  date: { flex: '1 1 140px', minWidth: 0 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly name: string;
  readonly receivedOn: IsoDate | null;
  /** The day on which the file was saved, as its own properties say: shown, and taken only when somebody takes it. */
  readonly saved: IsoDate | null;
  readonly today: IsoDate;
  readonly busy: boolean;
  readonly onSave: (date: IsoDate | null) => void;
}

const EARLIEST = '2000-01-01';

/** The day on which a report came in, typed; it goes into the sheet, and no later than today. */
export function ReceiptForm({ name, receivedOn, saved, today, busy, onSave }: Props) {
  const text = useText();
  const { t } = text;
  const styles = useStyles();
  const [typed, setTyped] = useState(receivedOn ?? '');
  const isDay = typed >= EARLIEST && typed <= today;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay && !busy) onSave(typed);
      }}
    >
      <div className={styles.line}>
        <Field className={styles.date} size="small" label={t('receipt.day')} {...(typed !== '' && !isDay ? { validationMessage: t('receipt.notADay') } : {})}>
          <Input size="small" type="date" aria-label={t('receipt.dayOf', { name })} min={EARLIEST} max={today} value={typed} onChange={(_, { value }) => setTyped(value)} />
        </Field>
        <Button size="small" type="submit" disabledFocusable={busy || !isDay || typed === receivedOn}>
          {t('receipt.save')}
        </Button>
        {receivedOn !== null && (
          <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={() => onSave(null)}>
            {t('receipt.remove')}
          </Button>
        )}
      </div>
      {saved !== null && (
        <div className={styles.small}>
          {t('receipt.evidence', { date: text.date(saved) })}{' '}
          {receivedOn === null && (
            <Link as="button" type="button" onClick={() => setTyped(saved)}>
              {t('receipt.take')}
            </Link>
          )}
        </div>
      )}
    </form>
  );
}
