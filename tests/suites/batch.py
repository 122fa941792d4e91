"""Batches: one bad pack takes nothing else down, the report tells all, and the number of children changes no byte."""

import json
import os
import pathlib
import signal
import subprocess
import time

from .harness import PACK, TIME_LIMIT, TOP

EDITIONS = ("en", "ko", "en+ko")
LIST = f"""out: OUT
jobs:
  - pack: {TOP}/{PACK}
    editions: [{", ".join(EDITIONS)}]
  - pack: {TOP}/tests/cases/broken/dates/pack.yaml
    name: bad
    editions: [en]
  - pack: {TOP}/{PACK}
    arrange: sequence
    name: minister
    editions: [ko+en]
"""
GOOD = sorted([f"rok-uk-2023.{langs}.pdf" for langs in EDITIONS] + ["minister.ko+en.pdf"])


def run(tests):
    work = tests.folder("batch")
    one, four = start(tests, work, "one", "-j", "1"), start(tests, work, "four", "-j", "4")
    for name, (result, out, report) in {"-j 1": one, "-j 4": four}.items():
        tests.check(f"{name}: exit status 1, the findings on standard error",
                    result.status == 1 and not result.out and "[DATE_" in result.errors, result)
        tests.equal(f"{name}: the good jobs are written, the bad one is not", "\n".join(GOOD), "\n".join(written(out)))
        reported(tests, name, report, out)
    same_bytes(tests, one[1], four[1])
    tests.check("batch and build give the same bytes", built_alone(tests, work) == read(one[1] / "rok-uk-2023.ko.pdf"))
    shards(tests, work)
    fail_fast(tests, work)
    faulty_lists(tests, work)
    lost_child(tests, work)


def start(tests, work, name, *options, text=LIST):
    out, jobs = work / name, work / f"{name}.yaml"
    report = work / f"{name}.json"
    jobs.write_text(text.replace("OUT", name))
    result = tests.run("batch", jobs, "--report", report, *options)
    return result, out, json.loads(report.read_text()) if report.exists() else None


def written(out):
    return sorted(path.name for path in out.iterdir()) if out.exists() else []


def read(path):
    return path.read_bytes() if path.exists() else None


def reported(tests, name, report, out):
    if not tests.check(f"{name}: there is a report", report):
        return
    counts = (report["done"], report["failed"], report["skipped"])
    tests.check(f"{name}: the report counts 4 done, 1 failed, 0 skipped", counts == (4, 1, 0), counts)
    jobs = {job["name"]: job for job in report["jobs"]}
    bad = jobs.get("bad.en", {})
    tests.check(f"{name}: the report holds the bad job's findings", bad.get("state") == "failed" and bad["status"] == 1
                and any(found["code"].startswith("DATE_") for found in bad["findings"]), bad)
    for job in report["jobs"]:
        if job["state"] == "done":
            size = (out / job["out"].rsplit("/", 1)[1]).stat().st_size
            tests.check(f"{name}: {job['name']}: pages and bytes as written",
                        job["bytes"] == size and job["pages"] > 0 and not job["findings"], job)


def same_bytes(tests, one, four):
    for name in GOOD:
        tests.check(f"-j 1 and -j 4: same bytes of {name}", read(one / name) and read(one / name) == read(four / name))


def built_alone(tests, work):
    tests.run("build", PACK, "--lang", "ko", "-o", work / "alone.pdf")
    return read(work / "alone.pdf")


def shards(tests, work):
    parts = [written(start(tests, work, f"shard-{i}", "--shard", f"{i}/2")[1]) for i in (1, 2)]
    tests.check("--shard 1/2 and 2/2: apart, and together the whole",
                sorted(parts[0] + parts[1]) == GOOD and all(parts), parts)


def fail_fast(tests, work):
    text = LIST.replace("jobs:\n", "jobs:\n  - pack: no/such/pack\n    name: first\n    editions: [en]\n")
    result, out, report = start(tests, work, "fast", "-j", "1", "--fail-fast", text=text)
    tests.check("--fail-fast: nothing is started after a failure; a missing pack is exit status 3",
                result.status == 3 and not written(out) and report and report["skipped"] == 5, f"{report}\n{result}")


def faulty_lists(tests, work):
    for name, (code, text) in {
        "no jobs": ("JOBS_FORM", "out: OUT\n"),
        "unknown key": ("JOBS_KEY", LIST.replace("editions", "edition", 1)),
        "two jobs with one file": ("JOBS_SAME_OUT", LIST.replace("name: minister", "name: rok-uk-2023")
                                   .replace("ko+en", "en")),
        "an edition that is a path": ("JOBS_FORM", LIST.replace("[en]", "[../en]")),
    }.items():
        result, out, report = start(tests, work, name.replace(" ", "-"), text=text)
        tests.check(f"a list with {name}: exit status 1, {code}, nothing written",
                    result.status == 1 and f"[{code}]" in result.errors and not written(out) and report is None, result)


def lost_child(tests, work):
    """A job whose process is killed is reported as lost; the others are not touched."""
    jobs = work / "lost.yaml"
    fifo = work / "waits.yaml"
    os.mkfifo(fifo)
    jobs.write_text(f"out: lost\njobs:\n  - pack: {fifo}\n    name: killed\n    editions: [en]\n"
                    f"  - pack: {TOP}/{PACK}\n    editions: [ko]\n")
    running = subprocess.Popen([tests.program, "batch", jobs, "-j", "1"], env=tests.env, cwd=TOP,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child = wait_for_child(running.pid)
    if child:
        os.kill(child, signal.SIGKILL)
    try:
        _, errors = running.communicate(timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired:
        running.kill()
        errors = running.communicate()[1]
    tests.check("a killed job: exit status 4, JOB_LOST, and the next job is done",
                running.returncode == 4 and b"[JOB_LOST]" in errors and written(work / "lost") == ["rok-uk-2023.ko.pdf"],
                f"exit status {running.returncode}\n{errors.decode()}")


def wait_for_child(parent, seconds=20):
    """The first child of a process: it waits on a pipe that nobody writes to."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        children = pathlib.Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        if children:
            return int(children[0])
        time.sleep(0.01)
    return None
