// Reads the entries of a tar stream, keeping only the wanted ones, and refuses what could leave a folder.
import { InputError } from './errors';

/** A wanted regular file of the archive. */
export type TarFile = { readonly path: string; readonly bytes: Buffer };

type Header = { readonly path: string; readonly type: string; readonly size: number };
type Source = AsyncIterable<Buffer>;

/** Hands out a stream's bytes in pieces of the asked length; fewer at its end. */
type Reader = {
  readonly take: (length: number) => Promise<Buffer>;
  readonly skip: (length: number) => Promise<void>;
};

const BLOCK = 512;
const FILE = ['0', '\0', ''];
const FOLDER = '5';

function byteReader(source: Source): Reader {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const piece = async (limit: number): Promise<Buffer> => {
    if (rest.length === 0) rest = (await chunks.next()).value ?? rest;
    const out = rest.subarray(0, limit);
    rest = rest.subarray(out.length);
    return out;
  };
  const each = async (length: number, use: (bytes: Buffer) => void): Promise<void> => {
    for (let left = length; left > 0;) {
      const bytes = await piece(left);
      if (bytes.length === 0) return;
      use(bytes);
      left -= bytes.length;
    }
  };
  const take = async (length: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    await each(length, (bytes) => parts.push(bytes));
    return Buffer.concat(parts);
  };
  return { take, skip: (length) => each(length, () => undefined) };
}

function readHeader(block: Buffer): Header {
  const text = (from: number, to: number) => block.toString('utf8', from, to).replace(/\0.*$/s, '');
  const prefix = text(257, 262) === 'ustar' ? text(345, 500) : '';
  const size = Number.parseInt(text(124, 136).trim() || '0', 8);
  if (!Number.isSafeInteger(size))
    throw new InputError('The package has a damaged tar header: fetch it again.');
  return { path: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), type: text(156, 157), size };
}

function refuseEscape({ path, type }: Header): void {
  const leaves = /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(path);
  if (leaves)
    throw new InputError(`The package has an entry that would leave its folder (${path}): do not use it.`);
  if (type === FOLDER || FILE.includes(type)) return;
  throw new InputError(
    `The package has an entry that is no plain file (${path}, type ${type}): do not use it.`,
  );
}

/**
 * Yields the wanted files in the archive's order; reads the source to its end.
 * @throws InputError for an entry with an absolute path or `..`, for links and devices, and for a cut archive.
 */
export async function* readTar(source: Source, wanted: (path: string) => boolean): AsyncGenerator<TarFile> {
  const reader = byteReader(source);
  for (let block = await reader.take(BLOCK); block.length > 0; block = await reader.take(BLOCK)) {
    if (block.every((byte) => byte === 0)) continue; // the end marker, or what pads it
    if (block.length < BLOCK)
      throw new InputError('The package ends in the middle of a file: fetch it again.');
    const header = readHeader(block);
    refuseEscape(header);
    const padded = Math.ceil(header.size / BLOCK) * BLOCK;
    if (!wanted(header.path)) await reader.skip(padded);
    else yield { path: header.path, bytes: (await reader.take(padded)).subarray(0, header.size) };
  }
}
