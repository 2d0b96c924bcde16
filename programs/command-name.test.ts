// Tests that suggested commands work when they are pasted.
import { commandName, shellWord } from './command-name';

describe('a suggested command', () => {
  it.each([
    ['the clone itself', '/home/me/suite', '/home/me/suite', 'npx cpi-conformance'],
    ['a folder of the clone', '/home/me/suite/docs', '/home/me/suite', 'npx cpi-conformance'],
    ['the folder above the clone', '/home/me', '/home/me/suite', 'node suite/cli/start.mjs'],
    ['a folder beside it', '/home/me/other', '/home/me/suite', 'node /home/me/suite/cli/start.mjs'],
    ['the root folder', '/', '/home/my suite', "node 'home/my suite/cli/start.mjs'"],
    ['a project that has it', '/app/src', '/app/node_modules/cpi-conformance', 'npx cpi-conformance'],
    [
      'outside of that project',
      '/elsewhere',
      '/app/node_modules/cpi-conformance',
      'node /app/node_modules/cpi-conformance/cli/start.mjs',
    ],
  ])('in %s is one that finds the package there', (_name, folder, root, command) => {
    expect(commandName(root, folder)).toBe(command);
  });

  it.each([
    ['conformance-report/witnesses/a--b.json', 'conformance-report/witnesses/a--b.json'],
    ['my report/a.json', "'my report/a.json'"],
    ["it's", "'it'\\''s'"],
  ])('quotes %s as %s', (word, quoted) => {
    expect(shellWord(word)).toBe(quoted);
  });
});
