// The form of the documents' outlines, and reasons that return.

/** A heading with what no rule checks under it. */
export type Row = readonly [
  level: number,
  section: string,
  ...unchecked: readonly (readonly [what: string, why: string])[],
];

export const SOURCE_CODE = 'names a place in the source code; nothing a compiled program shows';
export const HEADING = 'the heading carries no statement of its own';
export const MOTIVE = 'explains a purpose; nothing that a run could contradict';
