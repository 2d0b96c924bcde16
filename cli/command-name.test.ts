// Tests that suggested commands work when they are pasted.
import { commandName, shellWord } from './command-name';

describe('a suggested command', () => {
  it('is npx inside the clone, and a full path elsewhere', () => {
    expect(commandName()).toBe('npx cpi-conformance');
    const spy = jest.spyOn(process, 'cwd').mockReturnValue('/');
    const outside = commandName();
    spy.mockRestore();
    expect(outside).toMatch(/^(npx cpi-conformance|node .*start\.mjs.?)$/);
  });

  it.each([
    ['conformance-report/witnesses/a--b.json', 'conformance-report/witnesses/a--b.json'],
    ['my report/a.json', "'my report/a.json'"],
    ["it's", "'it'\\''s'"],
  ])('quotes %s as %s', (word, quoted) => {
    expect(shellWord(word)).toBe(quoted);
  });
});
