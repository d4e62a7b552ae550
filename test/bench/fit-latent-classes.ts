/**
 * Fits 7 latent classes to 100,000 made-up records of 12 items from 20 starts, and prints the seconds it took:
 * `node test/bench/fit-latent-classes.ts [share of missing values] [categories of each item]`.
 */
import process from 'node:process';
import { fitLatentClasses } from '../../src/stats/latent-class/fit-latent-classes.ts';
import { createPool } from '../../src/system/create-pool.ts';
import { drawProfiles, plantRecords } from '../stats/latent-class/planted-records.ts';

const missing = Number(process.argv[2] ?? 0);
const categories = Number(process.argv[3] ?? 2);
const shares = [0.3, 0.22, 0.16, 0.12, 0.1, 0.06, 0.04];

const profiles = drawProfiles(shares.length, 12, categories, 'bench');
const { rows, items } = plantRecords({ shares, profiles }, 100_000, missing, 'bench');
const pool = createPool({ threads: 2 });
const started = performance.now();
const fit = await fitLatentClasses(pool, rows, { items, classes: shares.length, seed: 'bench', starts: 20 });
const seconds = (performance.now() - started) / 1000;
await pool.close();
const { finalists, reachedBest, converged } = fit.convergence;
console.log(JSON.stringify({ seconds, patterns: fit.patterns, finalists, reachedBest, converged }));
