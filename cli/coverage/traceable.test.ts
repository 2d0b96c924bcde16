// A selection that leaves nothing to change is refused before a guided run.
import { requireTraceable, seedsOf } from './traceable';

const claims = (...areas: readonly ('token' | 'proofs' | 'codes' | 'cpi-guide' | 'laws' | 'modes')[]) =>
  areas.map((area) => ({ id: `${area}/valid`, area }));
const PLAIN = { cases: 1, guided: null };
const GUIDED = { cases: 1, guided: 5 };

describe('A selection', () => {
  it('of any area leaves traces, that of the token program too', () => {
    expect(() => requireTraceable(claims('token'), PLAIN)).not.toThrow();
    expect(() => requireTraceable(claims('token', 'codes'), PLAIN)).not.toThrow();
  });

  it('without a plan that can be changed is no evidence', () => {
    const none = claims('token', 'proofs', 'codes', 'cpi-guide', 'laws');
    expect(seedsOf(none)).toEqual([]);
    expect(() => requireTraceable(none, GUIDED)).toThrow(expect.objectContaining({ exitCode: 4 }));
    expect(() => requireTraceable([...none, ...claims('modes')], GUIDED)).not.toThrow();
  });
});
