// A jest suite asks what the command line asks: an error that the baseline has not frozen fails its test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../programs/root';
import { parseBaseline } from '../../report/baseline';
import type { Baseline } from '../../spec/result';
import { toldOf, unlisted } from '../against-baseline';
import { openEngine } from '../engine';
import { knownWitnesses } from '../known-witnesses';

const VERSION = '0.28.3';
const RULE = 'effects/inputs-nullified';
const NEVER = 'account-compression:14309';
/** With this one, forty cases raise both. */
const SEED = 20240229;
const FOLDER = join(projectRoot(), 'baselines');

const file = join(FOLDER, `${VERSION}.json`);
const shipped = parseBaseline(readFileSync(file, 'utf8'), file);
/** By this one, the published program is a wrong one: it raises an error that was never seen. */
const without: Baseline = {
  ...shipped,
  observed: shipped.observed.filter(({ rule, raised }) => rule !== RULE || raised !== NEVER),
};

const failuresBy = async (baseline: Baseline): Promise<readonly string[]> => {
  const engine = await openEngine({
    version: VERSION,
    seed: SEED,
    runs: 40,
    ...toldOf(baseline, knownWitnesses(baseline, FOLDER)),
  });
  return unlisted(await engine.run(RULE), baseline);
};

describe('A suite', () => {
  it('passes where every error that no document names is frozen', async () => {
    expect(await failuresBy(shipped)).toEqual([]);
  });

  it('fails where a program raises another one', async () => {
    expect(shipped.observed.length - without.observed.length).toBe(1);
    const [failure = '', ...others] = await failuresBy(without);
    expect(others).toEqual([]);
    expect(failure).toContain(`observed-changed in`);
    expect(failure).toContain(`observed ${NEVER}`);
  });
});
