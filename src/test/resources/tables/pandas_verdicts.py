"""What pandas makes of the tables that MutatedTablesTest writes: R where it reads all cells right, W where not, E for an error.

    mvn test -Dtest=MutatedTablesTest -Dconverge.tables=DIR
    python3 pandas_verdicts.py DIR > pandas-verdicts.txt
"""
import csv
import hashlib
import os
import sys

import pandas

MISSING = {'', 'na', 'n/a', 'nan', 'null', 'none', '?', '-', '.'}


def same(cell, truth):
    if truth == '':
        return pandas.isna(cell) or str(cell).strip().lower() in MISSING
    try:
        return float(cell) == float(truth)
    except (TypeError, ValueError):
        return str(cell) == truth


def verdict(folder, number):
    path = os.path.join(folder, f'{number}.csv')
    path = path if os.path.exists(path) else path + '.gz'
    encoding = open(os.path.join(folder, f'{number}.encoding')).read() or None
    with open(os.path.join(folder, f'{number}.truth'), encoding='utf-8', newline='') as lines:
        names, *rows = csv.reader(lines)
    try:
        read = pandas.read_csv(path, sep=None, engine='python', encoding=encoding)
    except Exception:
        return 'E'
    if read.shape[1] == len(rows[0]) + 1 and str(read.columns[0]).startswith('Unnamed'):
        read = read.iloc[:, 1:]  # row numbers
    if read.shape != (len(rows), len(rows[0])) or (names and list(read.columns) != names):
        return 'W'
    right = all(same(cell, truth) for line, row in zip(read.itertuples(index=False), rows) for cell, truth in zip(line, row))
    return 'R' if right else 'W'


folder = sys.argv[1]
digest = hashlib.sha256()
verdicts = ''
while os.path.exists(os.path.join(folder, f'{len(verdicts)}.truth')):
    path = os.path.join(folder, f'{len(verdicts)}.csv')
    digest.update(open(path if os.path.exists(path) else path + '.gz', 'rb').read())
    verdicts += verdict(folder, len(verdicts))
print(f'pandas {pandas.__version__}, read_csv(sep=None, engine="python"); then SHA-256 of the tables, and a verdict each')
print(digest.hexdigest())
print(verdicts)
