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

/** What to say of them to whoever runs the test. */
export const namedBuilds = (programs: readonly TestedProgram[]): string => {
  const named = ownOf(programs).map(
    ({ variable, sha256 }) => `  ${variable}=<the file with sha256 ${sha256}>\n`,
  );
  return `It was observed with a build that is not published, whose file must be named:
${named.join('')}OTHER_BUILD=1 takes another build in its place.`;
};
