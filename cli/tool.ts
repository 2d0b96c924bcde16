// This tool's name and version, from package.json, and its worker's compiled script.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';

type Package = { readonly name: string; readonly version: string };

const { name, version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as Package;

export const VERSION: string = version;
export const TOOL = `${name} ${version}`;

/** What a worker process runs; the compiled one also where the command runs from sources, as in jest. */
export const WORKER: string = join(projectRoot(), 'dist', 'cli', 'worker.js');
