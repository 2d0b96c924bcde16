// The published schemas are valid themselves; reading a file by one of them does not ask again.
import Ajv2020 from 'ajv/dist/2020';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import { FLAG_FIELDS } from '../spec/plan';

const ajv = new Ajv2020({ allowUnionTypes: true, discriminator: true });
const FOLDER = join(projectRoot(), 'report');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.schema.json'),
);
const schemaIn = (file: string): object => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as object;

type Fields = { readonly properties?: Readonly<Record<string, Fields>> };

describe('A schema', () => {
  it('is found', () => {
    expect(files).toEqual(expect.arrayContaining(['witness.schema.json', 'precedence/witness.schema.json']));
  });

  test.each(files)('says of itself which draft it is of, and is valid: %s', (file) => {
    const schema = schemaIn(file);
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  test.each(files)('is read by a strict validator that knows nothing of us: %s', (file) => {
    const strict = new Ajv2020();
    if (file === 'precedence/witness.schema.json') strict.addSchema(schemaIn('witness.schema.json'));
    expect(() => strict.compile(schemaIn(file))).not.toThrow();
  });

  it('of witnesses knows the flags that a plan can say otherwise', () => {
    const { $defs } = schemaIn('witness.schema.json') as { $defs: Record<string, Fields> };
    const flags = Object.values($defs).flatMap(({ properties }) => properties?.['flagBytes'] ?? []);
    expect(flags.map(({ properties }) => Object.keys(properties ?? {}))).toEqual([FLAG_FIELDS]);
  });

  it('that is wrong is noticed', () => {
    const wrong = { ...schemaIn('witness.schema.json'), required: 'formatVersion' };
    expect(ajv.validateSchema(wrong)).toBe(false);
  });
});
