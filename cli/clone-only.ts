// Commands that write into the project's own files: an installed package refuses them, since nothing is written there.
import { isClone } from '../programs/root';
import { badInput } from './failure';

/**
 * Refuses to go on in an installed package; `what` is the command, as the person typed it.
 * @throws Failure (exit code 2) with one sentence.
 */
export function onlyInClone(what: string, clone: boolean = isClone()): void {
  if (clone) return;
  throw badInput(
    `\`${what}\` writes into the project's own files, and this is an installed package: run it in a clone of the project.`,
  );
}
