import { useCallback } from 'react';
import { saveFile } from '../saveFile';
import { useServices } from '../services';
import { refusalNotice, type Notice } from '../shared/notice';
import { useText } from '../text';

export interface HandedOut {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Gives a file to the user. Where nothing can be downloaded a workbook opens beside this one; other files cannot be handed out there. */
export function useHandOut(): (file: HandedOut) => Promise<Notice> {
  const { commands, canDownload } = useServices();
  const { t } = useText();
  return useCallback(
    async (file) => {
      if (canDownload) {
        saveFile(file.fileName, file.bytes);
        return { intent: 'success', title: t('answer.saved', { file: file.fileName }) };
      }
      if (!file.fileName.endsWith('.xlsx')) return { intent: 'warning', title: t('answer.notSaved'), body: t('answer.notSavedDo') };
      const refusal = await commands.openMadeFile(file);
      return refusal ? refusalNotice(refusal, t) : { intent: 'success', title: t('answer.opened', { file: file.fileName }) };
    },
    [canDownload, commands, t],
  );
}
