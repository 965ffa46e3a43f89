import { asBoolean, asOneOf } from './arguments';
import { make, type HostObject, type ObjectType } from './objects';
import { calculate, redraw, settle, type Session } from './session';

export function applicationOf(session: Session): HostObject {
  return make(applicationType, session);
}

const applicationType: ObjectType<Session> = {
  name: 'Application',
  properties: {
    CalculationMode: {
      get: ({ model }) => model.calculationMode,
      set: (session, input, at) => {
        session.model.calculationMode = asOneOf(input, ['Automatic', 'AutomaticExceptTables', 'Manual'], at);
        redraw(session);
      },
    },
    CalculationState: { get: ({ pending, structureChanged }) => (pending.length > 0 || structureChanged ? 'Pending' : 'Done') },
  },
  methods: {
    Calculate: (session, [type], at) => {
      const word = asOneOf(type, ['Recalculate', 'Full', 'FullRebuild'], at);
      if (word === 'Recalculate') calculate(session);
      else calculate(session, true);
    },
    SuspendApiCalculationUntilNextSync: (session) => {
      settle(session);
      session.calculationSuspended = true;
    },
    // The stand-in draws nothing between batches anyway.
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

export function runtimeOf(session: Session): HostObject {
  return make(runtimeType, session);
}

const runtimeType: ObjectType<Session> = {
  name: 'Runtime',
  properties: {
    EnableEvents: {
      get: ({ events }) => events.enabled,
      set: ({ events }, input, at) => {
        events.enabled = asBoolean(input, at);
      },
    },
  },
};
