// The theme before the first paint: the cookie's word, else what the device prefers.
"use strict";
(() => {
  const kuki = document.cookie.match(/(?:^|; )tema=(gelap|terang)/);
  const gelap = kuki ? kuki[1] === "gelap" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.bsTheme = gelap ? "dark" : "light";
})();
