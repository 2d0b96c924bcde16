// Tests that a case is not exported to Rust where another program is known to be blamed there.
import type { Raised } from '../spec/outcome';
import { requireSameThere } from './export-runtimes';

const check =
  (program: Raised['program'], error: string, claim = 'effects/outputs-created') =>
  (): void =>
    requireSameThere(claim, [{ raised: { program, code: null, error, panicked: false } }], 'case.json');

describe('The export to Rust', () => {
  it('refuses lamports of a program, of which the runtimes blame different programs', () => {
    expect(check('solana-system', 'ExecutableLamportChange')).toThrow(
      /^case\.json is a case in which the runtimes are known to differ \(lamports-of-a-program\), /,
    );
  });

  it('takes what both runtimes blame the same program for', () => {
    expect(check('light-system', 'InvalidArgument')).not.toThrow();
    expect(() => requireSameThere('effects/outputs-created', [{ raised: null }], 'case.json')).not.toThrow();
  });
});
