/** What is used of fontkit, which reads the fonts for pdfkit. */
declare module 'fontkit' {
  interface GlyphRun {
    positions: object[];
  }

  interface Font {
    type: string;
    layout(text: string, features?: unknown): GlyphRun;
  }

  function create(font: Uint8Array): Font;
}
