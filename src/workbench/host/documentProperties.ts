import type { DocProperties } from '../model/types';
import { asText } from './arguments';
import { make, type HostObject, type ObjectType } from './objects';
import { redraw, type Session } from './session';

type TextKey = 'title' | 'author' | 'subject' | 'keywords' | 'comments' | 'company';

export function documentPropertiesOf(session: Session): HostObject {
  return make(propertiesType, session);
}

const text = (key: TextKey): NonNullable<ObjectType<Session>['properties']>[string] => ({
  get: ({ model }) => model.docProperties[key] ?? '',
  set: (session, input, at) => {
    const patch: Partial<DocProperties> = { [key]: asText(input, at) };
    Object.assign(session.model.docProperties, patch);
    redraw(session);
  },
});

const propertiesType: ObjectType<Session> = {
  name: 'DocumentProperties',
  properties: {
    Title: text('title'),
    Author: text('author'),
    Subject: text('subject'),
    Keywords: text('keywords'),
    Comments: text('comments'),
    Company: text('company'),
    LastAuthor: { get: ({ model }) => model.docProperties.lastAuthor ?? '' },
    CreationDate: { get: ({ model }) => model.docProperties.created },
  },
};
