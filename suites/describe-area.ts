// Makes a jest suite of one area's claims: each rule is a test that runs generated cases on the real programs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchRelease } from '../programs/fetch';
import { projectRoot } from '../programs/root';
import { parseBaseline } from '../report/baseline';
import { notApplicable } from '../spec/needs';
import type { Baseline, ClaimResult } from '../spec/result';
import { toldOf, unlisted, vanished } from './against-baseline';
import { claims } from './claims';
import { openEngine } from './engine';
import type { Claim, Engine } from './engine-types';
import { chosenIn } from './environment';
import { knownWitnesses } from './known-witnesses';

const { version: VERSION, cases: CASES, fewerCases: FEWER, seed: SEED } = chosenIn(process.env);

/** A case about a proof costs ten others, and attempts at codes are many hundreds. */
const COSTLY: ReadonlySet<Claim['area']> = new Set<Claim['area']>(['proofs', 'codes']);

const FOLDER = join(projectRoot(), 'baselines');

const loadBaseline = (version: string): Baseline | null => {
  const file = join(FOLDER, `${version}.json`);
  return existsSync(file) ? parseBaseline(readFileSync(file, 'utf8'), file) : null;
};

const expectHonest = (claim: Claim, result: ClaimResult): void => {
  expect(result.executed).toBe(result.requested);
  if (claim.kind === 'law') expect(result.violating + result.unspecified).toBe(result.requested);
  if (claim.rule !== null) {
    expect(result.violating).toBeGreaterThan(0);
    if (claim.rule.expects.kind !== 'effect') expect(result.twins).toBeGreaterThan(0);
  }
};

const DOWNLOAD = 300_000; // milliseconds

/** One test for each claim of the area that is about the version; another one than the environment's is fetched first. */
export const describeArea = (area: Claim['area'], kind: Claim['kind'], version = VERSION): void => {
  const baseline = loadBaseline(version);
  let engine: Engine;
  beforeAll(async () => {
    await fetchRelease(version);
    engine = await openEngine({
      version,
      seed: SEED,
      runs: COSTLY.has(area) ? FEWER : CASES,
      ...toldOf(baseline, knownWitnesses(baseline, FOLDER)),
    });
  }, DOWNLOAD);
  const own = claims().filter(
    (claim) => claim.area === area && claim.kind === kind && notApplicable(claim.id, version) === null,
  );
  test.each(own.map((claim) => [claim.id, claim.title, claim] as const))(
    '%s: %s',
    async (id, _title, claim) => {
      const result = await engine.run(id);
      expectHonest(claim, result);
      expect(unlisted(result, baseline)).toEqual([]);
      // What a sweep meets once in a thousand plans need not come in a few.
      if (claim.kind !== 'sweep') expect(vanished(result, baseline)).toBe(false);
    },
  );
};
