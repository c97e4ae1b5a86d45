# SPDX-License-Identifier: Apache-2.0
"""Validates N-Triples with Spark: each partition holds all triples of its subjects and is piped through a worker.

usage: spark-submit --files shapes.bitc,ontoc-worker.jar validate.py DATA OUTPUT [PARTITIONS]

The output is text, a line of JSON for each result. The data must be one document as to its blank nodes, and the machines
need a JVM of version 25 or later, called java.
"""
import re
import sys

from pyspark import SparkContext, SparkFiles

SUBJECT = re.compile(r"[ \t]*(<[^>]*>|_:[^ \t<]*)")


def subject(line):
    """The subject of a line of N-Triples as it is written; empty for a comment."""
    found = SUBJECT.match(line)
    return found.group(1) if found else ""


def worker(image, jar):
    """The command line; results are no failure of the task, everything else is."""
    return f"java -jar {jar} {image} --by-subject --exit-zero --format nt -"


def main(data, output, partitions=0):
    context = SparkContext(appName="ontoc")
    lines = context.textFile(data).keyBy(subject).filter(lambda pair: pair[0] != "")
    command = worker(SparkFiles.get("shapes.bitc"), SparkFiles.get("ontoc-worker.jar"))
    grouped = lines.repartitionAndSortWithinPartitions(int(partitions) or context.defaultParallelism)
    grouped.values().pipe(command, checkCode=True).saveAsTextFile(output)


if __name__ == "__main__":
    main(*sys.argv[1:])
