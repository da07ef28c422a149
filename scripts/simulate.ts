import { playHistories, playHistory } from '../test/simulation/run.ts';

const argument = (name: string) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : Number(process.argv[at + 1]);
};
const seed = argument('--seed');
if (seed !== undefined) {
  const { violations } = await playHistory(seed, { listen: (line) => console.log(line) });
  console.log(violations);
} else {
  const t = performance.now();
  const sum = await playHistories(
    argument('--from') ?? 1,
    argument('--histories') ?? 100,
    {},
    (one, violations) => console.log(one, violations[0]),
  );
  console.log(sum, (performance.now() - t) / 1000);
}
