// Turns errors and sections that a person asks about into the rules and laws that are about them.
import { DOCUMENT_SECTIONS, type DocumentSection } from '../spec/documents';
import { notApplicable } from '../spec/needs';
import { anchorOf } from '../report/document-link';
import { headingText } from '../report/terminal/text';
import { commandName } from '../programs/command-name';
import { ERROR_NAMES, errorsNamed, plainTarget } from './error-target';
import { badInput } from './failure';
import { unknownName } from './near';

/** As typed: numbers, hex or names of errors; `<document>`, `<document>#<heading>` or `<heading>`. */
export type About = {
  readonly code?: readonly string[] | undefined;
  readonly section?: readonly string[] | undefined;
};

/** The rules that stand for a documented error. @throws Failure with exit code 2 where no document names it. */
function rulesOfError(target: string): readonly string[] {
  const plain = plainTarget(target);
  const rows = errorsNamed(target);
  if (rows.length > 0) return rows.flatMap(({ rules }) => rules);
  const hint = `\`${commandName()} codes ${/^\d+$/.test(plain) ? plain : '<code>'}\` says what is known of any other.`;
  throw badInput(unknownName('documented error', target, { known: ERROR_NAMES, hint }));
}

/** A heading as people type it: as it stands, without marks, or as GitHub's anchors spell it. */
const plainHeading = (heading: string): string => anchorOf(headingText(heading));

const isDocument = (name: string, { document }: DocumentSection): boolean =>
  document.toLowerCase() === name.toLowerCase();

/** A section with all that lies below its heading. */
const withBelow = (start: number): readonly DocumentSection[] => {
  const [top, ...behind] = DOCUMENT_SECTIONS.slice(start);
  if (top === undefined) return [];
  const end = behind.findIndex(({ document, level }) => document !== top.document || level <= top.level);
  return [top, ...(end < 0 ? behind : behind.slice(0, end))];
};

/** The sections that a name means. */
function sectionsNamed(name: string): readonly DocumentSection[] {
  const whole = DOCUMENT_SECTIONS.filter((section) => isDocument(name, section));
  if (whole.length > 0) return whole;
  const [document, heading] = name.includes('#') ? name.split(/#(.*)/s) : [undefined, name];
  const wanted = plainHeading(heading ?? '');
  return DOCUMENT_SECTIONS.flatMap((section, at) =>
    plainHeading(section.section) === wanted && (document === undefined || isDocument(document, section))
      ? withBelow(at)
      : [],
  );
}

/** The rules and laws that cover a section. @throws Failure with exit code 2 for an unknown one, and for one without any. */
function rulesOfSection(name: string): readonly string[] {
  const sections = sectionsNamed(name);
  if (sections.length === 0) {
    const known = [
      ...new Set(DOCUMENT_SECTIONS.flatMap(({ document, section }) => [document, headingText(section)])),
    ];
    const hint = `\`${commandName()} list --documents\` shows all.`;
    throw badInput(unknownName('section', name, { known, hint }));
  }
  const ids = sections.flatMap(({ rules, laws }) => [...rules, ...laws]);
  if (ids.length === 0)
    throw badInput(`No rule is about the section "${name}": \`${commandName()} list --documents\` says why.`);
  return ids;
}

/** Those alone that are about the version, where one is given. @throws Failure with exit code 2 where nothing of it is. */
function ofVersion(asked: string, ids: readonly string[], version: string | undefined): readonly string[] {
  if (version === undefined) return ids;
  const own = ids.filter((id) => notApplicable(id, version) === null);
  const why = notApplicable(ids[0] ?? '', version) ?? '';
  if (own.length === 0) throw badInput(`Nothing of ${version} is about ${asked}: ${why}`);
  return own;
}

/**
 * The ids of what is about the errors and sections, those alone that are about the version where one is given.
 * @throws Failure with exit code 2 for what is unknown, and for each of which nothing is about the version.
 */
export function askedAbout({ code = [], section = [] }: About, version?: string): readonly string[] {
  const ids = [
    ...code.flatMap((one) => ofVersion(one, rulesOfError(one), version)),
    ...section.flatMap((one) => ofVersion(one, rulesOfSection(one), version)),
  ];
  return [...new Set(ids)];
}
