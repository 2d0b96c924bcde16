// What the SDK's instruction builders make, as a whole instruction: its accounts, their flags and its data are sent.
import fc from 'fast-check';
import { bareInput, bareOutput, invoke, type InvokeSetting } from '../../generators/invoke/invocation';
import { transactionOf } from '../../generators/invocation';
import { movedLamports, payer, wallet } from '../../generators/values';
import { roleOfBase58 } from '../../harness/keys';
import { encodeInvocation } from '../../harness/wire/instruction-data';
import type { Initialization, Invocation, Plan } from '../../spec/plan';
import { TREE_COUNT, V1_TREE_COUNT } from '../../spec/world';
import type { Case, Check } from '../check';
import { builtLine, parseBuilt, sayBuilt, type Intention } from '../say-builder';
import { isAccepted, isSame, refusalOf, type World } from '../world';

type Method = Intention['method'];
type Wanted = Omit<Intention, 'held'>;

const trees = (method: Method) =>
  fc.integer({ min: 1, max: method === 'compress' ? TREE_COUNT + V1_TREE_COUNT : TREE_COUNT });

const wanted = (method: Method): fc.Arbitrary<Wanted> =>
  fc.record({
    method: fc.constant(method),
    payer,
    // Other wallets stand in for wrong accounts elsewhere.
    to: method === 'decompress' ? fc.constantFrom('wallet:0' as const, 'wallet:1' as const) : wallet,
    lamports: movedLamports,
    tree: trees(method),
  });

const settingOf = ({ payer: pays, tree }: Wanted): InvokeSetting => ({
  call: { caller: 'A', through: [], direct: true },
  payer: pays,
  authority: pays,
  tree,
  unusedSlot: 'noop',
  authorityWritable: false,
  registeredWritable: false,
  compressionAuthorityWritable: false,
});

const SPARE = 7n;

/** Compressed first, so that there is something to spend: what is moved, and a little that stays. */
const before = (one: Wanted): Invocation => {
  const setting = settingOf(one);
  const lamports = one.lamports + SPARE;
  const outputs = [bareOutput({ owner: one.payer, lamports }, setting)];
  const data = { outputs, compressOrDecompressLamports: lamports, isCompress: true };
  return invoke({ setting, sol: { recipient: null }, data });
};

const ours = (one: Wanted): Invocation => {
  const [setting, { method, to, lamports, payer: owner }] = [settingOf(one), one];
  const given = bareOutput({ owner: to, lamports }, setting);
  const kept = bareOutput({ owner, lamports: SPARE }, setting);
  const inputs = [bareInput({ owner, lamports: lamports + SPARE }, 0)];
  if (method === 'transfer') return invoke({ setting, data: { inputs, outputs: [kept, given] } });
  if (method === 'decompress')
    return invoke({
      setting,
      sol: { recipient: to },
      data: { inputs, outputs: [kept], compressOrDecompressLamports: lamports },
    });
  const data = { outputs: [given], compressOrDecompressLamports: lamports, isCompress: true };
  return invoke({ setting, sol: { recipient: null }, data });
};

const raw = (accounts: Initialization['accounts'], data: string): Initialization => ({
  kind: 'initialize',
  through: [],
  accounts,
  data,
});

const planOf = (one: Wanted, last: Initialization): Plan => ({
  accounts: [],
  transactions: [
    ...(one.method === 'compress' ? [] : [transactionOf(one.payer, before(one))]),
    { ...transactionOf(one.payer, before(one)), instructions: [last] },
  ],
});

const caseOf = (one: Wanted, world: World): Case => {
  const call = ours(one);
  const data = encodeInvocation(call, world.nextIndexOf).toString('hex');
  const reference = planOf(one, raw(call.accounts, data));
  const held = {
    owner: one.payer,
    lamports: one.lamports + SPARE,
    leafIndex: world.nextIndexOf(`queue:${one.tree}`) ?? 0,
  };
  const lines = call.accounts.map(({ key, signer, writable }) => builtLine(key, signer, writable));
  return (dialect) => ({
    said: sayBuilt({ ...one, held: [held] }, dialect),
    expected: [...lines, data].join('\n'),
    other: async (printed) => {
      const built = parseBuilt(printed);
      const accounts = built.accounts.map(({ address, ...flags }) => ({
        key: roleOfBase58(address),
        ...flags,
      }));
      const theirs = await world.run(planOf(one, raw(accounts, built.data)));
      const expected = await world.run(reference);
      if (theirs === null || expected === null)
        return { outcome: 'inexpressible', why: 'what it builds fits into no transaction' };
      if (!isAccepted(theirs)) return { outcome: 'rejected', why: refusalOf(theirs) };
      return isSame(theirs, expected)
        ? { outcome: 'same-effect', why: 'other accounts or bytes, the same effect' }
        : { outcome: 'silently-else', why: 'accepted, with another effect than what was asked for' };
    },
    counts: async () => {
      const observed = await world.run(reference);
      return observed !== null && isAccepted(observed);
    },
  });
};

const checkOf = (method: Method): Check => ({
  id: `build/${method}`,
  says: `LightSystemProgram.${method} builds an instruction that does what it is asked for.`,
  cases: 'many',
  make: (world) => wanted(method).map((one) => caseOf(one, world)),
});

export const BUILD_CHECKS: readonly Check[] = (['compress', 'transfer', 'decompress'] as const).map(checkOf);
