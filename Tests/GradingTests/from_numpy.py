"""Computes the first column of the tables in docs/from-numpy.md, and compares it with the third.

    python3 Tests/GradingTests/from_numpy.py docs/from-numpy.md
"""

import re
import sys

import numpy as np


def main(path):
    page = open(path, encoding="utf-8").read()
    names = {"np": np}
    exec(re.search(r"```python\n(.*?)```", page, re.S).group(1), names)
    rows = re.findall(r"^\| `(.*?)` \| `.*?` \| (.*?) \|$", page, re.M)
    wrong = 0
    for code, result in rows:
        got, said = np.asarray(eval(code, names), dtype=float), np.asarray(eval(result), dtype=float)
        if got.shape != said.shape or not np.allclose(got, said, rtol=0, atol=6e-8):
            wrong += 1
            print(f"{code} is {got.tolist()}, and the page says {result}")
    print(f"NumPy {np.__version__}: {len(rows)} rows, {wrong} wrong")
    sys.exit(wrong > 0)


main(sys.argv[1])
