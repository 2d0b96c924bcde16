// Makes `dist/` what the package ships: compiled from the sources as they are, and nothing of sources that are gone.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

for (const name of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
  const source = name.replace(/\.(?:d\.ts|js|js\.map)$/, '.ts');
  if (source !== name && !existsSync(join(root, source))) rmSync(join(root, 'dist', name));
}
