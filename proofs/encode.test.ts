// The encoder against answers of the prover whose encodings were accepted on chain.
import { encodeProof } from './encode';

const ANSWERS = [
  [
    {
      ar: [
        '0x22332ee2b29cf231033b698f08299f8d961585b0aa6045f0b656036ed6ed4b20',
        '0x21df2c6ece826900f3b68dea09c75b38d4bc1d24c19412c5e01d184033237b5e',
      ],
      bs: [
        [
          '0x164bc1248c05fdda19eb8c4c2bae6bf17555b4fbdc383f71e978445185e7b584',
          '0x2cfe9a2f7521d842a10f7f897cca1aae1b0936e48e947ef424a61e625b0cfbb6',
        ],
        [
          '0x2300717bd98bcb8e745f2f9125ae163eefd3e692928635f90e5c31a7f5f8ec8b',
          '0x155e64e510e1b8bdf9f9da528b8bfbc2f56285e916e0a030154879cae4a6027a',
        ],
      ],
      krs: [
        '0x0cfab6ebbd570e7340f7fc575165f9f09e2122d5ad29b021b771bb9517a43725',
        '0x0c10d7cbb36501a5c9f0ee4f57693c851f079bca58d36e865886aa135c43353d',
      ],
    },
    '22332ee2b29cf231033b698f08299f8d961585b0aa6045f0b656036ed6ed4b20964bc1248c05fdda19eb8c4c2bae6bf17555b4fbdc383f71e978445185e7b5842cfe9a2f7521d842a10f7f897cca1aae1b0936e48e947ef424a61e625b0cfbb60cfab6ebbd570e7340f7fc575165f9f09e2122d5ad29b021b771bb9517a43725',
  ],
  [
    {
      ar: [
        '0x248c7786e35a290e1e059982a8cf82d93251c77f9ee20e669b0d148fc449d723',
        '0x15fd7e806509fcb8a9cf1aa8a734558c665ec384bbf9e9f24606b96912f4b92c',
      ],
      bs: [
        [
          '0x2cf94fccd93bf0bc57d1956696ad907c14906f3bd163a0d02bcadec74f6354eb',
          '0x1429d97a6e93086507cf255967641493923e871187e60cef612740dabe5a2643',
        ],
        [
          '0x1346b2918f97e3c468c21da1cb58d7ee4ceee88e3b0074e48f30cb4544bfcc0d',
          '0x304b16cc97934b256dfb7be73eb864acb05fdb690675387719bc1d832aba82ce',
        ],
      ],
      krs: [
        '0x0e1f5f5c9533bc19b925d7abdf0fd43890c6f710a3a6efc2684e360fa679bcaa',
        '0x195b164f16eace0ba17345dbe032486cb1191b84a518fbd9325a3bfd6335b593',
      ],
    },
    'a48c7786e35a290e1e059982a8cf82d93251c77f9ee20e669b0d148fc449d7232cf94fccd93bf0bc57d1956696ad907c14906f3bd163a0d02bcadec74f6354eb1429d97a6e93086507cf255967641493923e871187e60cef612740dabe5a26438e1f5f5c9533bc19b925d7abdf0fd43890c6f710a3a6efc2684e360fa679bcaa',
  ],
] as const;

describe('A proof', () => {
  it.each(ANSWERS)('has the 128 bytes that the program takes (%#)', (points, bytes) => {
    expect(encodeProof(points)).toBe(bytes);
  });

  it('has other top bits where the other root of a point is meant', () => {
    const [points, bytes] = ANSWERS[0];
    const q = 21888242871839275222246405745257275088696311157297823662689037894645226208583n;
    const other = (y: string): string => `0x${(q - BigInt(y)).toString(16)}`;
    const [x, y] = points.ar;
    const flipped = encodeProof({ ...points, ar: [x, other(y)] });
    expect(flipped.slice(2)).toBe(bytes.slice(2));
    expect(parseInt(flipped.slice(0, 2), 16) ^ parseInt(bytes.slice(0, 2), 16)).toBe(0x80);
  });
});
