// Says in a person's words why a file or folder could not be written.

/** Node names a missing folder where it may not make it on a file system that is read-only. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it is not writable',
  EPERM: 'it is not writable',
  EROFS: 'its file system is read-only',
  ENOENT: 'its file system does not take it',
  EEXIST: 'a file is in its way',
  ENOTDIR: 'a file is in its way',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'a file would be larger than is allowed (ulimit -f)',
};

/** The reason for an error of the file system, or undefined for any other error. */
export const whyUnwritten = (error: unknown): string | undefined =>
  REASONS[(error as NodeJS.ErrnoException).code ?? ''];
