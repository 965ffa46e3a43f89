import type { FileOutcome, PickedFile, ReadFilesOptions } from '../files/types';
import { checkFiles, type CheckFilesRequest } from './check-files';
import { checkSheet } from './check-sheet';
import { previewConsolidation } from './preview-consolidation';
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
    checkFiles: (request: CheckFilesRequest) => checkFiles(ports, request),
    previewConsolidation: (request: Parameters<typeof previewConsolidation>[1]) => previewConsolidation(ports, request),
    writeConsolidation,
    takeBackWrite,
    removeHighlights,
    goToCell,
    workbookState,
    onSheetEdited,
  };
}

export type Commands = ReturnType<typeof createCommands>;
