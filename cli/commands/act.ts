// What every command is added with: who takes its outcome, and options that may be given several times.

/** Takes what a chosen command returns. */
export type Act = (code: Promise<number> | number) => void;

/** Of an option that names something without commas: several times, or several names with commas between them. */
export const collectNames = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...value.split(',').map((name) => name.trim()),
];

/** Of an option that may be given several times. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];
