// Tests of document drift, on made-up documents: the real ones are not part of this project.
import { DOCUMENTED_ERRORS } from '../../spec/error-table';
import { SECTION_OUTLINE } from '../../spec/outline';
import { sentencesOf } from '../../spec/sentence';
import { documentDrift, hasDrifted, knownOf } from './drift';
import { errorDrift } from './errors';

const headings = SECTION_OUTLINE.filter(({ document }) => document === 'CPI_CONTEXT.md');
const rows = DOCUMENTED_ERRORS.filter(
  ({ code, documents }) => code !== null && documents.includes('CPI_CONTEXT.md'),
).map(({ code, name }) => `| ${code ?? ''} | \`${name}\` | why |`);
const text = [
  ...headings.flatMap(({ section, level }) => [`${'#'.repeat(level)} ${section}`, 'Old.']),
  ...rows,
].join('\n');
const known = { 'CPI_CONTEXT.md': knownOf(text) };
const tableOf = (changed: string): readonly string[] =>
  errorDrift(knownOf(text).errors, sentencesOf(changed)).map(({ sentence }) => sentence);

describe('the error table', () => {
  it('has not drifted where it says what the rules know', () => {
    expect(tableOf(text)).toEqual([]);
  });

  it.each([
    [
      'another name',
      text.replace('CpiContextEmpty', 'CpiContextVoid'),
      /6021 is called CpiContextVoid, .* CpiContextEmpty/,
    ],
    [
      'another number',
      text.replace('| 6021 |', '| 6921 |'),
      /CpiContextEmpty is 6921, the rules know it as 6021/,
    ],
    ['a row less', text.replace(/\| 6021 .*\n/, ''), /6021 CpiContextEmpty is in no error table/],
    ['a row more', `${text}\n| 6999 | \`Brandnew\` | why |`, /6999 Brandnew is new/],
  ])('has drifted with %s', (_name, changed, sentence) => {
    expect(tableOf(changed)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('a row that the list of all codes calls otherwise', () => {
  const contradictionsOf = (changed: string, from: string): readonly string[] =>
    documentDrift('CPI_CONTEXT.md', changed, { 'CPI_CONTEXT.md': knownOf(from) }).contradictions;
  const other = text.replace('CpiContextEmpty', 'CpiContextVoid');

  it('is told as an old contradiction where it has always been there, and as drift alone where it is new', () => {
    expect(contradictionsOf(other, other)).toEqual([
      expect.stringMatching(/6021 CpiContextVoid, elsewhere CpiContextEmpty/),
    ]);
    expect(contradictionsOf(other, text)).toEqual([]);
    expect(tableOf(other)).toHaveLength(1);
  });
});

describe('another way to write the same', () => {
  it.each([
    ['line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['a mark in front', `\uFEFF${text}`],
    ['spaces behind lines', text.replaceAll('\n', '  \n')],
  ])('is no drift: %s', (_, changed) => {
    const told = ({ sentences, errors, ...rest }: ReturnType<typeof documentDrift>): object => ({
      ...rest,
      sentences: sentences.map(({ kind, section, rules }) => ({ kind, section, rules })),
      errors: errors.map(({ rules }) => rules),
    });
    expect(told(documentDrift('CPI_CONTEXT.md', changed, known))).toEqual(
      told(documentDrift('CPI_CONTEXT.md', text, known)),
    );
    expect(tableOf(changed)).toEqual([]);
  });
});

describe('the sentences', () => {
  it('that rules cite are missed where they are not there, each with the rules that rest on it', () => {
    const drift = documentDrift('CPI_CONTEXT.md', text, known);
    expect(hasDrifted(drift)).toBe(true);
    expect(drift.cited).toBeGreaterThan(20);
    expect(drift.sentences).toHaveLength(drift.cited);
    expect(drift.sentences.every(({ kind, rules }) => kind === 'changed' && rules.length > 0)).toBe(true);
    expect(drift.sentences.flatMap(({ rules }) => rules)).toContain('validation/fee-payer-on-set');
  });

  it('that are new in the section of a lost one are named, and others are only to be read', () => {
    const section = '1. Fee Payer Consistency';
    const changed = text.replace(`### ${section}\nOld.`, `### ${section}\nNew.`);
    const drift = documentDrift('CPI_CONTEXT.md', changed, known);
    const own = drift.sentences.filter((one) => one.section === section);
    expect(own.length).toBeGreaterThan(0);
    for (const { fresh } of own) expect(fresh.map((one) => one.text)).toEqual(['New.']);
    expect(drift.unread).toEqual([]);
  });

  it('cannot stand under a heading that is gone, and a new heading is named', () => {
    const drift = documentDrift(
      'CPI_CONTEXT.md',
      text.replace('1. Fee Payer Consistency', '1. Payers'),
      known,
    );
    expect(drift.goneSections).toEqual(['1. Fee Payer Consistency']);
    expect(drift.newSections).toEqual(['1. Payers']);
    expect(drift.sentences.map(({ kind }) => kind)).toContain('no-section');
  });
});
