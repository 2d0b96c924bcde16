// What people have in hand of an error is understood as the suite's own words for it.
import { ERROR_NAMES, errorsNamed, numberOf, PANIC, plainTarget } from './error-target';

test.each([
  ['6027', '6027', 6027],
  ['0x178b', '6027', 6027],
  ['0X178B', '6027', 6027],
  ['Program SySTEM1eSU2p4BGQfQpimFEWWSNXwfCiZZKGGsFkXJ3 failed: custom program error: 0x178b', '6027', 6027],
  ['light-system:20009', '20009', 20009],
  ['account-compression:6029', 'account-compression:6029', 6029],
  ['solana-system:1', 'solana-system:1', 1],
  ['NotEnoughAccountKeys', 'NotEnoughAccountKeys', undefined],
  ['limits/inputs', 'limits/inputs', undefined],
  ['0x', '0x', undefined],
  ['0x178b0000178b', '0x178b0000178b', undefined],
])('%s is %s', (asked, plain, number) => {
  expect(plainTarget(asked)).toBe(plain);
  expect(numberOf(asked)).toBe(number);
});

test('a panic is one of any program', () => {
  for (const name of ['panic', 'light-system:panic']) expect(PANIC.test(name)).toBe(true);
  expect(PANIC.test('panics')).toBe(false);
});

describe('The documented errors that something names', () => {
  it.each(['6027', '0x178b', 'light-system:6027', 'CpiContextFeePayerMismatch'])(
    'are found: %s',
    (target) => {
      expect(errorsNamed(target).map(({ code }) => code)).toEqual([6027]);
    },
  );

  it.each(['null', '', '9999'])('are none where it names none: "%s"', (target) => {
    expect(errorsNamed(target)).toEqual([]);
    expect(ERROR_NAMES).not.toContain(target);
  });
});
