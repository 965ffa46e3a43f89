import { createContext, useContext, type ReactNode } from 'react';
import type { Commands } from '../commands/create';
import type { Catalogue } from '../core/catalogue/types';
import type { Clock } from '../commands/clock';
import type { Ribbon } from './ribbon';
import type { SampleSet } from './sampleFiles';

/** The commands as the pane calls them, each at some later time; the ribbon and the command line call the very same ones. */
export type PaneCommands = { readonly [K in keyof Commands]: (...args: Parameters<Commands[K]>) => Promise<Awaited<ReturnType<Commands[K]>>> };

/** Everything that reaches out of the pane. The entry hands in the real ones, tests their own. */
export interface PaneServices {
  readonly commands: PaneCommands;
  /** The programme that names units and indicators until a workbook's own catalogue was read. */
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly ribbon: Ribbon;
  /** Whether the host lets a pane download files. */
  readonly canDownload: boolean;
  readonly loadSamples: () => Promise<SampleSet | null>;
}

const ServicesContext = createContext<PaneServices | null>(null);

export function ServicesProvider(props: { readonly services: PaneServices; readonly children: ReactNode }) {
  return <ServicesContext.Provider value={props.services}>{props.children}</ServicesContext.Provider>;
}

export function useServices(): PaneServices {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('The pane stands outside its ServicesProvider.');
  return services;
}
