// A button beside the page's own citation that copies it. Where the browser does not let a page write to the
// clipboard, it marks the citation instead, ready to be copied.
const SHOWN = 4000;

for (const citation of document.querySelectorAll('.cite-this-text')) {
  const button = document.createElement('button');
  const said = document.createElement('span');
  button.type = 'button';
  button.className = 'copy-citation';
  button.textContent = 'Copy citation';
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent.trim());
      said.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(citation);
      said.textContent = 'Marked: press Ctrl+C or ⌘C to copy';
    }
    setTimeout(() => said.replaceChildren(), SHOWN);
  });
  citation.after(' ', button, ' ', said);
}
