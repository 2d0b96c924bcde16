// Puts the verifying keys that the committed proofs were made for in the place of a program's own: points of curves, no code.
import { createHash } from 'node:crypto';
import table from './verifying-keys.json';

/** A key as the compiler lays it out: where its points for the inputs are, how many, how many inputs; then four points. */
const POINTER_HIGH = 4;
const COUNT = 8;
const INPUTS = 16;
const POINTS = 24;
/** Bytes of a point of the first curve. */
const POINT = 64;

/** Puts the keys into a file that differs from the known program in code or text only; the file stays as it is. */
export type Rekey = (file: Buffer) => Buffer;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const rekeyed: Rekey = (file) => {
  const copy = Buffer.from(file);
  for (const { place, publicInputs, points, inputPoints } of table.keys) {
    const [count, inputs] = [copy.readUInt32LE(place + COUNT), copy.readUInt32LE(place + INPUTS)];
    if (inputs !== publicInputs || count !== publicInputs + 1 || inputPoints.length !== 2 * POINT * count)
      throw new Error(`There is no key for ${publicInputs} public inputs at ${place}.`);
    copy.write(points, place + POINTS, 'hex');
    copy.write(inputPoints, copy.readUInt32LE(place + POINTER_HIGH), 'hex'); // the file is laid out as the memory is
  }
  return copy;
};

/** How the committed proofs become valid on a program; null where its keys' places are not known. */
export const rekeyOf = (systemProgram: Buffer): Rekey | null =>
  sha256(systemProgram) === table.into.systemProgram ? rekeyed : null;
