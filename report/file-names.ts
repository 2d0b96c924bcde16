// The names of the files in a report folder.
import type { VerdictKind } from '../spec/verdict';

/** A rule id or an error's name as a file name: `a/b` becomes `a--b`, other unusual characters `-`. */
export function fileStem(id: string): string {
  return id.replaceAll('/', '--').replace(/[^A-Za-z0-9._-]/g, '-');
}

/** `witnesses/<rule>--<verdict>.json`; the second finding of the same kind gets `--2`. */
export function witnessPath(claim: string, verdict: VerdictKind, ordinal: number): string {
  const suffix = ordinal === 1 ? '' : `--${ordinal}`;
  return `witnesses/${fileStem(claim)}--${verdict}${suffix}.json`;
}

/** `exemplars/6002.json`, `exemplars/<rule>.json`, `exemplars/account-compression-6006.json`. */
export function exemplarPath(name: string): string {
  return `exemplars/${fileStem(name)}.json`;
}
