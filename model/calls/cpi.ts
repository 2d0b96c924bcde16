// The rules that a CPI must keep before its callee executes: what was passed, who signs, who is in the call stack.
import { STACK_HEIGHT, type DataFlaw, type PdaSigner } from '../../spec/call';
import type { AccountMeta } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { isNativeLookedUp, leaveOpen, stopFor, type Standing, type Stop } from './standing';

export type Cpi = {
  readonly program: KeyRole;
  readonly accounts: readonly AccountMeta[];
  readonly signers: readonly PdaSigner[];
  readonly data?: DataFlaw;
};

const PROGRAMS = /^(?:program:|solana-system$|light-system$|account-compression$)/;

/** Whose `program_id` a PDA was derived from. */
const ownerOfPda = (key: KeyRole): KeyRole | null => {
  const [, caller] = /^(?:pda|authority):([A-D])/.exec(key) ?? [];
  return caller === undefined ? null : (`program:${caller}` as KeyRole);
};

/** The rule against a signature that the caller has neither been passed nor may give. */
function signerRule(
  { passed, granted, stack, frame }: Standing,
  key: KeyRole,
  signers: readonly PdaSigner[],
): string | null {
  if (passed.get(key)?.signer === true) return null;
  const [own] = signers.filter(({ pda }) => pda === key);
  if (own?.flaw !== undefined) return own.flaw === 'bump' ? 'pda-other-bump' : 'pda-other-seeds';
  if (own !== undefined) return ownerOfPda(key) === frame.program ? null : 'pda-of-other-program';
  return stack.length > 1 && granted.get(key)?.signer === true ? 'signer-withheld' : 'signer-escalation';
}

/** The transaction asked for it to be writable, which a native program that is looked up never is. */
const isDemoted = (standing: Standing, key: KeyRole): boolean =>
  standing.stack.length === 1 &&
  isNativeLookedUp(standing, key) &&
  standing.frame.accounts.some((meta) => meta.key === key && meta.writable);

function writableRule(standing: Standing, key: KeyRole): string | null {
  const { passed, granted, stack } = standing;
  if (passed.get(key)?.writable === true) return null;
  if (isDemoted(standing, key)) return 'table-native-writable';
  return stack.length > 1 && granted.get(key)?.writable === true
    ? 'writable-withheld'
    : 'writable-escalation';
}

/** Seeds are looked at first: wrong ones stop the caller whatever account they are for. */
const seedRules = (standing: Standing, key: KeyRole, signers: readonly PdaSigner[]): readonly string[] =>
  signers.some(
    ({ pda, flaw }) => pda === key && (flaw !== undefined || ownerOfPda(pda) !== standing.frame.program),
  )
    ? [signerRule(standing, key, signers) ?? 'pda-other-seeds']
    : [];

const accountRules = (
  standing: Standing,
  { key, signer, writable }: AccountMeta,
  { signers }: Cpi,
): readonly string[] =>
  standing.passed.has(key)
    ? [
        ...(signer ? [signerRule(standing, key, signers)] : []),
        ...(writable ? [writableRule(standing, key)] : []),
      ].filter((rule) => rule !== null)
    : ['missing-account', ...(signer ? seedRules(standing, key, signers) : [])];

function programRules({ passed, stack }: Standing, program: KeyRole): readonly string[] {
  const recursion = stack.at(-1) === program ? 'self-recursion' : 'reentrancy';
  return [
    ...(passed.has(program) ? [] : ['missing-program']),
    ...(PROGRAMS.test(program) ? [] : ['callee-is-program']),
    ...(stack.includes(program) ? [recursion] : []),
    ...(stack.length >= STACK_HEIGHT ? ['call-depth'] : []),
  ];
}

/** A signature that is not needed, given wrongly, fails or not as the derived address falls out. */
function isIdle({ passed, frame }: Standing, { pda, flaw }: PdaSigner, { accounts }: Cpi): boolean {
  const wrong = flaw !== undefined || ownerOfPda(pda) !== frame.program;
  const needed = accounts.some(({ key, signer }) => key === pda && signer);
  return wrong && (!needed || passed.get(pda)?.signer === true);
}

function askOpenQuestions(standing: Standing, cpi: Cpi): void {
  const keys = cpi.accounts.map(({ key }) => key);
  const pdas = cpi.signers.map(({ pda }) => pda);
  if (new Set(keys).size < keys.length) leaveOpen(standing, 'an account is passed twice');
  if (new Set(pdas).size < pdas.length) leaveOpen(standing, 'a PDA is signed for twice');
  if (cpi.signers.some((signer) => isIdle(standing, signer, cpi)))
    leaveOpen(standing, 'a wrong signature that the call does not need');
}

/** Why the runtime refuses the CPI; null where the callee begins to execute. */
export function refusalOf(standing: Standing, cpi: Cpi): Stop | null {
  askOpenQuestions(standing, cpi);
  standing.run.calls += 1;
  const rules = [
    ...cpi.accounts.flatMap((meta) => accountRules(standing, meta, cpi)),
    ...programRules(standing, cpi.program),
  ];
  return stopFor(standing, [...new Set(rules)], standing.frame.program);
}

const UNDECODABLE: ReadonlySet<DataFlaw> = new Set(['short', 'wrapped', 'selector']);

/** Programs of ours decode data to its end; Solana's system program was seen not to (data-trailing). */
const isDecodable = (program: KeyRole, data: DataFlaw): boolean =>
  !UNDECODABLE.has(data) && program === 'solana-system';

/** Why the callee refuses the data that it is given. */
export const dataRefusal = (standing: Standing, { program, data }: Cpi): Stop | null =>
  data === undefined || isDecodable(program, data) ? null : stopFor(standing, ['data-undecodable'], program);
