// The command `list`: the rules by area, the laws and the sweeps, or the documents with what covers them, or all as data.
import { writeCatalogue } from '../report/catalogue';
import { DOCUMENT_SECTIONS } from '../spec/documents';
import { LAWS } from '../spec/laws';
import { RULES } from '../spec/rules';
import { documentList, lawList, ruleList } from '../report/terminal/list';
import { paintFor } from '../report/terminal/paint';
import { sweepList } from '../report/terminal/sweep-text';
import { allClaims } from './engine';

type ListFlags = { readonly documents?: boolean; readonly json?: boolean };

async function listed({ documents, json }: ListFlags): Promise<string> {
  const paint = paintFor(process.stdout.isTTY, process.env);
  if (documents === true && json !== true) return documentList(DOCUMENT_SECTIONS, paint);
  const asked = await allClaims();
  const sweeps = asked.filter(({ kind }) => kind === 'sweep');
  if (json === true) return writeCatalogue({ asked, sweeps }).trimEnd();
  return [ruleList(RULES, paint), '', lawList(LAWS, paint), '', sweepList(sweeps, paint)].join('\n');
}

/** Prints the list. */
export async function list(flags: ListFlags): Promise<number> {
  process.stdout.write(`${await listed(flags)}\n`);
  return 0;
}
