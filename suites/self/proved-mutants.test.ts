// All mutants that the flow of data proves equivalent, many left out of the published program at once: nothing is another.
import { mutantsOf } from '../../harness/mutation/mutants';
import { proverOf, type ProvedReason } from '../../harness/mutation/proved/proved';
import { readCode } from '../../harness/sbpf/code';
import { readElf } from '../../harness/sbpf/elf';
import { loadRelease } from '../../programs/load';
import type { CaseRange, Mutant, Operator } from '../../spec/mutation';
import type { Area } from '../../spec/rule';
import { claims } from '../claims';
import { openEngine } from '../engine';
import type { MutationEngine } from '../mutation/types';

const VERSION = '0.28.3';
const CASES = 6;
/** The branch behind the comparison of the authority with the derived address. */
const SIGNER_CHECK = '30520:negate';
const AREAS: ReadonlySet<Area> = new Set<Area>([
  ...(['signer-checks', 'accounts', 'instruction-data', 'modes', 'validation', 'limits'] as const),
  ...(['effects', 'initialization'] as const),
]);

const { systemProgram } = loadRelease(VERSION);
const code = readCode(readElf(systemProgram));
const everything = new Set(code.instructions.map(({ pc }) => pc));
const prove = proverOf(code);

const all = mutantsOf(code, { executed: everything, jumped: everything, wentOn: everything });
const reasons = new Map<Mutant, ProvedReason>(
  all.flatMap((mutant) => {
    const reason = prove(mutant);
    return reason === null ? [] : [[mutant, reason] as const];
  }),
);
const provedTo = (operator: Operator, reason: ProvedReason): readonly Mutant[] =>
  [...reasons].flatMap(([mutant, own]) => (mutant.operator === operator && own === reason ? [mutant] : []));

/** One change of the file that makes all of the changes. */
function together(mutants: readonly Mutant[]): Mutant {
  const file = Buffer.from(systemProgram);
  for (const { offset, after } of mutants) file.write(after, offset, 'hex');
  const [before, after] = [systemProgram.toString('hex'), file.toString('hex')];
  return { id: 'together', operator: 'store', offset: 0, before, after, pc: null };
}

const ranges: readonly CaseRange[] = claims()
  .filter(({ area, law }) => (AREAS as ReadonlySet<string>).has(area) && law === undefined)
  .map(({ id }) => ({ claim: id, of: CASES, indices: Array.from({ length: CASES }, (_, i) => i) }));

describe('On the published program', () => {
  let engine: MutationEngine;
  let referred: readonly CaseRange[];
  beforeAll(async () => {
    const opened = await openEngine({
      ...{ version: VERSION, seed: 5, fences: new Set<string>(), backend: 'litesvm', keepsBytes: true },
    });
    if (opened.mutation === undefined) throw new Error('the engine knows no mutants');
    engine = opened.mutation;
    const found: CaseRange[] = [];
    for (const range of ranges)
      found.push({ ...range, references: await engine.refer(range.claim, range.indices) });
    referred = found;
  });

  /*
   * Each of them changes no value that anything is done with, so that many do not either. Only stores that are dead and
   * such that find their value there are no company for each other: the dead one may be what put it there.
   */
  it.each<[Operator, ProvedReason, number]>([
    ['store', 'there-already', 100],
    ['store', 'never-loaded', 20],
    ['operand', 'decided', 100],
    ['operand', 'idle', 100],
    ['boundary', 'idle', 100],
    ['negate', 'idle', 100],
    ['always', 'idle', 100],
    ['never', 'idle', 100],
    ['call', 'idle', 100],
  ])('all proofs of %s by %s hold at once', async (operator, reason, atLeast) => {
    const mutants = provedTo(operator, reason);
    expect(mutants.length).toBeGreaterThanOrEqual(atLeast);
    const { kills, unjudged, cases } = await engine.attempt(together(mutants), referred);
    expect([kills, unjudged]).toEqual([[], []]);
    expect(cases).toBe(CASES * ranges.length);
  });

  it('a single one that is not proved shows among them', async () => {
    const check = all.filter(({ id }) => id === SIGNER_CHECK);
    const { kills, unjudged } = await engine.attempt(
      together([...provedTo('operand', 'decided'), ...check]),
      referred,
    );
    expect(kills.length + unjudged.length).toBeGreaterThan(0);
  });
});
