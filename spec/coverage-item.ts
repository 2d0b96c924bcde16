// What a run has to have seen at least once: an edge of the state machine, a boundary; each with its count in the report.

export type CoverageItem = {
  /** Items of one group share a table; the group's title heads it. */
  readonly group: string;
  /** Unique, `<group>/<name>`: the label that the model gives to an invocation. */
  readonly id: string;
  /** One line, in the documents' words. */
  readonly text: string;
  /** The documents do not define this situation; it is counted all the same. */
  readonly undocumented?: true;
  /** Rules whose deviation keeps this from ever being a match: then it is blocked, not missing. */
  readonly blockedBy?: readonly string[];
  /** The rule without which there is no such situation: see needs.ts. */
  readonly about?: string;
  /** Item that the documents allow to happen in its place: either one is enough. */
  readonly either?: string;
};
