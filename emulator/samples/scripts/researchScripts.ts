import type { SampleScript } from '../../store/sqlScripts.ts';
import { byAzureCli, byStudio, serverless } from './authors.ts';

const genome = { pool: 'GenomeDW', database: 'GenomeDW' };

/** Names and folders that are legal and odd, texts in odd encodings, and one script of a megabyte. */
export function* researchScripts(): Generator<SampleScript> {
  const odd = { folder: 'Odd names', target: serverless, resultLimit: 5000 };
  for (const name of [
    'Ünïcode & <b>"quotes"</b> ..x',
    "it's 100 % #1?",
    '$(command-line) $(debug)',
    'name.with.dots.sql',
    'CON',
    '陈美的查询 🧬',
    '%2e%2e%2fencoded',
    'A [link](command:quit) *in* markdown',
    `long ${'name '.repeat(51)}`.slice(0, 260).trim(),
  ]) {
    yield byStudio(name, `-- ${name}\nSELECT 1 AS one;\n`, odd);
  }
  yield byStudio('Deep', 'SELECT 42;', { folder: 'a/b/c/d/e/f/g/h', target: genome, resultLimit: -1 });
  yield byStudio('Übersicht', 'SELECT 1;', { folder: 'Übersicht & Größe', target: genome });
  yield byStudio('Folder with odd segments', 'SELECT 1;', { folder: '/leading//double/../up/', target: genome });
  yield byStudio('Mixed line ends', 'SELECT 1;\r\nSELECT 2;\nSELECT 3;\rSELECT 4;', { target: genome });
  yield byStudio('Begins with a byte order mark', "\uFEFFSELECT N'Größe';\r\n", { target: genome });
  yield byStudio('Only blanks', ' \t\r\n', {});
  yield byAzureCli('load_variants', largeText(), 'Load', genome);
}

/** About a megabyte of statements, as generators of scripts leave them. */
function largeText(): string {
  const rows = Array.from({ length: 16_000 }, (_, row) => {
    const position = 10_000 + row * 137;
    return `INSERT INTO dbo.Variants VALUES (${row}, 'chr${(row % 22) + 1}', ${position}, 'A', 'G');`;
  });
  return `${rows.join('\n')}\n`;
}
