"""Prints the SHA-256 of a log: what checksums alone cost of a run, by the same library (libcrypto).

    hash_log.py LOG
"""

import hashlib
import sys

with open(sys.argv[1], "rb") as file:
    print(hashlib.file_digest(file, "sha256").hexdigest())
