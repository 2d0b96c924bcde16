// The validators that trace: for each subject one that holds the program, and one whose program is changed.
import { neverReturning } from '../../harness/mutation/no-return';
import { openTraces, type Trace } from '../../harness/mutation/traces';
import type { Trace as Execution } from '../../harness/trace/trace-folder';
import type { Backend } from '../../harness/backend';
import type { Code } from '../../harness/sbpf/code';
import { SLOT } from '../../harness/sbpf/instructions';
import type { Runner } from '../runner';
import type { Source } from './reference';

/** Who plays account-compression while a case is traced: a recorder, which is faster, or itself. */
export type Compression = 'recorder' | 'itself';

export type TracedRunner = Runner & Pick<Backend, 'replace'>;

/** What cases run on: the program, or the program with other verifying keys. */
export type Subject = Source & {
  /** A validator of its own, whose start is traced. */
  readonly openTraced: (compression: Compression) => Promise<TracedRunner>;
};

/** A traced runner, and what its last runs executed: as bits, or row by row. */
export type Traced = {
  readonly runner: TracedRunner;
  readonly take: () => Trace;
  readonly takeRows: () => readonly Execution[];
};

/** Which program a validator holds. */
export type Role = 'original' | 'changed';

export type OpenTraced = (subject: Subject, compression: Compression, role: Role) => Promise<Traced>;

/** Each is opened when it is first asked for. */
export function tracedRunners(code: Code): OpenTraced {
  const of = { pcs: code.elf.text.size / SLOT, never: neverReturning(code) };
  const opened = new Map<Subject, Map<string, Promise<Traced>>>();
  const open = async (subject: Subject, compression: Compression): Promise<Traced> => {
    const traces = openTraces();
    const runner = await traces.during(() => subject.openTraced(compression));
    traces.take(of);
    return { runner, take: () => traces.take(of), takeRows: traces.takeRows };
  };
  return (subject, compression, role) => {
    const own = opened.get(subject) ?? new Map<string, Promise<Traced>>();
    opened.set(subject, own);
    const name = `${compression}|${role}`;
    const found = own.get(name) ?? open(subject, compression);
    own.set(name, found);
    return found;
  };
}
