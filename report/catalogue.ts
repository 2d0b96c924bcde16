// What the suite asks, as data: each rule, law and sweep, and the documents section by section (`list --json`).
import { DOCUMENT_SECTIONS } from '../spec/documents';
import { LAWS } from '../spec/laws';
import { notApplicable } from '../spec/needs';
import { RULES } from '../spec/rules';
import type { Source } from '../spec/rule';
import { VERSION_SHAPES } from '../spec/versions';
import catalogueSchema from './catalogue.schema.json';
import { documentLink } from './document-link';
import { keyRank, writeJson } from './json';
import type { SweepAbout } from './terminal/sweep-text';

type Asked = { readonly id: string; readonly area: string; readonly defaultRuns: number };
/** Every claim of the suite; of sweeps, what is told of them. */
export type Claims = {
  readonly asked: readonly Asked[];
  readonly sweeps: readonly (SweepAbout & Pick<Asked, 'area'>)[];
};

const sourceOf = ({ document, section }: Source): object => ({
  document,
  section,
  ...(documentLink(document, section) && { link: documentLink(document, section) }),
});

/** The versions that it is not about, each with the reason. */
const notAbout = (id: string): readonly object[] =>
  Object.keys(VERSION_SHAPES).flatMap((version) => {
    const why = notApplicable(id, version);
    return why === null ? [] : [{ version, why }];
  });

/** The text of the catalogue: the same text for the same suite. */
export function writeCatalogue({ asked, sweeps }: Claims): string {
  const casesOf = new Map(asked.map(({ id, defaultRuns }) => [id, defaultRuns]));
  const common = (id: string): object => ({ cases: casesOf.get(id) ?? 0, notApplicable: notAbout(id) });
  const areaOf = new Map(asked.map(({ id, area }) => [id, area]));
  const rules = RULES.map(({ id, area, statement, provenance, expects, sources, note }) => ({
    id,
    area,
    statement,
    provenance,
    expects: expects.kind,
    code: expects.kind === 'rejects' ? expects.code : null,
    error: expects.kind === 'rejects' ? expects.error : null,
    sources: sources.map(sourceOf),
    ...(note !== undefined && { note }),
    ...common(id),
  }));
  const laws = LAWS.map(({ id, statement, sources, note }) => ({
    id,
    area: areaOf.get(id),
    statement,
    sources: sources.map(sourceOf),
    ...(note !== undefined && { note }),
    ...common(id),
  }));
  const swept = sweeps.map(({ id, area, title, draws }) => ({
    id,
    area,
    statement: `${title}.`,
    ...(draws !== undefined && { draws }),
    ...common(id),
  }));
  const catalogue = { formatVersion: 1, rules, laws, sweeps: swept, sections: DOCUMENT_SECTIONS };
  return writeJson(catalogue, keyRank(catalogueSchema));
}
