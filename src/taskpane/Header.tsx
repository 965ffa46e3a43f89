import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Select, tokens } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import type { UnitCoverage } from '../core/consolidation/types';
import { parsePeriod, periodKey, type Period } from '../core/period';
import { HiddenHeading } from './shared/LiveRegion';
import { useText } from './text';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    paddingInlineStart: tokens.spacingHorizontalM,
    // 34 × 32 px at the top right belong to Office.
    paddingInlineEnd: '38px',
  },
  month: { flex: '0 1 auto', minWidth: '128px' },
  coverage: { flex: '1 1 auto', textAlign: 'end', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

export interface HeaderActions {
  readonly onPeriod: (period: Period) => void;
  readonly onRemoveHighlights: () => void;
  /** null while there is nothing to take back. */
  readonly onTakeBack: (() => void) | null;
  readonly onSamples: () => void;
  readonly onLanguage: () => void;
  readonly onAbout: () => void;
}

/** The months that can be chosen: those of the catalogue's year, and the current one where it lies outside. */
function monthsOf(year: number, current: Period): readonly Period[] {
  const months = Array.from({ length: 12 }, (_, at): Period => ({ year, month: at + 1 }));
  return current.year === year ? months : [current, ...months];
}

/** Month, coverage, menu; the same above every view. */
export function Header(props: HeaderActions & { readonly period: Period; readonly year: number; readonly coverage: UnitCoverage | null }) {
  const { period, year, coverage } = props;
  const { t, number } = useText();
  const styles = useStyles();
  const counts = coverage && { received: number(coverage.received.length), expected: number(coverage.expected.length) };
  return (
    <header className={styles.header}>
      <HiddenHeading text={t('app.title')} />
      <Select
        className={styles.month}
        size="small"
        appearance="underline"
        aria-label={t('header.month')}
        data-testid="month-picker"
        value={periodKey(period)}
        onChange={(_, { value }) => {
          const chosen = parsePeriod(value);
          if (chosen) props.onPeriod(chosen);
        }}
      >
        {monthsOf(year, period).map((month) => (
          <option key={periodKey(month)} value={periodKey(month)}>
            {t('header.monthOf', month)}
          </option>
        ))}
      </Select>
      <span className={styles.coverage} data-testid="coverage" title={counts ? t('header.coverageFull', counts) : undefined}>
        {counts && t('header.coverage', counts)}
      </span>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" size="small" icon={<MoreHorizontal20Regular />} aria-label={t('header.menu')} title={t('header.menu')} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={props.onRemoveHighlights}>{t('menu.removeHighlights')}</MenuItem>
            <MenuItem disabled={props.onTakeBack === null} onClick={props.onTakeBack ?? undefined}>
              {t('menu.takeBack')}
            </MenuItem>
            <MenuItem onClick={props.onSamples}>{t('menu.samples')}</MenuItem>
            <MenuItem onClick={props.onLanguage}>{t('menu.language')}</MenuItem>
            <MenuItem onClick={props.onAbout}>{t('menu.about')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
