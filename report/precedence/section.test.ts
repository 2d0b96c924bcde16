// Tests of the section: attribution, on what a pair depends, contradictions, and how all of it reads.
import { parseReport, writeReport } from '../report';
import { plain } from '../terminal/paint';
import { precedenceText } from '../terminal/precedence-table';
import { orderLines } from '../terminal/order-text';
import { reportOf } from '../testing/reports';
import { PROGRAMS } from '../testing/samples';
import { pairOf, sighting } from '../testing/pairs';
import type { PairResult } from '../../spec/precedence';
import { precedenceOutcome, withPrecedence, type PrecedenceInput, type PrecedenceOutcome } from './outcome';
import { parsePairWitness } from './witness';

const outcomeOf = (
  results: readonly PairResult[],
  change: Partial<PrecedenceInput> = {},
): Promise<PrecedenceOutcome> =>
  precedenceOutcome({
    results,
    programs: PROGRAMS,
    faults: [],
    frozen: null,
    baseline: null,
    seed: 1,
    asked: 8,
    isPart: false,
    ownBuild: false,
    ...change,
  });

const outcomes = (first: string, second: string, both: string) => ({
  outcomes: {
    first: `light-system:${first}`,
    second: `light-system:${second}`,
    both: `light-system:${both}`,
  },
});
const OWNER = 'signer-checks/input-owner';
const OUTPUTS = 'limits/outputs';
const AGAINST = pairOf(
  OWNER,
  OUTPUTS,
  sighting('second', { ...outcomes('6001', '6051', '6051'), mayWin: { first: true, second: false } }),
  sighting('first', outcomes('6001', '15001', '6001')),
);

describe('the section', () => {
  it('gives a third error to the only rule that was seen to raise it', async () => {
    const pair = pairOf('a', 'b', sighting('neither', outcomes('1', '2', '3')));
    const other = pairOf('a', 'c', sighting('first', outcomes('3', '4', '3')));
    const { section } = await outcomeOf([pair, other]);
    expect(section.pairs.map(({ relation }) => relation)).toEqual(['first', 'first']);
  });

  it('leaves a third error with nobody where both rules or none were seen to raise it', async () => {
    const pair = pairOf('a', 'b', sighting('neither', outcomes('1', '2', '3')));
    const also = [
      pairOf('a', 'c', sighting('first', outcomes('3', '4', '3'))),
      pairOf('b', 'c', sighting('first', outcomes('3', '4', '3'))),
    ];
    expect((await outcomeOf([pair])).section.pairs[0]?.relation).toBe('neither');
    expect((await outcomeOf([pair, ...also])).section.pairs[0]?.relation).toBe('neither');
  });

  it('puts a case aside in which an edit away from home raises what its rule never raises', async () => {
    const strange = sighting('first', { ...outcomes('9', '2', '9'), guest: 'first', scenario: 'set' });
    const { section } = await outcomeOf([pairOf('a', 'b', strange), pairOf('a', 'c', sighting('first'))]);
    expect(section.pairs).toHaveLength(1);
    expect(section.uncombined[0]?.reason).toBe('raises something else than where its edit is at home');
  });

  it('looks at cases in which a known deviation may have raised the error only where there are no others', async () => {
    const unclean = sighting('second', { isClean: false, scenario: 'set' });
    const { section } = await outcomeOf([
      pairOf('a', 'b', sighting('first'), unclean),
      pairOf('a', 'c', unclean),
    ]);
    expect(section.pairs.map(({ relation }) => relation)).toEqual(['first', 'second']);
  });

  it('says on what it depends: the kind of scenario, or what is raised alone', async () => {
    const byKind = pairOf('a', 'b', sighting('first'), sighting('second', { scenario: 'set' }));
    const { section } = await outcomeOf([byKind, AGAINST]);
    expect(section.pairs.map(({ dependsOn }) => dependsOn)).toEqual([
      'Depends on the kind of scenario: a wins (direct); b wins (set).',
      `Depends on what ${OUTPUTS} raises alone: ${OWNER} wins (light-system:15001); ${OUTPUTS} wins (light-system:6051).`,
    ]);
  });

  it('counts pairs whose errors are the same, and says why others cannot be combined', async () => {
    const undone = { ...pairOf('a', 'c'), unusable: { 'the second change undoes the first': 5 } };
    const { section } = await outcomeOf([
      pairOf('a', 'b', sighting('same')),
      undone,
      { ...pairOf('b', 'c'), ways: 0 },
    ]);
    expect(section.pairs[0]?.relation).toBe('same');
    expect(section.uncombined.map(({ reason }) => reason)).toEqual([
      'the second change undoes the first',
      'no scenario in which both can be broken',
    ]);
  });

  it('marks a winner that a document orders behind the loser, with the headings and a witness', async () => {
    const { section, files, gate } = await outcomeOf([AGAINST]);
    const [contradiction] = section.contradictions;
    expect(contradiction).toMatchObject({ winner: OUTPUTS, loser: OWNER, count: 4, cases: 8 });
    expect(contradiction?.states).toContain('Step 3: CPI Signer Checks, part 2');
    const text = files.get(contradiction?.witness ?? '') ?? '';
    expect(parsePairWitness(text, 'x')).toMatchObject({ first: OWNER, second: OUTPUTS, winner: 'second' });
    expect(gate.exitCode).toBe(1);
  });

  it('is vacuous without any pair, and says so', async () => {
    const { gate } = await outcomeOf([{ ...pairOf('a', 'b'), unusable: { 'the valid plan is refused': 8 } }]);
    expect(gate).toMatchObject({ exitCode: 4, problems: [{ kind: 'vacuous' }] });
  });

  it('says that a frozen file is of another program', async () => {
    const { frozen } = await outcomeOf([AGAINST]);
    const other = { ...frozen, systemProgram: 'f'.repeat(64) };
    expect((await outcomeOf([AGAINST], { frozen: other })).gate.exitCode).toBe(5);
    expect((await outcomeOf([AGAINST], { frozen: other, ownBuild: true })).gate.exitCode).toBe(0);
  });

  it('reads as layers, contradictions and dependencies, in the terminal and in its files', async () => {
    const { section, files } = await outcomeOf([pairOf('a', 'b', sighting('first')), AGAINST]);
    const text = precedenceText(section, plain);
    for (const part of ['1  a (1)', '2  b (2)', `${OUTPUTS} wins over ${OWNER} (6051, 4 of 8 cases)`])
      expect(text).toContain(part);
    expect(
      Math.max(
        ...text
          .split('\n')
          .filter((l) => !l.includes('witness'))
          .map((l) => l.length),
      ),
    ).toBeLessThanOrEqual(100);
    expect(files.get('precedence.md')).toContain('| `a` | 1 | `b` | 2 | `a` | 4 |');
    expect(files.get('precedence.dot')).toContain('b0_0 -> b1_0;');
    expect(files.get('precedence.svg')).toMatch(/<svg[\s\S]*<\/svg>/);
  });

  it('says that a circle is no order', async () => {
    const circle = [
      pairOf('a', 'b', sighting('first')),
      pairOf('b', 'c', sighting('first')),
      pairOf('a', 'c', sighting('second')),
    ];
    const { section } = await outcomeOf(circle);
    expect(precedenceText(section, plain)).toContain('No order: a wins over b wins over c wins over a.');
  });

  it('fits into report.json, whose gate then counts its problems', async () => {
    const outcome = await outcomeOf([AGAINST]);
    const report = withPrecedence(reportOf({ rules: [], results: [] }), outcome);
    expect(parseReport(writeReport(report), 'x').precedence).toEqual(outcome.section);
    expect(report.gate.problems.map(({ kind }) => kind)).toContain('unlisted-deviation');
  });

  it('has the same bytes whenever it is made', async () => {
    const [one, other] = [await outcomeOf([AGAINST]), await outcomeOf([AGAINST])];
    expect([...one.files]).toEqual([...other.files]);
  });
});

describe('explain', () => {
  it('says what a rule wins over and loses to', async () => {
    const { frozen } = await outcomeOf([
      pairOf('a', 'b', sighting('first')),
      pairOf('a', 'c', sighting('second')),
    ]);
    expect(orderLines('a', frozen).join('\n')).toMatch(/wins over +1: b\n +loses to +1: c/);
    expect(orderLines('b', frozen).join('\n')).toContain('loses to');
    expect(orderLines('z', frozen)).toEqual([]);
  });
});
