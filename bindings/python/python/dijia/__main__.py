"""``python -m dijia 商服 Ⅲ-4``: prices a parcel, or says what is published of a zone."""

import sys

from dijia._command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
