import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { build, type Plugin, type Rolldown } from 'vite';

export interface Thema {
  /** The accent on a light screen, as #rrggbb. */
  kleur: string;
  /** The logo as SVG text. */
  logo: string;
}

/**
 * What the look of a gemeente says about the installed app.
 *
 * @param bestand the style sheet of the theme
 * @throws Error when it names no accent or no logo
 */
export function readThema(bestand: string): Thema {
  const css = readFileSync(bestand, 'utf8');
  const kleur = /--voorbeeld-kleuren-violet-500:\s*light-dark\(\s*(#[0-9a-f]{6})/i.exec(css)?.[1];
  const logo = /--loket-logo:\s*url\("([^"]+\.svg)"\)/.exec(css)?.[1];
  if (!kleur || !logo) throw new Error(`${bestand} names no accent (…-violet-500) or no logo (--loket-logo)`);
  return { kleur, logo: readFileSync(resolve(dirname(bestand), logo), 'utf8') };
}

/** `vol`: the whole square is coloured and the logo keeps to the middle, for systems that cut out a shape. */
const iconen = [
  { naam: 'app-192.png', zijde: 192, vol: false },
  { naam: 'app-512.png', zijde: 512, vol: false },
  { naam: 'app-vol-512.png', zijde: 512, vol: true },
  { naam: 'app-180.png', zijde: 180, vol: true },
] as const;

/** The square icon of the app as PNG. */
async function drawIcon({ kleur, logo }: Thema, zijde: number, vol: boolean): Promise<Uint8Array> {
  await loadRasterizer();
  const rand = vol ? 20 : 0;
  const binnen = logo.replace(
    /<svg\b/,
    `<svg x="${rand}" y="${rand}" width="${100 - 2 * rand}" height="${100 - 2 * rand}"`,
  );
  const grond = vol ? `<rect width="100" height="100" fill="${kleur}"/>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${grond}${binnen}</svg>`;
  return new Resvg(svg, { fitTo: { mode: 'width', value: zijde } }).render().asPng();
}

let rasterizer: Promise<void> | null = null;
function loadRasterizer(): Promise<void> {
  rasterizer ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return rasterizer;
}

/** The server puts the gemeente in the name. */
const manifestVan = ({ kleur }: Thema) => ({
  id: '/',
  name: 'Omgevingsloket op de kaart',
  short_name: 'Omgevingsloket',
  description: 'Kies een plek op de kaart en lees wat daar ligt, wat daar mag en wat daar is besloten.',
  lang: 'nl',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: kleur,
  background_color: '#ffffff',
  categories: ['government', 'utilities'],
  icons: iconen.map(({ naam, zijde, vol }) => ({
    src: `/${naam}`,
    sizes: `${zijde}x${zijde}`,
    type: 'image/png',
    purpose: vol ? 'maskable' : 'any',
  })),
});

/** What every browser of today reads a font from; the older form is for those that cannot show the page at all. */
const nooitNodig = /\.woff$/;

/**
 * Makes the client an app that can be installed and that opens without network: manifest and icons from the theme, and
 * the service worker with the list of files of this very build.
 *
 * @param client folder of the client
 * @param thema style sheet of the theme
 */
export function webApp(client: string, thema: string): Plugin {
  const look = readThema(thema);
  let folder = '';
  return {
    name: 'web-app',
    apply: 'build',
    configResolved({ build: { outDir } }) {
      folder = outDir;
    },
    async generateBundle() {
      for (const { naam, zijde, vol } of iconen) {
        this.emitFile({ type: 'asset', fileName: naam, source: await drawIcon(look, zijde, vol) });
      }
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(manifestVan(look)) });
    },
    transformIndexHtml: (_html, { bundle = {} }) => [
      ...mapFiles(bundle).map((file) => ({
        tag: 'link',
        attrs: {
          ...(file.endsWith('.css') ? { rel: 'preload', as: 'style' } : { rel: 'modulepreload' }),
          ...{ href: `/${file}`, fetchpriority: 'low', crossorigin: true },
        },
        injectTo: 'head' as const,
      })),
      { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/app-180.png' }, injectTo: 'head' },
      { tag: 'meta', attrs: { name: 'theme-color', content: look.kleur }, injectTo: 'head' },
    ],
    async writeBundle(_options, bundle) {
      await buildServiceWorker(join(client, 'offline/sw.ts'), folder, schilVan(bundle));
    },
  };
}

/**
 * What the map is made of: every page shows it, so the browser fetches it while it reads the text, after what the text
 * needs.
 */
function mapFiles(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const first = (of: (chunk: Rolldown.OutputChunk) => boolean) => filesOf(chunks.find(of), bundle);
  const text = new Set(first(({ isEntry }) => isEntry));
  return first(({ facadeModuleId }) => facadeModuleId?.endsWith('/client/map/MapView.tsx') ?? false).filter(
    (file) => !text.has(file),
  );
}

/** A chunk with all that it imports, and their style sheets. */
function filesOf(
  chunk: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined,
  bundle: Rolldown.OutputBundle,
  found = new Set<string>(),
): string[] {
  if (chunk?.type !== 'chunk' || found.has(chunk.fileName)) return [...found];
  found.add(chunk.fileName);
  for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css);
  for (const name of chunk.imports) filesOf(bundle[name], bundle, found);
  return [...found];
}

/** The files of the shell: those with a hash in their name never change, of the others the content is the revision. */
function schilVan(bundle: Rolldown.OutputBundle): { url: string; revision: string | null }[] {
  return Object.values(bundle)
    .filter(({ fileName }) => (fileName.startsWith('assets/') ? !nooitNodig.test(fileName) : fileName === 'index.html'))
    .map((file) => ({
      url: `/${file.fileName}`,
      revision: file.fileName.startsWith('assets/')
        ? null
        : createHash('sha256')
            .update(file.type === 'chunk' ? file.code : file.source)
            .digest('hex')
            .slice(0, 16),
    }))
    .sort((een, ander) => (een.url < ander.url ? -1 : 1));
}

/** Apart from the pages, because a service worker is one file that imports nothing. */
async function buildServiceWorker(entry: string, outDir: string, schil: unknown): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    define: { __SCHIL__: JSON.stringify(schil) },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
}
