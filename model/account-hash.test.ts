// Known answers: hashes and roots as the published programs wrote them, for accounts whose every field is given here.
import type { WorldFacts } from '../spec/facts';
import type { KeyRole } from '../spec/world';
import { accountHash, type Hashed } from './account-hash';
import { fromHex, poseidon, toHex } from './field';
import { merkleRoot } from './merkle-root';

const ADDRESSES: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  Object.entries({
    'program:A': 'd2f70c6d88c358c3df5c15231fc057ceb8b78467f72378b75cbeec45ac2558c6',
    'wallet:1': 'ccf2f9b1c21be42873a9142bb727a9af2ff5538a241741ebb3896f5080a68093',
    'tree:1': '08e87e298f0faa26c9d8ef41d7e9e92596a70fa93eb99f08f8cdd1f59d8ec817',
    'tree:6': '0d01c928ab45d365595a34e87717fbb0008a19d22f052c9da1f988c47c57de3a',
  }).map(([key, hex]) => [key, Buffer.from(hex, 'hex')]),
);

const facts: WorldFacts = {
  addressOf: (key) => ADDRESSES[key] ?? Buffer.alloc(32),
  nextIndexOf: () => 0,
  sequenceOf: () => 0n,
  feesOf: () => ({ rollover: 0n, network: 0n }),
};

const dataHash = '00' + '09'.repeat(31);
const withData: Hashed = {
  owner: 'program:A',
  lamports: 0n,
  address: null,
  data: { discriminator: '0102030405060708', dataHash },
};
const dataless: Hashed = { owner: 'wallet:1', lamports: 0n, address: null, data: null };

const V1_LEAVES = [
  '2be1f3e63a28ed6b3264507d906b938e7f76db59e0fb37ea218ae6102e17d2d3',
  '2105f9210ce9f540c54f18b62734eab1dfe52e6500dbec72fc665338eae1e422',
  '21c6963658e93680f930eeaf2b83e932477ade1a616e7a6c28d7169110ddb468',
] as const;

describe('The hash of an account', () => {
  it.each<[string, Hashed, KeyRole, number, string]>([
    ['with data', withData, 'tree:1', 0, '21e73a1728e7723b02642a8b5ec580cdd62b8b7652928df861c6c824cc3b76c0'],
    [
      'at another leaf index',
      withData,
      'tree:1',
      1,
      '2da066829bb2af8aac7ccb62566cff0492e0c7a43489e06b3ce42da7eb426db8',
    ],
    [
      'without data',
      dataless,
      'tree:1',
      1,
      '164660805859c02290647b4d72be59259efa288ae871a3e3b03d7973a85d9c91',
    ],
    [
      'with lamports',
      { ...withData, lamports: 5n },
      'tree:1',
      0,
      '2904e7473265312c5cbecf70eecd20ce2ba288687be86e12cddccfd2974b6f99',
    ],
    [
      'with lamports and without data',
      { ...dataless, lamports: 5n },
      'tree:1',
      0,
      '2d2331e30e5b743f6c946622d38e1f2503124eeafcc02bd5fc61769d31d63bf0',
    ],
    ['in a v1 tree', withData, 'tree:6', 0, V1_LEAVES[0]],
    ['without data in a v1 tree', dataless, 'tree:6', 1, V1_LEAVES[1]],
    ['further on in a v1 tree', withData, 'tree:6', 2, V1_LEAVES[2]],
  ])('%s is what was appended on chain', (_title, account, tree, leafIndex, hash) => {
    expect(accountHash(account, { tree, leafIndex }, facts)).toBe(hash);
  });

  it('depends on every field', () => {
    const place = { tree: 'tree:1', leafIndex: 0 } as const;
    const others: readonly Hashed[] = [
      { ...withData, owner: 'wallet:1' },
      { ...withData, lamports: 1n },
      { ...withData, address: dataHash },
      { ...withData, data: { discriminator: '0102030405060709', dataHash } },
      { ...withData, data: { discriminator: '0102030405060708', dataHash: '00' + '08'.repeat(31) } },
    ];
    const hashes = [withData, ...others].map((account) => accountHash(account, place, facts));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('Poseidon and roots', () => {
  it('are circom’s over BN254', () => {
    expect(toHex(poseidon([1n, 2n]))).toBe(
      '115cc0f5e7d690413df64c6b9662e9cf2a3617f2743245519e19607a4417189a',
    );
    expect(toHex(poseidon([0n, 0n])).slice(0, 16)).toBe('2098f5fb9e239eab');
  });

  it('give the root that a v1 tree had after three leaves', () => {
    expect(merkleRoot(V1_LEAVES)).toBe('10661aeb28bc35c35995a3f33ed07c992c4c048969276040a546b7c58231b93b');
  });

  it('give an empty tree the root of empty subtrees', () => {
    let root = 0n;
    for (let height = 0; height < 26; height++) root = poseidon([root, root]);
    expect(fromHex(merkleRoot([]))).toBe(root);
  });
});
