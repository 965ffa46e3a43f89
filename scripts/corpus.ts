import { programme2024 } from '../src/core/catalogue/programme2024';
import type { Finding } from '../src/core/checks/finding';
import { sayIn } from '../src/locales/say';
import { chanceOf } from '../test/corpus/chance';
import { FAULTS } from '../test/corpus/faults';
import { fileCases } from '../test/corpus/files';
import { makeCorpus } from '../test/corpus/make';
import { NEAR_MISSES } from '../test/corpus/near';
import { provinceCases } from '../test/corpus/province';
import { sampleCases } from '../test/corpus/samples';
import { judgeAll, overall, precision, recall, scoresOf, type Judged, type Score } from '../test/corpus/score';
import { pairCases } from '../test/corpus/twice';
import { worldOf } from '../test/corpus/world';

/**
 * How well the checks find what is wrong: faults of every code seeded into true reports, near misses beside them, and what
 * came out. `npm run corpus -- --seed 7` makes another year; `--code V15 --show` lists what was missed and what was wrong.
 */
const out = (line = ''): void => void process.stdout.write(`${line}\n`);

function option(name: string): string | null {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

const share = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);

function printTable(scores: readonly Score[]): void {
  out('| code | seeded | found | missed | false | precision | recall | near | fired |');
  out('|---|---|---|---|---|---|---|---|---|');
  const line = (name: string, score: Omit<Score, 'code'>): void =>
    out(`| ${name} | ${score.seeded} | ${score.found} | ${score.missed} | ${score.wrong} | ${share(precision(score))} | ${share(recall(score))} | ${score.near} | ${score.nearFired} |`);
  for (const score of scores) line(score.code, score);
  line('all', overall(scores));
}

const say = sayIn('vi', programme2024());
const sentence = (finding: Finding): string => {
  try {
    return say(finding).message;
  } catch {
    return '';
  }
};

function show(judged: readonly Judged[], code: string | null): void {
  for (const { case: one, missed, wrong } of judged) {
    const where = `${one.unit} ${one.month} ${one.layout} · ${one.kind} ${one.code} ${one.way}`;
    for (const label of missed) if (code === null || label.code === code) out(`missed ${label.code} ${label.indicator ?? ''} ${label.cell ?? ''} · ${where}`);
    for (const finding of wrong) if (code === null || finding.code === code) out(`false ${finding.code} ${finding.severity} ${finding.indicator ?? ''} ${finding.cells.join('+')} · ${where} · ${sentence(finding)}`);
  }
}

async function run(seed: string): Promise<readonly Judged[]> {
  const from = performance.now();
  const corpus = makeCorpus(worldOf(seed), chanceOf(`corpus ${seed}`), FAULTS, NEAR_MISSES, { each: 24, near: 8, clean: 1 });
  const cases = [...corpus.cases, ...fileCases(corpus.world, chanceOf(`files ${seed}`), 24), ...pairCases(corpus.world, chanceOf(`pairs ${seed}`), 24), ...provinceCases(corpus.world, chanceOf(`province ${seed}`), 20)];
  const judged = await judgeAll(cases);
  const clean = judged.filter((each) => each.case.kind === 'clean');
  out(`\n## Seed ${seed}: ${cases.length} cases, ${clean.length} of them clean, ${((performance.now() - from) / 1000).toFixed(1)} s\n`);
  return judged;
}

async function main(): Promise<void> {
  const seed = option('seed');
  const code = option('code');
  for (const each of seed === null ? ['1', '2'] : [seed]) {
    const judged = await run(each);
    if (process.argv.includes('--show')) show(judged, code);
    else printTable(scoresOf(judged));
    const alarms = judged.filter(({ case: one, wrong }) => one.kind === 'clean' && wrong.length > 0).length;
    out(`\nClean reports with a finding: ${alarms}`);
  }
  const samples = await judgeAll(await sampleCases());
  out(`\n## The sample reports: ${samples.length} cases\n`);
  if (process.argv.includes('--show')) show(samples, code);
  else printTable(scoresOf(samples));
}

void main();
