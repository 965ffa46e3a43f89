import type { ProtectionOptions } from '../model/types';
import { DEFAULT_PROTECTION } from '../model/workbook';
import { asBoolean, asOneOf, asRecord, asText, isAbsent } from './arguments';
import { refuse, unknown } from './errors';
import { make, type Argument, type HostObject, type ObjectType } from './objects';
import { redraw, type Session } from './session';
import type { SheetState } from './worksheet';

export function protectionOf(state: SheetState): HostObject {
  return make(protectionType, state);
}

function optionsFrom(input: Argument, location: string): ProtectionOptions {
  if (isAbsent(input)) return DEFAULT_PROTECTION;
  const given: Record<string, boolean | string> = {};
  for (const [key, value] of Object.entries(asRecord(input, location))) {
    if (!Object.hasOwn(DEFAULT_PROTECTION, key)) unknown(`${location}({ ${key} })`);
    if (value === undefined || value === null) continue;
    given[key] = key === 'selectionMode' ? asOneOf(value, ['Normal', 'Unlocked', 'None'], location) : asBoolean(value, location);
  }
  return { ...DEFAULT_PROTECTION, ...given };
}

function protect({ session, sheet }: SheetState, [options, password]: readonly Argument[], location: string): void {
  if (sheet.protection.protected) refuse('InvalidOperation', location, 'The sheet is protected already.');
  sheet.protection = {
    protected: true,
    options: optionsFrom(options, location),
    ...(isAbsent(password) ? {} : { password: asText(password, location) }),
  };
  redraw(session);
}

function unprotect({ session, sheet }: SheetState, password: Argument, location: string): void {
  const { protection } = sheet;
  if (!protection.protected) return;
  const open = protection.password === undefined ? protection.storedPassword === undefined : protection.password === password;
  if (!open) refuse(isAbsent(password) ? 'AccessDenied' : 'BadPassword', location);
  sheet.protection = { protected: false, options: protection.options };
  redraw(session);
}

const protectionType: ObjectType<SheetState> = {
  name: 'WorksheetProtection',
  properties: {
    Protected: { get: ({ sheet }) => sheet.protection.protected },
    Options: { get: ({ sheet }) => ({ ...sheet.protection.options }) },
  },
  methods: {
    Protect: (state, args, location) => protect(state, args, location),
    Unprotect: (state, [password], location) => unprotect(state, password, location),
  },
};

/** The protection of the workbook's structure. */
export function structureProtectionOf(session: Session): HostObject {
  return make(structureType, session);
}

const structureType: ObjectType<Session> = {
  name: 'WorkbookProtection',
  properties: { Protected: { get: ({ model }) => model.structureProtected } },
  methods: {
    Protect: (session, [password], location) => {
      if (!isAbsent(password)) unknown(`${location}(password)`);
      session.model.structureProtected = true;
      redraw(session);
    },
    Unprotect: (session) => {
      session.model.structureProtected = false;
      redraw(session);
    },
  },
};
