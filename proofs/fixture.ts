// A committed proof as a file: the proof, what it proves with every root and hash spelled out, and how it is used.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublicKey } from '@solana/web3.js';
import { addressOf } from '../harness/keys';
import { projectRoot } from '../programs/root';
import type { ProvenAddress, ProvenLeaf, ProvenSpend, ProofUse, Statement, TokenProof } from '../spec/proof';
import type { TokenShare } from '../spec/token';
import type { AnyCaller, KeyRole } from '../spec/world';
import { digits } from './field';
import { addressTreeOf, circuitOf, stateTree, type Circuit } from './request';
import { checkFixture } from './schema';

type LeafFile = Omit<ProvenLeaf, 'lamports' | 'tokens'> & {
  readonly ownerId: string;
  readonly lamports: string;
  /** The leaf itself. */
  readonly hash: string;
  readonly tokens?: Omit<TokenShare, 'amount'> & { readonly amount: string };
};
type SpendFile = Omit<ProvenSpend, 'leaves'> & {
  readonly treeId: string;
  readonly root: string;
  readonly rootIndex: number;
  readonly leaves: readonly LeafFile[];
};
type AddressFile = ProvenAddress & {
  readonly treeId: string;
  readonly programId: string | null;
  readonly root: string;
};

/** One file of proofs/fixtures/. Ids in base58, everything else in hex; lamports as decimal digits. */
export type ProofFile = {
  readonly formatVersion: 1;
  readonly name: string;
  readonly circuit: Circuit;
  readonly proof: string;
  readonly spends: SpendFile | null;
  readonly addresses: readonly AddressFile[];
  readonly use: ProofUse<AnyCaller>;
};

const idOf = (key: KeyRole): string => new PublicKey(addressOf(key)).toBase58();

function spendFile(spends: ProvenSpend): SpendFile {
  const { hashes, tree } = stateTree(spends);
  const leaves = spends.leaves.map(({ tokens, ...leaf }, i) => ({
    ...leaf,
    ownerId: idOf(leaf.owner),
    lamports: leaf.lamports.toString(),
    hash: digits(hashes[i] ?? 0n),
    ...(tokens && { tokens: { owner: tokens.owner, amount: tokens.amount.toString() } }),
  }));
  const place = { treeId: idOf(spends.tree), root: digits(tree.root), rootIndex: leaves.length };
  return { tree: spends.tree, ...place, indices: spends.indices, leaves };
}

const addressFile = (proven: ProvenAddress): AddressFile => ({
  ...proven,
  treeId: idOf(proven.tree),
  programId: proven.program === null ? null : idOf(`program:${proven.program}`),
  root: digits(addressTreeOf(proven).tree.root),
});

/** The file of a proof for a statement; everything in it but the proof follows from the statement. */
export const toFile = (statement: Statement<AnyCaller>, proof: string): ProofFile => ({
  formatVersion: 1,
  name: statement.name,
  circuit: circuitOf(statement),
  proof,
  spends: statement.spends === null ? null : spendFile(statement.spends),
  addresses: statement.addresses.map(addressFile),
  use: statement.use,
});

const leafOf = ({ owner, lamports, address, data, tokens }: LeafFile): ProvenLeaf => ({
  owner,
  lamports: BigInt(lamports),
  address,
  data,
  ...(tokens && { tokens: { owner: tokens.owner, amount: BigInt(tokens.amount) } }),
});

const addressOfFile = ({ tree, seed, program, address, rootIndex }: AddressFile): ProvenAddress => ({
  tree,
  seed,
  program,
  address,
  rootIndex,
});

/** What a file proves, in plan terms. */
export function fromFile({ name, proof, spends, addresses, use }: ProofFile): TokenProof {
  const spend =
    spends === null
      ? null
      : { tree: spends.tree, leaves: spends.leaves.map(leafOf), indices: spends.indices };
  return { name, bytes: proof, spends: spend, addresses: addresses.map(addressOfFile), use };
}

export const fixtureFolder = (): string => join(projectRoot(), 'proofs', 'fixtures');

/**
 * Every committed proof, by name.
 * @throws InputError for a file that does not have the schema's shape.
 */
export function readFixtures(folder: string = fixtureFolder()): readonly ProofFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => checkFixture(readFileSync(join(folder, file), 'utf8'), file));
}
