/**
 * `npm run check-pdf-ua [-- <id or file> …]`: the PDFs of the editions in `output/`, or those that are named, against
 * PDF/UA-1 with veraPDF. It ends with 0 where all pass, 1 where one fails, and 2 where Java, Maven or veraPDF is
 * missing, so that nothing was checked.
 */
import { existsSync, globSync } from 'node:fs';
import process from 'node:process';
import { validatePdfUa } from './validate-pdf-ua.ts';

const SHOWN = 10;

const named = process.argv.slice(2);
const files =
  named.length === 0
    ? globSync('output/*/*.pdf').sort()
    : named.map((name) => (name.endsWith('.pdf') ? name : `output/${name}/${name}.pdf`));
const absent = files.filter((file) => !existsSync(file));
if (files.length === 0 || absent.length > 0) {
  console.error(
    `${absent.length === 0 ? 'output/ holds no PDF' : `there is no ${absent.join(', ')}`}: npm run build-report makes them`,
  );
  process.exit(1);
}

const result = validatePdfUa(files, { fetch: true });
if (result.missing !== undefined) {
  console.error(
    `NOT CHECKED against PDF/UA-1: ${result.missing}. It needs Java 11 or newer (a JDK) and Maven.`,
  );
  process.exit(2);
}
for (const [file, failures] of result.failures) {
  console.log(`${failures.length === 0 ? 'passes' : 'FAILS '}  ${file}`);
  for (const { clause, message, where } of failures.slice(0, SHOWN)) {
    console.log(`        ${clause}: ${message}\n          ${where}`);
  }
  if (failures.length > SHOWN) console.log(`        and ${failures.length - SHOWN} more`);
}
const failed = [...result.failures.values()].filter((failures) => failures.length > 0).length;
console.log(
  failed === 0
    ? `${files.length} of ${files.length} pass PDF/UA-1 (veraPDF)`
    : `${failed} of ${files.length} fail PDF/UA-1 (veraPDF)`,
);
process.exit(failed === 0 ? 0 : 1);
