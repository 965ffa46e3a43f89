import { sampleCases } from './samples';
import { judgeAll } from './score';

test('the sample reports hold what is labelled, and nothing else', async () => {
  const judged = await judgeAll(await sampleCases());
  expect(judged.length).toBeGreaterThan(90);
  expect(judged.flatMap(({ case: one, missed, wrong }) => [...missed, ...wrong].map((each) => `${one.unit} ${each.code}`))).toEqual([]);
}, 30_000);
