// The 128 bytes of a proof, as instruction data carries them, from the prover's curve points.

/** The prover's answer: affine coordinates as 0x-hex; of `bs` each pair has the imaginary part first. */
export type Points = {
  readonly ar: readonly [string, string];
  readonly bs: readonly [readonly [string, string], readonly [string, string]];
  readonly krs: readonly [string, string];
};

/** The base field of BN254. */
const Q = 21888242871839275222246405745257275088696311157297823662689037894645226208583n;
const BYTES = 32;
const SIGN_BIT = 0x80;

/** Whether y is the smaller of the two roots. */
const isSmaller = (y: bigint): boolean => y <= Q - y;

function coordinate(x: bigint, flagged = false): Buffer {
  const bytes = Buffer.from(x.toString(16).padStart(2 * BYTES, '0'), 'hex');
  if (flagged) bytes.writeUInt8(bytes.readUInt8(0) | SIGN_BIT, 0);
  return bytes;
}

/** 256 hexadecimal digits: A (negated), B and C, compressed; the top bit of each says which root y is. */
export function encodeProof({ ar, bs, krs }: Points): string {
  const [[x1, x0], [y1]] = bs;
  return Buffer.concat([
    coordinate(BigInt(ar[0]), isSmaller(BigInt(ar[1]))),
    coordinate(BigInt(x1), !isSmaller(BigInt(y1))),
    coordinate(BigInt(x0)),
    coordinate(BigInt(krs[0]), !isSmaller(BigInt(krs[1]))),
  ]).toString('hex');
}
