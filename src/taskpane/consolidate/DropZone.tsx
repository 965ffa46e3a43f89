import { Button, Checkbox, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUpload24Regular } from '@fluentui/react-icons';
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import type { PickedFile } from '../../commands/types';
import { useText } from '../text';

const ACCEPTED = '.xlsx,.xlsm,.xls,.xlsb,.ods,.csv';

const useStyles = makeStyles({
  zone: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1px dashed ${tokens.colorBrandStroke1}` },
  formats: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  clear: { display: 'block', fontSize: tokens.fontSizeBase200 },
  input: { display: 'none' },
  sheets: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

async function picked(files: FileList): Promise<readonly PickedFile[]> {
  return Promise.all(
    [...files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), lastModified: file.lastModified })),
  );
}

/** Where report files are dropped or picked, and whether the workbook's own report sheets count. */
export function DropZone(props: {
  readonly fileCount: number;
  /** null: not known yet. */
  readonly reportSheets: number | null;
  readonly includeSheets: boolean;
  readonly onFiles: (files: readonly PickedFile[]) => void;
  readonly onClear: () => void;
  readonly onInclude: (include: boolean) => void;
  readonly onUnreadable: (error: unknown) => void;
}) {
  const { fileCount, reportSheets, includeSheets, onFiles, onClear, onInclude, onUnreadable } = props;
  const { t, number } = useText();
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const hand = (files: FileList | null): void => {
    if (files && files.length > 0) picked(files).then(onFiles, onUnreadable);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    hand(event.target.files);
    // Picking the very same file again must be heard too.
    event.target.value = '';
    button.current?.focus();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    hand(event.dataTransfer.files);
  };

  return (
    <div>
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <ArrowUpload24Regular aria-hidden />
        <span>
          {fileCount > 0 ? t('consolidate.filesPicked', { count: number(fileCount) }) : t('consolidate.drop')}
          {fileCount > 0 ? (
            <Link as="button" className={styles.clear} onClick={onClear}>
              {t('consolidate.clearFiles')}
            </Link>
          ) : (
            <span className={styles.formats}>{t('consolidate.formats')}</span>
          )}
        </span>
        <Button ref={button} size="small" onClick={() => input.current?.click()}>
          {fileCount > 0 ? t('consolidate.pickMore') : t('consolidate.pick')}
        </Button>
        <input ref={input} className={styles.input} type="file" multiple accept={ACCEPTED} aria-label={t('consolidate.pick')} data-testid="drop-input" onChange={chosen} />
      </div>
      {reportSheets !== 0 && (
        <Checkbox
          className={styles.sheets}
          checked={includeSheets}
          onChange={(_, { checked }) => onInclude(checked === true)}
          label={reportSheets === null ? t('consolidate.includeSheetsUnknown') : t('consolidate.includeSheets', { count: number(reportSheets) })}
        />
      )}
    </div>
  );
}
