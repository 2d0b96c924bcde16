// The error of everything a person can set right: a bad file, an unknown version, a missing download.
import { commandName } from './command-name';

/** The command that most of these errors end with. */
export const fetchCommand = (version: string): string => `${commandName()} programs fetch ${version}`;

/** Bad input, said in one sentence that names the remedy; the command line exits with 2. */
export class InputError extends Error {
  readonly exitCode = 2;
  override readonly name = 'InputError';
}
