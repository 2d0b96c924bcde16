// Tests of the option that names the runtime.
import { backendOf } from './backend-option';

it('is bankrun if nothing is said, and otherwise what is said', () => {
  expect(backendOf(undefined, {})).toBe('bankrun');
  for (const name of ['bankrun', 'litesvm', 'both'] as const)
    expect(backendOf(name, { programVersion: '0.28.3' })).toBe(name);
});

it.each([
  ['Bankrun', {}, /^--backend must be bankrun, litesvm or both, but is "Bankrun"\.$/],
  [
    'litesvm',
    { programVersion: '0.18.0' },
    /^The programs of 0\.18\.0 cannot hash on LiteSVM.* --backend bankrun\.$/,
  ],
  [
    'both',
    { programVersion: '0.10.0' },
    /^The programs of 0\.10\.0 cannot hash on LiteSVM.* --backend bankrun\.$/,
  ],
  [
    'litesvm',
    { programVersion: 'all' },
    /^The programs of 0\.10\.0 and 0\.18\.0 cannot hash .* leave --backend out\.$/,
  ],
])('refuses %s with %j in one sentence', (name, options, sentence) => {
  expect(() => backendOf(name, options)).toThrow(sentence);
});

it('lets bankrun run every version', () => {
  for (const programVersion of ['0.18.0', 'all'])
    expect(backendOf('bankrun', { programVersion })).toBe('bankrun');
});
