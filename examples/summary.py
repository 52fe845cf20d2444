"""The carriers of the United States that were tied to restricted vendors, year after year: a table, and summary.svg."""
import csv
from urllib.request import urlopen

ADDRESS = ("http://127.0.0.1:7070/v1/summary?by=country&carrierCountry=US"
           "&from=2012-01-01&to=2026-01-01&step=P1Y&format=csv")
COLOURS = {"onRecord": "#d9dde3", "possibly": "#e3a23b", "certainly": "#a3341f"}

with urlopen(ADDRESS, timeout=30) as reply:
    rows = list(csv.DictReader(reply.read().decode("utf-8").splitlines()))

print("day         carriers  possibly  certainly  % of subscribers, certainly")
for row in rows:
    print(f'{row["day"]}{row["onRecord.carriers"]:>10}{row["possibly.carriers"]:>10}{row["certainly.carriers"]:>11}'
          f'{row["certainly.ofSubscribersPercent"] or "unknown":>28}')

drawn = ""
for place, row in enumerate(rows):
    for number, (group, colour) in enumerate(COLOURS.items()):
        height = 12 * int(row[group + ".carriers"])
        drawn += (f'<rect x="{10 + 40 * place + 5 * number}" y="{215 - height}" width="{32 - 10 * number}"'
                  f' height="{height}" fill="{colour}"><title>{row["day"]} {group}: {height // 12}</title></rect>\n')
    drawn += f'<text x="{13 + 40 * place}" y="230">{row["day"][:4]}</text>\n'
with open("summary.svg", "w", encoding="utf-8") as picture:
    picture.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 240" font-family="sans-serif" font-size="12">\n'
                  '<text x="10" y="14">Carriers of the USA: on record, possibly and certainly tied to a restricted vendor</text>\n'
                  f'{drawn}</svg>\n')
