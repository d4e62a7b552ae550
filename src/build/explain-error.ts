import { badPath, editionBusy, notUtf8 } from '../messages/build-rules.ts';
import type { Message } from '../model/message.ts';
import { EditionBusyError, EncodingError, PathError } from '../model/ports.ts';

/** Words an error of the world that a researcher can mend. Any other is a fault of ours and is thrown on. */
export function explainError(error: unknown): Message {
  if (error instanceof EncodingError) return notUtf8(error.place);
  if (error instanceof PathError) return badPath(error.path, error.reason);
  if (error instanceof EditionBusyError) return editionBusy(error.report);
  throw error;
}
