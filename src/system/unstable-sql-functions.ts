/**
 * Functions of DuckDB 1.5 whose answer is not settled by their arguments: the clock, chance, the machine, the
 * session. A test holds this list against what DuckDB says of the stability of its own functions; those
 * after the first lines DuckDB takes for stable, or are made of others.
 */
export const UNSTABLE_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['current_connection_id', 'current_database', 'current_date', 'current_query', 'current_query_id'],
  ...['current_schema', 'current_schemas', 'current_transaction_id', 'currval', 'gen_random_uuid'],
  ...['get_current_time', 'get_current_timestamp', 'in_search_path', 'nextval', 'now', 'random', 'setseed'],
  ...['sleep_ms', 'stats', 'today', 'transaction_timestamp', 'txid_current', 'uuid', 'uuidv4', 'uuidv7'],
  'write_log',
  ...['ago', 'current_localtime', 'current_localtimestamp', 'pg_conf_load_time', 'pg_postmaster_start_time'],
  ...['pg_sleep', 'reservoir_quantile', 'version', 'get_block_size', 'format_type', 'vector_type'],
  ...[
    'current_catalog',
    'current_setting',
    'getenv',
    'getvariable',
    'pg_get_constraintdef',
    'pg_get_viewdef',
  ],
  ...['json_serialize_plan', 'json_deserialize_sql', 'json_execute_serialized_sql'],
]);

/** Names that are the clock when they stand alone, without brackets, and no column has them. */
export const CLOCK_NAMES: ReadonlySet<string> = new Set([
  ...['current_date', 'current_time', 'current_timestamp', 'localtime', 'localtimestamp'],
]);

/** Functions that may stand in the place of a table: they make rows of their arguments and read nothing. */
export const TABLE_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['unnest', 'range', 'generate_series', 'repeat', 'repeat_row', 'json_each', 'json_tree'],
]);
