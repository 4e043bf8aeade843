import { globSync, readFileSync } from 'node:fs';

/**
 * The licenses of all packages that the bundles contain code of, as these licenses demand.
 * @param {...import('esbuild').Metafile} metafiles
 * @returns {string}
 */
export function thirdPartyNotices(...metafiles) {
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const file of Object.keys(inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
      if (folder) folders.add(folder);
    }
  }
  return [...folders]
    .sort()
    .map(notice)
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const texts = globSync(`${folder}/{LICENSE,LICENCE,license}*`).map((file) => readFileSync(file, 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}
