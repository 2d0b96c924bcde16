// The committed proofs prove what they say: the files are whole, the table is theirs, and the real programs take them all.
import { fetchRelease } from '../../programs/fetch';
import { addressOf } from '../../harness/keys';
import { fromFile, readFixtures, toFile } from '../../proofs/fixture';
import { checkFixture } from '../../proofs/schema';
import { STATEMENTS as OURS } from '../../proofs/statements';
import { TOKEN_STATEMENTS } from '../../proofs/token-statements';
import { proverFiles } from '../../proofs/prover-package';
import { PROOFS } from '../../spec/proof-table';
import { TOKEN_PROOFS } from '../../spec/token-proof-table';
import type { Proof } from '../../spec/proof';
import { verifyProofs } from '../verify-proofs';

const FILES = readFixtures();
const STATEMENTS = [...OURS, ...TOKEN_STATEMENTS];
const ALL = [...PROOFS, ...TOKEN_PROOFS];
const { version } = proverFiles();
const DOWNLOAD = 300_000; // milliseconds

describe('The committed proofs', () => {
  it('are one for each statement, and prove just that', () => {
    const byName = new Map(FILES.map((file) => [file.name, file]));
    expect([...byName.keys()].sort()).toEqual(STATEMENTS.map(({ name }) => name).sort());
    for (const statement of STATEMENTS) {
      const file = byName.get(statement.name);
      expect(file).toEqual(toFile(statement, file?.proof ?? ''));
    }
  });

  it('are what the tables of generators and model holds', () => {
    expect(ALL).toEqual(FILES.map(fromFile));
    expect(new Set(ALL.map(({ bytes }) => bytes)).size).toBe(ALL.length);
  });

  it('have files that are refused when a field is wrong', () => {
    const [file] = FILES;
    expect(() => checkFixture(JSON.stringify({ ...file, proof: '00' }), 'a.json')).toThrow(/a\.json/);
    expect(() => checkFixture(JSON.stringify({ ...file, more: 1 }), 'a.json')).toThrow(/npm run proofs/);
  });

  it('name accounts that the world has', () => {
    for (const { spends, addresses } of ALL) {
      if (spends !== null) expect(addressOf(spends.tree)).toHaveLength(32);
      for (const { tree } of addresses) expect(addressOf(tree)).toHaveLength(32);
    }
  });

  it(
    'all verify on the version that has the prover, and not with another statement',
    async () => {
      await fetchRelease(version);
      const verified = await verifyProofs(ALL, version);
      expect(verified).toHaveLength(STATEMENTS.length);
      expect(verified.filter(({ raised }) => raised !== null)).toEqual([]);
      const [first, second] = PROOFS;
      const swapped = { ...first, bytes: second?.bytes } as Proof;
      expect(await verifyProofs([swapped], version)).toMatchObject([{ raised: { code: 6043 } }]);
    },
    DOWNLOAD,
  );
});
