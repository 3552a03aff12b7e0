"""`python -m api` is `tideover`."""

from api.command_line import main

main()
