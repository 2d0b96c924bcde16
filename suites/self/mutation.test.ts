// Mutants of the published program, on the suite's own cases: the right rule notices, controls raise no alarm.
import { controlsOf } from '../../harness/mutation/controls';
import { mutantsOf, type Hits } from '../../harness/mutation/mutants';
import { numbersIn } from '../../harness/mutation/traces';
import { readCode } from '../../harness/sbpf/code';
import { readElf } from '../../harness/sbpf/elf';
import { loadRelease } from '../../programs/load';
import { FROZEN_ERROR } from '../../report/outcome-names';
import { CONTROLS, type CaseRange, type Mutant } from '../../spec/mutation';
import { openEngine } from '../engine';
import type { CaseTrace, MutationEngine } from '../mutation/types';

const VERSION = '0.28.3';
const CLAIMS = ['signer-checks/authority-is-pda', 'signer-checks/input-owner', 'effects/outputs-created'];
const CASES = 4;

/** In the published bytes: the branch behind the comparison of the authority with the derived address. */
const SIGNER_CHECK = '30520:negate';

/** A length that the check of a proof's public inputs returns. */
const PROOF_INPUT = '8bd88:store';

/** The number that an account raises which is not writable. */
const OTHER_ERROR = '79fd8:code';
const READ_ONLY = 'accounts/fee-payer-writable';

const code = readCode(readElf(loadRelease(VERSION).systemProgram));
const ranges: readonly CaseRange[] = CLAIMS.map((claim) => ({
  claim,
  of: CASES,
  indices: Array.from({ length: CASES }, (_, index) => index),
}));

const hitsOf = (traces: readonly CaseTrace[]): Hits => {
  const all = (of: (trace: CaseTrace) => Uint8Array) => new Set(traces.flatMap((one) => numbersIn(of(one))));
  return {
    executed: all(({ executed }) => executed),
    jumped: all(({ jumped }) => jumped),
    wentOn: all(({ wentOn }) => wentOn),
  };
};

const required = ({ mutation }: { readonly mutation?: MutationEngine }): MutationEngine => {
  if (mutation === undefined) throw new Error('the engine knows no mutants');
  return mutation;
};

describe('On the published program', () => {
  let engine: MutationEngine;
  let broken: readonly CaseTrace[];
  let accepted: readonly CaseTrace[];

  beforeAll(async () => {
    const fences = new Set<string>();
    const frozen = [{ rule: READ_ONLY, raised: 'light-system:20002' }];
    engine = required(await openEngine({ version: VERSION, seed: 7, fences, backend: 'litesvm', frozen }));
    broken = (await engine.trace('signer-checks/authority-is-pda', 1)).traces;
    accepted = (await engine.trace('effects/outputs-created', 1)).traces;
  });

  it('what spoils a proof is noticed, since the proof can be valid on the program with its keys', async () => {
    const [trace] = (await engine.trace('proofs/new-address-v1', 1)).traces;
    const [store] = mutantsOf(code, hitsOf(trace === undefined ? [] : [trace])).filter(
      ({ id }) => id === PROOF_INPUT,
    );
    const { kills } = await engine.attempt(store as Mutant, [
      { claim: 'proofs/new-address-v1', of: 1, indices: [0] },
    ]);
    expect(kills).toMatchObject([{ verdict: 'spurious-error', observed: 'light-system:6043' }]);
  });

  it('an inverted signer check is noticed by the rule about it', async () => {
    const [check] = mutantsOf(code, hitsOf(broken)).filter(({ id }) => id === SIGNER_CHECK);
    const { kills } = await engine.attempt(check as Mutant, ranges);
    const own = kills.find(({ claim }) => claim === 'signer-checks/authority-is-pda');
    expect(own?.isObserved).toBe(false);
    const valid = kills.find(({ claim }) => claim === 'effects/outputs-created');
    expect(valid).toMatchObject({ verdict: 'spurious-error', observed: 'light-system:6002' });
  });

  it('an error that no document names is noticed where it is none of the frozen ones, and told as a run tells it', async () => {
    const { traces } = await engine.trace(READ_ONLY, 2);
    const [branch] = mutantsOf(code, hitsOf(traces)).filter(({ id }) => id === OTHER_ERROR);
    const { kills } = await engine.attempt(branch as Mutant, [{ claim: READ_ONLY, of: 2, indices: [0, 1] }]);
    expect(kills).toMatchObject([
      { claim: READ_ONLY, verdict: 'observed-changed', expected: FROZEN_ERROR, isObserved: true },
    ]);
  });

  it('controls raise no alarm', async () => {
    const all = controlsOf(code, hitsOf([...broken, ...accepted]));
    const tried = CONTROLS.flatMap((kind) => all.filter(({ operator }) => operator === kind).slice(0, 2));
    expect(tried.length).toBeGreaterThanOrEqual(4);
    for (const control of tried)
      expect([control.id, (await engine.attempt(control, ranges)).kills]).toEqual([control.id, []]);
  });

  it('a file that the loader refuses is told apart', async () => {
    const entry = code.instructions[0];
    const bad: Mutant = {
      ...{ id: 'bad', operator: 'store', offset: code.elf.text.offset, pc: 0 },
      before: '',
      after: 'ff00000000000000',
    };
    const { refusal, kills } = await engine.attempt(bad, ranges);
    expect(entry?.pc).toBe(0);
    expect(refusal).toMatch(/does not load the program/);
    expect(kills).toEqual([]);
  });

  it('the same mutant gets the same answer again, whatever was tried in between', async () => {
    const mutants = mutantsOf(code, hitsOf([...broken, ...accepted])).filter(
      ({ operator }) => operator === 'store',
    );
    const [one, other] = [mutants.at(5) as Mutant, mutants.at(-5) as Mutant];
    const first = await engine.attempt(one, ranges);
    await engine.attempt(other, ranges);
    expect(await engine.attempt(one, ranges)).toEqual(first);
  });
});
