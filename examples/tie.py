"""Through which ties did Huawei reach Sprint on 8 December 2018? Python 3 and its standard library."""
import json
from urllib.request import urlopen

ADDRESS = "http://127.0.0.1:7070/v1/carriers/sprint/exposures?vendor=huawei&asOf=2018-12-08"

with urlopen(ADDRESS, timeout=30) as reply:
    answer = json.load(reply)

for exposure in answer["results"]:
    print(exposure["vendor"]["name"], "to", exposure["carrier"]["name"], "on", answer["searched"]["asOf"],
          "by", exposure["hops"], "ties:", exposure["relation"], exposure["evidence"], *exposure["flags"])
    for hop in exposure["path"]:
        print(f'{hop["from"]:16}{hop["type"]:15}{hop["to"]:16}until {hop["until"] or "":12}'
              f'evidenced {hop["lastEvidenced"]}, {hop["certainty"]}, by {", ".join(hop["sources"])}')
print(answer["notice"])
