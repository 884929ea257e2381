/**
 * The teacher's own page works without this. It says that something is being done, and keeps a second press from asking
 * twice; a page that comes back out of the browser's memory starts afresh.
 */
for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', () => {
    const button = form.querySelector('button');
    if (!button || form.method !== 'post') return;
    const { busy } = form.dataset;
    button.dataset['words'] = button.textContent;
    if (busy) button.textContent = busy;
    form.ariaBusy = 'true';
    setTimeout(() => {
      button.disabled = true;
    });
  });
}

addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  for (const form of document.querySelectorAll('form')) {
    const button = form.querySelector('button');
    form.ariaBusy = null;
    if (!button) continue;
    button.disabled = false;
    button.textContent = button.dataset['words'] ?? button.textContent;
  }
});

export {};
