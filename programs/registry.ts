// Finds the npm registry this machine is set up to use; pacote itself does not read npm's settings.
import { execFileSync } from 'node:child_process';

let answered: string | undefined;

function askNpm(): string | undefined {
  try {
    const shell = process.platform === 'win32';
    const answer = execFileSync('npm', ['config', 'get', 'registry'], {
      encoding: 'utf8',
      stdio: 'pipe',
      shell,
    });
    return answer.trim();
  } catch {
    return undefined;
  }
}

/** The registry's address from npm's environment or settings; undefined leaves the choice to pacote. */
export function npmRegistry(): string | undefined {
  const found = (answered ??= process.env['npm_config_registry'] ?? askNpm());
  return found?.startsWith('http') ? found : undefined;
}
