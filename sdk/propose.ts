// The list of known findings as a run would have it: reasons that a person gave are kept.
import { isOwn } from './own-build';
import type { Known, KnownEntry } from './known';
import { FINE, type Cell, type Outcome } from './types';

const programKey = (check: string, outcome: string): string => `${check}/${outcome}`;

/** By check and outcome: the versions of the SDK that show it, for each version of the programs. */
function gathered(cells: readonly Cell[]): Map<string, KnownEntry[]> {
  const found = new Map<string, KnownEntry[]>();
  for (const { check, sdk, program, counts } of cells)
    for (const outcome of Object.keys(counts) as Outcome[]) {
      if (FINE.has(outcome)) continue;
      const key = programKey(check, outcome);
      const entries = found.get(key) ?? [];
      const before = entries.find((entry) => entry.program[0] === program);
      const entry = { check, outcome, sdk: [...(before?.sdk ?? []), sdk], program: [program], reason: '' };
      found.set(key, [...entries.filter((one) => one !== before), entry]);
    }
  return found;
}

/** Entries for the same versions of the SDK become one for several versions of the programs. */
function merged(entries: readonly KnownEntry[]): readonly KnownEntry[] {
  const bySdk = new Map<string, KnownEntry>();
  for (const entry of entries) {
    const key = entry.sdk.join();
    const before = bySdk.get(key);
    bySdk.set(key, { ...entry, program: [...(before?.program ?? []), ...entry.program] });
  }
  return [...bySdk.values()];
}

const reasonOf = (known: Known, { check, outcome, sdk }: KnownEntry): string => {
  const same = known.entries.filter((entry) => entry.check === check && entry.outcome === outcome);
  const near = same.find((entry) => entry.sdk.some((version) => sdk.includes(version))) ?? same[0];
  return near?.reason ?? '';
};

/** An own build is left out: an entry for it would vouch for every later one of that version. */
const isPinned = ({ sdk }: Cell): boolean => !isOwn(sdk);

/** New entries have an empty reason, which is refused until a person writes one. */
export function propose(cells: readonly Cell[], known: Known): Known {
  const entries = [...gathered(cells.filter(isPinned)).values()].flatMap(merged);
  return {
    formatVersion: 1,
    entries: entries.map((entry) => ({ ...entry, reason: reasonOf(known, entry) })),
  };
}
