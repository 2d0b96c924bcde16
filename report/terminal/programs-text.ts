// Says that a case was recorded with other programs than those that it is told with now.
import type { ProgramHashes } from '../../spec/result';
import { labelled } from './text';

const PROGRAMS = [
  { field: 'systemProgram', name: 'system program', option: '--system-program' },
  { field: 'accountCompression', name: 'account-compression program', option: '--account-compression' },
] as const;

const SHOWN = 16;

/** A line for each program under test that is another now; none where nothing was loaded. */
export const otherProgramLines = (
  recorded: ProgramHashes,
  loaded: ProgramHashes | null,
): readonly string[] =>
  loaded === null
    ? []
    : PROGRAMS.filter(({ field }) => recorded[field] !== loaded[field]).map(({ field, name, option }) =>
        labelled(
          'programs',
          `recorded with another ${name} (sha256 ${recorded[field].slice(0, SHOWN)}...) than the one loaded now; ${option} names a build of your own`,
        ),
      );
