// Tests that the committed proofs are valid on the program with their keys, and not on the program as it is.
import { PLAIN } from '../../generators/proofs/choices';
import { planOf } from '../../generators/proofs/plan';
import { openLiteSvm, type Backend } from '../../harness/backend';
import { rekeyOf } from '../../harness/mutation/keys';
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import type { Proof } from '../../spec/proof';
import { PROOFS } from '../../spec/proof-table';
import { rekeyedVersion, shapeOf } from '../../spec/versions';
import { validProofs } from '../asked';
import { proofOfAddress } from '../verify-proofs';
import { subjectsOf } from './subjects';

const VERSION = '0.28.3';
const helpers = { proofOfAddress: proofOfAddress(PROOFS) };

async function refused(backend: Backend, proofs: readonly Proof[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const proof of proofs) {
    const { transactions } = await backend.run(planOf({ proof, choices: PLAIN }, helpers));
    if (transactions.some(({ raised }) => raised !== null)) names.push(proof.name);
  }
  return names;
}

it('the committed proofs that are said to be valid are, and the others are not', async () => {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(VERSION);
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  const backend = await openLiteSvm({ programs, fixtures });
  expect(await refused(backend, PROOFS.slice(0, 2))).toEqual(PROOFS.slice(0, 2).map(({ name }) => name));

  const rekey = rekeyOf(systemProgram);
  backend.replace(rekey?.(systemProgram) ?? systemProgram);
  const valid = new Set(validProofs(shapeOf(rekeyedVersion(VERSION) ?? VERSION)).map(({ name }) => name));
  const others = PROOFS.map(({ name }) => name).filter((name) => !valid.has(name));
  expect(valid.size).toBeGreaterThan(25);
  expect(await refused(backend, PROOFS)).toEqual(others);
  backend.close();
});

it('only claims about proofs are asked of the program with other keys, and with what is frozen for these', () => {
  const { systemProgram, accountCompression, fixtures } = loadRelease(VERSION);
  const unused = () => Promise.reject(new Error('No validator is needed.'));
  const [frozen, frozenWithKeys] = [[{ rule: 'a/b', raised: '6001' }], [{ rule: 'a/b', raised: '6002' }]];
  const { subjectOf } = subjectsOf({
    ...{ version: VERSION, seed: 1, runnerOf: unused, open: unused, opened: [], frozen, frozenWithKeys },
    ...{ programs: { systemProgram, accountCompression, caller: loadCaller() }, fixtures },
    worldOf: (version) => ({ shape: shapeOf(version), rules: [], unasked: new Set<string>() }),
    fencesFor: () => new Set<string>(),
  });
  expect(subjectOf('effects/valid').frozen).toBe(frozen);
  expect(subjectOf('proofs/new-address-v2').frozen).toBe(frozenWithKeys);
});
