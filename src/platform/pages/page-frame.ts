import { text } from '../locale/text.js';
import { assetAddress } from './assets.js';
import { fillPage, filled } from './page-engine.js';
import type { PageReply, Site, Visitor } from './page-route.js';

/** A page in its frame: head, navigation, footer. */
export function framed(
  { template, title, view, refresh }: Extract<PageReply, { template: string }>,
  site: Site,
  visitor: Visitor | undefined,
): string {
  const csrf = visitor?.csrf ?? null;
  return fillPage('frame', {
    title: template === 'start' ? title : `${title} · ${text('page.name')}`,
    style: assetAddress('site.css'),
    icon: assetAddress('icon.svg'),
    refresh: refresh ?? null,
    signedIn: visitor !== undefined,
    csrf,
    body: filled(fillPage(template, { ...view, csrf, signedIn: visitor !== undefined })),
    database: text(site.database.kind === 'embedded' ? 'page.foot.embedded' : 'page.foot.mongodb', {
      version: site.database.version,
    }),
    version: site.version,
  });
}
