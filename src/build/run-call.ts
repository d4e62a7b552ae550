/** What stands in messages for the call of an R analysis's own function. */
export const RUN_CALL = 'run(tables, parameters)';
