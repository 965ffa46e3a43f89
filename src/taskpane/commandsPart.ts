import './zodWithoutEval';

/** The part of the pane that reads, checks and writes: fetched once the pane is drawn, before anybody can press a button. */
export { commands } from '../commands';
