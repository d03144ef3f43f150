"""The same value map in NumPy: whole columns, float64, one thread; sampling with NumPy's own generator.

Reads one request a line ({"task", "file", "times"}) and answers each with one line of JSON.
"""

import json
import resource
import sys
from time import perf_counter, process_time

import numpy as np


def column(rng, ranges, name, value, draws):
    """One draw each of a number of the file: a fresh column, or the number itself where it has no range."""
    given = ranges.get(name)
    if given is None:
        return np.full(draws, float(value))
    kind = given["distribution"]
    if kind == "triangular":
        return rng.triangular(given["low"], given["mode"], given["high"], draws)
    if kind == "pert":
        low, mode, high = given["low"], given["mode"], given["high"]
        width = high - low
        drawn = rng.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, draws)
        drawn *= width
        drawn += low
        return drawn
    if kind == "lognormal":
        variance = np.log1p((given["sd"] / given["mean"]) ** 2)
        return rng.lognormal(np.log(given["mean"]) - variance / 2, np.sqrt(variance), draws)
    raise ValueError(f"no {kind} here")


def simulated(file):
    uncertainty = file["uncertainty"]
    ranges, draws = uncertainty["inputs"], uncertainty["draws"]
    rng = np.random.Generator(np.random.PCG64(uncertainty["seed"]))
    rate = file["conventions"]["discountRate"]
    benefits = np.zeros(draws)
    for row in file["outcomes"]:
        name = "outcomes." + row["id"] + "."
        value = column(rng, ranges, name + "quantity", row["quantity"], draws)
        value *= column(rng, ranges, name + "proxy", row["proxy"]["value"], draws)
        for deduction in ("deadweight", "displacement", "attribution"):
            share = column(rng, ranges, name + deduction, row[deduction], draws)
            value *= np.subtract(1.0, share, out=share)
        kept = column(rng, ranges, name + "dropOff", row["dropOff"], draws)
        np.subtract(1.0, kept, out=kept)
        # The sum of what is kept × discount over the years, from the last one backwards: two passes a year.
        years = row["durationYears"]
        factor = np.full(draws, (1 + rate) ** -years)
        for year in range(years - 1, 0, -1):
            factor *= kept
            factor += (1 + rate) ** -year
        value *= factor
        benefits += value
    invested = np.zeros(draws)
    for one in file["inputs"]:
        cost = column(rng, ranges, "inputs." + one["id"] + ".value", one["value"], draws)
        cost *= (1 + rate) ** -one.get("year", 0)
        invested += cost
    ratio = benefits / invested
    return {
        "ratio": {**summary(ratio), "probabilityAboveOne": float((ratio > 1).mean())},
        "npv": summary(benefits - invested),
    }


def summary(values):
    p5, median, p95 = np.percentile(values, [5, 50, 95])
    return {
        "mean": float(values.mean()),
        "standardError": float(values.std(ddof=1) / np.sqrt(values.size)),
        "p5": float(p5),
        "median": float(median),
        "p95": float(p95),
    }


def point(file):
    """The point estimate, all outcomes at once."""
    rows = file["outcomes"]
    rate = file["conventions"]["discountRate"]
    of = lambda field: np.array([row[field] for row in rows])
    impact = of("quantity") * np.array([row["proxy"]["value"] for row in rows])
    for deduction in ("deadweight", "displacement", "attribution"):
        impact *= 1 - of(deduction)
    years = of("durationYears")
    passed = np.arange(years.max())
    standing = (1 - of("dropOff"))[:, None] ** passed * (passed < years[:, None])
    benefits = float(impact @ (standing @ (1 + rate) ** -(passed + 1.0)))
    invested = sum(one["value"] * (1 + rate) ** -one.get("year", 0) for one in file["inputs"])
    return {"ratio": benefits / invested, "npv": benefits - invested}


def plain(file):
    """The point estimate as a loop over plain numbers."""
    rate = file["conventions"]["discountRate"]
    benefits = 0.0
    for row in file["outcomes"]:
        value = row["quantity"] * row["proxy"]["value"]
        for deduction in ("deadweight", "displacement", "attribution"):
            value *= 1 - row[deduction]
        for year in range(1, row["durationYears"] + 1):
            benefits += value * (1 + rate) ** -year
            value *= 1 - row["dropOff"]
    invested = sum(one["value"] * (1 + rate) ** -one.get("year", 0) for one in file["inputs"])
    return {"ratio": benefits / invested, "npv": benefits - invested}


TASKS = {"simulated": simulated, "point": point, "plain": plain}


def main():
    for line in sys.stdin:
        request = json.loads(line)
        file, task = request["file"], TASKS[request["task"]]
        seconds, processor = [], []
        for _ in range(request["times"]):
            start, used = perf_counter(), process_time()
            result = task(file)
            seconds.append(perf_counter() - start)
            processor.append(process_time() - used)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        answer = {"seconds": seconds, "processor": processor, "result": result, "peakKilobytes": peak}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
