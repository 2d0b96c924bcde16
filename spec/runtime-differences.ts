// In what the two runtimes are known to differ with the same programs: it is the runtimes' doing, and blamed on no program.
import type { Disagreement } from './runtime';

/** How bankrun tells the refusal that LiteSVM names otherwise; `program` is left out where both name the same one. */
export type Told = {
  /** Not where the transaction's units were taken: that is told the same on both. */
  readonly unlessUnitsTaken?: true;
  /** Only where the plan gives lamports to an account that holds a program. */
  readonly onlyTowardsPrograms?: true;
  readonly program?: 'solana-system';
  readonly error: string;
  /** Of `Custom`. */
  readonly code?: number;
  readonly panicked: boolean;
};

export type RuntimeDifference = Disagreement & {
  readonly id: string;
  /** One sentence. */
  readonly statement: string;
  readonly reason: string;
  /** Claims, or areas, in which it may show itself, or `*` for all; anywhere else it is not known. */
  readonly where: readonly string[];
  /** A refusal of LiteSVM's is judged as if it had been told like that; null where the outcome is not another one. */
  readonly told: Told | null;
};

const EVERYWHERE = ['*'] as const;

/** `*` in an outcome stands for the name of one program. */
export const RUNTIME_DIFFERENCES: readonly RuntimeDifference[] = [
  {
    id: 'write-by-syscall',
    statement:
      'A program that copies memory into an account that it was passed read-only is stopped by both; LiteSVM names ReadonlyDataModified, bankrun nothing.',
    reason:
      'Solana 1.18 has names for what a program’s own instruction writes, and none for what a memory syscall writes on its behalf; Agave has the same names for both.',
    where: EVERYWHERE,
    part: 'outcome',
    bankrun: 'light-system:panic',
    litesvm: 'light-system:ReadonlyDataModified',
    told: { unlessUnitsTaken: true, error: 'ProgramFailedToComplete', panicked: true },
  },
  {
    id: 'callee-is-no-program',
    statement:
      'Calling an account that is no program is refused by both: bankrun says AccountNotExecutable, LiteSVM UnsupportedProgramId.',
    reason: 'Agave no longer asks for an account’s executable flag (remove_accounts_executable_flag_checks).',
    where: ['cpi-guide'],
    part: 'outcome',
    bankrun: 'program:*:AccountNotExecutable',
    litesvm: 'program:*:UnsupportedProgramId',
    told: { error: 'AccountNotExecutable', panicked: false },
  },
  {
    id: 'lamports-of-a-program',
    statement:
      'Lamports that are to go to an account that holds a program are refused by both: bankrun in the transfer (ExecutableLamportChange), LiteSVM in the program that took them (ExternalAccountLamportSpend).',
    reason:
      'Agave has no rule of its own for the balance of executable accounts any more (remove_accounts_executable_flag_checks).',
    where: EVERYWHERE,
    part: 'outcome',
    bankrun: 'solana-system:ExecutableLamportChange',
    litesvm: 'light-system:ExternalAccountLamportSpend',
    told: {
      onlyTowardsPrograms: true,
      program: 'solana-system',
      error: 'ExecutableLamportChange',
      panicked: false,
    },
  },
  {
    id: 'hash-out-of-field',
    statement:
      'A number that is too large to be hashed is refused by both, and the program passes the hash function’s own number on: 7 on bankrun, 1 on LiteSVM.',
    reason:
      'Solana 1.18 numbers each way in which its Poseidon function fails; Agave answers 1 for all of them (simplify_alt_bn128_syscall_error_codes).',
    where: ['invoke-cpi', 'with-read-only', 'with-account-info'].map(
      (column) => `codes/${column}/data-hash-out-of-field`,
    ),
    part: 'outcome',
    bankrun: 'light-system:7',
    litesvm: 'light-system:1',
    told: { code: 7, error: 'Custom', panicked: false },
  },
  {
    id: 'where-units-run-out',
    statement: 'CPIs run out of compute units on both, but not always in the same program of the chain.',
    reason: 'What a call costs is not the same in Solana 1.18 and in Agave; compute units are not compared.',
    where: ['cpi-guide'],
    part: 'outcome',
    bankrun: 'program:*:panic',
    litesvm: 'program:*:panic',
    told: null,
  },
];

const isLike = (pattern: string, text: string): boolean => {
  const [wanted, given] = [pattern.split(':'), text.split(':')];
  return wanted.length === given.length && wanted.every((part, at) => part === '*' || part === given[at]);
};

/** A claim's id and area: `sol/any` is of `sol`. */
const isIn = (where: readonly string[], claim: string, area: string): boolean =>
  where.includes('*') || where.includes(claim) || where.includes(area);

export type Place = { readonly claim: string; readonly area: string };

/** The known difference that a disagreement in a claim is; undefined for one that nobody has listed. */
export const knownDifference = (
  { part, bankrun, litesvm }: Disagreement,
  { claim, area }: Place,
): RuntimeDifference | undefined =>
  RUNTIME_DIFFERENCES.find(
    (one) =>
      one.part === part &&
      isLike(one.bankrun, bankrun) &&
      isLike(one.litesvm, litesvm) &&
      isIn(one.where, claim, area),
  );

/** The known difference by which LiteSVM's outcome has another name on bankrun; undefined for any other outcome. */
export const toldOtherwise = (litesvm: string, { claim, area }: Place): RuntimeDifference | undefined =>
  RUNTIME_DIFFERENCES.find(
    (one) => one.told !== null && isLike(one.litesvm, litesvm) && isIn(one.where, claim, area),
  );

/** The known difference by which another program than bankrun's may be named on LiteSVM; undefined for any other outcome. */
export const raisedElsewhere = (bankrun: string, { claim, area }: Place): RuntimeDifference | undefined =>
  RUNTIME_DIFFERENCES.find(
    ({ told, where, ...one }) =>
      (told === null || told.program !== undefined) &&
      isLike(one.bankrun, bankrun) &&
      isIn(where, claim, area),
  );

/** Versions whose programs cannot hash there: what bankrun accepts fails with a bare 1, which is the Poseidon syscall's; no single feature of the runtime changes that. */
export const NOT_ON_LITESVM: ReadonlySet<string> = new Set(['0.10.0', '0.18.0']);
