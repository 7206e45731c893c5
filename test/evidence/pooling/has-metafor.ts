import { spawnSync } from 'node:child_process';

/** Whether R is here with what the committed scripts need. */
export const hasMetafor =
  spawnSync('Rscript', ['-e', 'library(metafor); library(jsonlite)'], { stdio: 'ignore' }).status === 0;
