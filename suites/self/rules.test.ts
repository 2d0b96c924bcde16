// The rules are complete: each has a check, an edit and a source that exists; no section and no error row is left out.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRIES } from '../../generators/codes/tries';
import { EDITS } from '../../generators/edits';
import { ATTEMPT_CHECKS } from '../../model/attempts';
import { CHECKS } from '../../model/checks';
import { INITIALIZE_CHECKS } from '../../model/initialize/checks';
import { REINITIALIZE_CHECKS } from '../../model/reinitialize/checks';
import { projectRoot } from '../../programs/root';
import { TRIALS } from '../../spec/attempts';
import { DOCUMENTED_ERRORS } from '../../spec/error-table';
import { DOCUMENT_SECTIONS } from '../../spec/documents';
import { EVERY_FENCE } from '../../spec/fences';
import { SECTION_OUTLINE } from '../../spec/outline';
import type { DocumentName } from '../../spec/rule';
import { RULES } from '../../spec/rules';
import { sentencesOf } from '../../spec/sentence';

const IDS = RULES.map((rule) => rule.id);
/** A folder with the documents, by these names; any of them may be missing. */
const DOCUMENTS = process.env.CONFORM_DOCUMENTS ?? join(projectRoot(), '..', 'shared', 'documents');

/** Of a call graph the model follows every step instead (model/calls/): generators.test.ts sees that each rule is met. */
describe('The rules', () => {
  it('have ids of their own', () => {
    expect(new Set(IDS).size).toBe(IDS.length);
  });

  it('each have a check in the model, and no check is without a rule', () => {
    const checked = [
      ...Object.keys({ ...CHECKS, ...INITIALIZE_CHECKS, ...REINITIALIZE_CHECKS }),
      ...ATTEMPT_CHECKS.keys(),
    ];
    const asked = RULES.filter(({ area }) => area !== 'cpi-guide').map(({ id }) => id);
    expect(checked.sort()).toEqual(asked.sort());
  });

  it('are each exercised by an edit, and no edit or fence names an unknown rule', () => {
    const attempted = TRIALS.filter(({ name }) => TRIES[name] !== undefined).map(({ id }) => id);
    expect(IDS.filter((id) => !attempted.includes(id) && !EDITS.some((edit) => edit.rule === id))).toEqual(
      [],
    );
    expect([...EDITS, ...EVERY_FENCE].filter(({ rule }) => !IDS.includes(rule))).toEqual([]);
  });

  it('have a source if they are documented, and none if they were only observed', () => {
    const wrong = RULES.filter(
      ({ provenance, sources }) => (provenance === 'documented') !== sources.length > 0,
    );
    expect(wrong).toEqual([]);
  });

  it('cite sections that the outline has', () => {
    const known = new Set(SECTION_OUTLINE.map(({ document, section }) => `${document}, ${section}`));
    const cited = RULES.flatMap((rule) =>
      rule.sources.map(({ document, section }) => `${document}, ${section}`),
    );
    expect(cited.filter((place) => !known.has(place))).toEqual([]);
  });

  it('leave no section without a rule or a reason', () => {
    const bare = DOCUMENT_SECTIONS.filter(
      ({ rules, unchecked }) => rules.length === 0 && unchecked.length === 0,
    );
    expect(bare.map(({ document, section }) => `${document}, ${section}`)).toEqual([]);
  });

  it('stand for every row of the error tables', () => {
    expect(DOCUMENTED_ERRORS.filter(({ rules }) => rules.length === 0)).toEqual([]);
    expect(DOCUMENTED_ERRORS.map(({ code, name }) => code ?? name)).toEqual([
      'NotEnoughAccountKeys',
      'MissingRequiredSignature',
      'IllegalOwner',
      'BorshIoError',
      'IncorrectProgramId',
      6000,
      6001,
      6002,
      6003,
      6004,
      6008,
      6009,
      6010,
      6011,
      6012,
      6014,
      6017,
      6018,
      6019,
      6020,
      6021,
      6022,
      6027,
      6028,
      6034,
      6035,
      6042,
      6043,
      6044,
      6049,
      6053,
      6054,
      6055,
      6056,
      6057,
      6063,
      6064,
      15016,
    ]);
  });

  it('point at a sentence by the hash of its line', () => {
    const malformed = RULES.flatMap((rule) => rule.sources).filter(
      ({ sentence }) => !/^[0-9a-f]{16}$/.test(sentence),
    );
    expect(malformed).toEqual([]);
  });
});

const NAMES: readonly DocumentName[] = [
  'INVOKE_CPI.md',
  'CPI_CONTEXT.md',
  'INIT_CPI_CONTEXT_ACCOUNT.md',
  'CPI_GUIDE.md',
  'INVOKE.md',
  'INVOKE_CPI_WITH_READ_ONLY.md',
  'INVOKE_CPI_WITH_ACCOUNT_INFO.md',
  'REINIT_CPI_CONTEXT_ACCOUNT.md',
  'INSTRUCTIONS.md',
  'PROCESSING_PIPELINE.md',
];
const SUPPLIED = NAMES.filter((name) => existsSync(join(DOCUMENTS, name)));

/** The documents are not part of this project; those that somebody supplies are what the citations are checked against. */
const describeIf = SUPPLIED.length > 0 ? describe : undefined;
describeIf?.(`The documents supplied (${SUPPLIED.join(', ')})`, () => {
  const sentences = new Map(
    SUPPLIED.map((name) => [name, sentencesOf(readFileSync(join(DOCUMENTS, name), 'utf8'))]),
  );

  it('hold every cited sentence in the cited section', () => {
    const missing = RULES.flatMap((rule) =>
      rule.sources
        .filter(
          ({ document, section, sentence }) =>
            SUPPLIED.includes(document) &&
            sentences.get(document)?.some((found) => found.section === section && found.hash === sentence) !==
              true,
        )
        .map(({ document, section }) => `${rule.id}: ${document}, ${section}`),
    );
    expect(missing).toEqual([]);
  });

  it('have the headings of the outline, in order', () => {
    for (const [document, lines] of sentences) {
      const headings = [...new Set(lines.map(({ section }) => section))].filter((section) => section !== '');
      expect(
        SECTION_OUTLINE.filter((entry) => entry.document === document).map(({ section }) => section),
      ).toEqual(headings);
    }
  });
});
