import { isSymbolCell, marksOf, SYMBOL_CODES, SYMBOL_MEANINGS, type SymbolCode } from '../model/cell.ts';
import type { Claim } from '../model/claim.ts';
import { type Finding, isSynthetic, type Provenance } from '../model/finding.ts';
import type { ResultTable, Row } from '../model/table.ts';

/**
 * The text of `findings.json`: the figures and claims of a report for machines, with ids in code-unit order.
 *
 *     {
 *       "report": "care-trends",
 *       "synthetic": false,
 *       "findings": { "<id>": { value, unit, decimals, text, n, interval, p, method, definition, synthetic, sources, script, place, query } },
 *       "claims": { "<id>": { statement, holds, verdict, evidence, synthetic, source?, explanation? } },
 *       "tables": { "<name>": { title, key, fields, rows, symbols, synthetic, sources, script, place, query } },
 *       "scripts": { "<path>": { hash, parameters } }
 *     }
 *
 * `value` is exact and in the stated unit; `text` is what the reader sees, non-breaking spaces and U+2212
 * included. `synthetic` of a finding is whether it rests on made-up records, of a claim whether one of its findings does.
 * `sources` lists the data: `{resource, title, path, hash, licence}`. `place` is `{file, line}`: where the script
 * gives the id. `verdict` is null for a claim of our own; a published one has its `source` and `explanation`. The
 * cells of a table are in `tables/<name>.csv`; `symbols` says which stand in it: `{"c": {meaning, cells}}`. What is not known is null.
 */
export function writeFindingsJson(
  report: string,
  synthetic: boolean,
  findings: readonly Finding[],
  claims: readonly Claim[],
  tables: readonly ResultTable[] = [],
): string {
  const madeUp = new Set(findings.filter(({ provenance }) => isSynthetic(provenance)).map(({ id }) => id));
  const content = {
    report,
    synthetic,
    findings: byId(findings, describeFinding),
    claims: byId(claims, (claim) => describeClaim(claim, madeUp)),
    tables: byId(
      tables.map((table) => ({ ...table, id: table.name })),
      describeTable,
    ),
    scripts: byId(
      [...findings, ...tables].map(({ provenance }) => ({ ...provenance, id: provenance.script })),
      ({ scriptHash, parameters }) => ({ hash: scriptHash, parameters }),
    ),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function byId<T extends { readonly id: string }>(items: readonly T[], describe: (item: T) => object): object {
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(sorted.map((item) => [item.id, describe(item)]));
}

function describeFinding(finding: Finding): object {
  const { value, unit, decimals, text, n, interval, p, method, definition, provenance } = finding;
  return {
    value,
    unit,
    decimals,
    text,
    n,
    interval: interval && { low: interval.low, high: interval.high, level: interval.level },
    p,
    method,
    definition,
    ...describeProvenance(provenance),
  };
}

function describeTable({ title, key, fields, rows, provenance }: ResultTable): object {
  return {
    title,
    key,
    fields: fields.map(({ name, title: heading, unit, decimals }) => ({
      name,
      title: heading ?? null,
      unit: unit ?? null,
      decimals: decimals ?? null,
    })),
    rows: rows.length,
    symbols: countSymbols(rows),
    ...describeProvenance(provenance),
  };
}

function describeProvenance(provenance: Provenance): object {
  return {
    synthetic: isSynthetic(provenance),
    sources: provenance.resources.map(({ name, title, path, hash, licence }) => ({
      resource: name,
      title,
      path,
      hash,
      licence,
    })),
    script: { path: provenance.script, hash: provenance.scriptHash },
    ...(provenance.elsewhere === undefined ? {} : { elsewhere: provenance.elsewhere }),
    place: provenance.place,
    query: provenance.query,
  };
}

function describeClaim(claim: Claim, madeUp: ReadonlySet<string>): object {
  const { statement, holds, evidence, published } = claim;
  const synthetic = evidence.some((id) => madeUp.has(id));
  const base = { statement, holds, verdict: published?.verdict ?? null, evidence, synthetic };
  return published === null
    ? base
    : { ...base, source: published.source, explanation: published.explanation };
}

/** How many cells are each symbol or bear it as a mark, in the order of a legend. */
function countSymbols(rows: readonly Row[]): object {
  const counts = new Map<SymbolCode, number>();
  for (const cell of rows.flatMap((row) => Object.values(row))) {
    for (const code of isSymbolCell(cell) ? [cell.symbol] : marksOf(cell))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return Object.fromEntries(
    SYMBOL_CODES.flatMap((code) => {
      const cells = counts.get(code);
      return cells === undefined ? [] : [[code, { meaning: SYMBOL_MEANINGS[code], cells }]];
    }),
  );
}
