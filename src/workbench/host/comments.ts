import type { CommentModel, SheetModel } from '../model/types';
import { refuse } from './errors';
import { make, value, type HostObject, type ObjectType, type Outcome } from './objects';
import { rangeOf } from './range';
import type { Session } from './session';

interface CommentsState {
  readonly session: Session;
  /** null: those of the whole workbook. */
  readonly sheet: SheetModel | null;
}

interface CommentState {
  readonly session: Session;
  readonly sheet: SheetModel;
  readonly comment: CommentModel;
}

/** The threaded comments (notes are not among them, as in Excel); the stand-in reads them only. */
export function commentsOf(session: Session, sheet: SheetModel | null): HostObject {
  return make(collectionType, { session, sheet });
}

function list({ session, sheet }: CommentsState): readonly CommentState[] {
  const sheets = sheet === null ? session.model.sheets : [sheet];
  return sheets.flatMap((each) =>
    each.comments.filter((comment) => comment.kind === 'comment').map((comment) => ({ session, sheet: each, comment })),
  );
}

const commentType: ObjectType<CommentState> = {
  name: 'Comment',
  identity: ({ comment }) => ({ Id: comment.id }),
  properties: {
    Id: { get: ({ comment }) => comment.id },
    Content: { get: ({ comment }) => comment.text },
    AuthorName: { get: ({ comment }) => comment.author },
  },
  methods: {
    GetLocation: ({ session, sheet, comment: { row, col } }) => rangeOf(session, sheet, { row, col, lastRow: row, lastCol: col }),
  },
};

const collectionType: ObjectType<CommentsState> = {
  name: 'CommentCollection',
  items: (state) => list(state).map((comment) => make(commentType, comment)),
  item: (state, [id], location) => make(commentType, list(state).find(({ comment }) => comment.id === id) ?? refuse('ItemNotFound', location)),
  methods: {
    GetCount: (state) => value(list(state).length),
    GetItemOrNullObject: (state, [id]): Outcome => {
      const found = list(state).find(({ comment }) => comment.id === id);
      return found === undefined ? null : make(commentType, found);
    },
  },
};
