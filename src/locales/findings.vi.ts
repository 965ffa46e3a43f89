import { cellsVi } from './findings/vi/cells';
import { filesVi } from './findings/vi/files';
import { keysVi } from './findings/vi/keys';
import { logicVi } from './findings/vi/logic';
import { provinceVi } from './findings/vi/province';
import { rulesVi } from './findings/vi/rules';
import { seriesVi } from './findings/vi/series';
import { sheetsVi } from './findings/vi/sheets';
import type { Messages } from './messages';

/** A finding's sentence and what to do, in plain Vietnamese for an analyst. */
export const messagesVi: Messages = {
  ...filesVi,
  ...sheetsVi,
  ...keysVi,
  ...cellsVi,
  ...logicVi,
  ...seriesVi,
  ...provinceVi,
  ...rulesVi,
};
