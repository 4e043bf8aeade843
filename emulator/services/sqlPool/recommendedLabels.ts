import { idOf } from '../../store/ids.ts';
import type { JsonObject } from '../requestBody.ts';

/** Labels and kinds of information as Azure SQL comes with them; what a column's name tells. */
const kinds: readonly (readonly [pattern: RegExp, informationType: string, labelName: string, rank: string])[] = [
  [/e-?mail|phone|address|city|postal|zip/i, 'Contact Info', 'Confidential', 'Medium'],
  [/(first|last|full|customer|patient|employee)_?name/i, 'Name', 'Confidential - GDPR', 'Medium'],
  [/birth|age$/i, 'Date Of Birth', 'Confidential - GDPR', 'Medium'],
  [/iban|account|credit|card/i, 'Credit Card', 'Confidential', 'Medium'],
  [/salary|amount|price|revenue|tax|budget/i, 'Financial', 'Confidential', 'Medium'],
  [/ssn|national_?id|passport/i, 'National ID', 'Confidential - GDPR', 'High'],
  [/diagnos|genome|health|blood/i, 'Health', 'Confidential - GDPR', 'High'],
];

export function recommendedLabel(columnName: string): JsonObject | undefined {
  const found = kinds.find(([pattern]) => pattern.test(columnName));
  if (found === undefined) return undefined;
  const [, informationType, labelName, rank] = found;
  return {
    labelName,
    labelId: idOf('sensitivity label', labelName),
    informationType,
    informationTypeId: idOf('information type', informationType),
    rank,
    isDisabled: false,
  };
}
