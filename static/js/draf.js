// A draft that saves itself and a decision never race: a submit waits for the save that is under way.
"use strict";
(() => {
  const form = document.querySelector("form[data-draf]");
  if (!form) return;
  let berjalan = 0;
  let tombol = null;
  let dikirim = false;

  form.addEventListener("htmx:beforeRequest", (kejadian) => {
    if (dikirim) kejadian.preventDefault();
    else berjalan += 1;
  });

  form.addEventListener("htmx:afterRequest", () => {
    berjalan = Math.max(0, berjalan - 1);
    // The answer brings the new version; it stands in the page a moment after this.
    if (tombol && !berjalan) setTimeout(() => form.requestSubmit(tombol), 60);
  });

  form.addEventListener("submit", (kejadian) => {
    if (berjalan) {
      kejadian.preventDefault();
      tombol = kejadian.submitter;
      return;
    }
    dikirim = true;
    setTimeout(() => (dikirim = false), 4000); // a page that did not leave may save again
  });
})();
