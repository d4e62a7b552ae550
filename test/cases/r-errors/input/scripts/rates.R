# Mean of the rates, with its standard error.
summarise_rates <- function(data) {
  if (nrow(data) > 2) stop("three areas are too many")
  list(mean = mean(data$rate), se = sd(data$rate) / sqrt(nrow(data)))
}
