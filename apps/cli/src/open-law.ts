import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CaseFeatures, type FileLawBook, LawBook } from '@sanzhi/casework';
import { JobsModule } from '@sanzhi/platform/jobs';
import { FEATURES } from '../../features';
import { NoDatabaseModule } from './no-database.module';

@Module({ imports: [NoDatabaseModule, JobsModule.forCommand(), ...FEATURES] })
class LawOnly {}

/** The law as it would be loaded at boot, with the rules of every feature, and no database. */
export async function openLaw(): Promise<FileLawBook> {
  return (await openFeatures()).law;
}

/** The same, with the features themselves. */
export async function openFeatures(): Promise<{ law: FileLawBook; features: CaseFeatures }> {
  const app = await NestFactory.createApplicationContext(LawOnly, { logger: false, abortOnError: false });
  return { law: app.get<FileLawBook>(LawBook), features: app.get(CaseFeatures) };
}
