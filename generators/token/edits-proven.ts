// Edits of plans that spend tokens of a v1 tree under a proof: without it, with another one, of other tokens, or twice.
import fc from 'fast-check';
import type { PlannedInstruction } from '../../spec/plan';
import type { TokenInput } from '../../spec/token';
import { TOKEN_PROOFS } from '../../spec/token-proof-table';
import { WALLET_COUNT, type KeyRole } from '../../spec/world';
import type { Edit, Mutation } from '../edit';
import { anyPosition, changedAt, type Position } from '../positions';
import type { Scenario, ScenarioKind, TokenProofKind } from '../scenario';
import { proofHex } from '../values';
import { transferOf, withMore, withTransfer } from './change';

const ALONE: readonly TokenProofKind[] = ['token-proven'];
const SHARED: readonly TokenProofKind[] = ['token-proven-first', 'token-proven-between', 'token-proven-last'];
const ALL: readonly TokenProofKind[] = [...ALONE, ...SHARED];

/** Whether an instruction belongs to what sets a plan up: mints, and what our programs create beforehand. */
const setsUp = (item: PlannedInstruction): boolean =>
  item.kind === 'token'
    ? item.name !== 'transfer'
    : item.kind === 'invocation' && item.data.inputs.length === 0 && item.data.cpiContext === null;

const setUpCount = ({ plan }: Scenario): number =>
  plan.transactions.findIndex(({ instructions }) => !instructions.every(setsUp));

/** Everything that is proven is left as it was created. */
const unspent: Mutation = (scenario) => {
  const count = setUpCount(scenario);
  const { plan } = scenario;
  return { ...scenario, plan: { ...plan, transactions: plan.transactions.slice(0, count) } };
};

/** The writes and the execution once more, or the transfer alone. */
const again: Mutation = (scenario) => {
  const { plan } = scenario;
  const acts = plan.transactions.slice(setUpCount(scenario));
  return { ...scenario, plan: { ...plan, transactions: [...plan.transactions, ...acts] } };
};

const provenBy = (item: PlannedInstruction, proof: string | null): PlannedInstruction => {
  if (item.kind === 'invocation' && item.data.proof !== null)
    return { ...item, data: { ...item.data, proof } };
  if (item.kind !== 'token' || item.name !== 'transfer' || item.proof === undefined) return item;
  if (proof !== null) return { ...item, proof };
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'proof')) as typeof item;
};

/** The execution brings that proof instead, or none. */
const withProof =
  (proof: string | null): Mutation =>
  (scenario) => ({
    ...scenario,
    plan: {
      ...scenario.plan,
      transactions: scenario.plan.transactions.map((one) => ({
        ...one,
        instructions: one.instructions.map((item) => provenBy(item, proof)),
      })),
    },
  });

const proofIn = ({ plan }: Scenario): string | null =>
  plan.transactions
    .flatMap(({ instructions }) => instructions)
    .flatMap((item) =>
      item.kind === 'invocation' ? (item.data.proof ?? []) : ((item as { proof?: string }).proof ?? []),
    )
    .at(-1) ?? null;

const statementOf = (bytes: string | null): string => {
  const spends = TOKEN_PROOFS.find((proof) => proof.bytes === bytes)?.spends;
  const leaves = spends?.leaves.map(({ data }) => data?.dataHash);
  return `${spends?.tree} ${leaves?.join()} ${spends?.indices.join()}`;
};

/** A valid proof of something else, or bytes that are none. */
const anotherProof: fc.Arbitrary<Mutation> = fc.oneof(
  fc.nat(TOKEN_PROOFS.length).map((n): Mutation => (scenario) => {
    const own = statementOf(proofIn(scenario));
    const others = TOKEN_PROOFS.filter(({ bytes }) => statementOf(bytes) !== own);
    return withProof(others[n % others.length]?.bytes ?? null)(scenario);
  }),
  proofHex.map(withProof),
);

const inputAt = (at: Position, change: (input: TokenInput) => Partial<TokenInput>): Mutation =>
  withTransfer(({ inputs }) => ({ inputs: changedAt(inputs, at, change) }));

/** More tokens than the account has, in and out alike. */
const otherAmount = fc
  .tuple(anyPosition, fc.integer({ min: 1, max: 1000 }))
  .map(([at, more]): Mutation => (scenario) => {
    const changed = inputAt(at, ({ amount }) => ({ amount: amount + BigInt(more) }))(scenario);
    return withTransfer(({ outputs }) => ({ outputs: withMore(outputs, BigInt(more)) }))(changed);
  });

const otherOwner: Mutation = (scenario) => {
  const { owner } = transferOf(scenario);
  const next: KeyRole = `wallet:${(Number(owner.split(':')[1]) + 1) % WALLET_COUNT}`;
  return withTransfer(() => ({ owner: next }))(scenario);
};
const otherMint: Mutation = withTransfer(() => ({ mint: 'mint:2' }));
const otherLeaf = fc
  .tuple(anyPosition, fc.integer({ min: 6, max: 60 }))
  .map(([at, further]) => inputAt(at, ({ leafOffset }) => ({ leafOffset: leafOffset + further })));

const edit = (name: string, kinds: readonly ScenarioKind[], mutation: fc.Arbitrary<Mutation>): Edit => ({
  rule: `token/${name}`,
  kinds,
  mutation,
});
const opens = (name: string, kinds: readonly ScenarioKind[]): Edit => ({
  ...edit(
    name,
    kinds,
    fc.constant((scenario) => scenario),
  ),
  twin: unspent,
});

export const PROVEN_EDITS: readonly Edit[] = [
  opens('v1-spend', ALONE),
  opens('v1-shared', SHARED),
  edit('v1-needs-proof', ALL, fc.constant(withProof(null))),
  edit('v1-other-proof', ALL, anotherProof),
  edit(
    'v1-only-what-is-there',
    ALL,
    fc.oneof(otherAmount, otherLeaf, fc.constantFrom(otherOwner, otherMint)),
  ),
  edit('v1-spent-once', ALL, fc.constant(again)),
];
