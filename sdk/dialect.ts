// How each version of the SDK wants things said, by its own type declarations and interface descriptions.
import { sdkVersions } from './sdk-manifest';

export type Dialect = {
  /** Encodes with the interface description and a coder of its own, or with exported layouts. */
  readonly coder: 'anchor' | 'layout';
  /** How an input says where it lies: with an unused `queueIndex`, or with `proveByIndex`. */
  readonly merkleContext: 'queue-index' | 'prove-by-index';
  /** InvokeCpi has a list of signer seeds. */
  readonly signerSeeds: boolean;
  /** The names of the fields of CompressedCpiContext in the type declarations. */
  readonly contextNames: 'camel' | 'snake';
};

const OLDEST: Dialect = {
  coder: 'anchor',
  merkleContext: 'queue-index',
  signerSeeds: true,
  contextNames: 'camel',
};

type Change = { readonly from: string } & Partial<Dialect>;

/** What changed with which version, oldest first. */
const CHANGES: readonly Change[] = [
  { from: '0.12.0', signerSeeds: false },
  { from: '0.20.0', coder: 'layout' },
  { from: '0.20.9', contextNames: 'snake' },
  { from: '0.22.0', merkleContext: 'prove-by-index', contextNames: 'camel' },
];

/** The dialect of a pinned version; a version that is none speaks as the newest does. */
export function dialectOf(version: string): Dialect {
  const newestFirst = sdkVersions();
  const at = newestFirst.indexOf(version);
  const made = CHANGES.filter(({ from }) => newestFirst.indexOf(from) >= at);
  return made.reduce<Dialect>((before, { from: _, ...change }) => ({ ...before, ...change }), OLDEST);
}
