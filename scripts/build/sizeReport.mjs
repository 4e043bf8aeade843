import { filesAtStart } from './staticImports.ts';

const WORTH_A_LINE = 4 * 1024;

/**
 * What activation reads, what is read later, the pages, and the emulator.
 * @param {import('esbuild').Metafile} extension
 * @param {import('esbuild').Metafile} pages
 * @param {import('esbuild').Metafile} emulator
 * @returns {string} several lines of text
 */
export function sizeReport(extension, pages, emulator) {
  const atStart = filesAtStart(extension.outputs);
  const later = Object.keys(extension.outputs)
    .filter((file) => file.endsWith('.js') && !atStart.has(file))
    .map((file) => ({ file, bytes: extension.outputs[file].bytes }))
    .sort((a, b) => b.bytes - a.bytes);
  const large = later.filter(({ bytes }) => bytes >= WORTH_A_LINE);
  const small = later.slice(large.length);
  return [
    line('at start', total(extension, atStart), `${atStart.size} files that activation reads`),
    ...large.map(({ file, bytes }) => line('later', bytes, `${file}: ${mainContent(extension.outputs[file])}`)),
    line(
      'later',
      small.reduce((sum, { bytes }) => sum + bytes, 0),
      `${small.length} chunks below 4 KB`,
    ),
    ...Object.entries(pages.outputs)
      .filter(([file]) => /\.(js|css)$/.test(file))
      .map(([file, { bytes }]) => line('page', bytes, file)),
    line('emulator', emulator.outputs['dist/emulator.js'].bytes, 'dist/emulator.js'),
  ].join('\n');
}

function total(metafile, files) {
  return [...files].reduce((sum, file) => sum + metafile.outputs[file].bytes, 0);
}

/** The two packages or folders of ours that fill most of a chunk. */
function mainContent(output) {
  const bytes = new Map();
  for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
    const origin = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1] ?? file;
    bytes.set(origin, (bytes.get(origin) ?? 0) + bytesInOutput);
  }
  const largest = [...bytes].sort((a, b) => b[1] - a[1]).slice(0, 2);
  return largest.map(([origin]) => origin).join(', ') || 'shared parts';
}

function line(when, bytes, what) {
  return `${when.padEnd(9)} ${(bytes / 1024).toFixed(1).padStart(7)} KB  ${what}`;
}
