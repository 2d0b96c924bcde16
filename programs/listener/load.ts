// Loads the committed listening program, which stands in for the system program and logs what it is handed.
import { loadOwn } from '../own';

/**
 * The listening program's ELF bytes.
 * @throws InputError when the file does not match its hash.
 */
export const loadListener = (): Buffer => loadOwn('listener');
