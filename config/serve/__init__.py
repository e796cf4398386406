"""The processes that make up the product, and `make run`, which runs all of them on one machine.

| command | runs |
|---|---|
| `python -m config.serve` | everything, as `make run` does |
| `python -m config.serve web` | the web server alone; so do `worker` and `beat` |
| `python -m config.serve prepare` | what comes before them: migrations, static files, the demo |
| `python -m config.serve database pg_dump …` | a program of PostgreSQL on the product's database |
| `python -m config.serve check web` | nothing; exits 0 if that process is healthy |

Supervised with the standard library. honcho was considered: it ends everything when one process
ends, where here a worker that dies is started again, and it knows nothing of when a process is
ready. supervisord would be a second daemon with a second configuration.
"""

from __future__ import annotations
