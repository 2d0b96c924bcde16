// What a run left out because the version has nothing of it, with the reasons; and the same for one rule.
import type { Needs } from '../../spec/needs';
import { VERSION_SHAPES } from '../../spec/versions';
import type { Report } from '../report-types';
import type { Paint } from './paint';
import { plural, wrap } from './text';

/** Ids with the same reason stand together. */
export function notApplicableText({ notApplicable, programs }: Report, paint: Paint): string {
  if (notApplicable.length === 0) return '';
  const reasons = [...new Set(notApplicable.map(({ why }) => why))];
  const lines = reasons.map((why) => {
    const ids = notApplicable.filter((one) => one.why === why).map(({ id }) => id);
    return wrap(`${ids.join(', ')}: ${why}`, 2, 4);
  });
  const head = `not applicable to ${programs.version}: neither run nor counted`;
  return [paint('bold', head), ...lines, `  ${plural(notApplicable.length, 'rule')}.`, ''].join('\n');
}

/** The versions that have nothing of what a rule needs, and why. */
export function needsText({ feature, why }: Needs): string {
  const without = Object.entries(VERSION_SHAPES).filter(([, { features }]) => !features.has(feature));
  return `not applicable to ${without.map(([version]) => version).join(', ')}: ${why}`;
}
