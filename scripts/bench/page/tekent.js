// Runs in the page before its own scripts: counts in `tekent` how often the map asks WebGL for a shape.
window.tekent = 0;
const { drawElements } = WebGL2RenderingContext.prototype;
WebGL2RenderingContext.prototype.drawElements = function teken(...vorm) {
  window.tekent += 1;
  drawElements.apply(this, vorm);
};
