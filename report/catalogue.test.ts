// Tests of the suite as data: it fits its schema, lacks nothing, and is the same each time.
import Ajv2020 from 'ajv/dist/2020';
import { DOCUMENT_SECTIONS } from '../spec/documents';
import { LAWS } from '../spec/laws';
import { RULES } from '../spec/rules';
import { writeCatalogue, type Claims } from './catalogue';
import schema from './catalogue.schema.json';

const SWEEP = { id: 'limits/any', area: 'limits', title: 'a sweep', draws: 'plans', defaultRuns: 300 };
const CLAIMS: Claims = {
  asked: [
    ...RULES.map(({ id, area }) => ({ id, area, defaultRuns: 310 })),
    ...LAWS.map(({ id }) => ({ id, area: 'laws', defaultRuns: 300 })),
    SWEEP,
  ],
  sweeps: [SWEEP],
};

type Row = { readonly id: string; readonly notApplicable: readonly { readonly version: string }[] };
type Catalogue = Readonly<Record<'rules' | 'laws' | 'sweeps' | 'sections', readonly Row[]>>;
const catalogue = JSON.parse(writeCatalogue(CLAIMS)) as Catalogue;
const find = (id: string): Row | undefined => catalogue.rules.find((row) => row.id === id);

describe('The catalogue', () => {
  it('fits its published schema', () => {
    const validate = new Ajv2020().compile(schema);
    expect(validate(catalogue)).toBe(true);
    expect(validate({ ...catalogue, rules: [{ id: 'x' }] })).toBe(false);
  });

  it('has every rule, law, sweep and section, in order', () => {
    const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
    expect(ids(catalogue.rules)).toEqual(ids(RULES));
    expect(ids(catalogue.laws)).toEqual(ids(LAWS));
    expect(ids(catalogue.sweeps)).toEqual(['limits/any']);
    expect(catalogue.sections).toHaveLength(DOCUMENT_SECTIONS.length);
  });

  it('says what is expected, where that stands and which versions it is not about', () => {
    expect(find('limits/inputs')).toMatchObject({
      code: 15016,
      error: 'InsufficientCapacity',
      provenance: 'documented',
      cases: 310,
    });
    const versions = find('limits/inputs')?.notApplicable.map(({ version }) => version);
    expect(versions).toEqual(['0.27.0', '0.18.0', '0.10.0']);
    expect(find('validation/fee-payer-on-set')?.notApplicable).toEqual([]);
  });

  it('is the same text each time', () => {
    expect(writeCatalogue(CLAIMS)).toBe(writeCatalogue(CLAIMS));
  });
});
