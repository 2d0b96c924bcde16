// Loads the committed recording program, which stands in for account-compression and logs what it is handed.
import { loadOwn } from '../own';

/**
 * The recording program's ELF bytes.
 * @throws InputError when the file does not match its hash.
 */
export const loadRecorder = (): Buffer => loadOwn('recorder');
