// Errors with an exit code, and how any error is said in one sentence.
import { EXIT } from '../report/exit-code';

/** Something that failed, said in one sentence, with the exit code it leads to. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

export const badInput = (message: string): Failure => new Failure(message, EXIT.badInput);

/** The exit code that an error carries (InputError, BadFile, Failure), or null for an internal error. */
export function carriedCode(error: unknown): number | null {
  const code = (error as { exitCode?: unknown } | null | undefined)?.exitCode;
  return typeof code === 'number' ? code : null;
}

export type Spoken = { readonly sentence: string; readonly exitCode: number };

/** One sentence and an exit code for any error; with `debug`, the stack of an internal one. */
export function speak(error: unknown, debug: boolean): Spoken {
  const code = carriedCode(error);
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  if (code !== null) return { sentence: debug ? stack : message, exitCode: code };
  if (debug) return { sentence: stack, exitCode: EXIT.fault };
  return {
    sentence: `Internal error: ${message} (run again with --debug for the stack).`,
    exitCode: EXIT.fault,
  };
}
