// Valid plans around each committed proof about tokens: minted to a v1 tree, then spent, alone or with our programs' accounts.
import fc from 'fast-check';
import type { PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import type { TokenProof } from '../../spec/proof';
import type { TokenInput, TokenShare } from '../../spec/token';
import { TOKEN_PROOFS } from '../../spec/token-proof-table';
import type { AnyCaller, KeyRole } from '../../spec/world';
import { FLAGS, type FlagName } from '../invocation';
import { called, stateAccounts, treeOf, verifying, writable } from '../proofs/calls';
import type { Choices, Made } from '../proofs/choices';
import { created, inputOf, outputOf, REMAINING } from '../proofs/entries';
import type { Scenario, TokenProofKind } from '../scenario';
import { pattern, payer } from '../values';
import { MINT, MINT_BEFORE, shared, shares, sum, together, token } from './scene';

/** What a proof about tokens leaves free, besides what any proof does: who gets them. */
type Free = { readonly choices: Choices; readonly wanted: readonly TokenShare[] };
type Making = Made & Pick<Free, 'wanted'>;

const AUTHORITY: KeyRole = 'wallet:3';
const CONTEXT_AT = 2;

const founding = ({ choices }: Making): PlannedTransaction =>
  together(
    choices.payer,
    token({ name: 'create-mint', mint: MINT, authority: AUTHORITY }),
    token({ name: 'create-pool', payer: choices.payer, mint: MINT }),
  );

/** Each leaf by whoever can create it: the mint's authority, or the program that owns it. */
const creating = (made: Making): readonly PlannedTransaction[] =>
  (made.proof.spends?.leaves ?? []).map((leaf, n) => {
    const { payer } = made.choices;
    if (leaf.tokens === undefined) {
      const owner = leaf.owner === 'program:B' ? 'B' : 'A';
      return verifying(
        payer,
        called(made, owner, { flags: 'none', data: { outputs: [outputOf(made, leaf, n)] } }),
      );
    }
    const target: KeyRole = `tree:${treeOf(made.proof)}`;
    return together(
      payer,
      token({ name: 'mint-to', payer, authority: AUTHORITY, mint: MINT, target, shares: [leaf.tokens] }),
    );
  });

/** Who acts, in which mode, with which of the proven leaves. */
type Turn = {
  readonly by: AnyCaller;
  readonly flags: FlagName;
  readonly indices: readonly number[];
};

const turnsOf = ({ use, spends }: TokenProof): readonly Turn[] => {
  const indices = spends?.indices ?? [];
  let next = use.own;
  const writes = use.writes.map(({ by, count }, n): Turn => ({
    by,
    flags: n === 0 ? 'first-set' : 'set',
    indices: indices.slice(next, (next += count)),
  }));
  const flags = writes.length === 0 ? 'none' : 'execute';
  return [...writes, { by: use.executor, flags, indices: indices.slice(0, use.own) }];
};

const isExecution = ({ flags }: Turn): boolean => flags === 'none' || flags === 'execute';

const tokenInput = ({ proof }: Making, index: number): TokenInput => {
  const leaves = proof.spends?.leaves ?? [];
  return {
    amount: leaves[index]?.tokens?.amount ?? 0n,
    leafOffset: index,
    treeIndex: REMAINING.tree,
    queueIndex: REMAINING.queue,
    rootIndex: leaves.length,
  };
};

const transferring = (made: Making, turn: Turn): PlannedInstruction => {
  const { proof, choices, wanted } = made;
  const inputs = turn.indices.map((index) => tokenInput(made, index));
  const flags = FLAGS[turn.flags];
  const context = flags === null ? [] : [writable(`context:${treeOf(proof)}`)];
  return token({
    name: 'transfer',
    payer: choices.payer,
    owner: proof.spends?.leaves[turn.indices[0] ?? 0]?.tokens?.owner ?? 'wallet:0',
    mint: MINT,
    inputs,
    outputs: shared(sum(inputs), wanted).map((share) => ({ ...share, treeIndex: REMAINING.tree })),
    move: null,
    ...(isExecution(turn) && { proof: proof.bytes }),
    cpiContext: flags === null ? null : { ...flags, index: CONTEXT_AT },
    remaining: [...stateAccounts(proof), ...context],
  });
};

const acting = (made: Making, turn: Turn): PlannedInstruction => {
  if (turn.by === 'token') return transferring(made, turn);
  const inputs = turn.indices.map((index) => inputOf(made, index));
  const own = isExecution(turn) ? { proof: made.proof.bytes, outputs: created(made) } : {};
  return called(made, turn.by, { flags: turn.flags, data: { inputs, ...own } });
};

/** How many transactions set the plan up: everything in front of the first turn. */
const setUpOf = (made: Making): readonly PlannedTransaction[] => [founding(made), ...creating(made)];

const scenarioOf = (kind: TokenProofKind, made: Making): Scenario => {
  const before = setUpOf(made);
  const turns = turnsOf(made.proof);
  const acts = turns.map((turn) => verifying(made.choices.payer, acting(made, turn)));
  const place = turns.findIndex(({ by }) => by === 'token');
  return {
    kind,
    plan: { accounts: [MINT_BEFORE], transactions: [...before, ...acts] },
    target: { transaction: before.length + place, instruction: 0 },
  };
};

const choices: fc.Arbitrary<Choices> = fc.record({
  payer,
  unusedSlot: fc.constantFrom<KeyRole>('noop', 'noop', 'wallet:3'),
  through: fc.constant([]),
  bytes: fc.array(pattern(30), { minLength: 1, maxLength: 3 }),
  outputs: fc.integer({ min: 1, max: 2 }),
  together: fc.constant(false),
  joined: fc.constant(false),
  writeProof: fc.constant(null),
});

const kindOf = ({ use }: TokenProof): TokenProofKind => {
  if (use.writes.length === 0) return 'token-proven';
  if (use.executor === 'token') return 'token-proven-last';
  return use.writes[0]?.by === 'token' ? 'token-proven-first' : 'token-proven-between';
};

const scenarios = (kind: TokenProofKind) => (): fc.Arbitrary<Scenario> =>
  fc
    .record({
      proof: fc.constantFrom(...TOKEN_PROOFS.filter((proof) => kindOf(proof) === kind)),
      choices,
      wanted: shares,
    })
    .map((made) => scenarioOf(kind, made));

export const TOKEN_PROOF_SCENARIOS: Readonly<Record<TokenProofKind, () => fc.Arbitrary<Scenario>>> = {
  'token-proven': scenarios('token-proven'),
  'token-proven-first': scenarios('token-proven-first'),
  'token-proven-between': scenarios('token-proven-between'),
  'token-proven-last': scenarios('token-proven-last'),
};

/** The plan of a proof with its free choices as plain as can be; the whole of it is accepted where the proof is valid. */
export const plainPlanOf = (proof: TokenProof, plain: Choices): Scenario['plan'] =>
  scenarioOf(kindOf(proof), { proof, choices: plain, wanted: [{ owner: 'wallet:2', amount: 1n }] }).plan;
