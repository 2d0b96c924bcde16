// Writes pieces to a context one by one, by the programs that may, and executes it at the end.
import type { CallerName } from '../../spec/world';
import { invocation, type FlagName, type Setting } from '../invocation';
import { byCaller, type Step } from '../scenarios/context';
import type { Entries } from './pieces';
import { moves, solData, type Sol } from './sol';

export type Splitting = {
  readonly where: Setting;
  /** What the execution moves. */
  readonly sol: Sol;
  /** Who writes what anybody may write, by position. */
  readonly writers: readonly CallerName[];
  /** Who comes by in between and writes nothing. */
  readonly visitor: CallerName | null;
  /** Whether a new transaction begins, by position. */
  readonly separate: readonly boolean[];
};

/** Only their owner may write inputs and outputs with data; the others anybody may. */
const writerOf = ({ inputs, outputs }: Entries, owner: CallerName, other: CallerName): CallerName =>
  inputs.length > 0 || outputs.some(({ data }) => data !== null) ? owner : other;

const flagsAt = (position: number, last: number): FlagName => {
  if (position === last) return 'execute';
  return position === 0 ? 'first-set' : 'set';
};

/** A program that has nothing to write sets nothing, behind the first set. */
const visit = ({ where, visitor }: Splitting): readonly Step[] => {
  if (visitor === null) return [];
  const empty = invocation({ setting: byCaller(where, visitor), flags: 'set', data: {} });
  return [{ invocation: empty, separate: false }];
};

/** One write for each piece but the last, which the execution brings. */
export const split = (made: Splitting, pieces: readonly Entries[]): readonly Step[] => {
  const [first, ...others] = pieces.map((piece, position) => {
    const flags = flagsAt(position, pieces.length - 1);
    const writer = writerOf(piece, made.where.caller, made.writers[position] ?? made.where.caller);
    const move: Sol = flags === 'execute' ? made.sol : { kind: 'none' };
    const data = { ...piece, ...solData(move) };
    return {
      invocation: invocation({ setting: byCaller(made.where, writer), flags, ...moves(move), data }),
      separate: made.separate[position] ?? false,
    };
  });
  return first === undefined ? [] : [first, ...visit(made), ...others];
};
