// Initialisations, and what failed writes leave behind, are judged: outcomes changed on the way are caught.
import { CAPACITY_RULES } from '../../spec/boundaries';
import { inContexts, lying, verdictsOf, withCode, withState, type Lie } from './lies';
import { realPrograms } from './real-programs';

const LIES: readonly (readonly [title: string, rule: string, lie: Lie, verdict: string])[] = [
  [
    'one output less of capacity',
    'default-capacities',
    inContexts((context) => ({ ...context, capacities: [10, 10, 10, 20, 29] })),
    'wrong-effect',
  ],
  [
    'another size',
    'default-capacities',
    inContexts((context) => ({ ...context, size: context.size + 1 })),
    'wrong-effect',
  ],
  ['a fee payer', 'fee-payer-zero', withState({ feePayer: 'payer:0' }), 'wrong-effect'],
  ['another tree', 'tree-set', withState({ associatedTree: 'address-tree' }), 'wrong-effect'],
  [
    'something left in it',
    'empty',
    inContexts((context) => ({ ...context, leftoverBytes: true })),
    'wrong-effect',
  ],
  [
    'no well-formed context',
    'tree-set',
    (outcome) => ({ ...outcome, after: { ...outcome.after, contexts: new Map() } }),
    'wrong-effect',
  ],
  [
    'lamports for the account',
    'changes-nothing-else',
    (outcome) => ({
      ...outcome,
      after: {
        ...outcome.after,
        lamports: new Map([
          ['fresh:1', 5n],
          ['payer:0', -5n],
        ]),
      },
    }),
    'wrong-effect',
  ],
  [
    'another account changed',
    'changes-nothing-else',
    (outcome) => ({
      ...outcome,
      after: { ...outcome.after, changed: [...outcome.after.changed, 'tree:1'] },
    }),
    'wrong-effect',
  ],
  ['the code of a wrong tree at the second time', 'once', withCode(6042), 'wrong-code'],
  ['the code of a wrong discriminator for a wrong owner', 'context-owner', withCode(6056), 'wrong-code'],
  ['the code of a wrong owner for a wrong tree', 'tree-discriminator', withCode(6055), 'wrong-code'],
];

describe('Outcomes changed on the way', () => {
  const real = realPrograms();

  test.each(LIES)('an initialisation with %s is caught', async (_title, rule, lie, verdict) => {
    expect(await verdictsOf(real(), `initialization/${rule}`)).toEqual(['match']);
    expect(await verdictsOf(lying(real(), lie), `initialization/${rule}`)).toContain(verdict);
  });

  const forgets = withState({ feePayer: 'payer:3', newAddresses: [], inputs: [] });
  const afterwards: Lie = (outcome, afterRefusal) =>
    afterRefusal && outcome.raised === null ? forgets(outcome, afterRefusal) : outcome;

  test.each(CAPACITY_RULES)('what a failed write of %s leaves behind is caught', async (rule) => {
    expect(await verdictsOf(real(), rule)).toEqual(['undocumented-code']);
    expect(await verdictsOf(lying(real(), afterwards), rule)).toContain('wrong-effect');
  });
});
