"""The carriers of the United States that were tied to restricted vendors, year after year, as a data frame.

Needs the driver and pandas (pip install neo4j pandas), and in NEO4J_PASSWORD the password that the start of Tieline printed.
"""
import os

import pandas
from neo4j import GraphDatabase, Result

QUERY = """
CALL tieline.ask('summary', {by: 'country', carrierCountry: $country,
  from: date('2012-01-01'), to: date('2026-01-01'), step: 'P1Y'}) YIELD result
UNWIND result.points AS point
RETURN point.day AS day, point.onRecord.carriers AS carriers, point.exposed.possibly.carriers AS possibly,
  point.exposed.certainly.carriers AS certainly, point.exposed.certainly.ofSubscribers AS percentOfSubscribers
"""
with GraphDatabase.driver("bolt://127.0.0.1:7687", auth=("neo4j", os.environ["NEO4J_PASSWORD"])) as driver:
    frame = driver.execute_query(QUERY, country="US", database_="neo4j", result_transformer_=Result.to_df)

frame.index = pandas.to_datetime(frame["day"].astype(str))
print(frame[["carriers", "possibly", "certainly", "percentOfSubscribers"]].to_string())
