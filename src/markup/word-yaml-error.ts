import type { YAMLError } from 'yaml';
import type { Fault } from '../messages/rule.ts';

/** What is wrong in the words of the front matter's author, and where in the text. */
export interface WordedError extends Fault {
  readonly offset: number;
}

/** The line of an error, as far as words need it. */
interface Spot {
  readonly offset: number;
  /** From the error to the end of its line. */
  readonly rest: string;
  /** The value that the line begins before the error, or at it. */
  readonly value: string;
}

type Words = Fault & { readonly offset?: number };

const QUOTE = 'put the whole value in quotation marks: "…"';
const COLUMN =
  'start each key of a list in the column of the key above it, and each hyphen in that of the hyphen above';

/**
 * Says what the parser of YAML found, by its code: its own words speak of nodes, flows and implicit keys.
 * @param yaml the text that was parsed
 */
export function wordYamlError(yaml: string, error: YAMLError): WordedError {
  const [offset] = error.pos;
  const lineStart = yaml.lastIndexOf('\n', offset - 1) + 1;
  const line = yaml.slice(lineStart).split(/\r?\n/, 1)[0] ?? '';
  const value = /^\s*(?:- )?(?:[\w-]+:\s+)?(.*)$/.exec(line)?.[1] ?? '';
  return { offset, ...wordsOf(error, { offset, rest: line.slice(offset - lineStart), value }, yaml) };
}

function wordsOf({ code, message }: YAMLError, spot: Spot, yaml: string): Words {
  const { rest, value } = spot;
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:\s/.test(rest) && !rest.trimStart().startsWith('- ')
        ? {
            found: 'the value holds a colon and a blank',
            expected: 'quotation marks around it',
            remedy: QUOTE,
          }
        : UNEVEN;
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? OPEN_BRACKET : UNEVEN;
    case 'MULTILINE_IMPLICIT_KEY':
      return /^[\w-]+:\S/.test(rest.trimStart())
        ? {
            found: 'no blank follows the colon',
            expected: '"key: value"',
            remedy: 'put a blank after the colon',
          }
        : NO_KEY;
    case 'BAD_SCALAR_START':
      return beginning(rest.charAt(0));
    case 'BAD_DQ_ESCAPE':
      return {
        found: `${rest.slice(0, 2)} means nothing between quotation marks`,
        expected: '\\\\ for a backslash',
        remedy: 'write two backslashes, or use single quotation marks',
      };
    case 'TAB_AS_INDENT':
      return {
        found: 'the line begins with a tab',
        expected: 'blanks',
        remedy: 'put two blanks for each tab',
      };
    case 'BLOCK_IN_FLOW':
      return {
        found: 'a second colon stands between brackets',
        expected: 'one key and value',
        remedy: QUOTE,
      };
    case 'MULTIPLE_DOCS':
      return {
        found: 'the front matter ends here and goes on',
        expected: 'one block between two lines ---',
        remedy: 'remove the line of hyphens or dots',
      };
    case 'RESOURCE_EXHAUSTION':
      return TOO_DEEP;
    case 'MISSING_CHAR':
      return missing(message, spot, yaml);
    case 'UNEXPECTED_TOKEN':
      return unexpected(message, value);
    default:
      if (message.startsWith('Maximum call stack')) return TOO_DEEP;
      return /^[&*!]/.test(value) ? beginning(value.charAt(0)) : NO_KEY;
  }
}

function missing(message: string, { offset, rest }: Spot, yaml: string): Words {
  const mark = /^Missing closing (["'])/.exec(message)?.[1];
  if (mark !== undefined) {
    // The parser read on to the end: the mark that opens is the last one that begins a value.
    const opened = [...yaml.slice(0, offset).matchAll(new RegExp(`(?<=[:\\-[{,]\\s+)${mark}`, 'g'))].at(-1);
    return {
      offset: opened?.index ?? offset,
      found: 'the quotation mark that opens this value is never closed',
      expected: `a second ${mark} at its end`,
      remedy: 'close it at the end of the value',
    };
  }
  if (message.startsWith('Comments')) {
    return {
      found: 'a # stands right behind something',
      expected: 'a blank before a comment',
      remedy: QUOTE,
    };
  }
  if (/^Missing (,|space)/.test(message)) {
    return {
      found: `nothing parts "${rest.trim().split(/[\s,\]}]/)[0]}" from what stands before it`,
      expected: 'a comma between two entries',
      remedy: 'put a comma there, or the entry in quotation marks',
    };
  }
  return NO_KEY;
}

function unexpected(message: string, value: string): Words {
  if (message.startsWith('Not a YAML token')) {
    return {
      found: `text follows ${value.charAt(0)}`,
      expected: `the text on the next lines, indented, after ${value.charAt(0)}`,
      remedy: 'move the text to a line of its own with two blanks before it',
    };
  }
  if (message.includes('-end token')) {
    return { found: 'a bracket closes what none opened', expected: 'pairs of brackets', remedy: 'remove it' };
  }
  if (message.includes(', in') || message.includes('empty item')) {
    return {
      found: 'a comma has nothing before it',
      expected: 'a value between commas',
      remedy: 'remove it',
    };
  }
  if (value.startsWith("'")) {
    return {
      found: 'the value ends at its second apostrophe, and text follows',
      expected: 'nothing after the closing quotation mark',
      remedy: 'put the value in double quotation marks, or write the apostrophe within it twice',
    };
  }
  if (value.startsWith('"')) {
    return {
      found: 'text follows the closing quotation mark',
      expected: 'nothing after it',
      remedy: 'put the whole value in quotation marks, and write those within it as \\"',
    };
  }
  return /^[[{&*!|>]/.test(value) ? beginning(value.charAt(0)) : NO_KEY;
}

function beginning(character: string): Words {
  return {
    found: `the value begins with ${character}, which means something else in YAML`,
    expected: 'quotation marks around such a value',
    remedy: QUOTE,
  };
}

const UNEVEN: Words = {
  found: 'this line and the one beside it do not begin in the same column',
  expected: 'what belongs together in one column',
  remedy: COLUMN,
};
const OPEN_BRACKET: Words = {
  found: 'a list that [ or { opens is not closed before this line',
  expected: 'the closing bracket',
  remedy: 'close it at the end of its line',
};
const NO_KEY: Words = {
  found: 'the line is no key with a value',
  expected: '"key: value", or "- " and an entry of a list',
  remedy: 'put a colon and a blank after the key; indent a line that carries on the one above by two blanks',
};
const TOO_DEEP: Words = {
  found: 'its values are nested too deeply',
  expected: 'a few levels',
  remedy: 'take out brackets and hyphens that repeat',
};
