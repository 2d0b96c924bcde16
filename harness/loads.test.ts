// Tests that a program which a runtime does not load is bad input, and that one which refuses every call is not.
import { InputError } from '../programs/errors';
import { loadCaller } from '../programs/caller/load';
import { loadListener } from '../programs/listener/load';
import { loadRelease } from '../programs/load';
import { RUNTIMES } from '../spec/runtime';
import { openBackend, type Backend } from './backend';

const { systemProgram, accountCompression, fixtures } = loadRelease('0.28.3');
const TEXT = 0x120; // behind the headers

/** The program with its code made of bytes that are no instructions. */
const damaged = Buffer.from(systemProgram).fill(0xff, TEXT, TEXT + 400_000);

const open = (elf: Buffer, runtime: (typeof RUNTIMES)[number]): Promise<Backend> =>
  openBackend({
    programs: { systemProgram: elf, accountCompression, caller: loadCaller() },
    fixtures,
    runtime,
    ownBuilds: true,
  });

describe.each(RUNTIMES)('on %s', (runtime) => {
  it('a program whose code is damaged is refused in one sentence', async () => {
    const opening = open(damaged, runtime);
    await expect(opening).rejects.toThrow(
      /^The runtime refuses to load the given program[^\n]*: build or copy it again\.$/,
    );
    await expect(opening).rejects.toBeInstanceOf(InputError);
  });

  it.each([
    ['the published one', () => systemProgram],
    ['another program in its place', () => loadListener()],
  ])('%s is taken', async (_, elf) => {
    (await open(elf(), runtime)).close();
  });
});
