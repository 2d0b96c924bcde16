// A file of eight bytes in which a worker notes the case it is about to run, so that a crash can be named.
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** `index` of the case in its claim, -1 before the first, or IN_WITNESS; `beat` grows with every note. */
export type Progress = { readonly index: number; readonly beat: number };

const SIZE = 8;

/** Opens the file for writing; the returned function notes one case and costs some microseconds. */
export function progressWriter(path: string): (index: number) => void {
  const file = openSync(path, 'w');
  const bytes = Buffer.alloc(SIZE);
  let beat = 0;
  return (index) => {
    beat = (beat + 1) >>> 0;
    bytes.writeInt32LE(index, 0);
    bytes.writeUInt32LE(beat, 4);
    writeSync(file, bytes, 0, SIZE, 0);
  };
}

/** The last note; index -1 and beat 0 when there is none. */
export function readProgress(path: string): Progress {
  const bytes = Buffer.alloc(SIZE);
  try {
    const file = openSync(path, 'r');
    const count = readSync(file, bytes, 0, SIZE, 0);
    closeSync(file);
    if (count < SIZE) return { index: -1, beat: 0 };
  } catch {
    return { index: -1, beat: 0 };
  }
  return { index: bytes.readInt32LE(0), beat: bytes.readUInt32LE(4) };
}
