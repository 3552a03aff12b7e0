"""The systems that are compared, each as a module with `System`: build, open, search. See `system.py`."""
