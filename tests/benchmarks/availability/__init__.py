"""The availability table at national scale: `python -m tests.benchmarks.availability all --folder FOLDER`."""
