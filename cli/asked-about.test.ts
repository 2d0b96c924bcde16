// Tests of what people may ask a run about beside rules and areas: documented errors, and sections of the documents.
import { DOCUMENT_SECTIONS } from '../spec/documents';
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import { askedAbout } from './asked-about';
import { runOptions } from './run-options';

const standingFor = (name: string): readonly string[] =>
  DOCUMENTED_ERRORS.find((error) => error.name === name)?.rules ?? [];
const ruleIds = (document: string, ...headings: readonly string[]): readonly string[] =>
  DOCUMENT_SECTIONS.filter((one) => one.document === document && headings.includes(one.section)).flatMap(
    ({ rules, laws }) => [...rules, ...laws],
  );
const asSet = (ids: readonly string[]): ReadonlySet<string> => new Set(ids);

describe('What is asked about an error', () => {
  it.each(['6027', '0x178b', 'light-system:6027', 'CpiContextFeePayerMismatch'])(
    'is the rules that stand for it, however it is written: %s',
    (code) => {
      const ids = askedAbout({ code: [code] });
      expect(ids).toEqual(standingFor('CpiContextFeePayerMismatch'));
      expect(ids).toEqual(
        expect.arrayContaining(['validation/fee-payer-on-set', 'validation/fee-payer-on-execute']),
      );
    },
  );

  it('is found by name where it has no number', () => {
    expect(askedAbout({ code: ['NotEnoughAccountKeys'] })).toContain('accounts/at-least-eleven');
  });

  it('is asked of every row of the tables', () => {
    for (const { code, name, rules } of DOCUMENTED_ERRORS) {
      expect(askedAbout({ code: [name] })).toEqual(rules);
      if (code !== null) expect(askedAbout({ code: [String(code)] })).toEqual(rules);
    }
  });

  it.each(['6005', '9999', 'account-compression:6027', ''])(
    'is refused where no document names it: "%s"',
    (code) => {
      expect(() => askedAbout({ code: [code] })).toThrow(`There is no documented error "${code}"`);
    },
  );
});

describe('What is asked about a section', () => {
  const VALIDATION = ruleIds(
    'CPI_CONTEXT.md',
    '1. Fee Payer Consistency',
    '2. Merkle Tree Association',
    '3. Non-Empty on Execute',
    '4. Account Must Exist for Context Operations',
  );

  it.each(['CPI_CONTEXT.md#Validation Rules', 'cpi_context.md#validation-rules', 'Validation Rules'])(
    'is what covers it, however it is written: %s',
    (section) => {
      expect(VALIDATION.length).toBeGreaterThan(3);
      expect(askedAbout({ section: [section] })).toEqual([...new Set(VALIDATION)]);
    },
  );

  it('has what lies below its heading', () => {
    const ids = asSet(askedAbout({ section: ['INVOKE_CPI.md#Instruction Data'] }));
    for (const id of ruleIds('INVOKE_CPI.md', 'Instruction Data', 'Data Layout')) expect(ids).toContain(id);
    for (const id of ruleIds('INVOKE_CPI.md', 'Accounts'))
      if (!ruleIds('INVOKE_CPI.md', 'Instruction Data', 'Data Layout').includes(id))
        expect(ids).not.toContain(id);
  });

  it('may be a whole document, and a heading that several documents have is all of them', () => {
    const whole = DOCUMENT_SECTIONS.filter(({ document }) => document === 'CPI_CONTEXT.md');
    expect(asSet(askedAbout({ section: ['CPI_CONTEXT.md'] }))).toEqual(
      asSet(whole.flatMap(({ rules, laws }) => [...rules, ...laws])),
    );
    const limits = asSet(askedAbout({ section: ['Limitations'] }));
    const ofBoth = [
      ...ruleIds('CPI_CONTEXT.md', '1. Read-Only Accounts/Addresses'),
      ...ruleIds('INVOKE_CPI_WITH_READ_ONLY.md', 'Limitations'),
    ];
    expect(ofBoth.length).toBeGreaterThan(2);
    for (const id of ofBoth) expect(limits).toContain(id);
  });

  it('is refused where there is none, and where nothing is about it', () => {
    expect(() => askedAbout({ section: ['CPI_CONTEXT.md#Nope'] })).toThrow(
      'There is no section "CPI_CONTEXT.md#Nope"',
    );
    expect(() => askedAbout({ section: ['Related Files'] })).toThrow(
      'No rule is about the section "Related Files"',
    );
  });
});

describe('A version', () => {
  it('is asked only what is about it', () => {
    expect(askedAbout({ section: ['Limitations'] })).toContain('limits/inputs');
    expect(askedAbout({ section: ['Limitations'] }, '0.18.0')).not.toContain('limits/inputs');
  });

  it('of which nothing is about that is told why', () => {
    expect(() => askedAbout({ code: ['6004'] }, '0.10.0')).toThrow(/^Nothing of 0\.10\.0 is about that: /);
  });
});

describe('The options of a run', () => {
  it('join what is about errors and sections to the rules that are named', () => {
    const { rules } = runOptions({ rule: ['accounts/any'], code: ['6014'], section: ['Validation Rules'] });
    expect(rules).toEqual(
      expect.arrayContaining(['accounts/any', ...standingFor('InvokingProgramNotProvided')]),
    );
    expect(rules).toContain('validation/fee-payer-on-set');
  });

  it('keep what is about any version where all are run', () => {
    const { rules } = runOptions({ programVersion: 'all', section: ['Limitations'] });
    expect(rules).toContain('limits/inputs');
  });
});
