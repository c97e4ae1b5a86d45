# SPDX-License-Identifier: Apache-2.0
"""Stands in for the calls of pyspark that examples/worker-spark makes, in one process."""
import os
import subprocess


class SparkFiles:
    @staticmethod
    def get(name):
        return os.path.join(os.environ["SPARK_FILES"], name)


class RDD:
    def __init__(self, partitions):
        self.partitions = partitions

    def _each(self, change):
        return RDD([change(part) for part in self.partitions])

    def keyBy(self, key):
        return self._each(lambda part: [(key(line), line) for line in part])

    def filter(self, holds):
        return self._each(lambda part: [it for it in part if holds(it)])

    def values(self):
        return self._each(lambda part: [value for _, value in part])

    def repartitionAndSortWithinPartitions(self, number):
        parts = [[] for _ in range(number)]
        for part in self.partitions:
            for pair in part:
                parts[sum(pair[0].encode()) % number].append(pair)
        return RDD([sorted(part, key=lambda pair: pair[0]) for part in parts])

    def pipe(self, command, checkCode=False):
        def run(part):
            text = "".join(line + "\n" for line in part)
            done = subprocess.run(command.split(), input=text, capture_output=True, text=True, check=checkCode)
            return done.stdout.splitlines()

        return self._each(run)

    def saveAsTextFile(self, folder):
        os.mkdir(folder)
        for number, part in enumerate(self.partitions):
            with open(os.path.join(folder, f"part-{number:05}"), "w", encoding="utf-8") as file:
                file.writelines(line + "\n" for line in part)


class SparkContext:
    defaultParallelism = 3

    def __init__(self, appName):
        self.name = appName

    def textFile(self, path):
        with open(path, encoding="utf-8", newline="\n") as file:
            lines = [line.rstrip("\n") for line in file]
        half = len(lines) // 2
        return RDD([lines[:half], lines[half:]])
