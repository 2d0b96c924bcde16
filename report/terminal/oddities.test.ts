// What a person could not guess who does the steps of a counterexample again is said: an account in the unused slot, and one in two slots.
import { SLOT } from '../../spec/invoke-cpi';
import { INVOCATION, withKey } from '../testing/samples';
import { oddities } from './oddities';

const AUTHORITY = 'authority:A';

describe('What is unusual', () => {
  it('is not that the unused slot holds the noop program', () => {
    const said = oddities(withKey(SLOT._unused, 'noop'), 'payer:0');
    expect(said.join('; ')).not.toMatch(/_unused| is \S+ and /);
  });

  it('is another account in the unused slot', () => {
    expect(oddities(withKey(SLOT._unused, 'wallet:3'), 'payer:0')).toContain('_unused is wallet:3');
  });

  it('is not that whoever pays for a direct call makes it', () => {
    const direct = { ...withKey(SLOT.authority, 'payer:0'), instruction: 'Invoke', direct: true } as const;
    expect(oddities(direct, 'payer:0').join('; ')).not.toMatch(/payer:0 is fee_payer/);
    expect(oddities(withKey(SLOT.authority, 'payer:0'), 'payer:0')).toContain(
      'payer:0 is fee_payer and authority',
    );
  });

  it('is one account in two slots, though each of them may hold it', () => {
    const said = oddities(withKey(SLOT._unused, AUTHORITY), 'payer:0');
    expect(said).toContain(`${AUTHORITY} is authority and _unused`);
  });

  it('is a byte, a count or a tail that no field has', () => {
    const odd = { flagBytes: { proof: 4 }, counts: { outputs: 3 }, tail: '00' };
    const said = oddities({ ...INVOCATION, data: { ...INVOCATION.data, ...odd } }, 'payer:0');
    expect(said).toEqual(
      expect.arrayContaining([
        'the byte of proof is 4',
        '3 outputs said to follow',
        '1 byte behind the fields',
      ]),
    );
  });
});
