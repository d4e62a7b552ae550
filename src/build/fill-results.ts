import { expandText } from '../markup/expand-text.ts';
import type { MarkupContext } from '../markup/markup-context.ts';
import type { Claim } from '../model/claim.ts';
import type { Provenance } from '../model/finding.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { ResultTable } from '../model/table.ts';

type Results = Pick<MarkupContext, 'findings' | 'claims' | 'tables'>;

/**
 * Puts findings into the words that analyses return: statements and explanations of claims, titles, notes and
 * sources of tables. A finding named there is printed as anywhere else, hidden where it was hidden, and shares no
 * sentence with one of the other kind.
 * @param report path of the report, where nothing better is known of a message's place
 */
export function fillResults<T extends Results>(
  results: T,
  around: Pick<MarkupContext, 'references' | 'projects'>,
  report: string,
): Outcome<T> {
  const messages: Message[] = [];
  const context: MarkupContext = { ...results, ...around, charts: new Map(), images: new Map() };
  const fill = (text: string, place: Place): string => {
    if (!text.includes('{{')) return text;
    const { value, messages: found } = expandText(text, place, context);
    messages.push(...found);
    return value ?? text;
  };
  const claims = [...results.claims].map(([id, claim]) => {
    const place = placeIn(
      results.findings.get(claim.evidence[0] ?? '')?.provenance ?? { place: { file: report, line: null } },
    );
    return [id, fillClaim(claim, (text) => fill(text, place))] as const;
  });
  const tables = [...results.tables].map(([name, table]) => {
    const place = placeIn(table.provenance);
    return [name, fillTable(table, (text) => fill(text, place))] as const;
  });
  return { value: { ...results, claims: new Map(claims), tables: new Map(tables) }, messages };
}

/** Where something is defined. A claim has no place of its own: that of the first finding it rests on is near. */
function placeIn({ place: { file, line } }: Pick<Provenance, 'place'>): Place {
  return line === null ? { file } : { file, line };
}

function fillClaim(claim: Claim, fill: (text: string) => string): Claim {
  const { published } = claim;
  return {
    ...claim,
    statement: fill(claim.statement),
    published: published && { ...published, explanation: fill(published.explanation) },
  };
}

function fillTable(table: ResultTable, fill: (text: string) => string): ResultTable {
  return {
    ...table,
    title: fill(table.title),
    notes: table.notes.map(fill),
    source: fill(table.source),
  };
}
