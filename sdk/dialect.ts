// How each version of the SDK wants things said, by its own type declarations and interface descriptions.
import { versionSaid } from './own-build';
import { sdkVersions } from './sdk-manifest';

/** The names of the fields of each object. */
export type Names = readonly (readonly string[])[];

export type Dialect = {
  /** Encodes with the interface description and a coder of its own, or with exported layouts. */
  readonly coder: 'anchor' | 'layout';
  /** How an input says where it lies: with an unused `queueIndex`, or with `proveByIndex`. */
  readonly merkleContext: 'queue-index' | 'prove-by-index';
  /** InvokeCpi has a list of signer seeds. */
  readonly signerSeeds: boolean;
  /** The names of the fields of CompressedCpiContext in the type declarations. */
  readonly contextNames: 'camel' | 'snake';
  /** What its layouts of InvokeCpi and InvokeCpiWithReadOnly give back; nothing where they were not asked. */
  readonly layoutNames: Names;
  readonly readOnlyNames: Names;
  /** What belongs to v1 trees has names that end in `Legacy`. */
  readonly legacyNames: boolean;
  /** How the builders are told of the tree that takes the outputs. */
  readonly treeInfo: 'tree' | 'info';
  /** Which trees fees and defaults are for. */
  readonly trees: 'v1' | 'v2';
};

const OLDEST: Dialect = {
  coder: 'anchor',
  merkleContext: 'queue-index',
  signerSeeds: true,
  contextNames: 'camel',
  layoutNames: [],
  readOnlyNames: [],
  legacyNames: false,
  treeInfo: 'tree',
  trees: 'v1',
};

type Change = { readonly from: string; readonly change: Partial<Dialect> };

/** What changed with which version, oldest first. */
const CHANGES: readonly Change[] = [
  { from: '0.12.0', change: { signerSeeds: false } },
  { from: '0.20.0', change: { coder: 'layout' } },
  { from: '0.20.9', change: { contextNames: 'snake' } },
  { from: '0.21.0', change: { treeInfo: 'info' } },
  { from: '0.22.0', change: { merkleContext: 'prove-by-index', contextNames: 'camel' } },
  { from: '0.22.1-alpha.7', change: { trees: 'v2' } },
  { from: '0.23.0-beta.3', change: { legacyNames: true } },
];

/** The dialect of a pinned version; a version that is none speaks as the newest does. */
export function dialectOf(version: string): Dialect {
  const newestFirst = sdkVersions();
  const at = newestFirst.indexOf(versionSaid(version));
  const made = CHANGES.filter(({ from }) => newestFirst.indexOf(from) >= at);
  return made.reduce<Dialect>((before, { change }) => ({ ...before, ...change }), OLDEST);
}

/** Why a version is not asked about the lists of InvokeCpiWithReadOnly. */
export const noReadOnly = ({ merkleContext }: Dialect): string | null =>
  merkleContext === 'queue-index' ? 'it has no layout of the instruction, as another check says' : null;
