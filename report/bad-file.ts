// The error of a file that a person can set right: one sentence that names the file, the field and what is wrong.

/** Bad input; like programs/errors.ts's InputError, which this folder may not import, it carries exit code 2. */
export class BadFile extends Error {
  readonly exitCode = 2;
  override readonly name = 'BadFile';
}
