"""What a sweep costs on Spark: throughput with one and with two executors, and what a batch costs beside its training.

    mvn -Pspark -Dmaven.test.skip=true package && python3 benchmarks/spark.py [FOLDER WITH ANOTHER SPARK'S JARS]

Starts a standalone cluster on the loopback device from the jars of the build, or from another version's, which the driver then uses
too; executors have one processor each. Python's own library only."""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parent
JARS = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
OURS = ("nd4j", "deeplearning4j", "datavec", "openblas", "javacpp", "jackson-1", "slf4j-simple")

EXPERIMENT = """name: {name}
question: What does a sweep cost on Spark?
problem: {{ name: randn, data: {{ randn: {{ rows: 5, features: 10, targets: 1, seed: 1 }} }}, network: linear }}
updaters: [{{ sgd: {{ learningRate: {{ log: [0.0001, 0.01], points: 10 }} }} }}]
seeds: {seeds}
budget: {{ steps: {steps} }}
record: log
"""


class Cluster:
    def __init__(self, folder, executors):
        self.folder, self.processes = folder, []
        jars = folder / "home" / "jars"
        jars.mkdir(parents=True)
        sources = [JARS] if JARS else [HOME / "target" / "lib", HOME / "target" / "spark"]
        for jar in (jar for source in sources for jar in source.glob("*.jar") if not jar.name.startswith(OURS)):
            (jars / jar.name).symlink_to(jar)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"spark://127.0.0.1:{port}"
        self.environment = os.environ | {
            "SPARK_HOME": str(folder / "home"),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_SCALA_VERSION": "2.13",
            "JAVA_HOME": subprocess.run(
                ["java", "-XshowSettings:properties", "-version"], stderr=subprocess.PIPE, text=True, check=True
            ).stderr.split("java.home = ")[1].splitlines()[0],
        }
        self.launch("master", "org.apache.spark.deploy.master.Master", "--port", port)
        for i in range(executors):
            self.launch(
                f"worker{i}", "org.apache.spark.deploy.worker.Worker", "--cores", 1, "--memory", "1g", "--work-dir", folder / f"work{i}", self.url
            )
        while (folder / "master.log").read_text().count("Registering worker") < executors:
            time.sleep(0.1)

    def launch(self, name, main, *arguments):
        log = next((HOME / "target" / "lib").glob("slf4j-simple*"))
        opens = [f"--add-opens=java.base/{p}=ALL-UNNAMED" for p in ("java.lang", "java.nio", "java.util", "sun.nio.ch", "sun.nio.cs")]
        command = ["java", "-XX:+UseSerialGC", "-Xmx256m", *opens, "-cp", f"{self.folder}/home/jars/*:{log}", main]
        command += ["--host", "127.0.0.1", "--webui-port", "0", *arguments]
        with (self.folder / f"{name}.log").open("w") as out:
            self.processes.append(
                subprocess.Popen([str(c) for c in command], cwd=self.folder, env=self.environment, stdout=out, stderr=subprocess.STDOUT)
            )

    def run(self, name, seeds, steps, *more):
        """Wall seconds of a whole command."""
        file = self.folder / f"{name}.yaml"
        file.write_text(EXPERIMENT.format(name=name, seeds=seeds, steps=steps))
        command = [HOME / "converge", "run", file, "--quiet", "--out", self.folder / name, "--on", "spark", "--master", self.url]
        environment = dict(self.environment)
        if not JARS:
            del environment["SPARK_HOME"]  # the launcher finds what the build has left
        start = time.perf_counter()
        done = subprocess.run([*map(str, command), *more], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"{name} ended with {done.returncode}: {done.stderr}")
        shutil.rmtree(self.folder / name)
        return time.perf_counter() - start

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()


def main():
    print("| executors | 1000 runs × 20,000 steps: s | the same × 40,000: s | replica-steps a second between | 1000 runs × 1 step, 10 batches: s | 200 batches: s | ms a batch |")
    print("|---|---|---|---|---|---|---|")
    for executors in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            cluster = Cluster(pathlib.Path(folder), executors)
            try:
                short, long = cluster.run("short", 100, 20_000), cluster.run("long", 100, 40_000)
                few, many = cluster.run("few", 100, 1, "--jobs", "10"), cluster.run("many", 100, 1, "--jobs", "200")
            finally:
                cluster.close()
        rate = 1000 * 20_000 / (long - short)
        print(f"| {executors} | {short:.1f} | {long:.1f} | {rate:,.0f} | {few:.1f} | {many:.1f} | {(many - few) / 190 * 1000:.0f} |", flush=True)


if __name__ == "__main__":
    main()
