// The errors that no document names, as frozen for the program and for the same program with the keys of the committed proofs.
import { KEYS_OF } from '../../spec/versions';
import { frozenErrors, loadBaseline, type BaselineFile } from '../baseline-file';
import type { OpenOptions } from '../protocol';

/** With these keys, what claims about proofs end with is what the keys' own version has frozen; without them it is not. */
export function frozenOf(baseline: BaselineFile | null): Pick<OpenOptions, 'frozen' | 'frozenWithKeys'> {
  const { frozen } = frozenErrors(baseline);
  const { frozen: others = [] } = frozenErrors(loadBaseline(undefined, KEYS_OF));
  const aboutProofs = others.filter(({ rule }) => rule.startsWith('proofs/'));
  return frozen === undefined ? {} : { frozen, frozenWithKeys: [...frozen, ...aboutProofs] };
}
