import { noRPackage, rFailed, rSyntax } from '../messages/build-rules.ts';
import type { Message, Place } from '../model/message.ts';
import type { RError } from '../model/ports.ts';

/**
 * Words an error of R.
 * @param called where the script calls R, or names the R file that could not be read
 */
export function explainRError(error: RError, called: Place): Message {
  const { message, call, innerCall } = error;
  const place = error.place ?? called;
  if (error.isSyntax) return rSyntax(place, message, called);
  const asked = /^there is no package called \W(.+)\W$/.exec(message)?.[1];
  return asked === undefined
    ? rFailed(place, message, call, innerCall, called)
    : noRPackage(place, asked, called);
}
