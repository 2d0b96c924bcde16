// Says in one sentence why a download failed and what to do about it.
import { fetchCommand, InputError } from './errors';
import { whyUnwritten } from './why-unwritten';

const OFFLINE =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|FETCH_ERROR|E5\d\d)$/;

function sentence(code: string, version: string, cache: string): string | undefined {
  if (code === 'EINTEGRITY')
    return `The package downloaded for version ${version} does not have its pinned hash: do not use it, and check where it came from before you run \`${fetchCommand(version)}\` again.`;
  if (OFFLINE.test(code))
    return `Version ${version} is not in the cache, or damaged there, and could not be downloaded (${code}): run \`${fetchCommand(version)}\` with network access.`;
  if (code === 'E404' || code === 'ETARGET')
    return `The npm registry has no version ${version} of the package: check the registry setting.`;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk is full: make room for the cache folder ${cache} and run \`${fetchCommand(version)}\` again.`;
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return `The cache folder ${cache} cannot be made, since a file is in its way: name another folder by CPI_CONFORMANCE_CACHE, or move that file, and run \`${fetchCommand(version)}\` again.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT')
    return `The cache folder ${cache} cannot be written (${whyUnwritten({ code })}): make it writable, or name another one by CPI_CONFORMANCE_CACHE, and run \`${fetchCommand(version)}\` again.`;
  if (code.startsWith('Z_'))
    return `The package downloaded for version ${version} is damaged or cut short: run \`${fetchCommand(version)}\` again.`;
  return undefined;
}

/** Turns whatever went wrong into an InputError; keeps the original as its cause. */
export function explainFetch(error: unknown, version: string, cache: string): InputError {
  if (error instanceof InputError) return error;
  const { code = '', message } = error as { code?: string; message: string };
  const text = sentence(code, version, cache) ?? `Version ${version} could not be fetched: ${message}.`;
  return new InputError(text, { cause: error });
}
