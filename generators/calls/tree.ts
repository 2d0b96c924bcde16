// Ways to look at and to change a call graph: paths to its frames, and accounts added all the way down to one.
import type { CallStep, Frame, NestedCall, ProgramCall } from '../../spec/call';
import type { AccountMeta } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';

/** Positions of steps, from the transaction's own program down; empty is that program itself. */
export type Path = readonly number[];

const isCall = (step: CallStep | undefined): step is NestedCall => step?.kind === 'call';

/** Paths to all frames that are at least that deep. */
export const pathsOf = ({ steps }: Frame, least: number): readonly Path[] => [
  ...(least <= 0 ? [[]] : []),
  ...steps.flatMap((step, position) =>
    isCall(step) ? pathsOf(step, least - 1).map((path) => [position, ...path]) : [],
  ),
];

export const frameAt = (frame: Frame, [first, ...rest]: Path): Frame => {
  const step = first === undefined ? undefined : frame.steps[first];
  return isCall(step) ? frameAt(step, rest) : frame;
};

/** The programs on the stack when the frame executes, its own last. */
export const stackAt = (frame: Frame, path: Path): readonly KeyRole[] =>
  Array.from({ length: path.length + 1 }, (_, depth) => frameAt(frame, path.slice(0, depth)).program);

/** The graph with one frame changed; a path that leads nowhere changes nothing. */
export function changeAt<T extends Frame>(
  frame: T,
  [first, ...rest]: Path,
  change: (frame: Frame) => Partial<NestedCall>,
): T {
  if (first === undefined) return { ...frame, ...change(frame) };
  const steps = frame.steps.map((step, position) =>
    position === first && isCall(step) ? changeAt(step, rest, change) : step,
  );
  return { ...frame, steps };
}

/** The list with the account in it: appended, or with more privileges where it is there already. */
export const withMeta = (accounts: readonly AccountMeta[], added: AccountMeta): readonly AccountMeta[] =>
  accounts.some(({ key }) => key === added.key)
    ? accounts.map((meta) =>
        meta.key === added.key
          ? { ...meta, signer: meta.signer || added.signer, writable: meta.writable || added.writable }
          : meta,
      )
    : [...accounts, added];

/** The account in the list of every frame on the way down, with the privileges for that depth. */
export const addAlong = <T extends Frame>(frame: T, path: Path, metaAt: (depth: number) => AccountMeta): T =>
  Array.from({ length: path.length + 1 }, (_, depth) => depth).reduce(
    (before, depth) =>
      changeAt(before, path.slice(0, depth), ({ accounts }) => ({
        accounts: withMeta(accounts, metaAt(depth)),
      })),
    frame,
  );

export const plainMeta = (key: KeyRole, flags: Partial<AccountMeta> = {}): AccountMeta => ({
  key,
  signer: false,
  writable: false,
  ...flags,
});

export const withStep = (
  frame: Frame,
  step: CallStep,
  position = frame.steps.length,
): Partial<ProgramCall> => ({
  steps: frame.steps.toSpliced(position, 0, step),
});
