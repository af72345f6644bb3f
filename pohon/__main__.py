"""`python -m pohon` is the same as `pohon`."""

from pohon.cli.app import main

if __name__ == "__main__":
    main()
