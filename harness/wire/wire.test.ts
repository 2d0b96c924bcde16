// Proves the byte encoders against independent ones: web3.js, the calling program's own, and real signatures.
import { ed25519 } from '@noble/curves/ed25519';
import { PublicKey, Transaction } from '@solana/web3.js';
import { encodeCaller } from '../../programs/caller/wire';
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import type { KeyRole } from '../../spec/world';
import { genesis } from '../genesis';
import { addressOf } from '../keys';
import { emptyData, invocation, meta, output, transaction } from '../testing';
import { startBankrun } from '../bankrun';
import { startLiteSvm } from '../litesvm';
import { newWorld, patch } from '../world';
import { encodeCall, SIGNER, WRITABLE } from './caller-data';
import { encodeInvocation } from './instruction-data';
import { stamp } from './stamp';
import { encodeTransaction, PACKET_LIMIT } from './transaction';

const none = () => undefined;
const encode = (...instructions: Parameters<typeof transaction>) =>
  encodeTransaction(transaction(...instructions), none);
const data = (wanted: Partial<typeof emptyData>) => encodeInvocation(invocation(wanted), none);

describe('the calling program’s data', () => {
  const metas = [meta('noop', 'sw'), meta('noop', 'w'), meta('noop')];
  const flags = [SIGNER | WRITABLE, WRITABLE, 0];
  const signers = [[Buffer.from('cpi_authority'), Buffer.of(254)], [Buffer.of(1)]];

  it.each([
    ['in place', Buffer.from('some data'), Buffer.from('some data')],
    ['from an account', { account: 2, length: 700 }, { account: 2, offset: 0, length: 700 }],
  ])('is what its own encoder writes: %s', (_, ours, theirs) => {
    const call = { program: 9, metas: flags.map((f, index) => ({ index, flags: f })), signers, data: ours };
    const entry = {
      kind: 'invoke' as const,
      program: 9,
      metas: metas.map(({ signer, writable }, account) => ({ account, signer, writable })),
      signers,
      data: theirs,
    };
    expect(encodeCall(call, false)).toEqual(encodeCaller([entry]));
    expect(encodeCall(call, true)).toEqual(encodeCaller([{ kind: 'log', message: '---' }, entry]));
  });
});

describe('a transaction', () => {
  it('is read by web3.js as it was meant', () => {
    const encoded = encode(invocation({ outputs: [output('A')] }), invocation({ caller: 'B' }));
    const read = Transaction.from(stamp(encoded, { blockhash: Buffer.alloc(32, 3), counter: 5 }));
    expect(read.feePayer?.toBytes()).toEqual(new Uint8Array(addressOf('payer:1')));
    expect(read.signatures).toHaveLength(1);
    const keyOf = (role: KeyRole) => new PublicKey(addressOf(role)).toBase58();
    const [first, second] = read.instructions;
    expect(first?.programId.toBase58()).toBe(keyOf('program:A'));
    expect(second?.programId.toBase58()).toBe(keyOf('program:B'));
    const writable = first?.keys.filter((key) => key.isWritable).map((key) => key.pubkey.toBase58());
    expect(writable).toEqual((['payer:1', 'queue:1', 'tree:1'] as const).map(keyOf));
  });

  it('moves data into accounts only when the packet overflows', () => {
    const sizeAt = (length: number) => encode(invocation({ outputs: [output('A', length)] }));
    const inside = sizeAt(100);
    const room = PACKET_LIMIT - inside.bytes.length;
    expect(sizeAt(100 + room).bytes).toHaveLength(PACKET_LIMIT);
    expect(sizeAt(100 + room).dataAccounts).toHaveLength(0);
    expect(sizeAt(101 + room).dataAccounts).toMatchObject([{ owner: 'program:A' }]);
  });

  it.each([
    ['bankrun', startBankrun],
    ['LiteSVM', startLiteSvm],
  ])('is accepted by %s with real signatures too', async (_, start) => {
    const secret = ed25519.utils.randomPrivateKey();
    const payer: KeyRole = `unknown:${new PublicKey(ed25519.getPublicKey(secret)).toBase58()}`;
    const { systemProgram, accountCompression, fixtures } = loadRelease('0.28.3');
    const validator = await start();
    const programs = { systemProgram, accountCompression, caller: loadCaller() };
    patch(newWorld(validator, genesis(programs, fixtures)), { key: payer, lamports: 10_000_000_000n });
    const call = invocation({ outputs: [output('A')] });
    const accounts = call.accounts.map((account) => ({
      ...account,
      key: account.key === 'payer:1' ? payer : account.key,
    }));
    const planned = { ...transaction({ ...call, accounts }), feePayer: payer };
    const encoded = encodeTransaction(planned, none);
    const bytes = stamp(encoded, { blockhash: await validator.latestBlockhash(), counter: 1 });
    bytes.set(ed25519.sign(bytes.subarray(65), secret), 1);
    expect(Transaction.from(bytes).verifySignatures()).toBe(true);
    expect((await validator.send(bytes)).refused).toBeNull();
  });
});

describe('instruction data', () => {
  it('has a true length prefix unless the plan lies', () => {
    const whole = data({});
    expect(whole.readUInt32LE(8)).toBe(whole.length - 12);
    expect(data({ lengthPrefix: 77 }).readUInt32LE(8)).toBe(77);
  });

  it('is cut from the end, down to the discriminator', () => {
    const whole = data({});
    expect(data({ cutBytes: 3 })).toEqual(whole.subarray(0, -3));
    expect(data({ cutBytes: 5000 })).toEqual(whole.subarray(0, 8));
  });

  it('begins with the discriminator that the plan gives, and is nothing else where that is short', () => {
    expect(data({ discriminator: '31d4' })).toEqual(Buffer.of(0x31, 0xd4));
    expect(data({ discriminator: 'ff'.repeat(8) }).subarray(8)).toEqual(data({}).subarray(8));
    expect(() => data({ discriminator: 'xy' })).toThrow('hexadecimal');
    expect(() => data({ proof: 'abcd' })).toThrow('128 hexadecimal bytes');
  });
});
