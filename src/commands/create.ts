import type { FileOutcome, PickedFile, ReadFilesOptions } from '../files/types';
import { answering } from './answering';
import { checkAll } from './check-all';
import { checkFiles, type CheckFilesRequest } from './check-files';
import { checkSheet } from './check-sheet';
import { drawing } from './drawing';
import { forming } from './forming';
import { staleFinding } from '../core/memory/stale';
import { applyFixes } from './fix';
import { lookingBack } from './looking-back';
import { previewConsolidation } from './preview-consolidation';
import { explain, recordCheck } from './record';
import { reporting } from './reporting';
import { reminding } from './reminding';
import { goToCell, onSheetEdited, removeHighlights, workbookState } from './sheet';
import { takeBackWrite } from './take-back-write';
import { writeConsolidation } from './write-consolidation';

/** What differs between a browser and the command line: how picked files are opened beside the main thread. */
export interface Ports {
  readonly readFiles: (files: readonly PickedFile[], options?: ReadFilesOptions) => Promise<readonly FileOutcome[]>;
}

/** The same commands for ribbon, pane and command line. Each returns a typed outcome; expected refusals are no throws. */
export function createCommands(ports: Ports) {
  return {
    checkSheet,
    checkAll,
    recordCheck,
    explain,
    applyFixes,
    staleFinding,
    checkFiles: (request: CheckFilesRequest) => checkFiles(ports, request),
    previewConsolidation: (request: Parameters<typeof previewConsolidation>[1]) => previewConsolidation(ports, request),
    writeConsolidation,
    takeBackWrite,
    removeHighlights,
    goToCell,
    workbookState,
    onSheetEdited,
    ...answering,
    ...reminding,
    ...lookingBack,
    ...forming,
    ...drawing,
    ...reporting,
  };
}

export type Commands = ReturnType<typeof createCommands>;
