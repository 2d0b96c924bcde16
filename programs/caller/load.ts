// Loads the committed calling program.
import { loadOwn } from '../own';

/**
 * The calling program's ELF bytes.
 * @throws InputError when the file does not match its hash.
 */
export const loadCaller = (): Buffer => loadOwn('caller');
