// What the programs log that they have derived, where a proof does not verify, is what the model's hashes and the tool's addresses and roots say.
import type { Backend } from '../../harness/backend';
import { openBankrun } from '../../harness/backend';
import { PLAIN } from '../../generators/proofs/choices';
import { planOf } from '../../generators/proofs/plan';
import { accountHash } from '../../model/account-hash';
import { merkleRoot } from '../../model/merkle-root';
import { loadCaller } from '../../programs/caller/load';
import { fetchRelease } from '../../programs/fetch';
import { loadRelease } from '../../programs/load';
import { digits } from '../../proofs/field';
import { addressTreeOf } from '../../proofs/request';
import type { Derived } from '../../spec/outcome';
import type { Proof } from '../../spec/proof';
import { PROOFS } from '../../spec/proof-table';

const DOWNLOAD = 300_000; // milliseconds
const GARBAGE = '01'.repeat(128);

/** In which order a version proves inputs: those of the execution first, or those of the context. */
const VERSIONS = [
  ['0.27.0', 'own-first'],
  ['0.28.3', 'context-first'],
] as const;

const opened = (version: string): Promise<Backend> => {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(version);
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  return openBankrun({ programs, fixtures });
};

const inOrder = ({ use, spends }: Proof, order: 'own-first' | 'context-first'): readonly number[] => {
  const indices = spends?.indices ?? [];
  const [own, written] = [indices.slice(0, use.own), indices.slice(use.own)];
  return order === 'own-first' ? [...own, ...written] : [...written, ...own];
};

const expected = (proof: Proof, order: 'own-first' | 'context-first', facts: Backend['facts']): Derived => {
  const { spends, addresses } = proof;
  const leaves = (spends?.leaves ?? []).map((leaf, leafIndex) =>
    accountHash(leaf, { tree: spends?.tree ?? 'tree:6', leafIndex }, facts),
  );
  const hashes = inOrder(proof, order).map((index) => leaves[index] ?? '');
  return {
    hashes,
    roots: hashes.map(() => merkleRoot(leaves)),
    addresses: addresses.map(({ address }) => address),
    addressRoots: addresses.map((one) => digits(addressTreeOf(one).tree.root)),
  };
};

/** Creating an account with an address takes a valid proof of its own. */
const standsAlone = ({ spends }: Proof): boolean =>
  spends?.leaves.every(({ address }) => address === null) !== false;

describe.each(VERSIONS)('On %s', (version, order) => {
  it(
    `hashes, roots and addresses are as derived here, in the order ${order}`,
    async () => {
      await fetchRelease(version);
      const backend = await opened(version);
      for (const proof of PROOFS.filter(standsAlone)) {
        const plan = planOf(
          { proof: { ...proof, bytes: GARBAGE }, choices: PLAIN },
          { proofOfAddress: () => undefined },
        );
        const outcome = (await backend.run(plan)).transactions.at(-1);
        expect([proof.name, outcome?.derived]).toEqual([proof.name, expected(proof, order, backend.facts)]);
      }
      backend.close();
    },
    DOWNLOAD,
  );
});
