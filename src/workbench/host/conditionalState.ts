import type { ConditionalFormatModel, ConditionalRule } from '../model/types';
import { refuse } from './errors';
import { redraw, type Place } from './session';

/** One conditional format and the place it was reached through. */
export interface FormatState {
  readonly place: Place;
  readonly format: ConditionalFormatModel;
}

/** The kinds of rule the stand-in can set; the others it only keeps. */
export type Kind = Exclude<ConditionalRule['kind'], 'Kept'>;
type RuleOf<K extends Kind> = Extract<ConditionalRule, { readonly kind: K }>;

export function isKind<K extends Kind>(rule: ConditionalRule, kind: K): rule is RuleOf<K> {
  return rule.kind === kind;
}

/** The rule, when it is of the kind asked for; what belongs to another kind of format is not there. */
export function ruleOf<K extends Kind>(state: FormatState, kind: K): RuleOf<K> {
  const { rule } = state.format;
  return isKind(rule, kind) ? rule : refuse('InvalidOperation', `ConditionalFormat.${kind}`, `The format is of type ${rule.kind}.`);
}

export function put(state: FormatState, rule: ConditionalRule): void {
  state.format.rule = rule;
  redraw(state.place.session);
}
