// Writes docs/operations.md: every declared operation, how it ends, where it is used, which test names it.
//   node scripts/generateOperations.ts           writes it
//   node scripts/generateOperations.ts --check   exits with 1 when it is stale
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { knownOperations } from '../src/features/restConsole/requests/operationCatalogue.ts';
import { operationsPage } from './generateOperations/operationsPage.ts';
import { readUses } from './generateOperations/uses.ts';
import { writeOrCheck } from './generatedFiles.ts';

const file = path.resolve(import.meta.dirname, '../docs/operations.md');
const text = operationsPage(knownOperations, readUses());
const formatted = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
writeOrCheck(new Map([[file, formatted]]));
