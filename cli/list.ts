// The command `list`: the rules by area, the laws and the sweeps, or the documents with what covers them.
import { DOCUMENT_SECTIONS } from '../spec/documents';
import { LAWS } from '../spec/laws';
import { RULES } from '../spec/rules';
import { documentList, lawList, ruleList } from '../report/terminal/list';
import { paintFor, type Paint } from '../report/terminal/paint';
import { sweepList } from '../report/terminal/sweep-text';
import { allClaims } from './engine';

async function claimList(paint: Paint): Promise<string> {
  const sweeps = (await allClaims()).filter(({ kind }) => kind === 'sweep');
  return [ruleList(RULES, paint), '', lawList(LAWS, paint), '', sweepList(sweeps, paint)].join('\n');
}

/** Prints the list. */
export async function list({ documents }: { readonly documents?: boolean }): Promise<number> {
  const paint = paintFor(process.stdout.isTTY, process.env);
  const text = documents === true ? documentList(DOCUMENT_SECTIONS, paint) : await claimList(paint);
  process.stdout.write(`${text}\n`);
  return 0;
}
