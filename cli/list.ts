// The command `list`: the rules by area and the laws, or the documents with what covers them.
import { DOCUMENT_SECTIONS } from '../spec/documents';
import { LAWS } from '../spec/laws';
import { RULES } from '../spec/rules';
import { documentList, lawList, ruleList } from '../report/terminal/list';
import { paintFor } from '../report/terminal/paint';

/** Prints the list. */
export function list({ documents }: { readonly documents?: boolean }): number {
  const paint = paintFor(process.stdout.isTTY, process.env);
  const text =
    documents === true
      ? documentList(DOCUMENT_SECTIONS, paint)
      : [ruleList(RULES, paint), '', lawList(LAWS, paint)].join('\n');
  process.stdout.write(`${text}\n`);
  return 0;
}
