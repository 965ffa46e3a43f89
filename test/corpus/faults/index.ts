import type { Fault } from '../fault';
import { cellFaults } from './cells';
import { formFaults } from './forms';
import { keyFaults } from './keys';
import { scaleFaults } from './scale';
import { sheetFaults } from './sheet';
import { timeFaults } from './time';
import { withinFaults } from './within';

/** Every fault that is seeded into a report, family by family. */
export const FAULTS: readonly Fault[] = [...sheetFaults, ...keyFaults, ...cellFaults, ...scaleFaults, ...formFaults, ...withinFaults, ...timeFaults];
