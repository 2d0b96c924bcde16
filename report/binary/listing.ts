// coverage.txt: what was never executed, function by function, the largest part first, with the code around it.
import type { ProgramShape } from '../../spec/reach';
import type { BinaryCoverage, Unexecuted } from './types';

/** Slots of executed code shown in front of what was not executed. */
const AROUND = 3;
/** A longer stretch is cut: the numbers say how long it is. */
const LONGEST = 40;

const HOW: Readonly<Record<Unexecuted['reached'], string>> = {
  directly: 'called directly',
  indirectly: 'called through registers only',
  never: 'no call leads here',
};

function rangeLines([from, to]: readonly [number, number], start: number, shape: ProgramShape): string[] {
  const before = shape.disassemble(Math.max(start, from - AROUND), from);
  const missing = shape.disassemble(from, to);
  const cut = missing.length - LONGEST;
  return [
    ...before.map((line) => `    ${line}`),
    ...missing.slice(0, LONGEST).map((line) => `  - ${line}`),
    ...(cut > 0 ? [`  - ... ${cut} more instructions up to ${to}`] : []),
    '',
  ];
}

const functionLines = (one: Unexecuted, shape: ProgramShape): string[] => [
  `${one.function}: ${one.missing} of ${one.instructions} instructions never executed (pc ${one.start} to ${one.end}, file offset 0x${one.fileOffset.toString(16)}, ${HOW[one.reached]})`,
  '',
  ...(one.missing === one.instructions
    ? rangeLines([one.start, one.end], one.start, shape)
    : one.ranges.flatMap((range) => rangeLines(range, one.start, shape))),
];

/** The whole listing. Lines with `-` were never executed; those without are what ran in front of them. */
export const listingText = ({ unexecuted, programs, plans }: BinaryCoverage, shape: ProgramShape): string =>
  [
    `Never executed by ${plans} plans: the system program ${programs.version}, sha256 ${programs.systemProgram}.`,
    'A pc counts slots of eight bytes from the start of .text. Lines with "-" were never executed.',
    '',
    ...unexecuted.flatMap((one) => functionLines(one, shape)),
  ].join('\n');
