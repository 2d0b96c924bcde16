// The option that says which runtime the programs run on.
import { BACKENDS, type BackendName } from '../spec/runtime';
import { NOT_ON_LITESVM } from '../spec/runtime-differences';
import { badInput } from './failure';
import type { ProgramOptions } from './program-options';

const isBackend = (name: string): name is BackendName => (BACKENDS as readonly string[]).includes(name);

/**
 * The runtime that is named; bankrun where none is.
 * @throws Failure with exit code 2 for an unknown name, and for versions whose programs LiteSVM cannot run.
 */
export function backendOf(name: string | undefined, { programVersion }: ProgramOptions): BackendName {
  if (name === undefined) return 'bankrun';
  if (!isBackend(name)) throw badInput(`--backend must be bankrun, litesvm or both, but is "${name}".`);
  const without = [...NOT_ON_LITESVM].join(' and ');
  if (name === 'bankrun' || programVersion === undefined) return name;
  if (programVersion === 'all')
    throw badInput(
      `The programs of ${without} cannot hash on LiteSVM, whose Poseidon syscall refuses what they pass it: with \`all\`, leave --backend out.`,
    );
  if (NOT_ON_LITESVM.has(programVersion))
    throw badInput(
      `The programs of ${programVersion} cannot hash on LiteSVM, whose Poseidon syscall refuses what they pass it: run them with --backend bankrun.`,
    );
  return name;
}
