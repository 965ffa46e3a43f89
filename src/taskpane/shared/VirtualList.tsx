import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';

const useStyles = makeStyles({
  scroller: { overflowY: 'auto', overflowX: 'hidden', overflowAnchor: 'none' },
  space: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Height in px before the row was measured. */
  readonly estimate: (row: Row) => number;
  readonly render: (row: Row, index: number) => ReactNode;
  readonly label: string;
  /** The row to keep in sight, -1 for none; scrolls only when it changes. */
  readonly reveal?: number;
  readonly className?: string;
  readonly testId?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
}

/** A list of any length: only the rows in sight exist in the page. */
export function VirtualList<Row>(props: Props<Row>) {
  const { rows, keyOf, estimate, render, reveal = -1 } = props;
  const styles = useStyles();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : estimate(row);
    },
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: 8,
    // React 19 refuses to flush from inside a layout effect.
    useFlushSync: false,
  });
  useEffect(() => {
    if (reveal >= 0) virtualizer.scrollToIndex(reveal, { align: 'auto' });
  }, [reveal, virtualizer]);

  return (
    <div ref={setScroller} className={mergeClasses(styles.scroller, props.className)} data-testid={props.testId} onKeyDown={props.onKeyDown}>
      <div className={styles.space} role="list" aria-label={props.label} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles.row}
              role="listitem"
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {render(row, item.index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
