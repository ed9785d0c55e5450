// Small comforts on every page; each page works without them.
"use strict";
(() => {
  const akar = document.documentElement;

  function gantiTema() {
    const gelap = akar.dataset.bsTheme !== "dark";
    akar.dataset.bsTheme = gelap ? "dark" : "light";
    document.cookie = `tema=${gelap ? "gelap" : "terang"}; path=/; max-age=31536000; SameSite=Lax`;
  }

  function tutupLaci(kecuali) {
    document.querySelectorAll("details.buka[open]").forEach((laci) => {
      if (laci !== kecuali) laci.open = false;
    });
  }

  // Previous and next by keyboard: j/k or arrows follow the links marked data-berikut and data-sebelum.
  function lompat(tombol) {
    const tujuan = { j: "berikut", ArrowRight: "berikut", k: "sebelum", ArrowLeft: "sebelum" }[tombol];
    return tujuan && document.querySelector(`a[data-${tujuan}]`);
  }

  function luring() {
    document.querySelectorAll("[data-luring]").forEach((pita) => (pita.hidden = navigator.onLine));
  }

  // The save state beside a form: menyimpan, tersimpan, belum tersimpan.
  function keadaanSimpan(asal, keadaan) {
    const wadah = asal.closest("[data-simpan-wadah]") || document;
    wadah.querySelectorAll("[data-simpan] [data-keadaan]").forEach((satu) => {
      satu.hidden = satu.dataset.keadaan !== keadaan;
    });
  }

  document.querySelectorAll("[data-tema]").forEach((tombol) => (tombol.hidden = false));
  luring();
  window.addEventListener("online", luring);
  window.addEventListener("offline", luring);

  // Paper shows every figure: what is folded opens.
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("main details").forEach((lipat) => (lipat.open = true));
  });

  document.addEventListener("click", (kejadian) => {
    const dekat = (pilih) => kejadian.target.closest(pilih);
    tutupLaci(dekat("details.buka"));
    if (dekat("[data-tema]")) gantiTema();
    if (dekat("[data-tutup-pesan]")) dekat(".pesan").remove();
    if (dekat("[data-cetak]")) window.print();
  });

  document.addEventListener("keydown", (kejadian) => {
    if (kejadian.key === "Escape") tutupLaci();
    const mengetik = kejadian.target.closest("input, textarea, select, summary, [contenteditable]");
    if (mengetik || kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
    const tautan = lompat(kejadian.key);
    if (tautan) tautan.click();
  });

  // A destructive act asks once and names the thing: <button data-tanya="Hapus bukti X?">.
  document.addEventListener("submit", (kejadian) => {
    const tanya = (kejadian.submitter || kejadian.target).dataset.tanya;
    if (!tanya || window.confirm(tanya)) return;
    kejadian.preventDefault();
    kejadian.stopImmediatePropagation();
  }, true); // before htmx hears of it

  document.addEventListener("input", (kejadian) => keadaanSimpan(kejadian.target, "belum"));
  document.addEventListener("htmx:beforeRequest", (kejadian) => keadaanSimpan(kejadian.target, "menyimpan"));
  document.addEventListener("htmx:sendError", (kejadian) => keadaanSimpan(kejadian.target, "luring"));
  document.addEventListener("htmx:responseError", (kejadian) => keadaanSimpan(kejadian.target, "gagal"));
  document.addEventListener("htmx:beforeSwap", () => akar.setAttribute("aria-busy", "true"));
  document.addEventListener("htmx:afterSettle", () => akar.removeAttribute("aria-busy"));
})();
