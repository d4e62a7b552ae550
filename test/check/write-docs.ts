/** `npx node test/check/write-docs.ts`: writes the pages of `docs/` that come from the code. */
import { writeFileSync } from 'node:fs';
import { generatedDocs } from './generated-docs.ts';

for (const [path, text] of generatedDocs()) writeFileSync(path, text);
