// Tests of the judge on leaves: any order within an execution is as documented, and only one order as observed.
import type { ObservedLeaves, ObservedNullified } from '../spec/outcome';
import type { ExpectedLeaves } from '../spec/prediction';
import type { KeyRole } from '../spec/world';
import { accepts, judge } from './testing/outcomes';

const queue: KeyRole = 'queue:1';
/** Stands for a hash: which output, at which index. */
const hashAt = (output: number, leafIndex: number): string => `${output}@${leafIndex}`;

const expected: ExpectedLeaves = { groups: [{ first: 7, count: 3, hashAt }], rootOf: null };
const written = (...appended: readonly string[]): ObservedLeaves => ({
  first: 7,
  appended,
  rewritten: new Map(),
  root: null,
  stray: null,
});

const observed = { order: false, lamports: null, spentLeaf: null, chains: null, handed: null };
type Circumstances = {
  readonly order?: boolean;
  readonly spent?: readonly number[];
  readonly tree?: Partial<ObservedNullified>;
};
const verdictOn = (leaves: ObservedLeaves, { order = false, spent = [], tree = {} }: Circumstances = {}) => {
  const alternative = accepts({
    leaves: new Map([[queue, expected]]),
    spent: new Map([[queue, new Set(spent)]]),
    mayChange: new Set([queue]),
    observed: { ...observed, order },
  });
  const inTree = { count: spent.length, stray: null, ...tree };
  return judge([alternative], {
    world: { leaves: new Map([[queue, leaves]]), nullified: new Map([['tree:1', inTree]]) },
  }).verdict;
};

describe('The leaves of an execution', () => {
  it('match in order', () => {
    expect(verdictOn(written('0@7', '1@8', '2@9')).kind).toBe('match');
  });

  it('match in any other order, if each is hashed with the index that it got', () => {
    expect(verdictOn(written('2@7', '0@8', '1@9')).kind).toBe('match');
    expect(verdictOn(written('2@7', '0@8', '1@9'), { order: true })).toMatchObject({
      kind: 'observed-changed',
      observed: 'accepted',
      detail: 'leaf 7 of queue:1 is not output 0 of its execution',
    });
  });

  it.each([
    ['swapped with the hashes of their old places', ['1@8', '0@7', '2@9'], 7],
    ['one twice and one not at all', ['0@7', '0@8', '2@9'], 8],
    ['one too few', ['0@7', '1@8'], 9],
    ['shifted by one index', ['0@8', '1@9', '2@10'], 7],
  ])('are wrong when they are %s', (_title, appended, leaf) => {
    expect(verdictOn(written(...appended))).toMatchObject({
      kind: 'wrong-effect',
      observed: 'accepted, wrong leaves',
      detail: `leaf ${leaf} of queue:1 is not the hash of an account that was created: it is ${appended[leaf - 7] ?? 'nothing'}, expected ${leaf - 7}@${leaf}`,
    });
  });

  it('are not compared where they are spent in the same transaction', () => {
    expect(verdictOn(written('0@7', 'zero', '2@9'), { spent: [8] }).kind).toBe('match');
    expect(verdictOn(written('0@7', 'zero', '2@9')).kind).toBe('wrong-effect');
  });

  it.each([{ count: 0 }, { count: 2 }, { stray: 'byte 7' }])(
    'are wrong when the state tree shows %p beside one spent leaf',
    (tree) => {
      expect(verdictOn(written('0@7', 'zero', '2@9'), { spent: [8], tree }).observed).toBe(
        'accepted, wrong leaves',
      );
    },
  );

  it('may stand beside spent ones and no others', () => {
    const leaves = { ...written('0@7', '1@8', '2@9'), rewritten: new Map([[3, 'zero']]) };
    expect(verdictOn(leaves, { spent: [3] }).kind).toBe('match');
    expect(verdictOn(leaves)).toMatchObject({
      kind: 'wrong-effect',
      detail: 'leaf 3 of queue:1 changed, and nothing spends it',
    });
  });
});
