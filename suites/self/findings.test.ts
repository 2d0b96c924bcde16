// docs/findings.md and the baselines say the same: every listed rule has its paragraph, and no paragraph is without one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from '../../harness/backend';
import { DOCUMENTS } from '../../model/options';
import { projectRoot } from '../../programs/root';
import { readManifest } from '../../programs/release-manifest';
import { parseBaseline } from '../../report/baseline';
import { parseWitness } from '../../report/witness';
import type { Baseline } from '../../spec/result';
import { runCase } from '../run-case';
import { openRunner } from './open-runner';

const ROOT = projectRoot();
const TEXT = readFileSync(join(ROOT, 'docs', 'findings.md'), 'utf8');

const BASELINES: readonly Baseline[] = readdirSync(join(ROOT, 'baselines'))
  .filter((name) => /^\d.*\.json$/.test(name))
  .map((name) => parseBaseline(readFileSync(join(ROOT, 'baselines', name), 'utf8'), name));

/** The version that the findings are about; of the others they explain what it does not do. */
const isMain = ({ programVersion }: Baseline): boolean => programVersion === readManifest().default;

type Paragraph = {
  readonly heading: string;
  /** Rules by version: the lines `Rules on <version>: ...`. */
  readonly rules: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly string[];
};

const RULES_LINE = /^Rules on (\S+): (.*)$/gm;
const FILE = /\b(?:baselines|docs\/witnesses)\/[^\s`<]+\/[^\s`<]+\.json/g;

const paragraphs = (text: string): readonly Paragraph[] =>
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      heading: section.split('\n')[0] ?? '',
      rules: new Map(
        [...section.matchAll(RULES_LINE)].map(([, version = '', list = '']) => [
          version,
          [...list.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id),
        ]),
      ),
      files: [...section.matchAll(FILE)].map(([file]) => file),
    }));

const rulesOn = (all: readonly Paragraph[], version: string): readonly string[] =>
  all.flatMap(({ rules }) => rules.get(version) ?? []).toSorted();

const listedRules = ({ deviations }: Pick<Baseline, 'deviations'>): readonly string[] =>
  [...new Set(deviations.map(({ rule }) => rule))].toSorted();

/** Rules to be named for a version: all of the newest, of another those that the newest one's baseline does not list. */
const rulesToName = (baseline: Baseline): readonly string[] => {
  if (isMain(baseline)) return listedRules(baseline);
  const main = new Set(BASELINES.filter(isMain).flatMap(listedRules));
  return listedRules(baseline).filter((rule) => !main.has(rule));
};

/** Rules that have witnesses, of which their paragraph names none. */
const unwitnessed = (
  all: readonly Paragraph[],
  { deviations, programVersion }: Baseline,
): readonly string[] =>
  listedRules({ deviations }).filter((rule) => {
    const files = deviations.flatMap((entry) => (entry.rule === rule ? (entry.witness ?? []) : []));
    const own = all.find(({ rules }) => rules.get(programVersion)?.includes(rule) === true);
    return files.length > 0 && !files.some((file) => own?.files.includes(`baselines/${file}`) === true);
  });

const strangers = (all: readonly Paragraph[], baselines: readonly Baseline[]): readonly string[] => {
  const versions = new Set(baselines.map(({ programVersion }) => programVersion));
  return all.flatMap(({ rules }) => [...rules.keys()]).filter((version) => !versions.has(version));
};

describe('The findings', () => {
  const told = paragraphs(TEXT);

  test.each(BASELINES.map((baseline) => [baseline.programVersion, baseline] as const))(
    'name each rule of the baseline of %s once, and no other, with a witness on the newest',
    (version, baseline) => {
      expect(rulesOn(told, version)).toEqual(rulesToName(baseline));
      if (isMain(baseline)) expect(unwitnessed(told, baseline)).toEqual([]);
    },
  );

  it('speak of versions that have a baseline, and of rules in every paragraph', () => {
    expect(strangers(told, BASELINES)).toEqual([]);
    expect(told.filter(({ rules }) => rules.size === 0).map(({ heading }) => heading)).toEqual([]);
  });

  it('name witness files that exist, listed in a baseline or made by hand', () => {
    const listed = new Set(
      BASELINES.flatMap(({ deviations }) => deviations.map(({ witness }) => `baselines/${witness ?? ''}`)),
    );
    const named = told.flatMap(({ files }) => files);
    expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(named.filter((file) => file.startsWith('baselines/') && !listed.has(file))).toEqual([]);
  });

  it('are missed, doubled or invented in a way that shows', () => {
    const baseline = BASELINES.find(isMain);
    if (baseline === undefined) throw new Error('There is no baseline.');
    const version = baseline.programVersion;
    const [rule = ''] = listedRules(baseline);
    const changed = (change: (text: string) => string): readonly string[] =>
      rulesOn(paragraphs(change(TEXT)), version);
    expect(changed((text) => text.replace(`\`${rule}\``, ''))).not.toEqual(listedRules(baseline));
    expect(changed((text) => `${text}\n## Again\n\nRules on ${version}: \`${rule}\`\n`)).toHaveLength(
      listedRules(baseline).length + 1,
    );
    expect(strangers(paragraphs('## New\n\nRules on 0.0.0: `a/b`\n'), BASELINES)).toEqual(['0.0.0']);
    expect(unwitnessed(paragraphs(TEXT.replaceAll('baselines/', 'elsewhere/')), baseline)).not.toEqual([]);
  });
});

describe('The witnesses made by hand', () => {
  const folder = join(ROOT, 'docs', 'witnesses', '0.28.3');
  const names = readdirSync(folder);
  let runner: Backend;
  beforeAll(async () => {
    runner = await openRunner();
  });
  afterAll(() => {
    runner.close();
  });

  test.each(names)('%s is named by a finding and does what it records', async (name) => {
    expect(TEXT).toContain(`docs/witnesses/0.28.3/${name}`);
    const { plan, twin, rule, verdict, expected, observed } = parseWitness(
      readFileSync(join(folder, name), 'utf8'),
      name,
    );
    const model = { ...DOCUMENTS, facts: runner.facts, leaves: true, asked: rule };
    const outcome = await runCase(runner, { plan, twin }, { model });
    expect(outcome.verdict).toMatchObject({ kind: verdict, expected, observed });
  });
});
