import { cellsEn } from './findings/en/cells';
import { filesEn } from './findings/en/files';
import { keysEn } from './findings/en/keys';
import { logicEn } from './findings/en/logic';
import { provinceEn } from './findings/en/province';
import { rulesEn } from './findings/en/rules';
import { seriesEn } from './findings/en/series';
import { sheetsEn } from './findings/en/sheets';
import type { Messages } from './messages';

/** A finding's sentence and what to do, in plain English. */
export const messagesEn: Messages = {
  ...filesEn,
  ...sheetsEn,
  ...keysEn,
  ...cellsEn,
  ...logicEn,
  ...seriesEn,
  ...provinceEn,
  ...rulesEn,
};
