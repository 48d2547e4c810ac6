import { type DynamicModule, Module } from '@nestjs/common';
import { ReadSite } from '../app/portal/read-site';
import { FilesController, PORTAL_ORIGIN } from './http/portal/files.controller';
import { PageRenderer } from './http/portal/page-renderer';
import { PagesController } from './http/portal/pages.controller';

/** The pages of the public portal; needs the database module on the portal's own role, and nothing of the cases. */
@Module({})
export class PublicPagesModule {
  /** `origin`: where the public reaches the portal, such as `https://example.cn`. */
  static forRoot({ origin }: { origin: string }): DynamicModule {
    return {
      module: PublicPagesModule,
      controllers: [PagesController, FilesController],
      providers: [ReadSite, { provide: PORTAL_ORIGIN, useValue: origin }, { provide: PageRenderer, useFactory: () => new PageRenderer() }],
    };
  }
}
