# The carriers of the United States that were tied to restricted vendors, year after year: a table, and summary.pdf.
# R without packages.
address <- paste0("http://127.0.0.1:7070/v1/summary?by=country&carrierCountry=US",
                  "&from=2012-01-01&to=2026-01-01&step=P1Y&format=csv")

years <- read.csv(address, na.strings = "", encoding = "UTF-8")
years$day <- as.Date(years$day)
counts <- years[, c("day", "onRecord.carriers", "possibly.carriers", "certainly.carriers")]
print(counts, row.names = FALSE)
cat("millions of subscribers on record at the end:", tail(years$onRecord.subscribersMillions, 1), "\n")

pdf("summary.pdf", width = 8, height = 4)
matplot(years$day, counts[, -1], type = "s", lty = 1, lwd = 2, col = c("grey", "orange", "darkred"), ylim = c(0, 16),
        xlab = "", ylab = "carriers of the USA")
legend("topleft", names(counts)[-1], col = c("grey", "orange", "darkred"), lty = 1, lwd = 2, bty = "n")
invisible(dev.off())
