// Tests of the command line itself: exit codes and one sentence for every kind of wrong use.
import { main } from './main';

type Said = { readonly code: number; readonly out: string; readonly err: string };

async function call(...argv: readonly string[]): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const to =
    (list: string[]) =>
    (text: string | Uint8Array): boolean =>
      list.push(String(text)) > 0;
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(to(out)),
    jest.spyOn(process.stderr, 'write').mockImplementation(to(err)),
  ];
  const code = await main(argv);
  spies.forEach((spy) => spy.mockRestore());
  return { code, out: out.join(''), err: err.join('') };
}

const SENTENCE = /^[^\n]+\n$/;

describe('the command line', () => {
  it('lists rules, documents and help with exit code 0', async () => {
    expect(await call('list')).toMatchObject({ code: 0, err: '' });
    const { code, out } = await call('list', '--documents');
    expect(code).toBe(0);
    expect(out).toContain('not checked');
    expect((await call('--help')).code).toBe(0);
    expect((await call('--version')).code).toBe(0);
  });

  it('explains a rule, a code, and an error without a code', async () => {
    expect((await call('explain', '6002')).out).toContain('CpiSignerCheckFailed');
    expect((await call('explain', 'NotEnoughAccountKeys')).out).toContain('fewer than 11 accounts');
    expect((await call('explain', 'limits/inputs')).out).toContain('limits/inputs');
  });

  it.each([
    ['an unknown command', ['rnu']],
    ['an unknown option', ['run', '--nonsense']],
    ['a missing argument', ['explain']],
  ])('answers %s with exit code 2', async (_name, argv) => {
    expect((await call(...argv)).code).toBe(2);
  });

  it.each([
    ['an unknown rule', ['run', '--rule', 'limits/input'], /did you mean .*limits\/inputs/],
    ['an unknown area', ['run', '--area', 'limit'], /did you mean limits\?/],
    ['an unknown version', ['run', '--program-version', '9.9.9'], /9\.9\.9.*0\.28\.3/],
    ['a missing program', ['run', '--system-program', 'none.so'], /none\.so does not exist/],
    ['a number that is none', ['run', '--runs', 'many'], /--runs must be a whole number/],
    ['an unknown explanation', ['explain', '60002'], /did you mean .*6002/],
    ['a file that is not there', ['replay', 'nowhere.json'], /There is no file or folder/],
  ])('answers %s with one sentence and exit code 2', async (_name, argv, sentence) => {
    const { code, err } = await call(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(SENTENCE);
    expect(err).toMatch(sentence);
  });
});
