import { foldName } from '../report/fold';
import type { ObstacleReading } from './read';
import type { TextPart } from './types';

export interface Grouped {
  readonly units: readonly TextPart[];
  readonly indicator: TextPart;
  readonly said: TextPart;
}

/** Units that wrote the same about one indicator are named together, in the order of the table. */
export function folded(obstacles: readonly ObstacleReading[], wordsOf: (obstacle: ObstacleReading) => TextPart | null): readonly Grouped[] {
  const groups = new Map<string, { readonly units: TextPart[]; readonly indicator: TextPart; readonly said: TextPart }>();
  for (const obstacle of obstacles) {
    const said = wordsOf(obstacle);
    if (said === null) continue;
    const key = `${obstacle.indicator.code}|${foldName(said.text)}`;
    const group = groups.get(key) ?? { units: [], indicator: obstacle.indicatorName, said };
    group.units.push(obstacle.unit);
    groups.set(key, group);
  }
  return [...groups.values()];
}
