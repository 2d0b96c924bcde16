// The calling program's instruction data: how a list of entries becomes the bytes that caller.c reads.

/** One account of a CPI: its index in the calling program's own account list, and its privileges. */
export type CallMeta = { readonly account: number; readonly signer: boolean; readonly writable: boolean };

/** A CPI's instruction data: in place, or a range (bytes) of an account's data. */
export type CallData =
  Uint8Array | { readonly account: number; readonly offset: number; readonly length: number };

/** Performs one CPI; `signers` holds, for each PDA that signs, its seeds with the bump. */
export type InvokeEntry = {
  readonly kind: 'invoke';
  readonly program: number;
  readonly metas: readonly CallMeta[];
  readonly signers: readonly (readonly Uint8Array[])[];
  readonly data: CallData;
};

/** An account by its index in the calling program's list, or by 32 bytes that need not be in it. */
export type AnyAccount = number | Uint8Array;

/** Performs one CPI that may have to be refused: also with accounts not passed in, and up to 17 seeds. */
export type InvokeAnyEntry = {
  readonly kind: 'invoke-any';
  readonly program: AnyAccount;
  readonly metas: readonly {
    readonly account: AnyAccount;
    readonly signer: boolean;
    readonly writable: boolean;
  }[];
  readonly signers: readonly (readonly Uint8Array[])[];
  readonly data: Uint8Array;
};

/**
 * What the calling program does: a CPI, a rejection with a custom code (u32), a log line, a write, or
 * MissingRequiredSignature unless an account signs.
 */
export type CallerEntry =
  | InvokeEntry
  | InvokeAnyEntry
  | { readonly kind: 'require-signer'; readonly account: number }
  | { readonly kind: 'fail'; readonly code: number }
  | { readonly kind: 'log'; readonly message: string }
  | { readonly kind: 'write'; readonly account: number; readonly offset: number; readonly bytes: Uint8Array };

/** The custom codes with which the calling program itself rejects; far from every other program's. */
export const CALLER_ERRORS = {
  truncated: 0xc0de01,
  trailingBytes: 0xc0de02,
  unknownKind: 0xc0de03,
  noSuchAccount: 0xc0de04,
  tooManyAccounts: 0xc0de05,
  tooManySeeds: 0xc0de06,
  unknownSource: 0xc0de07,
  outsideAccount: 0xc0de08,
  unknownFlags: 0xc0de09,
} as const;

/** An unsigned little-endian integer of `bytes` bytes. */
function uint(value: number, bytes: 1 | 2 | 4): Buffer {
  const out = Buffer.alloc(bytes);
  out.writeUIntLE(value, 0, bytes);
  return out;
}

const prefixed = (bytes: Uint8Array, lengthBytes: 1 | 2): Buffer =>
  Buffer.concat([uint(bytes.length, lengthBytes), bytes]);

function encodeMeta({ account, signer, writable }: CallMeta): Buffer {
  return Buffer.concat([uint(account, 1), uint((signer ? 1 : 0) | (writable ? 2 : 0), 1)]);
}

function encodeSeeds(seeds: readonly Uint8Array[]): Buffer {
  return Buffer.concat([uint(seeds.length, 1), ...seeds.map((seed) => prefixed(seed, 1))]);
}

function encodeData(data: CallData): Buffer {
  if (data instanceof Uint8Array) return Buffer.concat([uint(0, 1), prefixed(data, 2)]);
  return Buffer.concat([uint(1, 1), uint(data.account, 1), uint(data.offset, 4), uint(data.length, 4)]);
}

function encodeInvoke({ program, metas, signers, data }: InvokeEntry): Buffer {
  const accounts = [uint(0, 1), uint(program, 1), uint(metas.length, 1), ...metas.map(encodeMeta)];
  return Buffer.concat([...accounts, uint(signers.length, 1), ...signers.map(encodeSeeds), encodeData(data)]);
}

const BY_KEY = 255;

const encodeAny = (account: AnyAccount): Buffer =>
  typeof account === 'number' ? uint(account, 1) : Buffer.concat([uint(BY_KEY, 1), account]);

function encodeInvokeAny({ program, metas, signers, data }: InvokeAnyEntry): Buffer {
  const accounts = metas.flatMap(({ account, signer, writable }) => [
    encodeAny(account),
    uint((signer ? 1 : 0) | (writable ? 2 : 0), 1),
  ]);
  const head = [uint(4, 1), encodeAny(program), uint(metas.length, 1), ...accounts];
  return Buffer.concat([...head, uint(signers.length, 1), ...signers.map(encodeSeeds), prefixed(data, 2)]);
}

function encodeEntry(entry: CallerEntry): Buffer {
  switch (entry.kind) {
    case 'invoke':
      return encodeInvoke(entry);
    case 'invoke-any':
      return encodeInvokeAny(entry);
    case 'require-signer':
      return Buffer.concat([uint(5, 1), uint(entry.account, 1)]);
    case 'fail':
      return Buffer.concat([uint(1, 1), uint(entry.code, 4)]);
    case 'log':
      return Buffer.concat([uint(2, 1), prefixed(Buffer.from(entry.message), 2)]);
    case 'write':
      return Buffer.concat([
        uint(3, 1),
        uint(entry.account, 1),
        uint(entry.offset, 4),
        prefixed(entry.bytes, 2),
      ]);
  }
}

/**
 * Encodes a calling program's instruction data, little-endian and packed: u8 count, then the entries.
 * @throws RangeError when an index, a count or a length does not fit its field.
 */
export function encodeCaller(entries: readonly CallerEntry[]): Buffer {
  return Buffer.concat([uint(entries.length, 1), ...entries.map(encodeEntry)]);
}
