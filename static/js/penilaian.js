// The scoring form: reasons appear where a choice differs from the suggestion, the matrix lights up live.
"use strict";
(() => {
  const MENGUBAH = "input[type=radio]";

  function alasan(kelompok) {
    const pilih = kelompok.querySelector(`${MENGUBAH}:checked`);
    const kolom = kelompok.querySelector("[data-alasan]");
    if (!kolom) return;
    const isi = kolom.querySelector("textarea");
    const beda = Boolean(pilih && kelompok.dataset.usul && pilih.value !== kelompok.dataset.usul);
    kolom.hidden = !beda && !isi.value.trim();
    isi.required = beda;
  }

  // A chosen pair of ratings lights one cell; the words come from the cell itself.
  function matriks(tabel) {
    const nilai = (sumbu) => {
      const nama = tabel.dataset[sumbu];
      const pilih = nama && document.querySelector(`input[name="${CSS.escape(nama)}"]:checked`);
      return pilih ? pilih.value : null;
    };
    const hasil = nilai("namaHasil");
    const perilaku = nilai("namaPerilaku");
    if (!hasil || !perilaku) return;
    tabel.querySelectorAll("td").forEach((sel) => {
      const nyala = sel.dataset.hasil === hasil && sel.dataset.perilaku === perilaku;
      sel.classList.toggle("on", nyala);
      if (nyala) sel.setAttribute("aria-current", "true");
      else sel.removeAttribute("aria-current");
    });
  }

  function segarkan() {
    document.querySelectorAll("[data-tiga]").forEach(alasan);
    document.querySelectorAll("[data-matriks]").forEach(matriks);
  }

  document.addEventListener("change", (kejadian) => {
    if (kejadian.target.matches(MENGUBAH)) segarkan();
  });
  document.addEventListener("htmx:afterSettle", segarkan);
  segarkan();
})();
