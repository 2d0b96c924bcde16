// A program that an exported test loads: a file of the published package, or a build of somebody's own.

/** The variables by which a run of a test names other builds. */
export type BuildVariable = 'SYSTEM_PROGRAM' | 'ACCOUNT_COMPRESSION';

/** `sha256` is of the file that the case was observed with, in hexadecimal digits. */
export type TestedProgram = {
  readonly address: string;
  /** Path in the published package; null for a build of somebody's own. */
  readonly file: string | null;
  /** Names another file, or the only one; null where none can be named. */
  readonly variable: BuildVariable | null;
  readonly sha256: string;
};

/** An account's file in the published package. */
export type PublishedAccount = { readonly address: string; readonly file: string; readonly sha256: string };

/** Programs that are not published. */
export const ownOf = (programs: readonly TestedProgram[]): readonly TestedProgram[] =>
  programs.filter(({ file }) => file === null);
