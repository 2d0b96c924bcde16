// A build whose layouts have other names is asked under those: what is mended is right, what is wrong otherwise is not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import { fencesOf, parseBaseline } from '../report/baseline';
import { CHECKS } from './catalogue';
import { fetchSdk } from './fetch';
import { heard } from './hear';
import { fillCell, prepare, type FilledCell } from './run-check';
import { openSpeaker, type Speaker } from './speaker';
import { forgetWrongSdks, rewrittenSdk } from './testing';
import type { Outcome } from './types';
import { openWorld, type World } from './world';

const VERSION = '0.23.3';
const TYPED = ['encode/invoke-cpi', 'codec/invoke-cpi', 'decode/invoke-cpi'];
const BY_LAYOUT = [
  'encode/invoke-cpi-by-layout-names',
  'encode/invoke-cpi-with-read-only',
  'codec/invoke-cpi-by-layout-names',
  'codec/invoke-cpi-with-read-only',
  'codec/read-only-lists',
  'decode/invoke-cpi-by-layout-names',
  'decode/invoke-cpi-with-read-only',
  'decode/read-only-lists',
];

/** The names of the context as the type declarations give them. */
const mended = (source: string): string =>
  source
    .replaceAll('"set_context"', '"setContext"')
    .replaceAll('"first_set_context"', '"firstSetContext"')
    .replaceAll('"cpi_context_account_index"', '"cpiContextAccountIndex"');

/** The fields of the context in the wrong order. */
const swapped = (source: string): string =>
  source.replaceAll(/(\w\.bool\("setContext"\)),(\w\.bool\("firstSetContext"\))/g, '$2,$1');

const toCamel = (text: string): string =>
  text.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Every name of the layout of InvokeCpiWithReadOnly in the other family. */
const readOnlyInCamel = (source: string): string =>
  source.replace(/"newAddressParamsAssignedPacked"[^]*?"read_only_accounts"\)/, (text) =>
    text.replaceAll(/"[a-z]+(?:_[a-z]+)+"/g, toCamel),
  );

let world: World;
let speaker: Speaker;

async function open(rewrite: (source: string) => string): Promise<void> {
  speaker = openSpeaker(rewrittenSdk(await fetchSdk(VERSION), rewrite));
}

async function fill(id: string): Promise<FilledCell> {
  const check = CHECKS.find((one) => one.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  const version = { version: VERSION, speaker, dialect: await heard(VERSION, speaker) };
  return fillCell(prepare(check, world, { seed: 3, runs: 12 }), world, version);
}

const outcomeOf = async (id: string): Promise<Outcome> => (await fill(id)).cell.outcome;

beforeAll(async () => {
  const text = readFileSync(join(projectRoot(), 'baselines', '0.28.3.json'), 'utf8');
  world = await openWorld('0.28.3', fencesOf(parseBaseline(text, '0.28.3.json')));
});
afterAll(() => {
  world.close();
  forgetWrongSdks();
});

describe('A build whose layouts have the names of its types', () => {
  beforeAll(() => open(mended));
  afterAll(() => speaker.close());

  it.each([...TYPED, ...BY_LAYOUT])('is right: %s', async (id) => {
    expect(['same', 'same-effect']).toContain(await outcomeOf(id));
  });
});

describe('A build whose layout has other names in all its parts', () => {
  beforeAll(() => open(readOnlyInCamel));
  afterAll(() => speaker.close());

  it.each(BY_LAYOUT)('is right: %s', async (id) => {
    expect(['same', 'same-effect']).toContain(await outcomeOf(id));
  });
});

describe('A build whose layouts have the names and another order', () => {
  beforeAll(() => open((source) => swapped(mended(source))));
  afterAll(() => speaker.close());

  it.each(['encode/invoke-cpi', 'codec/invoke-cpi', 'codec/read-only-lists', ...BY_LAYOUT.slice(0, 4)])(
    'is wrong: %s',
    async (id) => {
      expect(['rejected', 'differs', 'silently-else']).toContain(await outcomeOf(id));
    },
  );

  it.each([
    ['decode/invoke-cpi', 'what its types say'],
    ['decode/invoke-cpi-by-layout-names', 'what its layout was given'],
    ['decode/read-only-lists', 'what its layout was given'],
  ])('is told of by what it was asked under: %s', async (id, given) => {
    const { cell, ways } = await fill(id);
    expect(cell.outcome).toBe('silently-else');
    expect(ways.map(({ why }) => why)).toEqual([
      `decoded without an error, and compressedCpiContext is not ${given}`,
    ]);
  });
});

it('A layout that cannot read what the program reads has said no names', async () => {
  const silent: Speaker = {
    ask: (snippets) => Promise.resolve(snippets.map(() => ({ kind: 'threw', message: 'too short' }))),
    close: () => undefined,
  };
  const { layoutNames, readOnlyNames } = await heard(VERSION, silent);
  expect([layoutNames, readOnlyNames]).toEqual([[], []]);
});
