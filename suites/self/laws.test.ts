// The laws are complete and never vacuous: each has roads that differ, that the documents allow, and sentences it rests on.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LAWS_WITH_ROADS, roadsOf } from '../../generators/laws';
import type { Generated } from '../../generators/breaking';
import { predictTransaction } from '../../model/predict';
import { worldBefore } from '../../model/world';
import { projectRoot } from '../../programs/root';
import { diffPlans } from '../../report/diff';
import { FENCES } from '../../spec/fences';
import type { Law } from '../../spec/law';
import { LAWS } from '../../spec/laws';
import { SECTION_OUTLINE } from '../../spec/outline';
import type { Plan } from '../../spec/plan';
import { RULES } from '../../spec/rules';
import { sentencesOf } from '../../spec/sentence';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const SAMPLE = 100;
/** In every hundred cases: a law whose roads are often the same plan shows nothing. */
const DIFFERENT = 99;
const DOCUMENTS = join(projectRoot(), '..', 'shared', 'documents');

const sample = (law: Law, fences: ReadonlySet<string> = ALL_FENCES): readonly Generated[] =>
  fc.sample(roadsOf(law.id, fences), { seed: 5, numRuns: SAMPLE });

const differs = ({ plan, twin }: Generated): boolean => twin !== null && diffPlans(twin, plan).length > 0;
const shareOf = (law: Law, cases: readonly Generated[]): number =>
  cases.filter((generated) => law.slot !== undefined || differs(generated)).length;

describe('The laws', () => {
  it('have ids of their own, and roads', () => {
    const ids = LAWS.map(({ id }) => id);
    expect(new Set([...ids, ...RULES.map(({ id }) => id)]).size).toBe(LAWS.length + RULES.length);
    expect([...LAWS_WITH_ROADS].sort()).toEqual([...ids].sort());
  });

  it('cite sections that the outline has', () => {
    const known = new Set(SECTION_OUTLINE.map(({ document, section }) => `${document}, ${section}`));
    const cited = LAWS.flatMap(({ sources }) => sources.map((s) => `${s.document}, ${s.section}`));
    expect(cited.filter((place) => !known.has(place))).toEqual([]);
  });
});

const describeIf = existsSync(DOCUMENTS) ? describe : undefined;
describeIf?.('The documents beside the project', () => {
  it('hold every sentence that a law rests on', () => {
    const lines = new Map(
      [...new Set(LAWS.flatMap(({ sources }) => sources.map(({ document }) => document)))]
        .filter((name) => existsSync(join(DOCUMENTS, name)))
        .map((name) => [name, sentencesOf(readFileSync(join(DOCUMENTS, name), 'utf8'))]),
    );
    expect([...lines.keys()]).toEqual(expect.arrayContaining(['INVOKE_CPI.md', 'CPI_CONTEXT.md']));
    const missing = LAWS.flatMap(({ id, sources }) =>
      sources
        .filter(
          ({ document, section, sentence }) =>
            lines.has(document) &&
            lines.get(document)?.some((line) => line.section === section && line.hash === sentence) !== true,
        )
        .map(({ section }) => `${id}: ${section}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('The roads of a law', () => {
  test.each(LAWS.map((law) => [law.id, law] as const))('differ for %s', (_id, law) => {
    expect(shareOf(law, sample(law))).toBeGreaterThanOrEqual(DIFFERENT);
    expect(shareOf(law, sample(law, new Set()))).toBeGreaterThanOrEqual(DIFFERENT);
  });

  it('are not taken for different when they are the same plan', () => {
    const [law] = LAWS;
    if (law === undefined) throw new Error('no law');
    const identical = sample(law).map(({ plan }) => ({ plan, twin: plan, fenced: [] }));
    expect(shareOf(law, identical)).toBe(0);
  });

  /** How the documents take each transaction, following acceptance wherever they allow it. */
  const acceptable = (plan: Plan): readonly boolean[] => {
    let world = worldBefore(plan);
    return plan.transactions.map((transaction) => {
      const { prediction, worlds } = predictTransaction(world, transaction);
      if (prediction.kind === 'unspecified') return false;
      const at = prediction.alternatives.findIndex(({ kind }) => kind === 'accepted');
      world = worlds[at] ?? world;
      return at >= 0;
    });
  };

  const accepting = LAWS.filter(({ needs }) => needs === 'accepted');
  test.each(accepting.map((law) => [law.id, law] as const))(
    'are accepted by the documents for %s',
    (_id, law) => {
      for (const { plan, twin } of sample(law)) {
        for (const road of twin === null ? [plan] : [plan, twin]) {
          const taken = acceptable(road);
          const mustBe = law.probes === true ? taken.slice(0, -1) : taken;
          expect(mustBe).not.toContain(false);
        }
      }
    },
  );

  it('spend inputs, move SOL, write by several programs and execute', () => {
    const texts = (id: string): readonly string[] =>
      fc
        .sample(roadsOf(id, ALL_FENCES), { seed: 5, numRuns: SAMPLE })
        .map(({ plan }) => JSON.stringify(plan, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)));
    const count = (all: readonly string[], part: RegExp): number => all.filter((t) => part.test(t)).length;
    const split = texts('laws/direct-or-split');
    expect(count(split, /"proveByIndex":true/)).toBeGreaterThan(30);
    expect(count(split, /"isCompress":true/)).toBeGreaterThan(15);
    expect(count(split, /"decompression|"wallet:[01]","signer":false,"writable":true/)).toBeGreaterThan(5);
    expect(count(split, /"set":true/)).toBeGreaterThan(50);
    const past = texts('laws/forgotten-past');
    expect(count(past, /"accounts":\[\{"key":"context:\d","feePayer"/)).toBeGreaterThan(20);
  });
});
