// Runs in a page before its own scripts. Notes in `firstTile` when the first shape of a tile is drawn, in ms since the
// page was asked for. A background and the mask of a tile are squares of two triangles, so six indices; the shapes of a
// tile come in far larger numbers at once.
{
  const { drawElements } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.drawElements = function (mode, count, ...rest) {
    if (count > 6) window.firstTile ??= performance.now();
    drawElements.call(this, mode, count, ...rest);
  };
}
