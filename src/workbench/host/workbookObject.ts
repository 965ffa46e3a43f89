import { activeSheet } from '../model/workbook';
import { applicationOf, runtimeOf } from './application';
import { asText } from './arguments';
import { commentsOf } from './comments';
import { documentPropertiesOf } from './documentProperties';
import { refuse } from './errors';
import { make, type HostObject, type ObjectType } from './objects';
import { namesOf } from './names';
import { structureProtectionOf } from './protection';
import { rangeOf } from './range';
import { rangeAreasOf } from './rangeAreas';
import type { Session } from './session';
import { tablesOf } from './tables';
import { worksheetsOf } from './worksheets';

/** The root of everything a request can reach. */
export function workbookOf(session: Session): HostObject {
  return make(workbookType, session);
}

const workbookType: ObjectType<Session> = {
  name: 'Workbook',
  properties: {
    Name: { get: ({ model }) => model.name },
    ReadOnly: { get: () => false },
  },
  objects: {
    Application: applicationOf,
    Worksheets: worksheetsOf,
    Tables: (session) => tablesOf(session, null),
    Names: (session) => namesOf(session, null),
    Comments: (session) => commentsOf(session, null),
    Properties: documentPropertiesOf,
    Protection: structureProtectionOf,
    _Runtime: runtimeOf,
  },
  methods: {
    GetSelectedRange: (session, _, location) => {
      const sheet = activeSheet(session.model);
      const [rect, ...more] = sheet.selection;
      if (rect === undefined || more.length > 0) return refuse('InvalidSelection', location, 'Several areas are selected.');
      return rangeOf(session, sheet, rect);
    },
    GetSelectedRanges: (session) => {
      const sheet = activeSheet(session.model);
      return rangeAreasOf({ session, sheet, rects: sheet.selection });
    },
    GetActiveCell: (session, _, location) => {
      const sheet = activeSheet(session.model);
      const { row, col } = sheet.selection[0] ?? refuse('InvalidSelection', location);
      return rangeOf(session, sheet, { row, col, lastRow: row, lastCol: col });
    },
    _RemoveReference: ({ references }, [id], location) => {
      references.delete(asText(id, location));
    },
    _RemoveAllReferences: ({ references }) => references.clear(),
  },
};
