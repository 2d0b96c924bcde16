// Checks a proof file against its schema.
import Ajv, { type ValidateFunction } from 'ajv';
import { InputError } from '../programs/errors';
import type { ProofFile } from './fixture';
import schema from './proof.schema.json';

let validate: ValidateFunction<ProofFile> | undefined;

/**
 * A proof file's content.
 * @throws InputError naming the file and the place that is wrong.
 */
export function checkFixture(text: string, file: string): ProofFile {
  validate ??= new Ajv({ allowUnionTypes: true }).compile<ProofFile>(schema);
  const content: unknown = JSON.parse(text);
  if (validate(content)) return content;
  const [error] = validate.errors ?? [];
  throw new InputError(
    `The proof file ${file} is wrong at ${error?.instancePath || '/'} (${error?.message}): make it anew with \`npm run proofs\`.`,
  );
}
