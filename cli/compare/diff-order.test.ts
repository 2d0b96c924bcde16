// Tests of the comparison of pairs of rules, with builds whose order of checks is known.
import type { PairOutcomes, PairPlans, PairResult, Sighting } from '../../spec/precedence';
import type { PairReplay } from '../../suites/precedence/replay-pair';
import { orderChanges, saysNothing } from '../../report/compare/order';
import { orderText } from '../../report/compare/order-text';
import { INVOCATION, planOf, PROGRAMS } from '../../report/testing/samples';
import { parsePairWitness } from '../../report/precedence/witness';
import type { Both, Side } from './both';
import { compareOrder } from './diff-order';

const PLAN = planOf(INVOCATION);
const PLANS: PairPlans = { base: PLAN, first: PLAN, second: PLAN, both: PLAN };
const PAIR = { first: 'signer-checks/authority-is-pda', second: 'validation/context-owner' };
const [ONE, OTHER, THIRD] = ['light-system:6002', 'light-system:6055', 'light-system:6010'];

/** What a build raises where the first, the second, and both are broken. */
type Build = PairOutcomes;

const winnerOf = ({ first, second, both }: Build): Sighting['winner'] =>
  first === second ? 'same' : both === first ? 'first' : both === second ? 'second' : 'neither';

const sighting = (outcomes: Build): Sighting => ({
  scenario: 'direct',
  guest: null,
  isClean: true,
  winner: winnerOf(outcomes),
  outcomes,
  mayWin: { first: true, second: true },
  count: 3,
  plans: PLANS,
});

const resultOf = (outcomes: Build): PairResult => ({
  ...PAIR,
  ways: 1,
  sightings: [sighting(outcomes)],
  unusable: {},
});

/** Two builds that always do the same. */
function bothOf(builds: Readonly<Record<Side, Build>>): Both {
  const never = (): Promise<never> => Promise.reject(new Error('pairs only'));
  return {
    programs: { before: PROGRAMS, after: PROGRAMS },
    look: never,
    lookAt: never,
    caseOf: never,
    pairs: () => Promise.resolve({ before: [resultOf(builds.before)], after: [resultOf(builds.after)] }),
    pairOn: (side): Promise<PairReplay> =>
      Promise.resolve({ outcomes: builds[side], winner: winnerOf(builds[side]), violated: [] }),
  };
}

const compared = (before: Build, after: Build): ReturnType<typeof compareOrder> =>
  compareOrder(bothOf({ before, after }), { pairs: [PAIR], cases: 3 });

const FIRST_WINS: Build = { first: ONE, second: OTHER, both: ONE };

describe('The comparison of pairs of rules', () => {
  it('finds nothing where the same rule wins', async () => {
    const { order, files } = await compared(FIRST_WINS, FIRST_WINS);
    const told = { decided: 3, undecided: 0, lost: {} };
    expect(order).toEqual({
      pairs: 1,
      cases: 3,
      executed: 3,
      before: told,
      after: told,
      changes: [],
      alone: [],
    });
    expect(saysNothing(order)).toBe(false);
    expect(files.size).toBe(0);
    const names = { before: 'before', after: 'after', folder: '', command: () => [] };
    const text = orderText(order, { ...names, paint: (_colour, plain) => plain });
    expect(text).toContain('  No change: wherever both builds told it, the same error won.');
  });

  it.each([
    ['another rule wins', OTHER],
    ['a third error is told', THIRD],
    ['both at once are accepted', 'accepted'],
  ])('finds where %s, with a witness', async (_name, both) => {
    const after = { ...FIRST_WINS, both };
    const { order, files } = await compared(FIRST_WINS, after);
    expect(order.changes).toEqual([
      expect.objectContaining({
        ...PAIR,
        before: { winner: 'first', outcomes: FIRST_WINS },
        after: { winner: winnerOf(after), outcomes: after },
      }),
    ]);
    const [path, text] = [...files][0] ?? ['', ''];
    expect(path).toBe(order.changes[0]?.witness);
    expect(parsePairWitness(text, path)).toMatchObject({ ...PAIR, outcomes: after });
  });

  it('takes another number of one error for no other order, and tells it', async () => {
    const { order } = await compared(FIRST_WINS, { first: THIRD, second: OTHER, both: THIRD });
    expect(order.changes).toEqual([]);
    expect(order.alone).toEqual([{ rule: PAIR.first, before: [ONE], after: [THIRD] }]);
    expect(orderChanges(order)).toBe(1);
    const names = { before: 'before', after: 'after', folder: '', command: () => [] };
    const text = orderText(order, { ...names, paint: (_colour, plain) => plain })
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    expect(text).toContain(`where ${PAIR.first} alone is broken: 6002 became 6010;`);
    expect(text).not.toContain('No change');
  });

  it.each<Side>(['before', 'after'])(
    'says what the build %s cannot decide, and that nothing is said',
    async (side) => {
      const real = bothOf({ before: FIRST_WINS, after: FIRST_WINS });
      const nothing: PairResult = {
        ...resultOf(FIRST_WINS),
        sightings: [],
        unusable: { 'the first alone is accepted': 3 },
      };
      const both: Both = {
        ...real,
        pairs: async (request) => ({ ...(await real.pairs(request)), [side]: [nothing] }),
        pairOn: () =>
          Promise.resolve({ outcomes: null, winner: 'the first alone is accepted', violated: [] }),
      };
      const { order } = await compareOrder(both, { pairs: [PAIR], cases: 3 });
      const lost = { 'the first alone is accepted': 1 };
      expect(order[side]).toEqual({ decided: 0, undecided: 3, lost });
      expect(saysNothing(order)).toBe(true);
      const names = { before: 'before', after: 'after', folder: '', command: () => [] };
      const text = orderText(order, { ...names, paint: (_colour, plain) => plain })
        .join(' ')
        .replaceAll(/\s+/g, ' ');
      expect(text).toContain(
        `On ${side} 0 cases told which error wins, 3 did not; of those that the other build told, 1: the first alone is accepted.`,
      );
    },
  );
});
