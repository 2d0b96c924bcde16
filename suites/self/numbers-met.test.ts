// The sweep of broken plans meets every number of the documents' tables, again and again where no fence keeps it away.
import fc from 'fast-check';
import { anyEdits } from '../../generators/any';
import type { Generated } from '../../generators/breaking';
import type { Fences } from '../../generators/settings';
import { predictTransaction } from '../../model/predict';
import { worldBefore } from '../../model/world';
import { DOCUMENTED_CODES } from '../../spec/error-table';
import { FENCES } from '../../spec/fences';
import { notApplicable } from '../../spec/needs';
import { ruleById, RULES } from '../../spec/rules';
import { shapeOf } from '../../spec/versions';
import { askedIn } from '../asked';

const VERSION = '0.28.3';
const ALL_FENCES: Fences = new Set(FENCES.map(({ rule }) => rule));
/** With all fences up: those of a deactivated context and of one that is full. */
const FENCED_OFF: readonly number[] = [6064, 15_016];
const CASES = 1000;

const model = askedIn(
  { id: 'validation/any', rule: null },
  {
    run: () => Promise.reject(new Error('Nothing is run here.')),
    shape: shapeOf(VERSION),
    rules: RULES.filter(({ id }) => notApplicable(id, VERSION) === null),
  },
);

/** The numbers that the documents give to what is broken in the first transaction in which something is, or later. */
const numbersIn = ({ plan }: Generated): ReadonlySet<number> => {
  let world = worldBefore(plan, model.shape);
  const numbers = new Set<number>();
  for (const transaction of plan.transactions) {
    const { exercised, prediction, worlds } = predictTransaction(world, transaction, model);
    for (const id of exercised) {
      const { provenance, expects } = ruleById(id) ?? { provenance: 'observed', expects: null };
      if (provenance === 'documented' && expects?.kind === 'rejects' && expects.code !== null)
        numbers.add(expects.code);
    }
    const accepted =
      prediction.kind === 'specified'
        ? prediction.alternatives.findIndex(({ kind }) => kind === 'accepted')
        : -1;
    world = worlds[accepted] ?? world;
  }
  return numbers;
};

/** How many of the sweep's cases break a rule of each number. */
const meetings = (fences: Fences): ReadonlyMap<number, number> => {
  const all = fc.sample(anyEdits(fences), { seed: 3, numRuns: CASES }).map(numbersIn);
  return new Map(
    [...DOCUMENTED_CODES].map((code) => [code, all.filter((numbers) => numbers.has(code)).length]),
  );
};

const below = (least: number, met: ReadonlyMap<number, number>): readonly number[] =>
  [...met].filter(([, count]) => count < least).map(([code]) => code);

it('meets every number where there is no fence', () => {
  expect(below(3, meetings(new Set()))).toEqual([]);
});

it('meets every number over and over but those that fences keep away', () => {
  expect(below(8, meetings(ALL_FENCES))).toEqual(FENCED_OFF);
});
