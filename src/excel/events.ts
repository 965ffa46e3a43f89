import { memory } from './session';

/**
 * Tells when the user changes cells; what the add-in itself writes is not told.
 *
 * @param handler gets the sheet's name, '' when the sheet is newer than the last reading
 * @returns ends the subscription
 * @throws Excel's error when it takes no subscription
 */
export async function onSheetChanged(handler: (sheet: string) => void): Promise<() => void> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    const subscription = worksheets.onChanged.add(async (change) => {
      if (change.triggerSource === 'ThisLocalAddin') return;
      handler(memory().sheetNames.get(change.worksheetId) ?? '');
    });
    await context.sync();
    for (const sheet of worksheets.items) memory().sheetNames.set(sheet.id, sheet.name);
    return () => {
      void Excel.run(subscription.context, async (same) => {
        subscription.remove();
        await same.sync();
      });
    };
  });
}
