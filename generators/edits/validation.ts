// Edits that violate the context account's own checks.
import fc from 'fast-check';
import { CONTEXT_DISCRIMINATOR, CONTEXT_V1_DISCRIMINATOR } from '../../spec/cpi-context';
import { SLOT } from '../../spec/invoke-cpi';
import type { AccountBefore } from '../../spec/plan';
import { PAYER_COUNT, TREE_COUNT, treeNumber, type KeyRole } from '../../spec/world';
import { changeAccount, changeSlot, withAccountBefore, WRITE_KINDS, type Edit, type Mutation } from '../edit';
import { missedByte, nearlyHex, strangerOr } from '../near';
import { targetOf, type Scenario, type ScenarioKind } from '../scenario';
import { hex } from '../values';
import { setFlags, withSomeOutput } from './flags';
import { allTreesElsewhere, outputsIntoV1 } from './trees-elsewhere';
import { maybeSol } from './with-sol';
import { ELSEWHERE_EDITS } from './validation/elsewhere';
import { inOddWrite, LISTED_TREES, withoutTreesBesides } from './odd-writes';

const EXECUTE: readonly ScenarioKind[] = ['execute', 'execute-spend'];
/** Much in the context, much of its own, or both. */
const MANY: readonly ScenarioKind[] = ['execute-many'];
const contextKey = (scenario: Scenario): KeyRole =>
  targetOf(scenario).accounts[SLOT.cpi_context_account]?.key ?? 'context:1';

/** Changes the context account beforehand; another account in its slot has no such fields. */
const patchContext =
  (change: Omit<AccountBefore, 'key'>): Mutation =>
  (scenario) => {
    const key = contextKey(scenario);
    return key.startsWith('context:') ? withAccountBefore({ key, ...change })(scenario) : scenario;
  };

const otherOwner = strangerOr(
  fc.constantFrom<KeyRole>('account-compression', 'solana-system', 'program:A', 'program:B', 'wallet:1'),
  'light-system',
);
const otherDiscriminator = fc.oneof(
  fc.constantFrom('0000000000000000', '22b8b70e6450b77d', '42617463684d7461'),
  nearlyHex(CONTEXT_DISCRIMINATOR),
  hex(8).filter((found) => found !== CONTEXT_DISCRIMINATOR && found !== CONTEXT_V1_DISCRIMINATOR),
);
/** Bytes: an account of no more has room for just that. */
const DISCRIMINATOR = 8;
/** Where the public layout of a context has its lists: two bytes in front of the items of each. */
const LISTS = [136, 838, 1190, 1602, 4064] as const;
/** Around a list's ends, or anywhere behind the discriminator. */
const cutAt: fc.Arbitrary<number> = fc.oneof(
  fc.tuple(fc.constantFrom(...LISTS), fc.integer({ min: 0, max: 3 })).map(([at, by]) => at + by),
  fc.integer({ min: 136, max: 7515 }),
);
/** Nor what says that there is none, nearly though it may. */
const notAContext = strangerOr(fc.constantFrom<KeyRole>('wallet:1', 'wallet:2'), 'light-system').map((key) =>
  changeSlot('cpi_context_account', { key }),
);

const otherPayer =
  (distance: number): Mutation =>
  (scenario) => {
    const current = targetOf(scenario).accounts[SLOT.fee_payer]?.key ?? 'payer:0';
    const number = (Number(current.slice('payer:'.length)) + distance) % PAYER_COUNT;
    return changeSlot('fee_payer', { key: `payer:${number}` })(scenario);
  };
const anotherPayer = fc.integer({ min: 1, max: PAYER_COUNT - 1 }).map(otherPayer);

/** A fee payer whose address differs in one byte from the one that began. */
const nearPayer = missedByte.map((byte): Mutation => (scenario) => {
  const current = targetOf(scenario).accounts[SLOT.fee_payer]?.key ?? 'payer:0';
  return changeSlot('fee_payer', { key: `near:${byte}:payer:${Number(current.slice('payer:'.length))}` })(
    scenario,
  );
});

const otherTree = (key: KeyRole, distance: number): KeyRole => {
  const number = ((treeNumber(key) ?? 1) - 1 + distance) % TREE_COUNT;
  return `${key.startsWith('tree:') ? 'tree' : 'queue'}:${number + 1}`;
};

/** The account that decides about the first tree: what an executed context's inputs point at, else the own entries. */
const decidingPosition = (scenario: Scenario): number => {
  const { data, accounts } = targetOf(scenario);
  if (scenario.kind === 'execute-spend') return accounts.findIndex((meta) => meta.key.startsWith('tree:'));
  const index = data.inputs[0]?.treeIndex ?? data.outputs[0]?.treeIndex ?? 0;
  return SLOT.cpi_context_account + 1 + index;
};

const firstTreeElsewhere =
  (distance: number): Mutation =>
  (scenario) => {
    const position = decidingPosition(scenario);
    const key = otherTree(targetOf(scenario).accounts[position]?.key ?? 'queue:1', distance);
    return changeAccount(position, { key })(scenario);
  };
const anotherTree = fc.integer({ min: 1, max: TREE_COUNT - 1 }).map(firstTreeElsewhere);

/** A tree, or the queue of a tree, whose address is nearly that of the context's own. */
const nearlyItsTree = missedByte.map((byte): Mutation => (scenario) => {
  const position = decidingPosition(scenario);
  const key = targetOf(scenario).accounts[position]?.key ?? 'queue:1';
  return treeNumber(key) === undefined
    ? scenario
    : changeAccount(position, { key: `near:${byte}:${key}` as KeyRole })(scenario);
});

/** The stored fee payer already is the one that will come, so that emptiness is all that is wrong. */
const payerStored: Mutation = (scenario) => {
  const feePayer = targetOf(scenario).accounts[SLOT.fee_payer]?.key ?? 'payer:0';
  return patchContext({ feePayer })(scenario);
};

const CONTENT_RULES: readonly Edit[] = [
  {
    rule: 'validation/not-empty-on-execute',
    kinds: ['first-set-plain'],
    prepare: payerStored,
    mutation: fc.constant(setFlags('execute')),
  },
  {
    rule: 'validation/not-empty-on-execute',
    kinds: ['first-set-plain'],
    mutation: fc.constant(setFlags('execute')),
  },
  {
    rule: 'validation/not-empty-on-set',
    kinds: ['first-set-plain'],
    prepare: payerStored,
    mutation: fc.constant(setFlags('set')),
  },
  { rule: 'validation/not-empty-on-set', kinds: ['first-set-plain'], mutation: fc.constant(setFlags('set')) },
];

export const VALIDATION_EDITS: readonly Edit[] = [
  {
    rule: 'validation/context-owner',
    kinds: ['first-set'],
    mutation: otherOwner.map((owner) => patchContext({ owner })),
  },
  { rule: 'validation/context-owner', kinds: [...WRITE_KINDS, ...EXECUTE], mutation: notAContext },
  {
    rule: 'validation/context-discriminator',
    kinds: ['first-set'],
    mutation: otherDiscriminator.map((discriminator) => patchContext({ discriminator })),
  },
  {
    rule: 'validation/context-discriminator',
    kinds: ['first-set'],
    mutation: otherDiscriminator.map((discriminator) => patchContext({ discriminator, size: DISCRIMINATOR })),
  },
  { rule: 'validation/context-discriminator', kinds: [...WRITE_KINDS, ...EXECUTE], mutation: notAContext },
  {
    rule: 'validation/context-cut',
    kinds: ['first-set'],
    mutation: cutAt.map((size) => patchContext({ size })),
    isAlone: true,
  },
  { rule: 'validation/fee-payer-on-set', kinds: ['set'], mutation: anotherPayer },
  { rule: 'validation/fee-payer-on-set', kinds: ['set'], mutation: nearPayer, isAlone: true },
  {
    rule: 'validation/fee-payer-on-set',
    kinds: ['set'],
    mutation: inOddWrite(anotherPayer),
    isAlone: true,
  },
  {
    rule: 'validation/fee-payer-on-set',
    kinds: ['set'],
    mutation: withoutTreesBesides(anotherPayer),
    isAlone: true,
    notBehind: [LISTED_TREES],
  },
  { rule: 'validation/fee-payer-on-execute', kinds: EXECUTE, besides: maybeSol, mutation: anotherPayer },
  {
    rule: 'validation/fee-payer-on-execute',
    kinds: EXECUTE,
    besides: maybeSol,
    mutation: nearPayer,
    isAlone: true,
  },
  { rule: 'validation/fee-payer-on-execute', kinds: MANY, mutation: anotherPayer, isAlone: true },
  {
    rule: 'validation/tree-on-execute',
    kinds: ['execute'],
    besides: maybeSol,
    prepare: withSomeOutput,
    mutation: anotherTree,
  },
  { rule: 'validation/tree-on-execute', kinds: MANY, mutation: allTreesElsewhere, isAlone: true },
  {
    rule: 'validation/tree-on-execute',
    kinds: ['execute'],
    prepare: withSomeOutput,
    mutation: outputsIntoV1,
    isAlone: true,
    isOfV2: true,
  },
  {
    rule: 'validation/tree-on-execute',
    kinds: ['execute'],
    besides: maybeSol,
    prepare: withSomeOutput,
    mutation: nearlyItsTree,
    isAlone: true,
  },
  {
    rule: 'validation/tree-on-execute',
    kinds: ['execute-spend'],
    besides: maybeSol,
    prepare: withSomeOutput,
    mutation: anotherTree,
    notBehind: ['limits/single-tree'],
  },
  ...ELSEWHERE_EDITS,
  { rule: 'validation/tree-on-write', kinds: WRITE_KINDS, prepare: withSomeOutput, mutation: anotherTree },
  ...CONTENT_RULES,
  {
    rule: 'validation/deactivated',
    kinds: ['first-set'],
    mutation: fc.constant(patchContext({ discriminator: CONTEXT_V1_DISCRIMINATOR })),
  },
];
