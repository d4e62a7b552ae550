import { CONSENT_VARIABLE, type QualProject } from '../../../src/analysis.ts';
import { at, chance, pick, type Random, shuffle } from '../draws.ts';
import { INTERVIEW_ROLES, INTERVIEW_THEMES, INTERVIEWS } from '../parameters.ts';
import {
  composeTranscript,
  type Passage,
  spreadOverParagraphs,
  type Turn,
} from '../transcripts/compose-transcript.ts';
import { type Interview, MADE_UP, makeProject } from '../transcripts/make-project.ts';
import { codeStocks, type SentenceStock, sentenceStock } from '../transcripts/sentence-stock.ts';
import { CHALLENGE_SENTENCES } from './challenge-sentences.ts';
import { codeAgain } from './code-again.ts';
import type { Invitation } from './draw-invitations.ts';
import { HELP_SENTENCES } from './help-sentences.ts';
import {
  ASIDES,
  CLOSINGS,
  LINKS,
  NOT_RECOGNISED,
  OPENINGS,
  QUESTIONS,
  RECOGNISED,
  RISEN_SINCE,
} from './plain-sentences.ts';

/** Where all interviewees' sentences come from, so that few say the same. */
interface Stocks {
  readonly codes: ReadonlyMap<string, SentenceStock>;
  readonly openings: SentenceStock;
  readonly recognised: SentenceStock;
  readonly notRecognised: SentenceStock;
  readonly risenSince: SentenceStock;
  readonly closings: SentenceStock;
}

/**
 * The coded telephone interviews that came of the invitations.
 *
 * @param random decides who says what, and how it is coded
 * @param words decides in which words, so that another sentence in the bank changes no count
 */
export function drawInterviews(
  random: Random,
  words: Random,
  invitations: readonly Invitation[],
): QualProject {
  const accepted = invitations.filter(({ interview }) => interview !== null);
  const isDouble = shuffle(
    random,
    accepted.map((_, i) => i < INTERVIEWS.doubleCoded),
  );
  const answers = drawAnswers(random, accepted);
  const stocks = makeStocks(words);
  return makeProject({
    id: 'reducing-need-interviews',
    name: 'Reducing the need for care: made-up telephone interviews',
    themes: INTERVIEW_THEMES,
    variables: [
      {
        name: 'trend-group',
        type: 'Text',
        description: 'Trend for which the authority was chosen, 2012 to 2017',
      },
      { name: 'region', type: 'Text', description: 'Region of England' },
      { name: 'role', type: 'Text', description: 'What the interviewee does' },
      {
        name: 'recognises-trend',
        type: 'Boolean',
        description: 'Whether the interviewee recognises the trend',
      },
      {
        name: 'risen-since',
        type: 'Boolean',
        description: 'Whether the interviewee says that the rate has risen since',
      },
    ],
    coders: ['Coder 1', 'Coder 2'],
    interviews: accepted.map((invitation, i) =>
      drawInterview({ random, words }, invitation, at(answers, i), at(isDouble, i), stocks),
    ),
  });
}

/** What an interviewee answers to the question about the trend. */
interface Answer {
  readonly recognises: boolean;
  readonly risenSince: boolean;
}

/** Fixed numbers of answers of each kind, whoever gives them. */
function drawAnswers(random: Random, accepted: readonly Invitation[]): readonly Answer[] {
  const order = shuffle(
    random,
    accepted.map((_, i) => i),
  );
  const risen = order.filter((i) => at(accepted, i).group.name === 'fell').slice(0, INTERVIEWS.risenSince);
  const others = order.filter((i) => !risen.includes(i));
  const recognising = others.slice(0, INTERVIEWS.recognising);
  return accepted.map((_, i) => ({ recognises: recognising.includes(i), risenSince: risen.includes(i) }));
}

function makeStocks(random: Random): Stocks {
  const codes = INTERVIEW_THEMES.flatMap((theme) => theme.codes.map(({ name }) => name));
  return {
    codes: codeStocks(random, codes, { ...CHALLENGE_SENTENCES, ...HELP_SENTENCES }),
    openings: sentenceStock(random, OPENINGS),
    recognised: sentenceStock(random, RECOGNISED),
    notRecognised: sentenceStock(random, NOT_RECOGNISED),
    risenSince: sentenceStock(random, RISEN_SINCE),
    closings: sentenceStock(random, CLOSINGS),
  };
}

function drawInterview(
  { random, words }: { readonly random: Random; readonly words: Random },
  invitation: Invitation,
  answer: Answer,
  isDouble: boolean,
  stocks: Stocks,
): Interview {
  const { group, region, interview } = invitation;
  const name = `Interview ${String(interview).padStart(2, '0')}`;
  const role = pick(random, INTERVIEW_ROLES);
  const { recognises, risenSince } = answer;
  const trend = recognises ? stocks.recognised() : risenSince ? stocks.risenSince() : stocks.notRecognised();
  const plain = { links: sentenceStock(words, LINKS), asides: sentenceStock(words, ASIDES) };
  const [challenges = [], helps = []] = INTERVIEW_THEMES.map(({ codes }) =>
    spreadOverParagraphs(words, drawPassages(random, words, codes, stocks), plain),
  );
  const say = (text: string) => [[{ text, code: null }]];
  const turns: Turn[] = [
    { speaker: 'Interviewer', paragraphs: say(QUESTIONS.opening) },
    { speaker: 'Interviewee', paragraphs: say(stocks.openings().replace('{role}', role)) },
    { speaker: 'Interviewer', paragraphs: say(QUESTIONS.trend.replace('{trend}', group.inWords)) },
    { speaker: 'Interviewee', paragraphs: say(trend) },
    { speaker: 'Interviewer', paragraphs: say(QUESTIONS.challenges) },
    { speaker: 'Interviewee', paragraphs: challenges },
    { speaker: 'Interviewer', paragraphs: say(QUESTIONS.helps) },
    { speaker: 'Interviewee', paragraphs: helps },
    { speaker: 'Interviewer', paragraphs: say(QUESTIONS.closing) },
    { speaker: 'Interviewee', paragraphs: say(stocks.closings()) },
  ];
  const transcript = composeTranscript(`${name}. ${MADE_UP}`, turns);
  return {
    name,
    transcript,
    values: {
      'trend-group': group.name,
      region,
      role,
      'recognises-trend': recognises,
      'risen-since': risenSince,
      [CONSENT_VARIABLE]: chance(random, INTERVIEWS.consents),
    },
    second: isDouble ? codeAgain(random, transcript) : null,
  };
}

/** What the interviewee says of the codes of one heading, in random order. */
function drawPassages(
  random: Random,
  words: Random,
  codes: readonly { readonly name: string; readonly chance: number }[],
  stocks: Stocks,
): readonly Passage[] {
  const spoken = codes.flatMap((code) => {
    if (!chance(random, code.chance)) return [];
    return chance(random, INTERVIEWS.twice) ? [code.name, code.name] : [code.name];
  });
  return shuffle(words, spoken).map((code) => ({ text: stocks.codes.get(code)?.() ?? '', code }));
}
