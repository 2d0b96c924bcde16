// Tests of who is named first where many rules met one wrong effect: the rule that is about it.
import { RULES } from '../spec/rules';
import { GUILTY, guiltRank, guiltyOf, rowRank } from './guilt';
import type { FindingReport } from './report-types';

const seen = (observed: string, detail: string, more: Partial<FindingReport> = {}): FindingReport => ({
  verdict: 'wrong-effect',
  expected: 'accepted',
  observed: `accepted, wrong ${observed}`,
  count: 1,
  detail,
  because: [],
  listed: false,
  witness: 'w.json',
  ...more,
});

const changed = (detail: string): ReturnType<typeof seen> =>
  seen('', detail, { verdict: 'observed-changed', observed: 'accepted' });

const PAYER = seen('context', 'context:1 feePayer is payer:0, expected none');
const met = ['effects/execute-combines', 'effects/execute-clears', 'effects/leaf-order'].map((id) => ({
  id,
  finding: PAYER,
}));

describe('A wrong effect', () => {
  it.each([
    ['effects/execute-clears', PAYER],
    ['effects/first-set-stores', seen('context', 'context:1 outputs[0].data is a, expected b')],
    ['effects/associated-tree-kept', seen('context', 'context:1 associatedTree is tree:2, expected tree:1')],
    ['effects/size-and-capacities', seen('context', 'context:1 capacities.inputs is 1, expected 20')],
    ['effects/outputs-created', seen('growth', 'queue:1 grew by 0, expected 1')],
    ['effects/outputs-hashed', seen('leaves', 'leaf 0 of queue:1 is not the hash')],
    ['effects/transaction-hash', seen('transaction hash', 'the transaction hash of execution 0 is a')],
    ['effects/fees', changed('queue:1 kept its lamports, observed before: gained 5001 lamports')],
    ['effects/queue-chain', changed('hash chain 0 of batch 1 of queue:1 is a, observed before: b')],
    ['effects/nullifier-chain', changed('hash chain 0 of batch 1 of tree:1 is a, observed before: b')],
    [
      'effects/nullifier-filter',
      changed('0 bits of the bloom filter of batch 0 of tree:1 were set for 1 spent accounts'),
    ],
  ])('is first of all what %s is about', (rule, finding) => {
    expect(guiltRank(rule, finding)).toBe(0);
    expect(guiltRank('modes/sequence', finding)).toBe(100);
  });

  it('is told of the rule that is about it, and named beside the others', () => {
    expect(met.toSorted((a, b) => guiltRank(a.id, a.finding) - guiltRank(b.id, b.finding))[0]?.id).toBe(
      'effects/execute-clears',
    );
    expect(met.map((one) => guiltyOf(one, met))).toEqual([
      'effects/execute-clears',
      undefined,
      'effects/execute-clears',
    ]);
  });

  it.each([
    [
      'another field of a context',
      seen('context', 'context:1 associatedTree is tree:2, expected tree:1'),
      'modes/both-flags',
    ],
    [
      'another thing that was always seen',
      seen('', 'handed on: head.queues is 2, observed before: 1', {
        verdict: 'observed-changed',
        observed: 'accepted',
      }),
      'effects/event-counts',
    ],
    [
      'an account that changed',
      seen('other accounts', 'tree:1 changed in more than its lamports'),
      'effects/leaf-order',
    ],
  ])('is not %s', (_, finding, id) => {
    const fees = seen('', 'queue:1 kept its lamports, observed before: gained 5001 lamports', {
      verdict: 'observed-changed',
      observed: 'accepted',
    });
    const all = [...met, { id: 'effects/fees', finding: fees }, { id, finding }];
    expect(guiltyOf({ id, finding }, all)).toBeUndefined();
  });

  it('is about rules that there are', () => {
    const known = RULES.map(({ id }) => id);
    expect(GUILTY.filter((id) => !known.includes(id))).toEqual([]);
  });

  it('that is another one keeps its own story', () => {
    const other = { id: 'effects/leaf-order', finding: seen('growth', 'queue:1 grew by 0, expected 2') };
    expect(guiltyOf(other, [...met, other])).toBeUndefined();
  });

  it('that is listed is nobody else’s, nor is anything that only a listed one is about', () => {
    const known = { ...PAYER, listed: true };
    const listed = { id: 'effects/execute-clears', finding: known };
    const fresh = { id: 'effects/leaf-order', finding: PAYER };
    expect(guiltyOf({ id: 'effects/leaf-order', finding: known }, met)).toBeUndefined();
    expect(guiltyOf(fresh, [listed, fresh])).toBeUndefined();
  });
});

it('Any other deviation is about its own rule, and a row is as guilty as its plainest unlisted finding', () => {
  const missing = seen('', '', { verdict: 'missing-error', observed: 'accepted' });
  expect(guiltRank('accounts/one', missing)).toBe(0);
  expect(rowRank({ id: 'effects/leaf-order', findings: [PAYER, missing] })).toBe(0);
  expect(
    rowRank({ id: 'effects/leaf-order', findings: [PAYER, { ...missing, listed: true }] }),
  ).toBeGreaterThan(0);
});
