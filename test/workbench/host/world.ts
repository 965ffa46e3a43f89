import { startHeadless, type Headless } from '../../../src/workbench/host/headless';
import type { HostOptions } from '../../../src/workbench/host/host';
import type { Calculator, WorkbookModel } from '../../../src/workbench/model/types';
import { createWorkbook } from '../../../src/workbench/model/workbook';

/** A calculator that knows sums of two numbers only and counts how often it was asked. */
export interface SimpleCalculator extends Calculator {
  calls: number;
}

export function simpleCalculator(): SimpleCalculator {
  const calculator: SimpleCalculator = {
    calls: 0,
    recalculate: (model) => {
      calculator.calls += 1;
      let calculated = 0;
      for (const sheet of model.sheets) {
        for (const cells of sheet.cells.values()) {
          for (const cell of cells.values()) {
            const sum = /^=(\d+)\+(\d+)$/.exec(cell.formula ?? '');
            if (sum === null) continue;
            cell.value = Number(sum[1]) + Number(sum[2]);
            calculated += 1;
          }
        }
      }
      return { calculated, changed: calculated, refused: [] };
    },
  };
  return calculator;
}

export interface World extends Headless {
  readonly calculator: SimpleCalculator;
}

export function world(model: WorkbookModel = createWorkbook('Test.xlsx', ['Sheet1', 'Số liệu']), options: Partial<HostOptions> = {}): World {
  const calculator = simpleCalculator();
  return { ...startHeadless({ model, calculator, now: () => new Date(2024, 5, 20), ...options }), calculator };
}

/** The code of the error a batch ends with, or "done". */
export async function codeOf(batch: Promise<unknown>): Promise<string> {
  try {
    await batch;
    return 'done';
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : `no code: ${String(error)}`;
  }
}
