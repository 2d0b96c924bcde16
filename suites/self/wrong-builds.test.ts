// Builds of the published program with a few bytes changed, which once conformed, are caught.
import { loadRelease } from '../../programs/load';
import type { VerdictKind } from '../../spec/verdict';
import { openRunner } from './open-runner';
import { casesOf, OFTEN } from './overlooking';

const CASES = 60;

/** Bytes at an offset of the file. */
type Patch = readonly [offset: number, hex: string];
type Row = readonly [does: string, rule: string, verdict: VerdictKind, patches: readonly Patch[]];

const INITIALISES: readonly Patch[] = [
  [0x1df10, '0500e9dc00000000'],
  [0xc660, '717101000000000055013d230000000079715800000000000500132300000000'],
];
const MIGRATES: readonly Patch[] = [
  [0x1ed10, '05002ddb00000000'],
  [0xc680, '71910100000000005501d4240000000079915800000000000500cf2400000000'],
];
const LEAVES_THE_REST: readonly Patch[] = [[0x1ee90, 'b703000000100000']];

const BUILDS: readonly Row[] = [
  [
    'initialises a context that signs, whatever it is',
    'initialization/context-uninitialised',
    'missing-error',
    INITIALISES,
  ],
  ['migrates a context that signs, whatever it is', 're-initialization/version-1', 'missing-error', MIGRATES],
  [
    'leaves what lies behind the first 4,096 bytes of a context that it migrates',
    're-initialization/zeroed',
    'wrong-effect',
    LEAVES_THE_REST,
  ],
];

const built = (patches: readonly Patch[]): Buffer => {
  const file = Buffer.from(loadRelease('0.28.3').systemProgram);
  for (const [offset, hex] of patches) file.write(hex, offset, 'hex');
  return file;
};

const counted = async (systemProgram: Buffer, id: string, verdict: VerdictKind): Promise<number> => {
  const backend = await openRunner({ systemProgram });
  try {
    return await casesOf(backend, { id, verdict, cases: CASES });
  } finally {
    backend.close();
  }
};

describe('A build that', () => {
  test.each(BUILDS)('%s is caught', async (_does, rule, verdict, patches) => {
    expect(await counted(built([]), rule, verdict)).toBe(0);
    expect(await counted(built(patches), rule, verdict)).toBeGreaterThanOrEqual(OFTEN);
  });
});
