import loadHighs, { type Model } from 'highs';
import type { LinearProgram, LinearSolver, OpenProgram } from '../model/ports.ts';

/** Where a search for whole numbers is given up: a count of nodes, because a time would differ between machines. */
const MOST_NODES = 2000;

/** HiGHS on one thread, in WebAssembly. Loading it takes a tenth of a second, so it is loaded where it is needed. */
export async function createSolver(): Promise<LinearSolver> {
  // The package types its CommonJS form; Node loads the other, whose default is the loader itself.
  const load = loadHighs as unknown as typeof loadHighs.default;
  const highs = await load();
  const { optimal } = highs.constants.modelStatus;
  const open = (program: LinearProgram): OpenProgram => {
    const { lower, upper, rows, whole } = program;
    const columns = lower.length;
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
    const equals = rows.map((row) => row.equals);
    const model: Model = highs.createModel({
      numCols: columns,
      numRows: rows.length,
      colCost: new Float64Array(columns),
      colLower: Float64Array.from(lower),
      colUpper: Float64Array.from(upper),
      rowLower: equals,
      rowUpper: equals,
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns,
        starts,
        indices: rows.flatMap((row) => row.columns),
        values: rows.flatMap((row) => row.factors),
      },
      ...(whole === undefined ? {} : { integrality: whole.map((isWhole) => (isWhole ? 1 : 0)) }),
    });
    model.options.set({ output_flag: false, random_seed: 0, mip_max_nodes: MOST_NODES });
    // Each answer is a vertex, for which the simplex method goes on from the last one.
    if (whole === undefined) model.options.set({ solver: 'simplex', presolve: 'off' });
    let priced: number[] = [];
    return {
      setBounds: (column, low, high) => {
        model.changeColBounds(column, low, high);
      },
      minimise: (costs) => {
        for (const column of priced) if (!costs.has(column)) model.changeColCost(column, 0);
        for (const [column, cost] of costs) model.changeColCost(column, cost);
        priced = [...costs.keys()];
        model.run();
        if (model.getModelStatus() !== optimal) return undefined;
        return [...model.getSolution().colValue];
      },
      close: () => model.dispose(),
    };
  };
  return { open };
}
