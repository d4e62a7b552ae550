/**
 * Lets a command go on to its end where whoever reads its output stops reading (`npm run build-report | head`):
 * what it would still say is dropped, what it makes is made, and its exit code says how that went.
 */
export function outliveReader(...streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
