/** Files that come to a chat: by the clip, dropped on it, pasted into it. */
export function takeFiles(pane) {
  const { attach, 'attach-button': clip, drop } = pane.parts;
  clip.addEventListener('click', () => attach.click());
  attach.addEventListener('change', () => {
    pane.desk.upload.open(pane, [...attach.files]);
    attach.value = '';
  });
  pane.root.addEventListener('paste', (event) => {
    if (event.clipboardData.files.length) {
      event.preventDefault();
      pane.desk.upload.open(pane, [...event.clipboardData.files]);
    }
  });
  pane.root.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.hidden = !event.dataTransfer.types.includes('Files') || pane.parts.compose.hidden;
    mark(drop, event.target.closest?.('[data-zone]'));
  });
  pane.root.addEventListener('dragleave', (event) => {
    drop.hidden = drop.hidden || !pane.root.contains(event.relatedTarget);
  });
  pane.root.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.hidden = true;
    const zone = event.target.closest?.('[data-zone]')?.dataset.zone;
    pane.desk.upload.open(pane, [...event.dataTransfer.files], zone === 'files');
  });
}

/** A file dropped beside the chats must not replace the page. */
export function keepPage() {
  ['dragover', 'drop'].forEach((name) => document.addEventListener(name, (event) => event.preventDefault()));
}

function mark(drop, zone) {
  drop.querySelectorAll('[data-zone]').forEach((other) => other.classList.toggle('over', other === zone));
}
