// Splits what a context is to hold among several writes, so that the first brings something and the last the rest.
import type { WriteDraft } from './context';

type Content = Pick<WriteDraft, 'outputs' | 'inputs' | 'newAddresses'>;

/** Where a list is cut, in hundredths of its length. */
export type Cuts = readonly number[];

/** A list with two entries or more has one for the first write and one for the last. */
const bounded = (mark: number, length: number): number =>
  length < 2 ? mark : Math.min(Math.max(1, mark), length - 1);

const marksOf = (length: number, count: number, cuts: Cuts): readonly number[] => [
  0,
  ...cuts
    .slice(0, count - 1)
    .map((cut) => bounded(Math.floor((length * cut) / 100), length))
    .sort((a, b) => a - b),
  length,
];

const partOf = <T>(list: readonly T[], marks: readonly number[], position: number): readonly T[] =>
  list.slice(marks[position], marks[position + 1]);

/** The content in so many parts, in order. */
export const partsOf = (content: Content, count: number, cuts: Cuts): readonly Content[] => {
  const { outputs, inputs, newAddresses } = content;
  const [o, i, a] = [outputs, inputs, newAddresses].map(({ length }) => marksOf(length, count, cuts));
  return Array.from({ length: count }, (_, position) => ({
    outputs: partOf(outputs, o ?? [], position),
    inputs: partOf(inputs, i ?? [], position),
    newAddresses: partOf(newAddresses, a ?? [], position),
  }));
};
