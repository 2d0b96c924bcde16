// What the environment chooses of a jest suite: version, cases and seed, checked as the command line checks its options.
import { readManifest, releaseOf } from '../programs/release-manifest';
import { CASES, readWhole, SEEDS, type Range } from './whole-number';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a suite runs: a published version, cases a rule (of areas with slow cases or very many rules fewer), and the seed. */
export type Chosen = {
  readonly version: string;
  readonly cases: number;
  readonly fewerCases: number;
  readonly seed: number;
};

function pinned(environment: Environment): string {
  const manifest = readManifest();
  const version = environment['CONFORM_VERSION'] ?? manifest.default;
  releaseOf(manifest, version);
  return version;
}

function whole(
  environment: Environment,
  name: string,
  { otherwise, ...range }: Range & { otherwise: number },
): number {
  const text = environment[name];
  if (text === undefined) return otherwise;
  const value = readWhole(name, text, range);
  if (typeof value === 'string') throw new Error(value);
  return value;
}

/**
 * CONFORM_VERSION, CONFORM_CASES and CONFORM_SEED, so that a person can run one rule in full or under a debugger.
 * @throws Error with one sentence for a version that is not pinned, and for a number that is none or out of range.
 */
export const chosenIn = (environment: Environment): Chosen => ({
  version: pinned(environment),
  cases: whole(environment, 'CONFORM_CASES', { ...CASES, otherwise: 30 }),
  fewerCases: whole(environment, 'CONFORM_CASES', { ...CASES, otherwise: 15 }),
  seed: whole(environment, 'CONFORM_SEED', { ...SEEDS, otherwise: 1 }),
});
