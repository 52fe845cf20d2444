"""The carriers of the USA that Huawei reached on 8 December 2018, and through which ties, as a data frame.

Needs the driver and pandas (pip install neo4j pandas), and in NEO4J_PASSWORD the password that the start of Tieline printed.
"""
import os

from neo4j import GraphDatabase, Result

QUERY = """
CALL tieline.exposures('huawei', {asOf: date($asOf), carrierCountry: 'US'})
YIELD carrier, hops, relation, evidence, certainty, ties
RETURN carrier.id AS carrier, hops, relation, evidence, certainty, [tie IN ties | tie.tie] AS ties
"""
with GraphDatabase.driver("bolt://127.0.0.1:7687", auth=("neo4j", os.environ["NEO4J_PASSWORD"])) as driver:
    frame = driver.execute_query(QUERY, asOf="2018-12-08", database_="neo4j", result_transformer_=Result.to_df)

print(frame[frame["carrier"] == "sprint"].to_string(index=False))
print(frame.groupby("relation").size().to_string())
