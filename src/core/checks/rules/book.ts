import { FORM_VERSION } from '../../sheets/names';
import type { Rule } from '../rule';

/** A form that states no version is no form of ours, or an old copy: nothing can be compared. */
const otherVersion: Rule = {
  code: 'F08',
  needs: [],
  *run({ report }) {
    const stated = report.formVersion?.trim() ?? '';
    if (stated !== '' && stated !== FORM_VERSION) yield { code: 'F08', params: { stated, current: FORM_VERSION }, sheet: '', found: stated, expected: FORM_VERSION };
  },
};

/** Links of the open workbook are the analyst's own affair. */
const links: Rule = {
  code: 'F09',
  needs: [],
  *run({ report: { source, book } }) {
    const targets = [...new Set(book.links)];
    if (source.kind !== 'file' || targets.length === 0) return;
    yield { code: 'F09', params: { targets }, sheet: '', found: targets.join(', '), key: [...targets].sort().join('|') };
  },
};

const macros: Rule = {
  code: 'F10',
  needs: [],
  *run({ report: { source, book } }) {
    if (source.kind === 'file' && book.hasMacros) yield { code: 'F10', params: {}, sheet: '' };
  },
};

/** A hidden sheet is read only where no visible one is a report. */
const hiddenSheet: Rule = {
  code: 'S03',
  needs: [],
  *run({ report: { grid } }) {
    if (grid.visibility !== 'visible') yield { code: 'S03', params: { visibility: grid.visibility }, found: grid.visibility };
  },
};

export const bookRules: readonly Rule[] = [otherVersion, links, macros, hiddenSheet];
