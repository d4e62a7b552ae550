import { CONSENT_VARIABLE, type QualProject } from '../../../src/analysis.ts';
import { at, chance, type Random, shuffle } from '../draws.ts';
import { ASIDES, LINKS } from '../interviews/plain-sentences.ts';
import { POLICY_AUTHORITIES, POLICY_CODES, POLICY_INTERVIEWS, POLICY_ROLES } from '../parameters.ts';
import {
  composeTranscript,
  type Passage,
  spreadOverParagraphs,
  type Turn,
} from '../transcripts/compose-transcript.ts';
import { type Interview, MADE_UP, makeProject } from '../transcripts/make-project.ts';
import { codeStocks, type SentenceStock, sentenceStock } from '../transcripts/sentence-stock.ts';
import { POLICY_CLOSINGS, POLICY_OPENINGS, POLICY_QUESTIONS, POLICY_SENTENCES } from './sentences.ts';

interface Participant {
  readonly authority: (typeof POLICY_AUTHORITIES)[number];
  readonly route: 'purposive' | 'snowball';
  readonly role: string;
}

/** The coded interviews with policymakers, in the order in which they were held. */
export function drawParticipants(random: Random): QualProject {
  const codes = POLICY_CODES.flatMap((stream) => stream.codes.map(({ name }) => name));
  const stocks = {
    codes: codeStocks(random, codes, POLICY_SENTENCES),
    openings: sentenceStock(random, POLICY_OPENINGS),
    closings: sentenceStock(random, POLICY_CLOSINGS),
  };
  return makeProject({
    id: 'narratives-of-change',
    name: 'Narratives of change: made-up interviews with policymakers',
    themes: POLICY_CODES,
    variables: [
      { name: 'authority', type: 'Text', description: 'Invented authority' },
      { name: 'region', type: 'Text', description: 'Region of England' },
      { name: 'structure', type: 'Text', description: 'Kind of council' },
      { name: 'size', type: 'Text', description: 'Number of children: small, middling, large' },
      { name: 'deprivation', type: 'Text', description: 'Fifth of authorities by deprivation' },
      { name: 'trend-group', type: 'Text', description: 'Trend of the care rate, 2012 to 2017' },
      { name: 'role', type: 'Text', description: 'What the participant does' },
      { name: 'route', type: 'Text', description: 'How the participant was found: purposive or snowball' },
      { name: 'order', type: 'Integer', description: 'Place of the interview in the order of interviews' },
    ],
    coders: ['Coder 1'],
    interviews: listParticipants(random).map((participant, i) =>
      drawInterview(random, participant, i + 1, stocks),
    ),
  });
}

/** First one participant of each authority, whom the researchers approached; then those whom others named. */
function listParticipants(random: Random): readonly Participant[] {
  const all = POLICY_AUTHORITIES.flatMap((authority) => {
    const roles = shuffle(random, POLICY_ROLES);
    return Array.from({ length: authority.participants }, (_, i): Participant => {
      return { authority, route: i === 0 ? 'purposive' : 'snowball', role: at(roles, i) };
    });
  });
  const of = (route: Participant['route']) => all.filter((participant) => participant.route === route);
  return [...shuffle(random, of('purposive')), ...shuffle(random, of('snowball'))];
}

function drawInterview(
  random: Random,
  { authority, route, role }: Participant,
  order: number,
  stocks: {
    readonly codes: ReadonlyMap<string, SentenceStock>;
    readonly openings: SentenceStock;
    readonly closings: SentenceStock;
  },
): Interview {
  const name = `Participant ${String(order).padStart(2, '0')}`;
  const say = (text: string) => [[{ text, code: null }]];
  const plain = { links: sentenceStock(random, LINKS), asides: sentenceStock(random, ASIDES) };
  const answers = POLICY_CODES.map(({ codes }) => {
    const spoken = codes.flatMap((code) => {
      if (!chance(random, code.chance)) return [];
      return chance(random, POLICY_INTERVIEWS.twice) ? [code.name, code.name] : [code.name];
    });
    const passages = shuffle(random, spoken).map(
      (code): Passage => ({ text: stocks.codes.get(code)?.() ?? '', code }),
    );
    return spreadOverParagraphs(random, passages, plain);
  });
  const questions = [POLICY_QUESTIONS.problem, POLICY_QUESTIONS.policy, POLICY_QUESTIONS.politics];
  const turns: Turn[] = [
    { speaker: 'Interviewer', paragraphs: say(POLICY_QUESTIONS.opening) },
    { speaker: 'Participant', paragraphs: say(stocks.openings().replace('{role}', role)) },
    ...answers.flatMap((paragraphs, i): Turn[] => [
      { speaker: 'Interviewer', paragraphs: say(at(questions, i)) },
      { speaker: 'Participant', paragraphs },
    ]),
    { speaker: 'Interviewer', paragraphs: say(POLICY_QUESTIONS.closing) },
    { speaker: 'Participant', paragraphs: say(stocks.closings()) },
  ];
  return {
    name,
    transcript: composeTranscript(`${name}. ${MADE_UP}`, turns),
    values: {
      authority: authority.name,
      region: authority.region,
      structure: authority.structure,
      size: authority.size,
      deprivation: authority.deprivation,
      'trend-group': authority.trend,
      role,
      route,
      order,
      [CONSENT_VARIABLE]: chance(random, POLICY_INTERVIEWS.consents),
    },
    second: null,
  };
}
