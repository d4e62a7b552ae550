/**
 * The terms of American English as those of British English, where these differ in citations: quotation marks and what
 * stands within them, the order of a date. From the locales of the Citation Style Language (CC BY-SA 3.0), which the
 * package of styles holds for the United States alone.
 */
export function britishLocale(american: string): string {
  return american
    .replace('xml:lang="en-US"', 'xml:lang="en-GB"')
    .replace('punctuation-in-quote="true"', 'punctuation-in-quote="false"')
    .replace(/<date form="text">[\s\S]*?<\/date>/, TEXT_DATE)
    .replace(/<date form="numeric">[\s\S]*?<\/date>/, NUMERIC_DATE)
    .replace(
      /(<term name="(open|close)-(inner-)?quote">)[^<]*/g,
      (_, term: string, side: string, inner?: string) => {
        const marks = inner === undefined ? '‘’' : '“”';
        return `${term}${marks.charAt(side === 'open' ? 0 : 1)}`;
      },
    );
}

const part = (name: string, attributes = ''): string => `<date-part name="${name}"${attributes}/>`;

const TEXT_DATE = `<date form="text">${part('day', ' suffix=" "')}${part('month', ' suffix=" "')}${part('year')}</date>`;

const TWO_DIGITS = ' form="numeric-leading-zeros" suffix="/"';
const NUMERIC_DATE = `<date form="numeric">${part('day', TWO_DIGITS)}${part('month', TWO_DIGITS)}${part('year')}</date>`;
