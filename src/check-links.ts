import { chooseReports, findReports } from './build/find-reports.ts';
import { countOf } from './messages/count-of.ts';
import { formatMessage, formatPlace } from './messages/format-message.ts';
import { noAnswer } from './messages/link-rules.ts';
import type { Message, Place } from './model/message.ts';
import type { Files } from './model/ports.ts';

export interface LinkPorts {
  readonly files: Files;
  ask(address: string): Promise<{ readonly kind: 'there' | 'refused' | 'gone'; readonly words: string }>;
  print(text: string): void;
}

/** How many addresses are asked at once. */
const AT_ONCE = 6;

/**
 * Asks every web address of the reports, of their references and of the data package whether it is there: the only
 * command that uses the network. Each address is asked once, and told at the first place where it stands.
 *
 * @param wanted ids of reports, or none for all; the data package is looked through with all
 * @returns exit code: 1 where an address leads nowhere or a report is not there
 */
export async function checkLinks(wanted: readonly string[], ports: LinkPorts): Promise<number> {
  const { value: reports, messages } = chooseReports(await findReports(ports.files), wanted);
  for (const message of messages) ports.print(formatMessage(message));
  if (messages.length > 0 || reports === undefined) return 1;
  const names = reports.flatMap(({ folder }) => [
    `${folder}/report.md`,
    `${folder}/references.json`,
    `${folder}/references.bib`,
  ]);
  const places = new Map<string, Place>();
  for (const file of [...names, ...(wanted.length === 0 ? ['data/datapackage.json'] : [])]) {
    for (const { address, place } of listAddresses(file, (await ports.files.readText(file)) ?? '')) {
      if (!places.has(address)) places.set(address, place);
    }
  }
  const asked = await askAll([...places.keys()], ports);
  const gone: Message[] = [];
  let refused = 0;
  for (const [address, place] of places) {
    const answer = asked.get(address);
    if (answer?.kind === 'gone') gone.push(noAnswer(place, address, answer.words));
    if (answer?.kind !== 'refused') continue;
    refused += 1;
    ports.print(`${formatPlace(place)}  note  ${address}: ${answer.words}; look at it in a browser`);
  }
  for (const message of gone) ports.print(formatMessage(message));
  const there = places.size - gone.length - refused;
  ports.print(
    `${countOf(places.size, 'address', 'addresses')}: ${there} there, ${refused} not for programs, ${gone.length} gone`,
  );
  return gone.length === 0 ? 0 : 1;
}

async function askAll(addresses: readonly string[], { ask }: LinkPorts) {
  const answers = new Map<string, Awaited<ReturnType<LinkPorts['ask']>>>();
  const left = [...addresses];
  const work = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      answers.set(address, await ask(address));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

/** The web addresses in a text of ours, and DOIs in JSON, each where it stands. */
export function listAddresses(file: string, text: string): { address: string; place: Place }[] {
  return text.split('\n').flatMap((line, index) => {
    const at = (offset: number): Place => ({ file, line: index + 1, column: offset + 1 });
    const urls = [...line.matchAll(/https?:\/\/[^\s<>"'`\]{}]+/g)].map((match) => ({
      address: trimAddress(match[0]),
      place: at(match.index),
    }));
    const dois = [...line.matchAll(/"?\bdoi"?\s*[:=]\s*["'{]?(10\.\d{4,9}\/[^\s"',}]+)/gi)].map((match) => ({
      address: `https://doi.org/${match[1]}`,
      place: at(match.index),
    }));
    return [...urls, ...dois];
  });
}

/** Without the stop of a sentence, or the bracket of a Markdown link; an example's host is nobody's. */
function trimAddress(address: string): string {
  let trimmed = address.replace(/[.,;:!?*_]+$/, '');
  while (trimmed.endsWith(')') && count(trimmed, ')') > count(trimmed, '(')) trimmed = trimmed.slice(0, -1);
  return trimmed.replace(/#.*$/, '').replace(/[.,;:!?*_]+$/, '');
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
