// Starts the prover of the 0.27.0 package on the loopback interface, asks it for proofs, and stops it.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../programs/errors';
import { encodeProof, type Points } from './encode';

/** `ready` in milliseconds: how long to wait until the keys are read. */
export type ProverOptions = { readonly port?: number; readonly ready?: number; readonly program?: string };

export type Prover = {
  /**
   * 256 hexadecimal digits.
   * @throws InputError where the prover refuses the statement.
   */
  readonly prove: (request: object) => Promise<string>;
  readonly stop: () => Promise<void>;
};

const HOST = '127.0.0.1';
const PORT = 39431;
const READY = 60_000;
const POLL = 250;

/** @throws InputError anywhere but on Linux x64, for which the package has a prover. */
export function requirePlatform(platform: string = process.platform, arch: string = process.arch): void {
  if (platform === 'linux' && arch === 'x64') return;
  throw new InputError(
    `The package's prover runs on Linux x64 only, and this is ${platform} ${arch}: the committed proofs need none.`,
  );
}

/** @throws InputError where somebody listens already. */
async function requireFree(port: number): Promise<void> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ host: HOST, port }, () => resolve(true));
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (!free) throw new InputError(`Port ${port} of ${HOST} is taken: choose another one with --port.`);
}

/** The prover's two ports: its own, and one for metrics behind it. */
function start(folder: string, program: string, port: number): ChildProcess {
  const keys = `${join(folder, 'bin', 'proving-keys')}/`; // the prover wants the slash
  const addresses = ['--prover-address', `${HOST}:${port}`, '--metrics-address', `${HOST}:${port + 1}`];
  const child = spawn(program, ['start', '--keys-dir', keys, ...addresses, '--run-mode', 'local-rpc'], {
    stdio: 'ignore',
  });
  child.on('error', () => undefined); // shows as a process that never gets ready
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
  child.kill('SIGKILL');
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://${HOST}:${port}/health`)).ok;
  } catch {
    return false;
  }
}

async function untilReady(child: ChildProcess, port: number, patience: number): Promise<void> {
  for (let waited = 0; waited <= patience; waited += POLL) {
    if (child.exitCode !== null || child.pid === undefined) break;
    if (await isHealthy(port)) return;
    await sleep(POLL);
  }
  await stop(child);
  throw new InputError(
    `The prover did not get ready on port ${port}: free half a gigabyte of memory, or choose another --port.`,
  );
}

async function prove(port: number, request: object): Promise<string> {
  const answer = await fetch(`http://${HOST}:${port}/prove`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const text = await answer.text();
  if (!answer.ok)
    throw new InputError(`The prover refuses a statement (${text.trim()}): it does not hold, correct it.`);
  return encodeProof(JSON.parse(text) as Points);
}

/**
 * Starts the prover whose files lie in `folder`; it takes about 12 s and 0.5 GB.
 * @throws InputError on another platform, where a port is taken, and when it does not get ready.
 */
export async function startProver(folder: string, options: ProverOptions = {}): Promise<Prover> {
  requirePlatform();
  const { port = PORT, ready = READY, program = join(folder, 'bin', 'prover-linux-x64') } = options;
  await requireFree(port);
  await requireFree(port + 1);
  const child = start(folder, program, port);
  await untilReady(child, port, ready);
  return { prove: (request) => prove(port, request), stop: () => stop(child) };
}
