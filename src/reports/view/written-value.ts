import { formatValue } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';

/** A figure with its unit as people say it. */
export function writtenValue(value: number | null, unit: string): string {
  if (value === null) return formatValue(value, unit);
  const plain = formatValue(value, '1');
  switch (unit) {
    case 'person':
      return text('page.unit.people', { value: plain, count: value });
    case '1/person':
      return text('page.unit.each', { value: plain });
    case 'month':
      return text('page.unit.months', { value: plain, count: value });
    default:
      return formatValue(value, unit).replace(/\.00(?!\d)/, '');
  }
}
