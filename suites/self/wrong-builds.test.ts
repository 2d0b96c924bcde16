// Builds of the published program with a few bytes changed, which once conformed, are caught.
import { redIn, type Bytes } from './changed-bytes';
import { OFTEN } from './overlooking';

type Row = readonly [does: string, rule: string, bytes: Bytes];

const INITIALISES: Bytes = {
  0x1df10: '0500e9dc00000000',
  0xc660: '717101000000000055013d230000000079715800000000000500132300000000',
};
const MIGRATES: Bytes = {
  0x1ed10: '05002ddb00000000',
  0xc680: '71910100000000005501d4240000000079915800000000000500cf2400000000',
};
const LEAVES_THE_REST: Bytes = { 0x1ee90: 'b703000000100000' };

const BUILDS: readonly Row[] = [
  ['initialises a context that signs, whatever it is', 'initialization/context-uninitialised', INITIALISES],
  ['migrates a context that signs, whatever it is', 're-initialization/version-1', MIGRATES],
  [
    'leaves what lies behind the first 4,096 bytes of a context that it migrates',
    're-initialization/zeroed',
    LEAVES_THE_REST,
  ],
];

describe('A build that', () => {
  test.each(BUILDS)('%s is caught', async (_does, rule, bytes) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
    expect(await redIn(rule, 'systemProgram', bytes, { enough: OFTEN })).toBeGreaterThanOrEqual(OFTEN);
  });
});
