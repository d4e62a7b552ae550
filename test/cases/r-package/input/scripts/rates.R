library(dplyr)
# Mean of the rates, with its standard error.
summarise_rates <- function(data) {
  list(mean = mean(data$rate), se = sd(data$rate) / sqrt(nrow(data)))
}
