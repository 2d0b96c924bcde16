// Which flags an account has where it is used: the runtime joins those of an account that is named several times.
import type { AccountMeta, PlannedInstruction, PlannedTransaction } from '../spec/plan';
import { grantedTo } from '../spec/token';
import type { KeyRole } from '../spec/world';

/** The accounts; flags of one that an instruction names twice are joined by the runtime. */
export const joined = (accounts: readonly AccountMeta[]): readonly AccountMeta[] => {
  const keys = new Set(accounts.map((meta) => meta.key));
  if (keys.size === accounts.length) return accounts;
  return accounts.map(({ key }) => ({
    key,
    signer: accounts.some((meta) => meta.key === key && meta.signer),
    writable: accounts.some((meta) => meta.key === key && meta.writable),
  }));
};

const metasOf = (item: PlannedInstruction): readonly AccountMeta[] =>
  item.kind === 'transfer'
    ? [
        { key: item.from, signer: true, writable: true },
        { key: item.to, signer: false, writable: true },
      ]
    : item.kind === 'token'
      ? grantedTo(item)
      : item.accounts;

const isPda = (key: KeyRole): boolean => /^(?:authority|pda):/.test(key);

/** What a transaction itself calls sees the flags that any part of the transaction asks for; no PDA signs there. */
export const inTransaction = (
  accounts: readonly AccountMeta[],
  { feePayer, instructions }: PlannedTransaction,
): readonly AccountMeta[] => {
  const all = [{ key: feePayer, signer: true, writable: true }, ...instructions.flatMap(metasOf)];
  return accounts.map(({ key }) => {
    const same = all.filter((meta) => meta.key === key);
    const signer = !isPda(key) && same.some((meta) => meta.signer);
    return { key, signer, writable: same.some((meta) => meta.writable) };
  });
};
