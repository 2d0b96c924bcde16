// The tester tested: a version of the SDK that is wrong in one export is caught by the check that is about it.
import { CHECKS } from './catalogue';
import { WRONG, wrongKey } from './checks/testing';
import { dialectOf } from './dialect';
import { fetchSdk } from './fetch';
import { fillCell, prepare } from './run-check';
import { openSpeaker, type Speaker } from './speaker';
import { forgetWrongSdks, openWrongSpeakers, wrongSdk, type WrongSpeakers } from './testing';
import type { Cell, Outcome } from './types';
import { openWorld, type World } from './world';
import { fencesOf, parseBaseline } from '../report/baseline';
import { traitsOf } from '../spec/versions';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import { fetchRelease } from '../programs/fetch';

const NEWEST = '0.23.3';
/** Why the newest version is not asked about the default of the versions before it. */
const OTHER_TREES = 'it is of the versions for the other trees';
/** The newest version is known to be wrong here: that it is caught needs no other proof. */
const KNOWN_WRONG: readonly string[] = [
  'encode/invoke-cpi',
  'encode/invoke-cpi-with-account-info',
  'description/invoke-cpi-with-read-only',
  'codec/invoke',
  'codec/invoke-cpi',
  'decode/invoke-cpi',
  'event/execution',
  'errors/complete',
  'limit/u64-negative',
  'fee/address-network-v2',
  'hash/account',
  'accounts/same-key-twice',
  'hash/public-inputs-combined',
  'hash/field-element-replacement',
  'event/sequence-numbers',
  'tree/root-history-v1',
];

/** What the process with the wrong versions plays as a control. */
const NOTHING = 'nothing';

let entry: string;
let world: World;
/** Of the version whose proofs can be made. */
let provable: World;
let real: Speaker;
let wrong: WrongSpeakers;

beforeAll(async () => {
  entry = await fetchSdk(NEWEST);
  real = openSpeaker(entry);
  wrong = openWrongSpeakers(entry, { ...WRONG, [NOTHING]: {} });
  const text = readFileSync(join(projectRoot(), 'baselines', '0.28.3.json'), 'utf8');
  world = await openWorld('0.28.3', fencesOf(parseBaseline(text, '0.28.3.json')));
  await fetchRelease('0.27.0');
  provable = await openWorld('0.27.0', new Set(traitsOf('0.27.0')));
});

afterAll(() => {
  real.close();
  wrong.close();
  world.close();
  provable.close();
  forgetWrongSdks();
});

const cellFor = async (id: string, speaker: Speaker): Promise<Cell> => {
  const check = CHECKS.find((one) => one.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  const of = /^encode\/with-proof$|^fee\/address-/.test(id) ? provable : world;
  const prepared = prepare(check, of, { seed: 5, runs: 24 });
  return (await fillCell(prepared, of, { version: NEWEST, speaker, dialect: dialectOf(NEWEST) })).cell;
};

const outcomeOfWrong = async (
  id: string,
  overrides: Readonly<Record<string, string>>,
  patience?: number,
): Promise<Outcome> => {
  const speaker = openSpeaker(wrongSdk(entry, overrides), patience);
  try {
    return (await cellFor(id, speaker)).outcome;
  } finally {
    speaker.close();
  }
};

describe('a version of the SDK', () => {
  it('has a wrong brother for every check', () => {
    const shown = new Set([...Object.keys(WRONG), ...KNOWN_WRONG]);
    const own = CHECKS.filter((check) => check.skips?.(dialectOf(NEWEST), '0.27.0') !== OTHER_TREES);
    expect([...shown].toSorted()).toEqual(own.map(({ id }) => id).toSorted());
  });

  test.each(Object.keys(WRONG))('is caught where it is wrong: %s', async (id) => {
    if (!KNOWN_WRONG.includes(id))
      expect(['same', 'same-effect']).toContain((await cellFor(id, real)).outcome);
    expect(['rejected', 'differs', 'silently-else']).toContain(
      (await cellFor(id, wrong.wrongAbout(id))).outcome,
    );
  });

  test.each(['encode/invoke', 'build/compress', 'hash/base58'])(
    'is not caught behind the wrong ones where it is right: %s',
    async (id) => {
      expect(['same', 'same-effect']).toContain((await cellFor(id, wrong.wrongAbout(NOTHING))).outcome);
    },
  );

  test.each(KNOWN_WRONG)('is caught as it is: %s', async (id) => {
    expect(['same', 'same-effect']).not.toContain((await cellFor(id, real)).outcome);
  });

  it('that means another owner is not merely other bytes', async () => {
    const other = `{ ...one.compressedAccount, owner: ${wrongKey} }`;
    const outputs = `data.outputCompressedAccounts.map((one) => ({ ...one, compressedAccount: ${other} }))`;
    const encode = `(data) => real.encodeInstructionDataInvoke({ ...data, outputCompressedAccounts: ${outputs} })`;
    const outcome = await outcomeOfWrong('encode/invoke', { encodeInstructionDataInvoke: encode });
    expect(outcome).toBe('silently-else');
  });

  it('that hangs or crashes harms nothing', async () => {
    const id = 'address/system-program';
    const hanging = { LightSystemProgram: '(() => { for (;;); })()' };
    expect(await outcomeOfWrong(id, hanging, 300)).toBe('broken');
    expect(await outcomeOfWrong(id, { LightSystemProgram: 'process.exit(7)' })).toBe('broken');
  });

  it('that lacks an export cannot say what it is for', async () => {
    const without = { INVOKE_DISCRIMINATOR: 'undefined' };
    expect(await outcomeOfWrong('discriminator/Invoke', without)).toBe('inexpressible');
  });
});
