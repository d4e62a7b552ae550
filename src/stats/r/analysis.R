# How an analysis is written in R: see docs/guide/analyses-in-r.md. Base R only.

# Declares what the file analyses. `run(tables, parameters)` gives list(findings, claims, tables).
plumbline_analysis <- function(id, title, resources, run, parameters = list(), r = character(0)) {
  session <- parent.frame()
  if (exists(".plumbline_analysis", envir = session, inherits = FALSE)) {
    stop("a second plumbline_analysis(...) in one file; expected one", call. = FALSE)
  }
  text <- function(x) is.character(x) && length(x) == 1 && !is.na(x)
  scalar <- function(x) length(x) == 1 && (is.character(x) || is.numeric(x) || is.logical(x)) && !is.na(x)
  if (!text(id)) stop("\"id\" is not a text; expected the file's name without its ending", call. = FALSE)
  if (!text(title)) stop("\"title\" is not a text; expected what is analysed, in words", call. = FALSE)
  if (!is.character(resources)) stop("\"resources\" is not a vector of texts; expected names of datasets", call. = FALSE)
  if (!is.function(run)) stop("\"run\" is not a function; expected function(tables, parameters)", call. = FALSE)
  if (!is.list(parameters) || (length(parameters) > 0 && is.null(names(parameters)))) {
    stop("\"parameters\" is not a named list; expected list(name = value, ...)", call. = FALSE)
  }
  for (name in names(parameters)) if (!scalar(parameters[[name]])) {
    stop("the parameter \"", name, "\" is not one value; expected a number, a text, TRUE or FALSE", call. = FALSE)
  }
  if (!is.character(r)) stop("\"r\" is not a vector of texts; expected names of R files in scripts/", call. = FALSE)
  assign(".plumbline_analysis", list(id = id, title = title, resources = resources, parameters = parameters, r = r, run = run), session)
  invisible(NULL)
}

# What the file of this session declared, or NULL where it declared nothing.
plumbline_declaration <- function() {
  declared <- get0(".plumbline_analysis", envir = parent.frame())
  if (is.null(declared)) return(NULL)
  list(id = declared$id, title = declared$title, resources = as.list(declared$resources), parameters = declared$parameters, r = as.list(declared$r))
}

# Runs the declared analysis. Arguments are named "table/<name>" and "parameter/<name>".
plumbline_run <- function(...) {
  run <- get(".plumbline_analysis", envir = parent.frame())$run
  inputs <- list(...)
  of <- function(kind) {
    own <- inputs[startsWith(names(inputs), kind)]
    stats::setNames(own, substring(names(own), nchar(kind) + 1))
  }
  run(structure(of("table/"), class = "plumbline_tables"), of("parameter/"))
}

# A name that was not declared is an error, where a plain list would give NULL.
`$.plumbline_tables` <- function(x, name) x[[name]]
`[[.plumbline_tables` <- function(x, name) {
  known <- names(unclass(x))
  if (!name %in% known) {
    stop("there is no table \"", name, "\"; expected one of ", paste(known, collapse = ", "), call. = FALSE)
  }
  unclass(x)[[name]]
}

plumbline_given <- function(...) Filter(Negate(is.null), list(...))

# A finding. `interval`: c(low, high) at `level`, or NULL.
plumbline_finding <- function(id, value, unit, decimals, method, definition, n = NULL, interval = NULL, level = 0.95,
                              p = NULL, resources = NULL, query = NULL, disclosure = NULL) {
  plumbline_given(
    id = id, value = value, unit = unit, decimals = decimals, method = method, definition = definition, n = n,
    interval = if (!is.null(interval)) list(low = interval[[1]], high = interval[[2]], level = level),
    p = p, resources = if (!is.null(resources)) as.list(resources), query = query,
    disclosure = disclosure
  )
}

# A claim. `published`: list(source, verdict, explanation) for a statement that somebody else published;
# `holds` is NA where nothing can tell.
plumbline_claim <- function(id, statement, holds, evidence, published = NULL) {
  list(id = id, statement = statement, holds = holds, evidence = as.list(evidence), published = published)
}

# A column of a table to publish. `type`: that of the data frame's column where it is left out.
plumbline_field <- function(name, title, unit = NULL, decimals = NULL, type = NULL, hidden = NULL, description = NULL) {
  plumbline_given(name = name, type = type, title = title, unit = unit, decimals = decimals, hidden = hidden, description = description)
}

# A table to publish from a data frame: the rows in the order of `key`, the columns that `fields` names, and with a
# column `x` its symbols from a column `x_symbol` and its marks from a column `x_marks` where there are such. NA needs
# a column `x_symbol` that says what it stands for (NA there too: an empty cell), so that no symbol is lost on the way.
plumbline_table <- function(name, title, data, fields, key, notes = NULL, source = NULL, sumsTo100 = NULL,
                            sumWithin = NULL, totals = NULL, subtotals = NULL, resources = NULL, query = NULL,
                            disclosure = NULL) {
  columns <- vapply(fields, function(field) field$name, "")
  lacking <- setdiff(c(columns, key), names(data))
  if (length(lacking) > 0) {
    stop("the data of the table \"", name, "\" have no column ", paste0("\"", lacking, "\"", collapse = ", "), "; they have ",
         paste(names(data), collapse = ", "), call. = FALSE)
  }
  fields <- lapply(fields, function(field) {
    column <- data[[field$name]]
    if (is.null(field$type)) {
      field$type <- if (is.logical(column)) "boolean" else if (inherits(column, "Date")) "date" else if (is.numeric(column)) "number" else "string"
    }
    field
  })
  rows <- data[do.call(order, c(unname(as.list(data[key])), method = "radix")), , drop = FALSE]
  for (column in columns) {
    missing <- which(is.na(rows[[column]]))
    if (length(missing) == 0 || paste0(column, "_symbol") %in% names(rows)) next
    at <- paste0(key, " = ", vapply(rows[missing[[1]], key, drop = FALSE], as.character, ""), collapse = ", ")
    stop("\"", column, "\" of the table \"", name, "\" is NA in ", length(missing), if (length(missing) == 1) " row" else " rows",
         ", the first ", at, "; expected a column \"", column, "_symbol\" that says which symbol stands there ",
         "(\"c\", \"x\", \"z\" ...), NA in it for an empty cell", call. = FALSE)
  }
  rows <- rows[intersect(names(data), c(columns, paste0(columns, "_symbol"), paste0(columns, "_marks")))]
  rownames(rows) <- NULL
  plumbline_given(
    name = name, title = title, fields = fields, rows = rows, key = as.list(key), notes = as.list(notes),
    source = source, sumsTo100 = if (!is.null(sumsTo100)) as.list(sumsTo100),
    sumWithin = if (!is.null(sumWithin)) as.list(sumWithin), totals = totals, subtotals = subtotals, resources = if (!is.null(resources)) as.list(resources),
    query = query, disclosure = disclosure
  )
}
