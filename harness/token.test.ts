// The token program's addresses are those that it derives, and its instructions begin as Anchor says.
import { PublicKey } from '@solana/web3.js';
import { addressOf, canSignTransaction } from './keys';
import { encodeToken } from './wire/token';

const NO_QUEUE = (): undefined => undefined;

describe('The token program', () => {
  const program = new PublicKey(addressOf('program:token'));
  const derived = (...seeds: readonly Buffer[]): Buffer =>
    Buffer.from(PublicKey.findProgramAddressSync([...seeds], program)[0].toBytes());

  it('signs with its own PDA, which no transaction can', () => {
    expect(addressOf('authority:token')).toEqual(derived(Buffer.from('cpi_authority')));
    expect(canSignTransaction('authority:token')).toBe(false);
  });

  it('has a pool for each mint', () => {
    expect(addressOf('pool:1')).toEqual(derived(Buffer.from('pool'), addressOf('mint:1')));
    expect(addressOf('pool:2')).not.toEqual(addressOf('pool:1'));
  });

  it('is told which instruction by its name', () => {
    const { data, accounts } = encodeToken(
      { name: 'create-pool', payer: 'payer:0', mint: 'mint:1' },
      NO_QUEUE,
    );
    expect(data.toString('hex')).toBe('17a91b7a93a9d198');
    expect(accounts.map(({ key }) => key)).toContain('pool:1');
  });
});
