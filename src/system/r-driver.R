# Runs inside the R session, as the list `plumbline`. The only way in is `call`; nothing here reads or writes.
local({
  stopper <- function(reason) eval(call("function", as.pairlist(alist(... = )), call("stop", reason, call. = FALSE)), baseenv())

  # The product's own functions, which every session sees and none can change.
  library <- new.env(parent = globalenv())

  no_world <- stopper(
    "R has no network and no files here, and only the packages that come with it (base, stats, utils, methods, splines)"
  )
  outward <- c(
    "install.packages", "download.file", "url", "socketConnection", "serverSocket", "make.socket", "nsl", "curlGetHeaders",
    "install", "install_tgz", "install_vfs_image", "mount", "eval_js", "ffi_eval_js"
  )
  replace <- function(names, value, packages) {
    for (package in packages) for (name in intersect(names, ls(package))) {
      unlockBinding(name, package)
      assign(name, value, package)
      lockBinding(name, package)
    }
  }
  # JavaScript is the way from R to everything: this is the last that R has made of a text, whatever calls it.
  webr::eval_js("globalThis.eval = () => null; 0")
  replace(outward, no_world, list(baseenv(), asNamespace("utils"), as.environment("package:utils"), asNamespace("webr")))

  # In base itself, so that base::Sys.time() is refused as well. R's own C code asks a clock that stands still
  # (confine-r.js); what is refused here would otherwise be a silent 1970.
  no_clock <- stopper("R has no clock here: results would change from day to day")
  replace(c("Sys.time", "Sys.Date", "date", "proc.time", "system.time", "Sys.sleep"), no_clock, list(baseenv()))
  replace(c("quit", "q"), stopper("R cannot be ended from a script; let the function return, or stop() with a reason"), list(baseenv()))
  seeded <- set.seed
  replace("set.seed", function(seed, kind = NULL, normal.kind = NULL, sample.kind = NULL) {
    if (is.null(seed)) stop("set.seed(NULL) asks for chance; expected a number, or no call: each analysis has its seed", call. = FALSE)
    seeded(seed, kind, normal.kind, sample.kind)
  }, list(baseenv()))
  # Its default asks for the time; parse() of a text calls it.
  timeless <- srcfilecopy
  formals(timeless)["timestamp"] <- list(NULL)
  replace("srcfilecopy", timeless, list(baseenv()))

  # What leaves R, in a form that keeps apart what JavaScript would confuse.
  plain <- function(x, at) {
    if (is.null(x)) return(NULL)
    if (is.factor(x)) x <- as.character(x)
    if (inherits(x, "Date")) x <- format(x, "%Y-%m-%d")
    if (is.data.frame(x)) {
      columns <- lapply(names(x), function(name) plain(unname(x[[name]]), paste0(at, "$", name)))
      return(list(kind = "frame", names = names(x), rows = nrow(x), columns = columns))
    }
    if (is.object(x) || !is.null(dim(x)) || !(is.list(x) || typeof(x) %in% c("logical", "integer", "double", "character"))) {
      stop(sprintf(
        "%s is of class %s; expected vectors, data frames and named lists of them", at, paste(class(x), collapse = ", ")
      ), call. = FALSE)
    }
    if (is.list(x)) {
      parts <- if (is.null(names(x))) paste0("[[", seq_along(x), "]]") else paste0("$", names(x))
      values <- Map(function(value, part) plain(value, paste0(at, part)), x, parts)
      return(list(kind = "list", names = names(x), values = unname(values)))
    }
    if (anyNA(x) && any(is.nan(x))) stop(at, " holds NaN; expected numbers, or NA where there is none", call. = FALSE)
    list(kind = "vector", values = unname(as.vector(x)))
  }

  show <- function(call) {
    text <- if (is.null(call)) NULL else deparse(call, width.cutoff = 200L, nlines = 1L)[1L]
    # Calls of this file say nothing to the author of another.
    if (is.null(text) || startsWith(text, "eval(parsed[[j]]") || startsWith(text, "parse(text = lines")) NULL else text
  }

  # Where in the researcher's own files the innermost call stands, as c(file, line, column).
  current <- NULL
  place <- function(calls) {
    for (ref in c(lapply(rev(calls), attr, "srcref"), list(current))) {
      file <- if (is.null(ref)) NULL else attr(ref, "srcfile")$filename
      if (!is.null(file) && startsWith(file, "scripts/")) return(c(file, ref[1L], ref[5L]))
    }
    NULL
  }

  # A data frame arrives as its columns, because only vectors and lists cross over.
  frames <- function(args) lapply(args, function(arg) {
    if (!is.list(arg)) return(arg)
    structure(arg$columns, class = "data.frame", row.names = .set_row_names(arg$rows))
  })

  warned <- list()
  # Evaluates, and returns list(value = …) or list(error = …), in both cases with the warnings on the way.
  attempt <- function(expression) {
    warned <<- list()
    failed <- NULL
    value <- tryCatch(
      withCallingHandlers(
        list(value = expression),
        warning = function(condition) {
          warning <- list(conditionMessage(condition), show(conditionCall(condition)), place(sys.calls()))
          warned[[length(warned) + 1L]] <<- warning
          invokeRestart("muffleWarning")
        },
        error = function(condition) failed <<- place(sys.calls())
      ),
      error = function(condition) {
        list(error = list(conditionMessage(condition), show(conditionCall(condition)), failed))
      }
    )
    c(value, list(warnings = warned))
  }

  # Sessions by their number. Each has its own random numbers, whoever else calls in between.
  sessions <- list()
  numbers <- list()

  list(
    # Fills the library from the texts of its files. The names of the functions all begin with `plumbline_`.
    load = function(texts) {
      for (text in texts) for (expression in parse(text = text, keep.source = FALSE)) eval(expression, library)
      lockEnvironment(library, bindings = TRUE)
    },
    # A fresh environment with the functions of the given files, and the random numbers of a given seed.
    open = function(id, files, texts, seed) {
      attempt({
        session <- new.env(parent = library)
        sessions[[id]] <<- session
        set.seed(seed, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
        for (i in seq_along(files)) {
          lines <- strsplit(texts[i], "\n", fixed = TRUE)[[1L]]
          parsed <- parse(text = lines, keep.source = TRUE, srcfile = srcfilecopy(files[i], lines, timestamp = NULL))
          for (j in seq_along(parsed)) {
            current <<- attr(parsed, "srcref")[[j]]
            eval(parsed[[j]], session)
          }
        }
        current <<- NULL
        numbers[[id]] <<- globalenv()$.Random.seed
        NULL
      })
    },
    call = function(id, fn, args) {
      attempt({
        session <- sessions[[id]]
        is_ours <- exists(fn, envir = library, mode = "function", inherits = FALSE)
        if (!is_ours && !exists(fn, envir = session, mode = "function", inherits = FALSE)) {
          known <- paste(ls(session), collapse = ", ")
          stop(sprintf("there is no function \"%s\" in the declared R files; they define %s", fn, known), call. = FALSE)
        }
        assign(".Random.seed", numbers[[id]], globalenv())
        on.exit(numbers[[id]] <<- globalenv()$.Random.seed)
        frame <- list2env(frames(args), parent = session)
        # Names, not values, so that R's own messages show the call as its author would write it.
        plain(eval(as.call(c(as.name(fn), sapply(names(args), as.name))), frame), fn)
      })
    }
  )
})
