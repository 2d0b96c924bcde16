// Reads programs/manifest.json: which published versions can be tested, and the hash of every file needed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type JSONSchemaType } from 'ajv';
import { InputError } from './errors';
import { projectRoot } from './root';

/** One pinned version of the npm package. Sizes in bytes; files are paths inside the package. */
export type Release = {
  /** Of the tarball, as npm writes it: `sha512-` and base64. */
  readonly integrity: string;
  readonly systemProgram: string;
  /** The layout version of the CPI context accounts among the fixtures, and their size in bytes. */
  readonly contextAccount: { readonly version: number; readonly size: number };
  /** The needed files and the sha256 (hex) of each; what is under `accounts/` is a fixture. */
  readonly files: Readonly<Record<string, string>>;
};

/** The pinned versions of the npm package, newest first. */
export type Manifest = {
  readonly package: string;
  readonly default: string;
  readonly releases: Readonly<Record<string, Release>>;
};

const SHA256 = '^[0-9a-f]{64}$';
const FILE = '^(bin|accounts)/\\w[\\w.-]*$';

const RELEASE: JSONSchemaType<Release> = {
  type: 'object',
  additionalProperties: false,
  required: ['integrity', 'systemProgram', 'contextAccount', 'files'],
  properties: {
    integrity: { type: 'string', pattern: '^sha512-[A-Za-z0-9+/]{86}==$' },
    systemProgram: { type: 'string', pattern: FILE },
    contextAccount: {
      type: 'object',
      required: ['version', 'size'],
      properties: { version: { type: 'integer', enum: [1, 2] }, size: { type: 'integer', minimum: 1 } },
    },
    files: {
      type: 'object',
      required: [],
      propertyNames: { pattern: FILE },
      additionalProperties: { type: 'string', pattern: SHA256 },
    },
  },
};

const SCHEMA: JSONSchemaType<Manifest> = {
  type: 'object',
  required: ['package', 'default', 'releases'],
  properties: {
    package: { type: 'string' },
    default: { type: 'string' },
    releases: { type: 'object', required: [], additionalProperties: RELEASE },
  },
};

/** The account-compression program's file, the same in every version. */
export const ACCOUNT_COMPRESSION = 'bin/account_compression.so';

let cached: Manifest | undefined;

function requireConsistent(manifest: Manifest): void {
  releaseOf(manifest, manifest.default);
  for (const [version, { files, systemProgram }] of Object.entries(manifest.releases))
    for (const file of [systemProgram, ACCOUNT_COMPRESSION])
      if (!Object.hasOwn(files, file))
        throw new InputError(
          `The manifest of programs pins no hash of ${file} for version ${version}: add it.`,
        );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`The manifest of programs is not JSON: ${(error as Error).message}.`);
  }
}

/**
 * Checks a manifest's text.
 * @throws InputError naming the place that is wrong.
 */
export function parseManifest(text: string): Manifest {
  const value = parseJson(text);
  const ajv = new Ajv({ validateSchema: false, meta: false }); // the schema is ours, and typed
  if (!ajv.validate(SCHEMA, value)) {
    const why = ajv.errorsText(ajv.errors, { dataVar: 'manifest' });
    throw new InputError(`The manifest of programs is not valid: ${why}.`);
  }
  requireConsistent(value);
  return value;
}

/** The project's own manifest; read and checked once per process. */
export function readManifest(): Manifest {
  const path = join(projectRoot(), 'programs', 'manifest.json');
  cached ??= parseManifest(readFileSync(path, 'utf8'));
  return cached;
}

/**
 * The pinned files of one version.
 * @throws InputError listing the known versions.
 */
export function releaseOf(manifest: Manifest, version: string): Release {
  const release = Object.hasOwn(manifest.releases, version) ? manifest.releases[version] : undefined;
  if (release) return release;
  const known = Object.keys(manifest.releases).join(', ');
  throw new InputError(`There is no pinned version "${version}": choose one of ${known}.`);
}
