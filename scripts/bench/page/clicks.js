// Runs in the page before its own scripts. After each click on the map it looks at every frame whether the card of the
// new place is there, and tells in `clicked` after how many ms it was: the name with what lies there, and every section.
addEventListener(
  'click',
  (event) => {
    if (!(event.target instanceof HTMLCanvasElement)) return;
    const begin = event.timeStamp;
    const before = location.search;
    let kaart = 0;
    requestAnimationFrame(function look(now) {
      const said = document.querySelector('.kaartje__kop [role="status"]')?.textContent ?? '';
      const there = location.search !== before && said !== '';
      if (there && kaart === 0) kaart = now - begin;
      if (there && !document.querySelector('.kaartje .skelet')) window.clicked = { kaart, geheel: now - begin };
      else requestAnimationFrame(look);
    });
  },
  true,
);
