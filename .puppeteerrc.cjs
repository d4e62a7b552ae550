// The browser comes from the lockfile (see docs/decisions), so puppeteer fetches none of its own.
module.exports = { skipDownload: true };
