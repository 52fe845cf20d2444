# Through which ties did Huawei reach Sprint on 8 December 2018? R without packages.
address <- "http://127.0.0.1:7070/v1/carriers/sprint/exposures?vendor=huawei&asOf=2018-12-08&format=csv"

ties <- read.csv(address, na.strings = "", encoding = "UTF-8")

print(ties[, c("vendor", "carrier", "hops", "relation", "evidence", "certainty", "asOf")], row.names = FALSE)
# A list in a cell has bars between its elements.
for (row in seq_len(nrow(ties))) {
  cat(gsub("|", " > ", ties$path[row], fixed = TRUE), "by", gsub("|", ", ", ties$ties[row], fixed = TRUE), "\n")
}
