// Knows the published programs by their bytes: a file that is one of them is not somebody's own build, or one of another program.
import { readProgramFile } from './program-file';
import { sha256 } from './cache';
import { InputError } from './errors';
import { ACCOUNT_COMPRESSION, readManifest, type Manifest } from './release-manifest';

export type Role = 'system program' | 'account-compression program';

/** Where the bytes were published: the file in the package, for whom, and in which versions, newest first. */
export type Published = {
  readonly file: string;
  readonly role: Role | null;
  readonly versions: readonly string[];
};

/** Null for bytes that no pinned version has. */
export function publishedAs(bytes: Buffer, manifest: Manifest = readManifest()): Published | null {
  const hash = sha256(bytes);
  const found = Object.entries(manifest.releases).flatMap(([version, { files, systemProgram }]) =>
    Object.keys(files)
      .filter((file) => file.startsWith('bin/') && files[file] === hash)
      .map((file) => ({ file, version, isSystem: file === systemProgram })),
  );
  const [first] = found;
  if (first === undefined) return null;
  const other = first.file === ACCOUNT_COMPRESSION ? 'account-compression program' : null;
  return {
    file: first.file,
    role: first.isSystem ? 'system program' : other,
    versions: found.map(({ version }) => version),
  };
}

/**
 * What to say of a program file that was given as a build of `role` beside the accounts of `version`; null where there is nothing.
 * @throws InputError for a file that is no program, or is published as another program.
 */
export function remarkOn(path: string, role: Role, version: string): string | null {
  const published = publishedAs(readProgramFile(path));
  if (published === null) return null;
  const { file, versions } = published;
  const [newest = ''] = versions;
  if (published.role !== role)
    throw new InputError(
      `${path} is ${file} of ${newest}, as it is published, and no ${role}: give your build of the ${role}.`,
    );
  if (versions.includes(version)) return null;
  return `${path} is the published ${role} of ${newest}, here with the accounts of ${version}: --program-version ${newest} has its own accounts and baseline.`;
}
