// Compressing, transferring and decompressing SOL by the SDK's own instruction builders.
import { base58Of } from '../harness/base58';
import { isV1, type KeyRole } from '../spec/world';
import type { Dialect } from './dialect';
import { bignum, list, object, publicKey } from './literals';
import type { Said } from './say-invoke';
import { SDK } from './types';

/** Accounts of `owner` in one state tree, each with its absolute leaf index. */
export type Held = { readonly owner: KeyRole; readonly lamports: bigint; readonly leafIndex: number };

export type Intention = {
  readonly method: 'compress' | 'transfer' | 'decompress';
  /** Pays and owns what is spent. */
  readonly payer: KeyRole;
  readonly to: KeyRole;
  readonly lamports: bigint;
  readonly tree: number;
  readonly held: readonly Held[];
};

const treeInfo = ({ tree }: Intention): string =>
  object({
    tree: publicKey(`tree:${tree}`),
    queue: publicKey(`queue:${tree}`),
    cpiContext: publicKey(`context:${tree}`),
    treeType: isV1(`tree:${tree}`) ? 'TreeType.StateV1' : 'TreeType.StateV2',
    nextTreeInfo: 'null',
  });

const heldAccount = ({ owner, lamports, leafIndex }: Held): string =>
  object({
    owner: publicKey(owner),
    lamports: bignum(lamports),
    address: 'null',
    data: 'null',
    treeInfo: 'info',
    hash: 'bn(0)',
    leafIndex: `${leafIndex}`,
    proveByIndex: 'true',
    readOnly: 'false',
  });

const parameters = (intention: Intention, { treeInfo: kind }: Dialect): string => {
  const { method, payer, to, lamports, held, tree } = intention;
  const common = { payer: publicKey(payer), toAddress: publicKey(to), lamports: bignum(lamports) };
  if (method !== 'compress')
    return object({
      ...common,
      inputCompressedAccounts: list(held.map(heldAccount)),
      recentInputStateRootIndices: list(held.map(() => '0')),
      recentValidityProof: 'null',
    });
  return kind === 'info'
    ? object({ ...common, outputStateTreeInfo: 'info' })
    : object({ ...common, outputStateTree: publicKey(`tree:${tree}`) });
};

/** Its accounts as a line each, with `s` for signer and `w` for writable, then its data. */
const PRINTED =
  'const keys = keys_.map(({ pubkey, isSigner, isWritable }) => `${pubkey.toBase58()}${isSigner ? " s" : ""}${isWritable ? " w" : ""}`);';

export function sayBuilt(intention: Intention, dialect: Dialect): Said {
  const { method, tree } = intention;
  if (method !== 'compress' && dialect.merkleContext === 'queue-index')
    return { cannot: 'its types have no field for a proof by index' };
  if (dialect.treeInfo === 'tree' && !isV1(`tree:${tree}`))
    return { cannot: 'its types know no state trees of version 2' };
  const info = dialect.treeInfo === 'info';
  return {
    from: {
      [SDK]: ['LightSystemProgram', 'bn', ...(info ? ['TreeType'] : [])],
      '@solana/web3.js': ['PublicKey'],
    },
    lines: [
      ...(info ? [`const info = ${treeInfo(intention)};`] : []),
      `const built = await LightSystemProgram.${method}(${parameters(intention, dialect)});`,
      'const { data, keys: keys_ } = built;',
      PRINTED,
    ],
    result: "[...keys, data.toString('hex')].join('\\n')",
  };
}

/** A built instruction as it is printed. */
export type Built = {
  readonly accounts: readonly {
    readonly address: string;
    readonly signer: boolean;
    readonly writable: boolean;
  }[];
  readonly data: string;
};

export function parseBuilt(printed: string): Built {
  const lines = printed.split('\n');
  const accounts = lines.slice(0, -1).map((line) => {
    const [address = '', ...flags] = line.split(' ');
    return { address, signer: flags.includes('s'), writable: flags.includes('w') };
  });
  return { accounts, data: lines.at(-1) ?? '' };
}

export const builtLine = (key: KeyRole, signer: boolean, writable: boolean): string =>
  `${base58Of(key)}${signer ? ' s' : ''}${writable ? ' w' : ''}`;
