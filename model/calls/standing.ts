// Where a call graph stands: a program's privileges over its accounts, the call stack, and what has happened so far.
import type { Frame } from '../../spec/call';
import type { AccountMeta, PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import { grantedTo } from '../../spec/token';
import type { KeyRole } from '../../spec/world';
import type { Holds } from '../step';
import type { DataAccount, ModelWorld } from '../world';

export type Privileges = { readonly signer: boolean; readonly writable: boolean };

/** Of the accounts that a program was passed; the others it cannot use. */
export type Passed = ReadonlyMap<KeyRole, Privileges>;

/** What one transaction's call graph has done, up to here. */
export type Run = {
  readonly data: Map<KeyRole, DataAccount>;
  readonly lamports: Map<KeyRole, bigint>;
  /** Rules that show themselves by what is accepted. */
  readonly shown: Set<string>;
  /** Programs that have returned from a CPI. */
  readonly returned: Set<KeyRole>;
  /** CPIs made. */
  calls: number;
  /** What no rule speaks of; null while there is nothing of that kind. */
  open: string | null;
};

/** A program that executes: `stack` ends with it. */
export type Standing = {
  readonly frame: Frame;
  readonly passed: Passed;
  readonly stack: readonly KeyRole[];
  /** What the transaction itself grants. */
  readonly granted: Passed;
  readonly world: ModelWorld;
  readonly run: Run;
  readonly holds: Holds;
};

/** Why a call graph fails: the violated rules, and the program in which the error is raised. */
export type Stop = { readonly rules: readonly string[]; readonly by: KeyRole; readonly code?: number };

/** The ids of this area's rules. */
export const guide = (name: string): string => `cpi-guide/${name}`;

const metasOf = (item: PlannedInstruction): readonly AccountMeta[] =>
  item.kind === 'transfer'
    ? [
        { key: item.from, signer: true, writable: true },
        { key: item.to, signer: false, writable: true },
      ]
    : item.kind === 'token'
      ? grantedTo(item)
      : item.accounts;

const isPda = (key: KeyRole): boolean => /^(?:pda|authority):/.test(key);

/** The flags of a transaction hold for all of its instructions; nobody holds a key to a PDA. */
export const grantedBy = ({ feePayer, instructions }: PlannedTransaction): Passed => {
  const granted = new Map<KeyRole, Privileges>();
  const all = [{ key: feePayer, signer: true, writable: true }, ...instructions.flatMap(metasOf)];
  for (const { key, signer, writable } of all) {
    const before = granted.get(key) ?? { signer: false, writable: false };
    granted.set(key, {
      signer: before.signer || (signer && !isPda(key)),
      writable: before.writable || writable,
    });
  }
  return granted;
};

/** Accounts as passed to a callee. */
export const passedTo = (accounts: readonly AccountMeta[]): Passed =>
  new Map(accounts.map(({ key, signer, writable }) => [key, { signer, writable }]));

/** Accounts that the transaction itself passes: with what it grants anywhere. */
export const passedByTransaction = (accounts: readonly AccountMeta[], granted: Passed): Passed =>
  new Map(accounts.map(({ key }) => [key, granted.get(key) ?? { signer: false, writable: false }]));

export const leaveOpen = ({ run }: Standing, why: string): void => {
  run.open ??= why;
};

/** The stop that the rules call for which this model holds; null if there is none. */
export const stopFor = ({ holds }: Standing, names: readonly string[], by: KeyRole): Stop | null => {
  const rules = names.map(guide).filter(holds);
  return rules.length === 0 ? null : { rules, by };
};
