/** A browser without a screen: it keeps cookies per path, and says where a request comes from. */
export class Browser {
  private readonly koekjes = new Map<string, { waarde: string; pad: string }>();
  private readonly onze: string;

  /** @param onze the origin whose pages it shows */
  constructor(onze: string) {
    this.onze = onze;
  }

  /** A copy that goes its own way from here: what a thief has who copied the cookies. */
  kopie(): Browser {
    const ander = new Browser(this.onze);
    for (const [naam, koekje] of this.koekjes) ander.koekjes.set(naam, { ...koekje });
    return ander;
  }

  namen(): string[] {
    return [...this.koekjes.keys()];
  }

  async vraag(adres: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(adres, this.onze);
    const mee = [...this.koekjes].filter(([, { pad }]) => url.pathname.startsWith(pad));
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        Cookie: mee.map(([naam, { waarde }]) => `${naam}=${waarde}`).join('; '),
        'Sec-Fetch-Site': 'same-origin',
        'X-Loket-Verzoek': '1',
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const regel of response.headers.getSetCookie()) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(regel) ?? [];
      const weg = /expires=thu, 01 jan 1970/i.test(regel);
      if (weg) this.koekjes.delete(naam);
      else this.koekjes.set(naam, { waarde, pad: /path=([^;]+)/i.exec(regel)?.[1] ?? '/' });
    }
    return response;
  }

  /** Follows redirects from page to page, until a page comes or an address holds `tot`. Returns where it stands. */
  async ga(
    adres: string,
    { tot, ...init }: RequestInit & { tot?: string } = {},
  ): Promise<{ url: string; response: Response | null }> {
    let url = new URL(adres, this.onze).href;
    let response = await this.vraag(url, init);
    for (let i = 0; i < 10; i += 1) {
      const naar = response.headers.get('location');
      if (!naar) return { url, response };
      url = new URL(naar, url).href;
      if (tot && url.includes(tot)) return { url, response: null };
      response = await this.vraag(url);
    }
    throw new Error(`Too many redirects: ${url}`);
  }

  /** Logs in as an invented person. Returns where the browser ends up, or with `tot` where it would go next. */
  async logIn(
    mens: string,
    { niveau, vraag = '', tot }: { niveau?: string; vraag?: string; tot?: string } = {},
  ): Promise<string> {
    const pagina = await this.ga(`/inloggen${vraag}`);
    const tekst = (await pagina.response?.text()) ?? '';
    const [formulier = ''] = tekst.split('<form').filter((deel) => deel.includes(`value="${mens}"`));
    const [, gewoon = ''] = /value="([^"]+)" selected/.exec(formulier) ?? [];
    const gekozen = await this.ga(pagina.url, {
      method: 'POST',
      body: new URLSearchParams({ mens, niveau: niveau ?? gewoon }),
      ...(tot !== undefined && { tot }),
    });
    return gekozen.url;
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  async lees(pad: string): Promise<{ status: number; body: any }> {
    const response = await this.vraag(pad);
    return { status: response.status, body: await response.json() };
  }
}
