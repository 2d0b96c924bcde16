// The harness's own failures: faults of the validator, and plans that no transaction can carry.

/** The validator or the harness failed, so that nothing was learned; the command line exits with 3. */
export class HarnessFault extends Error {
  readonly exitCode = 3;
  override readonly name = 'HarnessFault';
}

/** A plan whose transaction does not fit a packet; generators must not make one. `size` and `limit` in bytes. */
export class PlanTooLarge extends Error {
  override readonly name = 'PlanTooLarge';
  constructor(
    readonly size: number,
    readonly limit: number,
  ) {
    super(`A transaction of the plan takes ${size} bytes, but a packet holds ${limit}: plan fewer accounts.`);
  }
}
