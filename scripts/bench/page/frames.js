// Runs in the page before its own scripts: keeps in `frames` when each frame was drawn, in ms.
window.frames = [];
requestAnimationFrame(function tel(nu) {
  window.frames.push(nu);
  requestAnimationFrame(tel);
});
